#include "formats/wrapping.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/characters.h"
#include "text/columns.h"

namespace synoptic {
namespace {

// Chosen on declarations, acts and licences in 60 languages, wrapped and one paragraph a line.
constexpr std::size_t kWidest = 180;  // columns; no one wraps beyond
constexpr std::size_t kNarrowest = 20;
constexpr double kWidthQuantile = 0.97;  // of the lines; the rest stick out (addresses, tables)
constexpr double kRagged = 0.86;         // proportional type that was extracted is not even
constexpr double kMostOverlong = 0.02;   // of the lines
constexpr double kCutShare = 0.4;        // of the full lines, that end inside a sentence
constexpr double kFullShare = 0.34;      // of the line ends that are followed by text

struct Measured {
  std::size_t right = 0;  // column after the last character
  std::size_t first_word = 0;
  bool finished = false;  // ends where a sentence or an item may end
  bool follows = false;   // on the line before, with nothing between
};

std::size_t first_word_columns(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_space(c.value)) break;
    columns += columns_of(c.value);
    at += c.bytes;
    // A line of unspaced writing may end after most characters; a few are kept together.
    if (is_unspaced(c.value)) return std::max(columns, std::size_t{6});
  }
  return columns;
}

bool ends_item(std::string_view line) {
  const char32_t last = code_point_before(line, line.size()).value;
  return ends_sentence(last) || last == ';' || last == ':' || last == 0xFF1B || last == 0xFF1A;
}

std::vector<Measured> measure(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Measured> measured;
  measured.reserve(lines.size());
  for (const Line& line : lines) {
    const std::string_view bytes = slice(text, line.span);
    Measured one;
    one.right = line.indent + columns_of(bytes.substr(0, 4096)) + (bytes.size() > 4096 ? 4096 : 0);
    one.first_word = first_word_columns(bytes.substr(0, 256));
    one.finished = ends_item(bytes);
    one.follows = !measured.empty() && line.blank_before == 0 && !line.page_break_before;
    measured.push_back(one);
  }
  return measured;
}

std::size_t quantile(std::vector<std::size_t> values, double share) {
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

}  // namespace

bool is_hard_wrapped(std::string_view text, const std::vector<Line>& lines) {
  if (lines.size() < 2) return false;
  const std::vector<Measured> measured = measure(text, lines);
  std::vector<std::size_t> rights;
  std::size_t overlong = 0;
  for (const Measured& line : measured) {
    rights.push_back(line.right);
    overlong += line.right > kWidest;
  }
  if (static_cast<double>(overlong) > kMostOverlong * static_cast<double>(lines.size())) {
    return false;
  }
  const std::size_t width = std::min(quantile(std::move(rights), kWidthQuantile), kWidest);
  if (width < kNarrowest) return false;
  std::size_t ends = 0;
  std::size_t full = 0;
  std::size_t cut = 0;
  for (std::size_t i = 1; i < measured.size(); ++i) {
    if (!measured[i].follows) continue;
    ++ends;
    const std::size_t needed = measured[i - 1].right + 1 + measured[i].first_word;
    if (static_cast<double>(needed) <= kRagged * static_cast<double>(width)) continue;
    ++full;
    cut += !measured[i - 1].finished;
  }
  return full > 0 && static_cast<double>(full) >= kFullShare * static_cast<double>(ends) &&
         static_cast<double>(cut) >= kCutShare * static_cast<double>(full);
}

}  // namespace synoptic
