// Characters that nobody sees and that are where no text needs them.
//
// Legitimate, and not reported: tabs and line ends, soft hyphens and word joiners, directional
// marks and paired embeddings, joiners beside letters of a script that joins or stacks, break
// opportunities in scripts without spaces.
// Units: spans are bytes of the text given.  Errors: none.  Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

enum class ControlKind : uint8_t {
  kControl,       // C0, C1, DELETE
  kBidi,          // an embedding, override or isolate without its end, or an end without one
  kZeroWidth,     // a joiner or break opportunity where the script has no use for it
  kByteOrder,     // U+FEFF inside a text
  kPrivateUse,    // means something in one font only
  kNoncharacter,  // U+FFFE, U+FDD0
};

struct ControlCharacter {
  Span span;
  char32_t value = 0;
  ControlKind kind = ControlKind::kControl;
};

std::vector<ControlCharacter> find_control_characters(std::string_view utf8);

}  // namespace synoptic
