// The formats that are read, and which of them some bytes are in.
//
// A format is told by its contents, never by the name of its file.  Each reader is one file in
// formats/; the ordered table in readers.cc asks them one after the other, plain text last.
// Threads: pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "formats/plain_text.h"

namespace synoptic {

struct Reader {
  std::string_view name;   // "docx"
  std::string_view title;  // "Word document (Office Open XML)"
  // Whether the bytes are of this format, by as little of them as tells it; never throws.
  bool (*recognises)(std::string_view bytes);
  // `name` is for messages.  Throws Error that names file, place and remedy.
  Text (*read)(std::string_view bytes, const std::string& name, const ReadOptions& options);
};

// In the order in which they are asked; the last takes whatever is left.
std::span<const Reader> all_readers();

const Reader& reader_of(std::string_view bytes);

// Reads the bytes in whatever format they are in.
Text read_text(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
