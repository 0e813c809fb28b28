// A text in two languages or more with the pairs that its file holds: TMX, XLIFF, tables.
//
// Data only; the readers are listed in formats/paired_readers.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace synoptic {

// What stands beside each other in all languages.
struct PairedRow {
  std::string path;  // as the file states it, joined by '+' for several clauses; else empty
  // A sentence of the clause that the row before belongs to.
  bool continues = false;
  // By language; empty: no counterpart.  Where the path names several clauses, each on a line.
  std::vector<std::string> cells;
  std::vector<std::string> labels;  // by language, lines as in the cells; empty: as in the text
  uint32_t line = 0;                // 1-based line, or row of a sheet
};

// What breaks the rules of the format and could be read all the same.
struct FormatWarning {
  uint32_t line = 0;
  uint32_t column = 0;  // 0: none
  std::string rule;     // a clause: "the id of a segment is used once in its unit"
};

struct PairedText {
  std::string file;
  std::string encoding;                // what the bytes were read as
  std::vector<std::string> languages;  // BCP 47, the original first
  std::vector<PairedRow> rows;
  std::vector<FormatWarning> warnings;
};

// The number of the language in `languages`, which is added where it is new.
std::size_t language_column(std::vector<std::string>& languages, const std::string& language);

// A file's tag as the program writes tags: "EN-us" is "en-US"; one that is none stays as it is.
std::string tidy_language(const std::string& tag);

// Runs of white space to one space, none at the ends.
std::string squeezed(std::string_view text);

// Rows without a text go, columns without one too; the path of a row that only repeats that of the
// row before, as sentences do, says that it continues.
// Throws Error where nothing is left.
void tidy(PairedText& paired);

}  // namespace synoptic
