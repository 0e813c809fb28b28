#include "cli/outline_tree.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/cell_lines.h"
#include "cli/comparison_json.h"
#include "text/bidi.h"
#include "text/messages.h"
#include "text/width.h"

namespace synoptic {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMostPathColumns = 26;  // longer ones push their text to the right
constexpr std::size_t kLeastTextColumns = 12;
constexpr std::string_view kLabelEnd = " │ ";

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::vector<std::size_t> depths_of(const std::vector<Unit>& units) {
  std::vector<std::size_t> depths(units.size());
  for (UnitId id = 0; id < units.size(); ++id) {
    if (units[id].parent != kNoUnit) depths[id] = depths[units[id].parent] + 1;
  }
  return depths;
}

// A prefix that surely fills the line, so that long clauses are not copied whole.
std::string_view beginning(std::string_view text, std::size_t columns) {
  std::size_t end = std::min(text.size(), 16 * (columns + 2));
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(0, end);
}

}  // namespace

OutlineTree::OutlineTree(const Document& document, const TableStyle& style)
    : document_(document), style_(style), depths_(depths_of(document.units)) {
  for (UnitId id = 0; id < document.units.size(); ++id) {
    const Unit& unit = document.units[id];
    number_columns_ = std::max(number_columns_, std::to_string(unit.line).size());
    const std::size_t columns = kIndent * depths_[id] + display_width(unit.path);
    if (columns <= kMostPathColumns) path_columns_ = std::max(path_columns_, columns);
  }
}

std::string OutlineTree::heading() const {
  const std::size_t count = document_.units.size();
  const std::string language = document_.language.empty() ? "und" : document_.language;
  const std::string words =
      say_count("{count} clause in {language}", "{count} clauses in {language}", count,
                {{"language", language}});
  return document_.file + ": " + in_own_direction(words + translate(", ") + document_.encoding) +
         '\n';
}

std::string OutlineTree::line(UnitId id) const {
  const Unit& unit = document_.units[id];
  const std::string number = std::to_string(unit.line);
  const std::string path = spaces(kIndent * depths_[id]) + unit.path;
  const std::size_t path_columns = std::max(display_width(path), path_columns_);
  std::string line = spaces(number_columns_ - number.size()) + inked(number, ink::kDim, style_);
  line += "  " + inked(path, ink::kPath, style_) + spaces(path_columns - display_width(path));
  const std::size_t used = number_columns_ + path_columns + 4;
  const std::size_t columns =
      std::max(kLeastTextColumns, style_.width - std::min(style_.width, used));
  const std::string text = shown(id, columns);
  if (!text.empty()) line += "  " + text;
  return line + '\n';
}

std::string OutlineTree::shown(UnitId id, std::size_t columns) const {
  const Unit& unit = document_.units[id];
  std::string kind;
  if (unit.kind != UnitKind::kParagraph && unit.kind != UnitKind::kTitle) {
    kind = "[" + std::string(unit_kind_name(unit.kind)) + "] ";
    columns -= std::min(columns - 2, kind.size());
  }
  TableCell cell;
  cell.text = document_.label_of(id);
  const std::string_view text = document_.text_of(id);
  if (!cell.text.empty() && !text.empty()) cell.text += kLabelEnd;
  cell.text = harmless(cell.text + std::string(beginning(text, columns)));
  std::replace(cell.text.begin(), cell.text.end(), '\n', ' ');
  cell.text = cut_to_width(cell.text, columns);
  if (!has_right_to_left(cell.text)) return inked(kind, ink::kDim, style_) + cell.text;
  const CellLine line = cell_lines(cell, document_.language, columns, style_).front();
  return inked(kind, ink::kDim, style_) + (line.to_the_right ? padded(line, columns) : line.text);
}

std::string OutlineTree::remark(std::string_view words, std::size_t steps) const {
  const std::size_t margin = number_columns_ + kIndent * (2 + steps);
  const std::size_t columns =
      std::max(kLeastTextColumns, style_.width - std::min(style_.width, margin + kIndent));
  TableCell cell;
  cell.text = words;
  std::string lines;
  std::size_t indent = margin;
  for (const CellLine& line : cell_lines(cell, "en", columns, style_)) {
    lines += spaces(indent) + inked(line.text, ink::kDim, style_) + '\n';
    indent = margin + kIndent;
  }
  return lines;
}

}  // namespace synoptic
