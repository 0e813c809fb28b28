// Word lists of two languages, as people and other aligners keep them.
//
// The kind is told by the contents, not by the name:
//   two columns with a TAB between; further columns are passed over
//   hunalign's .dic: `words of the target @ words of the source`
//   CSV (RFC 4180) with commas or semicolons, quoted fields
// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/dictionary.h"
#include "formats/plain_text.h"

namespace synoptic {

// `name` is for messages.  Lines without two columns, and those with an empty one, are passed over;
// throws Error where they are most, or where nothing is left: it is no dictionary then, and where
// the bytes are no text (formats/plain_text.h).
std::vector<PhrasePair> read_dictionary(std::string_view bytes, const std::string& name,
                                        const ReadOptions& options);

}  // namespace synoptic
