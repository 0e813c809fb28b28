// Where sentences end, by ICU's rules for the language and a list of abbreviations.
//
// Method: ICU's sentence iterator (UAX 29), then boundaries are taken back behind an abbreviation,
// behind a lone initial or number before lower case, and before what can't begin a sentence.  Where
// the script marks no full stop (Thai, Lao), white space between long runs serves.
// Threads: each call builds its own iterator from a cached prototype.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// Ends of the sentences of `utf8`, ascending, the last one its size; empty for an empty text.
// `abbreviations`: folded, with their stop: "art.".
std::vector<std::size_t> sentence_ends(std::string_view utf8, std::string_view language,
                                       const std::vector<std::string>& abbreviations);

}  // namespace synoptic
