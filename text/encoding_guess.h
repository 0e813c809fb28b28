// Guesses the encoding of bytes that are no UTF-8.
//
// Method: candidates are what libuchardet and ICU's detector name, and the single-byte encodings
// that they are known to confuse.  Each is judged by the text it gives: bytes it can't map,
// controls and symbols inside words, scripts or cases mixed in a word, and how sure CLD2 is of a
// language. The detectors' votes count beside that.  Long texts are sampled by their lines with
// high bytes. Errors: none.  Threads: safe.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// A name that known_encoding() (text/converting.h) gives; empty where no encoding makes the bytes
// readable.
std::string guess_encoding(std::string_view bytes);

// UTF-16 or UTF-32 without a byte-order mark, by trying; empty where it is neither.
std::string guess_wide(std::string_view bytes);

}  // namespace synoptic
