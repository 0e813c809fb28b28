#include "cli/table.h"

#include <algorithm>
#include <string_view>

#include "cli/cell_lines.h"
#include "text/messages.h"
#include "text/width.h"

namespace synoptic {

namespace {

constexpr std::size_t kLeastWidth = 20;
constexpr std::size_t kLeastPath = 4;
constexpr std::size_t kPathShare = 6;  // a path gets at most that part of the width
constexpr std::size_t kLetter = 2;     // severity and a space
constexpr std::string_view kBar = " │ ";
constexpr std::string_view kCross = "─┼─";
constexpr std::string_view kDash = "─";
constexpr std::string_view kHook = " └ ";
constexpr std::size_t kBarColumns = 3;

using Lines = std::vector<CellLine>;

std::string letter_of(std::optional<Severity> severity, const TableStyle& style) {
  if (!severity) return "  ";
  const std::string_view letter = *severity == Severity::kError     ? "E"
                                  : *severity == Severity::kWarning ? "W"
                                                                    : "i";
  return inked(letter, ink_of(*severity), style) + ' ';
}

void add_line(std::string line, std::string& out) {
  line.erase(line.find_last_not_of(' ') + 1);
  out += line;
  out += '\n';
}

TableCell words(std::string text) { return {CellState::kText, std::move(text), {}, {}}; }

Lines words_in(std::string_view parameters, const std::string& text, std::size_t columns,
               const TableStyle& style) {
  Lines lines = cell_lines(words(text), {}, columns, style);
  for (CellLine& line : lines) line.text = inked(line.text, parameters, style);
  return lines;
}

// The text of line `at`, filled up; spaces below the last line.
std::string padded(const Lines& lines, std::size_t at, std::size_t columns) {
  return at < lines.size() ? padded(lines[at], columns) : std::string(columns, ' ');
}

// What both layouts have: a narrow column in front (paths, or languages), and notes.
class Layout {
 public:
  Layout(const Table& table, const TableStyle& style, std::size_t widest_front)
      : table_(table),
        style_(style),
        width_(std::max(style.width, kLeastWidth)),
        front_(std::clamp(widest_front, kLeastPath, std::max(kLeastPath, width_ / kPathShare))) {}

 protected:
  void add_notes(const std::vector<TableNote>& notes, std::string& out) const {
    const std::size_t before = kLetter + front_ + kBarColumns;
    for (const TableNote& note : notes) {
      std::string text = note.column.empty() ? "" : note.column + ": ";
      text += note.message + " [" + note.check + "]";
      // Where the messages run from right to left, so does the note, from the right edge.
      const std::size_t columns = width_ - before;
      const Lines lines = cell_lines(words(text), message_language(), columns, style_);
      for (std::size_t at = 0; at < lines.size(); ++at) {
        std::string line = at == 0 ? letter_of(note.severity, style_) : std::string(kLetter, ' ');
        line += std::string(front_, ' ');
        line += at == 0 ? std::string(kHook) : std::string(kBarColumns, ' ');
        add_line(line + (lines[at].to_the_right ? padded(lines[at], columns) : lines[at].text),
                 out);
      }
    }
  }

  const Table& table_;
  const TableStyle& style_;
  std::size_t width_;
  std::size_t front_;  // columns of the narrow column
};

class SideBySide : private Layout {
 public:
  SideBySide(const Table& table, const TableStyle& style)
      : Layout(table, style, widest_path(table)) {
    const std::size_t count = table.columns.size();
    const std::size_t bars = kLetter + front_ + kBarColumns * count;
    const std::size_t room = width_ > bars ? width_ - bars : 0;
    for (std::size_t i = 0; i < count; ++i) {
      widths_.push_back(room / count + (i < room % count ? 1 : 0));
    }
  }

  bool fits() const { return widths_.back() >= kLeastColumn; }

  std::string text() const {
    std::string out;
    add_head(out);
    add_notes(table_.notes, out);
    bool tall_before = false;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const TableRow& row = table_.rows[i];
      const std::vector<Lines> cells = cells_of(row);
      std::size_t height = 1;
      for (const Lines& lines : cells) height = std::max(height, lines.size());
      // Clauses of one line need no space between them.
      const bool tall = height > 1 || !row.notes.empty();
      if (i > 0 && (tall || tall_before)) add_row({}, {}, 1, out);
      tall_before = tall;
      add_row(row.severity, cells, height, out);
      add_notes(row.notes, out);
    }
    return out;
  }

 private:
  static std::size_t widest_path(const Table& table) {
    std::size_t widest = 0;
    for (const TableRow& row : table.rows) widest = std::max(widest, display_width(row.path));
    return widest;
  }

  // The path, then the languages.
  std::vector<Lines> cells_of(const TableRow& row) const {
    std::vector<Lines> cells = {words_in(ink::kPath, row.path, front_, style_)};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      cells.push_back(cell_lines(row.cells[i], table_.columns[i].language, widths_[i], style_));
    }
    return cells;
  }

  void add_row(std::optional<Severity> severity, const std::vector<Lines>& cells,
               std::size_t height, std::string& out) const {
    static const Lines kNothing;
    for (std::size_t at = 0; at < height; ++at) {
      std::string line = at == 0 ? letter_of(severity, style_) : std::string(kLetter, ' ');
      line += padded(cells.empty() ? kNothing : cells[0], at, front_);
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        line += kBar;
        line += padded(cells.empty() ? kNothing : cells[i + 1], at, widths_[i]);
      }
      add_line(std::move(line), out);
    }
  }

  void add_head(std::string& out) const {
    std::vector<Lines> cells = {{}};
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      cells.push_back(words_in(ink::kBold, table_.columns[i].title, widths_[i], style_));
      height = std::max(height, cells.back().size());
    }
    add_row({}, cells, height, out);
    std::string rule;
    const auto add_dashes = [&rule](std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) rule += kDash;
    };
    add_dashes(kLetter + front_);
    for (const std::size_t width : widths_) {
      rule += kCross;
      add_dashes(width);
    }
    add_line(std::move(rule), out);
  }

  std::vector<std::size_t> widths_;
};

class Stacked : private Layout {
 public:
  Stacked(const Table& table, const TableStyle& style)
      : Layout(table, style, widest_title(table)),
        text_width_(width_ - kLetter - front_ - kBarColumns) {}

  std::string text() const {
    std::string out;
    add_notes(table_.notes, out);
    if (!table_.notes.empty()) out += '\n';
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (i > 0) out += '\n';
      add_row(table_.rows[i], out);
    }
    return out;
  }

 private:
  static std::size_t widest_title(const Table& table) {
    std::size_t widest = 0;
    for (const TableColumn& column : table.columns) {
      widest = std::max(widest, display_width(column.title));
    }
    return widest;
  }

  void add_row(const TableRow& row, std::string& out) const {
    bool first = true;
    for (const CellLine& line : words_in(ink::kPath, row.path, width_ - kLetter, style_)) {
      add_line((first ? letter_of(row.severity, style_) : "  ") + line.text, out);
      first = false;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) add_cell(row.cells[i], i, out);
    add_notes(row.notes, out);
  }

  void add_cell(const TableCell& cell, std::size_t column, std::string& out) const {
    const Lines title = words_in(ink::kBold, table_.columns[column].title, front_, style_);
    const Lines lines = cell_lines(cell, table_.columns[column].language, text_width_, style_);
    if (lines.empty()) return;
    for (std::size_t at = 0; at < std::max(title.size(), lines.size()); ++at) {
      std::string line(kLetter, ' ');
      line += padded(title, at, front_);
      line += kBar;
      line += padded(lines, at, text_width_);
      add_line(std::move(line), out);
    }
  }

  std::size_t text_width_;
};

}  // namespace

std::string render(const Table& table, const TableStyle& style) {
  const SideBySide columns(table, style);
  return columns.fits() ? columns.text() : Stacked(table, style).text();
}

}  // namespace synoptic
