// One number in words, or as an ordinal, as a language writes it.  Threads: safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

enum class SpelledKind : uint8_t { kCardinal, kOrdinal, kOrdinalFigures };

// By ICU's rules, the first for ordinals that the language has; figures where it has none.
// Example: spelled_number(21, SpelledKind::kOrdinalFigures, "en") is "21st".
std::string spelled_number(uint32_t number, SpelledKind kind, std::string_view language);

}  // namespace synoptic
