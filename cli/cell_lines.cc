#include "cli/cell_lines.h"

#include <algorithm>
#include <optional>

#include "text/messages.h"
#include "text/width.h"

namespace synoptic {

namespace {

// Unicode isolates keep what is around a text out of its direction.  A terminal that does not know
// them still has the mark, which keeps the text of the next column from running into this one.
constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr std::string_view kLeftToRightMark = "\u200E";

// A part of a line with one look.
struct Piece {
  std::string text;
  std::optional<Severity> mark;
};

using Marks = std::vector<TableMark>;

std::optional<Severity> mark_at(const Marks& marks, uint32_t byte) {
  std::optional<Severity> worst;
  for (const TableMark& mark : marks) {
    if (byte < mark.span.begin || byte >= mark.span.end) continue;
    if (!worst || mark.severity > *worst) worst = mark.severity;
  }
  return worst;
}

std::vector<Piece> logical_pieces(std::string_view line, uint32_t offset, const Marks& marks) {
  const auto size = static_cast<uint32_t>(line.size());
  std::vector<uint32_t> cuts = {0, size};
  for (const TableMark& mark : marks) {
    for (const uint32_t end : {mark.span.begin, mark.span.end}) {
      if (end > offset && end < offset + size) cuts.push_back(end - offset);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Piece> pieces;
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    pieces.push_back(
        {std::string(slice(line, {cuts[i - 1], cuts[i]})), mark_at(marks, offset + cuts[i - 1])});
  }
  return pieces;
}

std::vector<Piece> visual_pieces(std::string_view line, uint32_t offset, const Marks& marks,
                                 bool right_to_left, TextOrder order) {
  std::vector<Piece> pieces;
  for (VisualCluster& cluster : visual_order(line, right_to_left, order)) {
    const std::optional<Severity> mark = mark_at(marks, offset + cluster.offset);
    if (!pieces.empty() && pieces.back().mark == mark) {
      pieces.back().text += cluster.text;
    } else {
      pieces.push_back({std::move(cluster.text), mark});
    }
  }
  return pieces;
}

std::string without_soft_hyphens(std::string text) {
  for (std::size_t at = text.find(kSoftHyphen); at != std::string::npos;
       at = text.find(kSoftHyphen, at)) {
    text.erase(at, kSoftHyphen.size());
  }
  return text;
}

std::string underlined(std::string_view text, Severity severity, const TableStyle& style) {
  return inked(text, "4;" + std::string(ink_of(severity)), style);
}

// Lays out the lines of one cell.
class CellWriter {
 public:
  CellWriter(const TableCell& cell, std::string_view language, const TableStyle& style)
      : marks_(cell.marks),
        text_(harmless(cell.text)),
        style_(style),
        any_right_to_left_(has_right_to_left(text_)),
        right_to_left_(any_right_to_left_ && reads_right_to_left(text_, language)) {}

  CellLine line(Span span) const {
    std::string_view shown = slice(text_, span);
    const bool hyphen = shown.ends_with(kSoftHyphen);
    const bool reorder = any_right_to_left_ && style_.order != TextOrder::kLogical;
    std::vector<Piece> pieces =
        reorder ? visual_pieces(shown, span.begin, marks_, right_to_left_, style_.order)
                : logical_pieces(shown, span.begin, marks_);
    if (hyphen && !pieces.empty()) pieces.back().text += '-';

    CellLine made{{}, 0, right_to_left_};
    for (Piece& piece : pieces) {
      const std::string text = without_soft_hyphens(std::move(piece.text));
      made.width += display_width(text);
      made.text += piece.mark ? underlined(text, *piece.mark, style_) : text;
    }
    if (!reorder && has_right_to_left(shown)) isolate(made.text);
    return made;
  }

  std::string_view text() const { return text_; }

 private:
  void isolate(std::string& line) const {
    line.insert(0, right_to_left_ ? kRightToLeftIsolate : kLeftToRightIsolate);
    line += kPopIsolate;
    line += kLeftToRightMark;
  }

  const Marks& marks_;
  std::string text_;
  const TableStyle& style_;
  bool any_right_to_left_;
  bool right_to_left_;
};

// Words of the program's own, all in one ink.
void add_words(std::string_view words, std::string_view parameters, std::size_t columns,
               const TableStyle& style, std::vector<CellLine>& lines) {
  const TableCell cell{CellState::kText, std::string(words), {}, {}};
  for (CellLine& line : cell_lines(cell, message_language(), columns, style)) {
    line.text = inked(line.text, parameters, style);
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::string inked(std::string_view text, std::string_view parameters, const TableStyle& style) {
  if (!style.colour || text.empty() || parameters.empty()) return std::string(text);
  std::string out = "\x1B[";
  out += parameters;
  out += 'm';
  out += text;
  out += "\x1B[0m";
  return out;
}

std::string harmless(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
      text[i] = ' ';
    } else if (byte == 0xC2 && i + 1 < text.size() &&
               static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      text[i + 1] = '\xA0';
    }
  }
  return text;
}

std::string_view ink_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "1;31";
    case Severity::kWarning:
      return "33";
    case Severity::kInfo:
      break;
  }
  return "34";
}

std::vector<CellLine> cell_lines(const TableCell& cell, std::string_view language,
                                 std::size_t columns, const TableStyle& style) {
  std::vector<CellLine> lines;
  if (cell.state == CellState::kMissing) {
    add_words("∅ " + translate("no counterpart"), ink::kMissing, columns, style, lines);
  } else if (cell.state == CellState::kText) {
    const CellWriter writer(cell, language, style);
    for (const Span span : wrap_spans(writer.text(), columns, language)) {
      lines.push_back(writer.line(span));
    }
  }
  if (!cell.remark.empty()) add_words(cell.remark, ink::kDim, columns, style, lines);
  return lines;
}

std::string padded(const CellLine& line, std::size_t columns) {
  const std::string space(columns - std::min(columns, line.width), ' ');
  return line.to_the_right ? space + line.text : line.text + space;
}

}  // namespace synoptic
