// The shapes that letters of joined writing (Arabic and its kin) take beside their neighbours.
//
// Method: joining types of the Unicode Character Database, by ICU; lam before alef is one shape.
// Errors: none.  Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace synoptic {

// A number a shape, equal for equal ones; marks have none.  `letters` are those of a word in the
// order in which they are read.
std::vector<uint32_t> letter_shapes(std::u32string_view letters);

inline constexpr char32_t kLam = 0x644;
bool is_alef(char32_t c);  // plain, with hamza or madda

}  // namespace synoptic
