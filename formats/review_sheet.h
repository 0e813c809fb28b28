// An original and its translations laid out for a reviser: rows of cells, findings numbered, the
// words that each marks cut out.  What html_page.h and docx_writer.h write.
//
// A row holds what belongs together in all languages (align/parallel.h).  It has a line for each of
// its clauses of the original; a cell that pairs with several of them spans their lines.
// Findings are numbered from 1 down the page, each in the row of its first clause; its words are
// marked wherever they stand.
// Ownership: texts point into the documents, which outlive the sheet.  Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "align/parallel.h"

namespace synoptic {

// A finding in words; formats/ knows no checks.
struct WordedFinding {
  const Finding* finding = nullptr;  // outlives the sheet
  std::size_t translation = 0;       // index of the translation that it is about
  std::string title;                 // of its check: "Clause without counterpart"
  std::string message;
};

struct ReviewInput {
  std::string title;  // of the page
  const Document& original;
  std::vector<AlignedTranslation> translations;
  std::vector<WordedFinding> findings;
};

// A run of text under the same marks.
struct MarkedText {
  std::string_view text;
  std::vector<uint32_t> findings;  // numbers of those that mark it, ascending
  std::vector<uint32_t> ends;      // of these, those whose mark ends here
  bool whole = false;              // all of them mark the whole clause, no words of it
};

enum class ClauseFate : uint8_t { kKept, kMoved, kMerged, kSplit };

struct SheetClause {
  std::string_view path;
  std::vector<MarkedText> label;
  std::vector<MarkedText> text;
  bool right_to_left = false;
};

struct SheetCell {
  std::size_t column = 0;  // 0: the original
  std::size_t lines = 1;   // how many it spans
  bool missing = false;    // the clause has no counterpart here
  ClauseFate fate = ClauseFate::kKept;
  std::vector<SheetClause> clauses;  // empty where missing, or where there is nothing to miss
};

struct SheetLine {
  std::string path;              // of the original's clause; in an extra row the translation's
  UnitId original = kNoUnit;     // none in an extra row
  std::vector<SheetCell> cells;  // those that begin on this line, by column
};

struct SheetRow {
  std::vector<SheetLine> lines;         // at least one
  std::size_t extra_in = 0;             // column that alone has it; 0: the original has it
  std::vector<uint32_t> findings = {};  // numbers, ascending
};

struct ReviewSheet {
  struct Column {
    std::string language;  // BCP 47
    std::string name;      // "French"
    std::string script;    // ISO 15924: "Latn"; empty where unknown
    std::string file;      // without its folders
    bool right_to_left = false;
    std::size_t clauses = 0;
    std::size_t paired = 0;  // clauses of the original with a counterpart here
  };
  std::string title;
  std::vector<Column> columns;  // the original first
  std::vector<SheetRow> rows;
  std::vector<const WordedFinding*> findings;  // number n at n - 1
  std::vector<uint32_t> on_the_whole;          // findings of no clause
};

// `input` outlives the sheet.
ReviewSheet review_sheet(const ReviewInput& input);

// "error", "warning" or "info".
std::string_view severity_id(Severity severity);

// Columns of characters that the text of a cell takes, for an estimate of its height.
std::size_t text_columns(const SheetCell& cell);

}  // namespace synoptic
