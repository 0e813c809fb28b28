// A stored work as rows for the writers of formats/, with what was found.
#pragma once

#include <cstddef>
#include <span>

#include "cli/stored_work.h"
#include "formats/parallel_text.h"

namespace synoptic {

// Of the translations given, which are of `work`.  A finding stands as a mark of its translation in
// the first row that holds its words, or its clause on either side; in the first row of all where
// it is about the text as a whole.
ParallelText export_rows(const StoredWork& work, std::span<const StoredTranslation> translations,
                         RowSize size);

}  // namespace synoptic
