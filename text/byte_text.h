// What the bytes of a text of unknown encoding show by themselves: controls, NULs, UTF-8.
//
// Units: offsets are bytes of what is given.  Errors: none.  Threads: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/encoding.h"

namespace synoptic {

struct ByteCounts {
  uint64_t all = 0;
  uint64_t nulls = 0;
  uint64_t controls = 0;  // C0 ones that no text has, NUL among them
  uint64_t escapes = 0;   // ESC, by which ISO-2022 switches
  uint64_t high = 0;      // 0x80 and up
  uint64_t first_control = 0;

  bool looks_binary() const;
};
ByteCounts count_bytes(std::string_view bytes);

struct Utf8Census {
  uint32_t good = 0;  // well-formed sequences of more than one byte
  uint32_t bad = 0;   // maximal ill-formed pieces; a sequence cut off by the end is one
  std::size_t first_bad = 0;
  uint32_t nulls = 0;

  bool clean() const { return bad == 0 && nulls == 0; }
  // Legacy encodings form a sequence of UTF-8 now and then, never as a rule.
  bool mostly_utf8() const;
};
Utf8Census take_utf8_census(std::string_view bytes);

// Appends `bytes` from `skip` on with each bad piece and each NUL replaced by U+FFFD.
void repair_utf8(std::string_view bytes, std::size_t skip, Decoded& decoded);

// Adds one replaced character to the last run of them, or begins a run.
void note_replaced(Decoded& decoded, std::size_t offset);

// 1-based line of a byte; \n, \r\n and \r end a line.
uint32_t line_of(std::string_view bytes, std::size_t offset);

}  // namespace synoptic
