#include "formats/readers.h"

#include <algorithm>
#include <array>

namespace synoptic {

std::span<const Reader> all_readers() {
  static const std::array readers = {
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
