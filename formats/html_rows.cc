#include "formats/html_rows.h"

#include <algorithm>

#include "formats/tmx_writer.h"
#include "text/characters.h"
#include "text/messages.h"

namespace synoptic {

namespace {

// For the guess at the height of a row that the browser has not laid out yet.
constexpr std::size_t kColumnsPerLine = 45;
constexpr std::size_t kLinesPerFinding = 2;

std::string joined(const std::vector<uint32_t>& numbers) {
  std::string all;
  for (const uint32_t number : numbers) all += (all.empty() ? "" : " ") + std::to_string(number);
  return all;
}

std::string_view fate_word(ClauseFate fate) {
  switch (fate) {
    case ClauseFate::kMoved:
      return "moved";
    case ClauseFate::kMerged:
      return "merged";
    case ClauseFate::kSplit:
      return "split";
    case ClauseFate::kKept:
      return "";
  }
  return "";
}

void append_class(std::string_view name, std::string& html) {
  append_attribute("class", name, html);
}

class Rows {
 public:
  Rows(const ReviewSheet& sheet, std::string& html) : sheet_(sheet), html_(html) {}

  void append_head() {
    html_ += "<thead role=\"rowgroup\"><tr role=\"row\">";
    html_ += "<th role=\"columnheader\" scope=\"col\">" + escape_xml(translate("Clause")) + "</th>";
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) {
      const ReviewSheet::Column& column = sheet_.columns[c];
      html_ += "<th role=\"columnheader\" scope=\"col\"";
      append_class("c" + std::to_string(c), html_);
      html_ += "><b>" + escape_xml(column.name) + "</b> <code>" + escape_xml(column.language);
      html_ += "</code>";
      if (c == 0) html_ += " <i>" + escape_xml(translate("original")) + "</i>";
      html_ += " <bdi class=\"file\">" + escape_xml(column.file) + "</bdi></th>";
    }
    html_ += "</tr></thead>\n";
  }

  void append_row(const SheetRow& row) {
    html_ += "<tbody role=\"rowgroup\"";
    if (!row.findings.empty()) append_class(severity_id(gravest(sheet_, row.findings)), html_);
    html_ += " style=\"--h:" + std::to_string(height(row)) + "\">\n";
    for (const SheetLine& line : row.lines) append_line(row, line);
    if (!row.findings.empty()) {
      html_ += "<tr role=\"row\" class=\"found\"><td role=\"cell\" colspan=\"";
      html_ += std::to_string(sheet_.columns.size() + 1) + "\">";
      append_findings(sheet_, row.findings, html_);
      html_ += "</td></tr>\n";
    }
    html_ += "</tbody>\n";
  }

 private:
  // In lines of text.
  std::size_t height(const SheetRow& row) const {
    std::size_t lines = row.findings.size() * kLinesPerFinding;
    for (const SheetLine& line : row.lines) {
      std::size_t most = 1;
      for (const SheetCell& cell : line.cells) {
        if (cell.lines > 1) continue;
        most = std::max(most, 1 + text_columns(cell) / kColumnsPerLine);
      }
      lines += most;
    }
    return lines;
  }

  void append_line(const SheetRow& row, const SheetLine& line) {
    const std::string id = line_id(row, line);
    html_ += "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"";
    append_attribute("id", id, html_);
    append_attribute("data-path", line.path, html_);
    html_ += "><a";
    append_attribute("href", "#" + id, html_);
    html_ += "><bdi>" + escape_xml(shown_path(row, line)) + "</bdi></a></th>\n";
    for (const SheetCell& cell : line.cells) append_cell(row, line, cell);
    html_ += "</tr>\n";
  }

  void append_cell(const SheetRow& row, const SheetLine& line, const SheetCell& cell) {
    const ReviewSheet::Column& column = sheet_.columns[cell.column];
    std::string classes = "c" + std::to_string(cell.column);
    if (!column.script.empty()) classes += " s-" + column.script;
    if (cell.missing) classes += " missing";
    html_ += "<td role=\"cell\"";
    append_class(classes, html_);
    if (cell.lines > 1) {
      const std::string lines = std::to_string(cell.lines);
      append_attribute("rowspan", lines, html_);
      append_attribute("style", "--r:" + lines, html_);
    }
    if (!cell.clauses.empty()) {
      append_attribute("lang", column.language, html_);
      append_attribute("dir", column.right_to_left ? "rtl" : "ltr", html_);
    }
    html_ += ">";
    if (cell.missing) {
      html_ += "<span>∅ " + escape_xml(translate("no counterpart")) + "</span>";
    }
    append_fate(cell, row.extra_in != 0);
    for (const SheetClause& clause : cell.clauses) append_clause(line, cell, clause);
    html_ += "</td>\n";
  }

  void append_fate(const SheetCell& cell, bool extra) {
    const std::string_view word = extra && !cell.clauses.empty() ? "added" : fate_word(cell.fate);
    if (word.empty() || cell.clauses.empty()) return;
    html_ += "<span lang=\"en\" dir=\"ltr\"";
    append_class("fate", html_);
    html_ += ">" + escape_xml(translate(word)) + "</span> ";
  }

  void append_clause(const SheetLine& line, const SheetCell& cell, const SheetClause& clause) {
    const bool right_to_left = sheet_.columns[cell.column].right_to_left;
    html_ += "<p";
    if (clause.right_to_left != right_to_left) {
      append_attribute("dir", clause.right_to_left ? "rtl" : "ltr", html_);
    }
    html_ += ">";
    // What the head of the row says already is not said again.
    if (clause.path != line.path) {
      html_ += "<bdi class=\"path\">" + escape_xml(clause.path) + "</bdi> ";
    }
    if (!clause.label.empty()) {
      html_ += "<b>";
      append_text(clause.label);
      html_ += "</b> ";
    }
    append_text(clause.text);
    html_ += "</p>";
  }

  // A number never stands inside a word, where it would part letters that join.
  void append_text(const std::vector<MarkedText>& pieces) {
    std::vector<uint32_t> badges;  // of marks that ended inside the word that goes on
    for (const MarkedText& piece : pieces) {
      const std::size_t word = badges.empty() ? 0 : rest_of_word(piece.text);
      if (piece.findings.empty()) {
        html_ += escape_xml(piece.text.substr(0, word));
        if (word < piece.text.size()) append_badges(badges);
        html_ += escape_xml(piece.text.substr(word));
        continue;
      }
      if (word == 0) append_badges(badges);
      append_mark(piece);
      badges.insert(badges.end(), piece.ends.begin(), piece.ends.end());
    }
    append_badges(badges);
  }

  static std::size_t rest_of_word(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const CodePoint next = code_point_at(text, at);
      const bool goes_on =
          is_letter(next.value) || is_digit(next.value) || is_ignorable(next.value);
      if (!goes_on || is_unspaced(next.value)) break;
      at += next.bytes;
    }
    return at;
  }

  void append_mark(const MarkedText& piece) {
    const std::string severity(severity_id(gravest(sheet_, piece.findings)));
    html_ += "<mark";
    append_class(piece.whole ? severity + " whole" : severity, html_);
    append_attribute("data-finding", joined(piece.findings), html_);
    html_ += ">" + escape_xml(piece.text) + "</mark>";
  }

  void append_badges(std::vector<uint32_t>& numbers) {
    for (const uint32_t number : numbers) append_badge(number);
    numbers.clear();
  }

  // The number that stands at the words on both sides and at the finding.
  void append_badge(uint32_t number) {
    const std::string digits = std::to_string(number);
    html_ += "<a";
    append_class("badge " + std::string(severity_id(gravest(sheet_, {number}))), html_);
    append_attribute("href", "#f" + digits, html_);
    append_attribute("data-finding", digits, html_);
    html_ += ">" + digits + "</a>";
  }

  const ReviewSheet& sheet_;
  std::string& html_;
};

}  // namespace

void append_rows(const ReviewSheet& sheet, std::string& html) {
  html += "<table id=\"texts\" role=\"table\" tabindex=\"-1\"";
  append_attribute("aria-label", translate("The texts side by side"), html);
  append_attribute("style", "--n:" + std::to_string(sheet.columns.size()), html);
  html += ">\n";
  Rows rows(sheet, html);
  rows.append_head();
  for (const SheetRow& row : sheet.rows) rows.append_row(row);
  html += "</table>\n";
}

void append_findings(const ReviewSheet& sheet, const std::vector<uint32_t>& numbers,
                     std::string& html) {
  html += "<ul class=\"findings\">";
  for (const uint32_t number : numbers) {
    const WordedFinding& worded = *sheet.findings[number - 1];
    const std::size_t column = worded.translation + 1;
    const std::string digits = std::to_string(number);
    const std::string severity(severity_id(worded.finding->severity));
    html += "<li tabindex=\"-1\"";
    append_attribute("id", "f" + digits, html);
    append_class(severity, html);
    append_attribute("data-finding", digits, html);
    append_attribute("data-severity", severity, html);
    append_attribute("data-column", std::to_string(column), html);
    append_attribute("data-check", worded.finding->check, html);
    html += "><a";
    append_class("badge " + severity, html);
    append_attribute("href", "#f" + digits, html);
    html += ">" + digits + "</a> <b>" + escape_xml(translate(severity)) + "</b> <code>";
    html += escape_xml(sheet.columns[column].language) + "</code> <bdi>";
    html += escape_xml(worded.message) + "</bdi> <span";
    append_class("check", html);
    append_attribute("title", worded.title, html);
    html += ">" + escape_xml(worded.finding->check) + "</span></li>\n";
  }
  html += "</ul>";
}

std::string line_id(const SheetRow& row, const SheetLine& line) {
  if (row.extra_in == 0) return "c-" + line.path;
  return "x" + std::to_string(row.extra_in) + "-" + line.path;
}

std::string shown_path(const SheetRow& row, const SheetLine& line) {
  return row.extra_in == 0 ? line.path : "+" + line.path;
}

Severity gravest(const ReviewSheet& sheet, const std::vector<uint32_t>& numbers) {
  Severity worst = Severity::kInfo;
  for (const uint32_t number : numbers) {
    worst = std::max(worst, sheet.findings[number - 1]->finding->severity);
  }
  return worst;
}

void append_attribute(std::string_view name, std::string_view value, std::string& html) {
  html += ' ';
  html += name;
  html += "=\"" + escape_xml(value) + "\"";
}

}  // namespace synoptic
