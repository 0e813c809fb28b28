#include "formats/csv_writer.h"

#include <string_view>

namespace synoptic {

namespace {

void append_field(std::string_view field, char delimiter, std::string& csv) {
  if (field.find(delimiter) == field.npos && field.find_first_of("\"\r\n") == field.npos) {
    csv += field;
    return;
  }
  csv += '"';
  for (const char c : field) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

void append_line(std::string_view first, const std::vector<std::string>& others, char delimiter,
                 std::string& csv) {
  append_field(first, delimiter, csv);
  for (const std::string& field : others) {
    csv += delimiter;
    append_field(field, delimiter, csv);
  }
  csv += "\r\n";
}

}  // namespace

std::string to_csv(const ParallelText& parallel, char delimiter) {
  std::string csv;
  append_line("path", parallel.languages, delimiter, csv);
  for (const ParallelText::Row& row : parallel.rows) {
    append_line(row.path, row.cells, delimiter, csv);
  }
  return csv;
}

}  // namespace synoptic
