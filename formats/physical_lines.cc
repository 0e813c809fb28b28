#include "formats/physical_lines.h"

#include <algorithm>

#include "text/characters.h"
#include "text/columns.h"

namespace synoptic {
namespace {

constexpr uint32_t kTabStop = 8;

struct Ending {
  std::size_t at = 0;     // where the line's text ends
  std::size_t bytes = 0;  // of the ending itself; 0 at the end of the text
  bool counts = false;
  bool form_feed = false;
};

Ending find_ending(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > '\r' && byte < 0xC2) continue;
    if (byte == '\n') return {at, 1, true, false};
    if (byte == '\r') {
      const bool pair = at + 1 < text.size() && text[at + 1] == '\n';
      return {at, pair ? 2u : 1u, true, false};
    }
    if (byte == '\f') return {at, 1, false, true};
    if (byte == '\v') return {at, 1, false, false};
    const std::string_view rest = text.substr(at, 3);
    if (byte == 0xC2 && rest.starts_with("\u0085")) return {at, 2, false, false};
    if (byte == 0xE2 && (rest == "\u2028" || rest == "\u2029")) return {at, 3, false, false};
  }
  return {text.size(), 0, false, false};
}

uint32_t after_space(uint32_t column, char32_t c) {
  if (c == '\t') return (column / kTabStop + 1) * kTabStop;
  return column + columns_of(c);
}

bool shows_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value) && !is_ignorable(c.value)) return false;
    at += c.bytes;
  }
  return true;
}

// Sets span and indent from the line's bytes.
void trim_line(std::string_view text, std::size_t begin, std::size_t end, PhysicalLine& line) {
  uint32_t column = 0;
  while (begin < end) {
    const CodePoint c = code_point_at(text, begin);
    if (!is_space(c.value)) break;
    column = after_space(column, c.value);
    begin += c.bytes;
  }
  while (end > begin) {
    const CodePoint c = code_point_before(text, end);
    if (!is_space(c.value)) break;
    end -= c.bytes;
  }
  if (shows_nothing(text.substr(begin, end - begin))) return;
  line.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  line.indent = static_cast<uint16_t>(std::min(column, uint32_t{UINT16_MAX}));
}

}  // namespace

std::vector<PhysicalLine> split_lines(std::string_view text) {
  std::vector<PhysicalLine> lines;
  uint32_t number = 1;
  bool form_feed = false;  // since the last line that was kept
  bool begins_at_feed = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const Ending ending = find_ending(text, begin);
    PhysicalLine line;
    line.number = number;
    trim_line(text, begin, ending.at, line);
    if (!line.blank() || !(ending.form_feed || begins_at_feed)) {
      line.form_feed_before = form_feed;
      form_feed = false;
      lines.push_back(line);
    }
    form_feed |= ending.form_feed;
    begins_at_feed = ending.form_feed;
    number += ending.counts;
    begin = ending.at + ending.bytes;
  }
  return lines;
}

}  // namespace synoptic
