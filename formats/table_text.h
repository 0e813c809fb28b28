// Tables of values with a column a language: CSV (RFC 4180), TSV, and the rows of a sheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/paired_text.h"
#include "formats/plain_text.h"

namespace synoptic {

struct TextTableRow {
  std::vector<std::string> fields;
  uint32_t line = 0;  // 1-based, on which it begins
};

// Fields in quotation marks may hold the delimiter, line ends and doubled quotation marks.  Throws
// Error with the line for a quotation mark that is never closed.  Lines end in \n, \r\n or \r.
std::vector<TextTableRow> read_rows(std::string_view text, char delimiter, const std::string& file);

// Whether the first line names two languages or more in two columns or more, and another follows.
bool looks_like_table(std::string_view bytes);

// The delimiter, which is a tab, comma or semicolon, is told by the first line.
PairedText read_table_pairs(std::string_view bytes, const std::string& file,
                            const ReadOptions& options);

// Whether the fields name two languages or more, as the first row of a table does.
bool names_languages(const std::vector<std::string>& fields);

// The first row names the columns: languages, by tags or names ("fr", "French", "français"), the
// original first; "path" or "clause" as the program writes them; others are
// passed over.  Rows with more fields than the first are a warning.
// Throws Error where the first row names fewer than two languages.
PairedText paired_table(const std::vector<TextTableRow>& rows, const std::string& file);

}  // namespace synoptic
