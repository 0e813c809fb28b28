#include "formats/paired_text.h"

#include <algorithm>
#include <string_view>

#include "text/characters.h"
#include "text/encoding.h"
#include "text/error.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

bool is_empty_row(const PairedRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

void drop_empty_columns(PairedText& paired) {
  for (std::size_t column = paired.languages.size(); column-- > 0;) {
    const auto has_text = [&](const PairedRow& row) { return !row.cells[column].empty(); };
    if (std::any_of(paired.rows.begin(), paired.rows.end(), has_text)) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    paired.languages.erase(paired.languages.begin() + at);
    for (PairedRow& row : paired.rows) {
      row.cells.erase(row.cells.begin() + at);
      row.labels.erase(row.labels.begin() + at);
    }
  }
}

// "2+3" goes on with "2" and with "3".
bool share_clause(std::string_view last, std::string_view path) {
  if (path.empty()) return false;
  const std::string_view first = path.substr(0, path.find('+'));
  return first == last.substr(last.rfind('+') + 1);
}

// Where rows are clauses, no two texts of the original stand under one path: a path that comes
// again is that of a clause that only a translation has.
bool holds_sentences(const PairedText& paired) {
  for (std::size_t r = 1; r < paired.rows.size(); ++r) {
    const PairedRow& last = paired.rows[r - 1];
    const PairedRow& row = paired.rows[r];
    if (share_clause(last.path, row.path) && !last.cells[0].empty() && !row.cells[0].empty()) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::size_t language_column(std::vector<std::string>& languages, const std::string& language) {
  const auto found = std::find(languages.begin(), languages.end(), language);
  if (found == languages.end()) {
    languages.push_back(language);
    return languages.size() - 1;
  }
  return static_cast<std::size_t>(found - languages.begin());
}

std::string tidy_language(const std::string& tag) {
  std::string dashed = tag;
  std::replace(dashed.begin(), dashed.end(), '_', '-');
  const std::string tidied = language_of_code(dashed);
  return tidied.empty() ? dashed : tidied;
}

std::string squeezed(std::string_view text) {
  std::string all;
  bool space = false;
  for (const char c : trim(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      if (space) all += ' ';
      all += c;
    }
    space = blank;
  }
  return all;
}

void tidy(PairedText& paired) {
  for (PairedRow& row : paired.rows) {
    row.cells.resize(paired.languages.size());
    row.labels.resize(paired.languages.size());
    for (std::string& cell : row.cells) cell = to_nfc(trim(cell));
  }
  std::erase_if(paired.rows, is_empty_row);
  drop_empty_columns(paired);
  if (paired.languages.empty()) {
    const bool broken = !paired.warnings.empty();
    throw Error({paired.file, broken ? "line " + std::to_string(paired.warnings[0].line) : "",
                 broken ? "it holds no text and breaks a rule: " + paired.warnings[0].rule
                        : "it holds no text",
                 "name a file with text"});
  }
  if (!holds_sentences(paired)) return;
  for (std::size_t r = 1; r < paired.rows.size(); ++r) {
    if (share_clause(paired.rows[r - 1].path, paired.rows[r].path)) paired.rows[r].continues = true;
  }
}

}  // namespace synoptic
