// Bytes of unknown encoding to UTF-8.
//
// Order of trust: byte-order mark, strict UTF-8, what the user states, then the guesses of
// libuchardet and ICU weighed together.  Nothing is lost silently: what can't be read becomes
// U+FFFD and is reported.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct Replaced {
  uint32_t offset = 0;       // byte of the input
  uint32_t count = 0;        // characters replaced from there on
  uint32_t utf8_offset = 0;  // where the first of them stands in Decoded::utf8
};

struct Decoded {
  std::string utf8;      // not normalized
  std::string encoding;  // IANA name: "UTF-8", "windows-1251", "GB18030"
  std::vector<Replaced> replaced;
};

// `stated` may be empty; an encoding that does not exist throws Error (place, cause and remedy
// filled, no file).  So do binary data (NUL bytes that are no UTF-16/32, executables, archives), a
// text that mixes UTF-8 with another encoding beyond a few bad bytes, and bytes that no encoding
// makes readable.  A mostly-UTF-8 text stays UTF-8; each bad sequence becomes one U+FFFD.
// Example: decode("caf\xE9", "").encoding is "windows-1252".
// Threads: pure.  REQUIRES: less than 2 GiB.
Decoded decode(std::string_view bytes, std::string_view stated);

// NFC.  REQUIRES: valid UTF-8.
std::string to_nfc(std::string_view utf8);

}  // namespace synoptic
