// What in a text may be the number of a clause: digits, Roman and Han numerals, lone letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/convention.h"
#include "checks/reference_words.h"
#include "text/folded_text.h"

namespace synoptic {

enum class TokenForm : uint8_t { kDigits, kLetters, kHan };

struct ReferenceToken {
  TokenForm form = TokenForm::kDigits;
  std::size_t begin = 0;  // characters, with the brackets
  std::size_t end = 0;
  std::size_t inner_begin = 0;  // without them, and without a suffix
  std::size_t inner_end = 0;
  bool opened = false;  // a bracket stands before it
  bool closed = false;  // and behind it
  std::vector<uint32_t> ordinals = {};
  std::u32string letters = {};
  uint32_t inserted = 0;  // 1 of "36a", "36 bis", "36-1"
};

// In order, never overlapping.  `text` is folded from `utf8`.  Threads: pure.
std::vector<ReferenceToken> reference_tokens(std::string_view utf8, const FoldedText& text,
                                             const ReferenceWords& words,
                                             const Convention& convention);

}  // namespace synoptic
