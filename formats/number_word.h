// Whole numbers in the attributes of XML.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace synoptic {

inline constexpr int kMostStated = 1000000;  // of a count or a start that a document states

// None for what is no number; too large ones are cut to kMostStated, negative ones to 0.
inline std::optional<int> whole_number(std::string_view word) {
  long long value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc::result_out_of_range) return kMostStated;
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  if (value > kMostStated) return kMostStated;
  return value < 0 ? 0 : static_cast<int>(value);
}

}  // namespace synoptic
