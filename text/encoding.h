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
  uint32_t offset = 0;  // byte of the input
  uint32_t count = 0;   // characters replaced from there on
};

struct Decoded {
  std::string utf8;      // not normalized
  std::string encoding;  // IANA name: "UTF-8", "windows-1251", "GB18030"
  std::vector<Replaced> replaced;
};

// `stated` may be empty; an encoding that does not exist throws Error (cause and remedy filled, no
// file).  Binary data (NUL bytes that are no UTF-16/32, executables, archives) throw Error too.
Decoded decode(std::string_view bytes, std::string_view stated);

// NFC.  REQUIRES: valid UTF-8.
std::string to_nfc(std::string_view utf8);

}  // namespace synoptic
