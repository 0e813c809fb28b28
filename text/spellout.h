// Numbers in words, by ICU's spell-out rules turned round.
//
// ICU's own parser takes half a millisecond a call and is content with a part of a word; here every
// public rule set of the language is spelled out for the numbers below and looked up as phrases.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/folded_text.h"
#include "text/phrases.h"

namespace synoptic {

struct NumberWords {
  PhraseTable numbers;  // 0-100 and round numbers to 1000; cardinals, ordinals, all forms
  PhraseTable scales;   // "million", "миллиона": the power of ten
  PhraseTable endings;  // what a word that begins otherwise may end with: "bini" of "ezimbini"
};

// Empty tables where ICU has no rules for the language.  Built once for a language (0.3 to 5 ms).
// Threads: safe; the tables live as long as the program.
const NumberWords& number_words(std::string_view language);

// Whether `text` spells `value` ("1992", "180"), in any form of the language; also inside a longer
// word ("dreißigtägig").
// Example: says_in_words(folded_text_of("dix-sept jours"), 17, "fr") is true.
bool says_in_words(const FoldedText& text, int value, std::string_view language);

}  // namespace synoptic
