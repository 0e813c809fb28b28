// Spaces around the marks of a text: where they stand, where they are lacking.
//
// What looks like a number, an address or an abbreviation is passed over.
// Units: spans are bytes of the text given.  Errors: none.  Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

enum class SpaceKind : uint8_t {
  kDouble,        // two spaces or more inside a sentence
  kBefore,        // a space before , . ; : ! ? » and their kin
  kNoneBefore,    // none there
  kNoneAfter,     // none between such a mark and a letter
  kInsideBracket  // "( word", "word )"
};

struct SpacePlace {
  Span span;
  SpaceKind kind = SpaceKind::kDouble;
  char32_t mark = 0;  // for a double space 0
};

// All places, in order.  kNoneBefore is what most languages want; the caller chooses.
std::vector<SpacePlace> find_spacing(std::string_view utf8);

// A half-width , ; : ? ! between Han characters or kana.
std::vector<Span> find_half_width_marks(std::string_view utf8);

}  // namespace synoptic
