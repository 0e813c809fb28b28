// Letters that were read in the wrong encoding: "dÃ©claration", "РїСЂР°РІР°", "Ïðàâà", "вОПЮБЮ".
//
// Method: a round trip.  Characters are turned back into the bytes of a single-byte encoding; where
// those bytes are UTF-8 of a letter of the text's script or of a sign of typography, UTF-8 was
// read as that encoding.  A chance hit looks natural ("PÃ”, "МОРІ"), damage does not: a capital
// behind a small letter, a symbol inside a word, one sequence behind the other.  Likewise words in
// Latin letters with accents alone, in a text of another script, are tried in the encodings of that
// script.
// Units: spans are bytes of the text given.  Errors: none.  Threads: safe, tables are built once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

struct Mojibake {
  Span span;
  std::string intended;  // what was written, in UTF-8
  bool sure = false;     // no text looks so by itself; false: only beside others that are sure
};

// All places in order, none overlapping.  `script`: script_of() most letters of the whole text.
// Example: find_mojibake("la libertÃ©", main_script("la")) holds one, intended "é".
std::vector<Mojibake> find_mojibake(std::string_view utf8, int script);

// References to characters that a conversion from HTML or XML left: "&amp;", "&#233;", "&nbsp;".
std::vector<Span> find_character_references(std::string_view utf8);

}  // namespace synoptic
