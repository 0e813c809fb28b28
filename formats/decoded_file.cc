#include "formats/decoded_file.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr uint64_t kLargest = INT32_MAX;  // offsets of the Unicode library

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c < 0; });
}

}  // namespace

Decoded decode_file(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (bytes.size() > kLargest) {
    throw Error({name, "", translate("it is larger than 2 GiB"), translate("split the file")});
  }
  try {
    return decode(bytes, options.encoding);
  } catch (const Error& error) {
    Error::Parts parts = error.parts();
    parts.file = name;
    throw Error(parts, error.kind());
  }
}

std::vector<Replacement> replacements_of(const Decoded& decoded) {
  std::vector<Replacement> replacements;
  uint32_t line = 1;
  std::size_t at = 0;
  const std::string& text = decoded.utf8;
  for (const Replaced& replaced : decoded.replaced) {
    for (; at < replaced.utf8_offset; ++at) {
      const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
      line += text[at] == '\n' || (text[at] == '\r' && !pair);
    }
    replacements.push_back({line, replaced.offset, replaced.count});
  }
  return replacements;
}

std::string text_of(Decoded& decoded, const std::string& name) {
  std::string text = is_ascii(decoded.utf8) ? std::move(decoded.utf8) : to_nfc(decoded.utf8);
  decoded.utf8 = {};
  if (text.size() > kLargest) {
    throw Error(
        {name, "", translate("its text is larger than 2 GiB"), translate("split the file")});
  }
  return text;
}

}  // namespace synoptic
