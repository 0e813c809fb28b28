#include "formats/edge_line.h"

#include "text/characters.h"

namespace synoptic {
namespace {

constexpr std::size_t kLongest = 480;   // bytes; longer lines are body text
constexpr uint32_t kMostValue = 99999;  // a page number beyond is none
constexpr std::size_t kLongestRoman = 7;

uint32_t roman_digit(char c) {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    default:
      return 0;
  }
}

// 0 where `word` is no Roman number in small letters.
uint32_t read_roman(std::string_view word) {
  uint32_t value = 0;
  if (word.size() > kLongestRoman) return 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const uint32_t digit = roman_digit(word[i]);
    if (digit == 0) return 0;
    const uint32_t next = i + 1 < word.size() ? roman_digit(word[i + 1]) : 0;
    value = next > digit ? value - digit : value + digit;
  }
  return value;
}

bool is_dash_like(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == '|' || c == '~' ||
         c == '*' || c == '=' || c == 0xB7 || c == 0x2022;
}

// Between marks of its own ("- # -", "| # |") or one of several ("# / #", "#/#").
bool is_decorated(std::string_view key) {
  const CodePoint first = code_point_at(key, 0);
  const CodePoint last = code_point_before(key, key.size());
  if (is_dash_like(first.value) && is_dash_like(last.value)) return true;
  return key == "#/#" || key == "# / #";
}

void read_number(std::string_view line, std::size_t& at, EdgeLine& edge) {
  uint32_t value = 0;
  while (at < line.size()) {
    const CodePoint c = code_point_at(line, at);
    if (!is_digit(c.value)) break;
    if (value <= kMostValue) value = value * 10 + static_cast<uint32_t>(digit_value(c.value));
    at += c.bytes;
  }
  edge.numbers.push_back(value);
  edge.key += '#';
}

void try_roman(EdgeLine& edge) {
  if (!edge.numbers.empty() || edge.letters == 0 || edge.letters > kLongestRoman) return;
  const std::size_t begin = edge.key.find_first_of("ivxlc");
  if (begin == std::string::npos || begin + edge.letters > edge.key.size()) return;
  const uint32_t value = read_roman(std::string_view(edge.key).substr(begin, edge.letters));
  if (value == 0) return;
  edge.key = edge.key.substr(0, begin) + 'i' + edge.key.substr(begin + edge.letters);
  edge.numbers.push_back(value);
  edge.letters = 0;
}

}  // namespace

EdgeLine read_edge_line(std::string_view line) {
  EdgeLine edge;
  if (line.size() > kLongest) return edge;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_digit(c.value)) {
      read_number(line, at, edge);
      continue;
    }
    if (is_space(c.value)) {
      if (!edge.key.ends_with(' ')) edge.key += ' ';
    } else if (!is_ignorable(c.value)) {
      edge.letters += is_letter(c.value);
      edge.key += line.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  try_roman(edge);
  edge.decorated = edge.is_bare() && is_decorated(edge.key);
  return edge;
}

}  // namespace synoptic
