// An original with one translation as XLIFF 2.1 (OASIS, 2018).
#pragma once

#include <string>
#include <string_view>

#include "formats/parallel_text.h"

namespace synoptic {

// Rows of sentences: a <segment> a row, a <unit> a clause, with its path as name, its id made from
// it, and its findings as notes and as localization quality issues (module ITS) of the text.
// `translation` is the column of the translation.  Rows with a text on one side alone are written
// where they are asked for.  What formats/xliff_reader.h reads back: the
// sentences, the paths, the labels.
std::string to_xliff(const ParallelText& parallel, std::size_t translation,
                     std::string_view version, HalfEmpty half_empty = HalfEmpty::kWritten);

// The type of an issue as ITS 2.0 names it ("omission"), "uncategorized" where it has no name.
std::string_view its_issue_type(std::string_view check);

}  // namespace synoptic
