#include "formats/bilingual_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "formats/table_text.h"
#include "text/characters.h"
#include "text/language.h"

namespace synoptic {

namespace {

constexpr double kLeastShare = 0.7;       // of the text, that stands in the columns
constexpr double kLeastConfidence = 0.5;  // of a column's language
constexpr std::size_t kFewestRows = 3;
constexpr uint32_t kMostColumns = 40;
constexpr std::size_t kLongestLabel = 12;  // bytes, in a column of numbers

struct Table {
  std::vector<TextTableRow> rows;
  std::size_t columns = 0;
};

// All tables as one: those of a document have the same columns where they hold its text.
Table table_of(const Text& text) {
  Table table;
  TablePlace before;
  for (const Line& line : text.lines) {
    const TablePlace& place = line.place;
    if (place.table == 0 || place.column > kMostColumns) continue;
    if (place.table != before.table || place.row != before.row) {
      table.rows.push_back({{}, line.number});
      before = place;
    }
    std::vector<std::string>& fields = table.rows.back().fields;
    if (fields.size() < place.column) fields.resize(place.column);
    std::string& field = fields[place.column - 1];
    if (!field.empty()) field += '\n';
    field += slice(text.bytes, line.span);
    table.columns = std::max<std::size_t>(table.columns, place.column);
  }
  for (TextTableRow& row : table.rows) row.fields.resize(table.columns);
  return table;
}

// What a column holds in all rows.
std::string column_text(const Table& table, std::size_t column) {
  std::string all;
  for (const TextTableRow& row : table.rows) all += row.fields[column] + '\n';
  return all;
}

bool holds_labels(const Table& table, std::size_t column) {
  bool any = false;
  for (const TextTableRow& row : table.rows) {
    any |= !row.fields[column].empty();
    if (row.fields[column].size() > kLongestLabel) return false;
  }
  return any;
}

// The names of the columns where the first row does not say them; no header: no such table.
std::vector<std::string> languages_by_text(const Table& table, std::size_t bytes) {
  std::vector<std::string> header(table.columns);
  std::set<std::string> known;
  std::size_t held = 0;
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (holds_labels(table, column)) continue;
    const std::string text = column_text(table, column);
    const LanguageGuess guess = identify_language(text);
    if (guess.confidence < kLeastConfidence || !known.insert(guess.tag).second) return {};
    header[column] = guess.tag;
    held += text.size();
  }
  const bool most = static_cast<double>(held) >= kLeastShare * static_cast<double>(bytes);
  return known.size() >= 2 && most ? header : std::vector<std::string>();
}

// A column of numbers goes in front of all others.
void number_cells(Table& table, const std::vector<std::string>& header) {
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (!header[column].empty() || !holds_labels(table, column)) continue;
    for (TextTableRow& row : table.rows) {
      if (row.fields[column].empty()) continue;
      for (std::size_t other = 0; other < table.columns; ++other) {
        std::string& field = row.fields[other];
        if (!header[other].empty() && !field.empty()) field = row.fields[column] + ' ' + field;
      }
    }
    return;
  }
}

}  // namespace

std::optional<PairedText> bilingual_table(const Text& text) {
  Table table = table_of(text);
  if (table.columns < 2 || table.rows.size() < kFewestRows) return std::nullopt;
  TextTableRow first = table.rows.front();
  const bool named = names_languages(first.fields);
  if (named) table.rows.erase(table.rows.begin());
  const std::vector<std::string> by_text = languages_by_text(table, text.bytes.size());
  if (by_text.empty()) return std::nullopt;
  number_cells(table, by_text);
  if (!named) first = {by_text, 0};
  table.rows.insert(table.rows.begin(), std::move(first));
  PairedText paired = paired_table(table.rows, text.file);
  paired.encoding = text.encoding;
  return paired;
}

}  // namespace synoptic
