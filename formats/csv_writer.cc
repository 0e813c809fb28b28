#include "formats/csv_writer.h"

#include <string_view>

namespace synoptic {

namespace {

void append_field(std::string_view field, std::string& csv) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
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

void append_line(std::string_view first, const std::vector<std::string>& others, std::string& csv) {
  append_field(first, csv);
  for (const std::string& field : others) {
    csv += ',';
    append_field(field, csv);
  }
  csv += "\r\n";
}

}  // namespace

std::string to_csv(const ParallelText& parallel) {
  std::string csv;
  append_line("path", parallel.languages, csv);
  for (const ParallelText::Row& row : parallel.rows) append_line(row.path, row.cells, csv);
  return csv;
}

}  // namespace synoptic
