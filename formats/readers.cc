#include "formats/readers.h"

#include <algorithm>
#include <array>

#include "formats/docx_reader.h"
#include "formats/odt_reader.h"

namespace synoptic {

std::span<const Reader> all_readers() {
  static const std::array readers = {
      Reader{"docx", "Word document (Office Open XML)", is_docx, read_docx},
      Reader{"odt", "OpenDocument text", is_odt, read_odt},
      Reader{"text", "plain text", [](std::string_view) { return true; }, read_plain_text},
  };
  return readers;
}

const Reader& reader_of(std::string_view bytes) {
  const auto readers = all_readers();
  return *std::find_if(readers.begin(), readers.end(),
                       [&](const Reader& reader) { return reader.recognises(bytes); });
}

Text read_text(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  return reader_of(bytes).read(bytes, name, options);
}

}  // namespace synoptic
