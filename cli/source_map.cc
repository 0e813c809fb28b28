#include "cli/source_map.h"

#include <algorithm>
#include <iterator>

#include "formats/decoded_file.h"
#include "formats/readers.h"
#include "text/characters.h"

namespace synoptic {

namespace {

bool continues_character(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

uint32_t utf16_units(std::string_view utf8) {
  uint32_t units = 0;
  for (const char c : utf8) {
    if (continues_character(c)) continue;
    units += static_cast<uint8_t>(c) >= 0xF0 ? 2 : 1;
  }
  return units;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(text.substr(0, end));
    const std::size_t ending = text.substr(end).starts_with("\r\n") ? 2 : end < text.size();
    text.remove_prefix(end + ending);
  }
  return lines;
}

// Empty for a format whose bytes are not text: places in it have no column.
std::string utf8_of(const Document& document, std::string_view bytes) {
  if (reader_of(bytes).name != "text") return {};
  ReadOptions options;
  options.encoding = document.encoding;
  return decode_file(bytes, document.file, options).utf8;
}

// The byte of `line` that is byte `at` of `piece`, what a document has of that line.  Blanks may
// differ: a label is set off by one space, whatever stands in the file.  npos where anything else
// does.
std::size_t place_in_line(std::string_view line, std::string_view piece, std::size_t at) {
  std::size_t in_line = 0;
  for (std::size_t in_piece = 0; in_line < line.size();) {
    const CodePoint there = code_point_at(line, in_line);
    if (in_piece < piece.size()) {
      const CodePoint here = code_point_at(piece, in_piece);
      if (here.value == there.value) {
        if (in_piece >= at) return in_line;
        in_piece += here.bytes;
        in_line += there.bytes;
        continue;
      }
      if (is_space(here.value) && in_piece < at) {
        in_piece += here.bytes;
        continue;
      }
    }
    if (!is_space(there.value)) break;
    in_line += there.bytes;
  }
  return std::string_view::npos;
}

}  // namespace

SourceMap::SourceMap(const Document& document, std::string_view bytes)
    : document_(document), source_(utf8_of(document, bytes)), lines_(lines_of(source_)) {}

SourcePosition SourceMap::position(uint32_t offset) const {
  const std::vector<Place>& places = document_.places;
  const auto next =
      std::upper_bound(places.begin(), places.end(), offset,
                       [](uint32_t at, const Place& place) { return at < place.offset; });
  if (next == places.begin()) return {};
  const Place& place = *std::prev(next);
  SourcePosition position{place.line, 0};
  if (place.line == 0 || place.line > lines_.size()) return position;
  const std::string_view line = lines_[place.line - 1];
  const std::size_t end = next == places.end() ? document_.text.size() : next->offset;
  const std::string_view piece =
      std::string_view(document_.text).substr(place.offset, end - place.offset);
  const std::size_t at = place_in_line(line, piece, offset - place.offset);
  if (at != std::string_view::npos) position.column = utf16_units(line.substr(0, at)) + 1;
  return position;
}

SourcePosition SourceMap::position_behind(Span span) const {
  uint32_t last = span.end;
  if (last == 0) return position(0);
  do {
    --last;
  } while (last > 0 && continues_character(document_.text[last]));
  SourcePosition behind = position(last);
  if (behind.column > 0) behind.column += utf16_units(slice(document_.text, {last, span.end}));
  return behind;
}

SourceRegion SourceMap::region(Span span) const {
  const SourcePosition end = position_behind(span);
  if (span.begin == span.end) return {end, end};
  return {position(span.begin), end};
}

SourceRegion SourceMap::region(UnitId id) const {
  const Unit& unit = document_.units[id];
  Span whole = unit.text;
  if (unit.printed_label.size() > 0) {
    whole = {unit.printed_label.begin, std::max(unit.printed_label.end, unit.text.end)};
  }
  if (whole.begin == whole.end) return {{unit.line, 0}, {unit.line, 0}};
  return region(whole);
}

SourceRegion SourceMap::end_of(UnitId id) const {
  const SourcePosition end = region(id).end;
  return {end, end};
}

}  // namespace synoptic
