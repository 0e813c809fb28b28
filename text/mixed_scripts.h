// Words in letters of two scripts of which one is taken for the other: "Сommission" with a Cyrillic
// С, "зaкон" with a Latin a, "νόμoς" with a Latin o; a kana in the place of a Han character.
//
// Method: the letters of a word are parted by script; those of the lesser script are suspect where
// each looks like a letter of the other (the skeletons of Unicode Technical Standard 39, section 4,
// and letters that only differ from a small capital), or where single ones stand between letters of
// the other.  What people write on purpose is left alone: an acronym or a Roman number with an
// ending, a unit with a Greek letter, "eКазна", a stem and its ending parted by a sign.
// Units: spans are bytes of the text given.  Errors: none.  Threads: safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

struct MixedWord {
  Span word;
  std::vector<Span> foreign;  // the letters of the other script
  std::string intended;       // the word in one script; a letter without likeness stays
  std::string native;         // the letter that the first foreign one looks like; may be empty
};

// What a text is written in, as far as it matters here.
struct ScriptUse {
  int main = 0;       // script_of() most letters
  bool kana = false;  // as a rule, not in a name or two
};
ScriptUse script_use(std::string_view utf8);

std::vector<MixedWord> find_mixed_words(std::string_view utf8, const ScriptUse& use);

}  // namespace synoptic
