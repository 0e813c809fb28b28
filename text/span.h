// A place in a text: bytes [begin, end).
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

// Worthless without the text it belongs to, which owns the bytes.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace synoptic
