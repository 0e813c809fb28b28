// Single-byte encodings in both directions, for finding texts that were read in the wrong one.
// Threads: safe, built once by ICU's converters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace synoptic {

// Order of preference where several explain the same text.
enum class CodePage : uint8_t {
  kWindows1252,
  kWindows1251,
  kWindows1250,
  kWindows1253,
  kWindows1254,
  kWindows1255,
  kWindows1256,
  kWindows1257,
  kWindows1258,
  kKoi8,
  kIso2,
  kIso5,
  kIso7,
  kThai,
  kDos437,
  kDos850,
  kDos866,
  kMacintosh,
};
inline constexpr std::size_t kCodePages = 18;

// The byte of `c` in each code page, 0 where it has none.  Null for ASCII and for what none has.
// A C1 control is its own byte in those pages that leave the byte undefined.
const std::array<uint8_t, kCodePages>* bytes_of(char32_t c);

// The character of a byte of 0x80 and up; 0 where there is none.
char32_t character_of(CodePage page, uint8_t byte);

}  // namespace synoptic
