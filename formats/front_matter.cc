#include "formats/front_matter.h"

#include <algorithm>

#include "text/characters.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostLines = 200;

// Where the sign stands that parts name and value of a field; npos where the line is none.
std::size_t field_sign(std::string_view line, char sign) {
  const std::size_t at = line.find(sign);
  if (at == 0 || at == std::string_view::npos) return std::string_view::npos;
  const bool name =
      std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == ' ';
      });
  return name ? at : std::string_view::npos;
}

}  // namespace

FrontMatter front_matter(std::string_view text) {
  const bool yaml = text.starts_with("---");
  if (!yaml && !text.starts_with("+++")) return {};
  const std::string_view rule = text.substr(0, 3);
  FrontMatter found;
  std::size_t begin = 0;
  for (std::size_t number = 0; begin < text.size() && number < kMostLines; ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = std::min(end + 1, text.size());
    if (number == 0 && line != rule) return {};
    if (number == 0) continue;
    if (line == rule) {
      found.bytes = number > 1 ? begin : 0;
      return found;
    }
    const std::size_t sign = field_sign(line, yaml ? ':' : '=');
    if (number == 1 && sign == std::string_view::npos && !line.starts_with('#')) return {};
    if (sign == std::string_view::npos) continue;
    const std::string_view name = trim(line.substr(0, sign));
    std::string_view value = trim(line.substr(sign + 1));
    if (value.size() > 2 && (value[0] == '"' || value[0] == '\'')) {
      value = value.substr(1, value.size() - 2);
    }
    if (name == "lang" || name == "language") found.language = language_of_code(value);
  }
  return {};
}

}  // namespace synoptic
