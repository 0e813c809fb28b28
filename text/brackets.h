// Brackets in a text, by Unicode's pairs.
//
// Units: spans are bytes of the text given.  Errors: none.  Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

// What a closing bracket may belong to that was never opened: "b)", "2)", "iv)".
enum class HalfLabel : uint8_t { kNone, kDigits, kLetters };

struct Bracket {
  Span span;
  char32_t kind = 0;  // the opening bracket of the pair, full-width ones as ASCII
  bool opens = false;
  HalfLabel label = HalfLabel::kNone;  // of a round closing one
  bool whole_label = false;            // the label fills the pair: "(b)"
};

// Round, square and curly ones and their kin in all scripts, in order.
// Example: "(see 2))" has three, the last two with the label kDigits and kNone.
std::vector<Bracket> find_brackets(std::string_view utf8);

}  // namespace synoptic
