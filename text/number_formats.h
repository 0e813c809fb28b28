// Numbers as word processors print them in front of paragraphs: "iv", "DD", "四十二",
// "Twenty-first".
//
// The formats go by the names of ECMA-376-1, 17.18.59 (ST_NumberFormat); which characters each uses
// and how it goes on behind the last is theirs, not a language's.  Alphabets double their letters
// ("z", "aa", "bb"), syllables begin again, rows of signs that end ("⑳") go on in figures, as in
// Word.  Spelled numbers and ordinals are ICU's for the language of the document, with a capital.
// Besides, "greekLower" and "greekUpper" are numerals ("ιγ"), "custom3" is "001", and the figure
// one of a script names its figures.
// Errors: none, an unknown format is "decimal".  Threads: safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

// Empty for "none", and for "bullet", which has no number.
// Example: format_number(28, "lowerLetter", "en") is "bb".
std::string format_number(uint32_t number, std::string_view format, std::string_view language);

}  // namespace synoptic
