// Rows of clauses in one to many languages, laid out in columns for a terminal or a file.
//
// Data in, text out; the rows come from cli/side_by_side.h, or anywhere.
//
// Layout: where every language gets kLeastColumn columns, they stand side by side:
//
//       │ en                         │ fr
//     ──┼────────────────────────────┼─────────────────────────────
//     1 │ 1. The towns share one     │ 1. Les villes veillent
//       │ watch over the river.      │ ensemble sur le fleuve.
//       │                            │
//   E 2 │ 2. Each town keeps boats.  │ ∅ no counterpart
//   E   └ fr: clause 2 has no counterpart [missing-clause]
//
// else they stand under each other, clause by clause.  The letter in front is the severity of what
// was found, seen without colour: E error, W warning, i info; what a finding is about is underlined
// where there is colour.  Right-to-left text stands at the right of its column, and no line is
// wider than asked for.
// Control characters of a text are shown as spaces: no text can steer a terminal.
// Errors: none.  Threads: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "text/bidi.h"
#include "text/span.h"

namespace synoptic {

// Narrower columns are unreadable; chosen by eye on English, German and Chinese.
inline constexpr std::size_t kLeastColumn = 18;

// Bytes of a cell's text that a finding is about.
struct TableMark {
  Span span;
  Severity severity = Severity::kWarning;
};

enum class CellState : uint8_t {
  kText,     // `text` is shown
  kMissing,  // a counterpart is expected and not there; said in words
  kBlank,    // nothing is expected here
};

struct TableCell {
  CellState state = CellState::kText;
  std::string text;              // a line feed begins a new line
  std::vector<TableMark> marks;  // in any order, may overlap
  std::string remark;            // shown under the text, dim: "moved"; may be empty
};

// What was found, shown in words.
struct TableNote {
  Severity severity = Severity::kWarning;
  std::string column;   // whose translation: "fr"; may be empty
  std::string message;  // a sentence
  std::string check;    // id: "missing-clause"
};

struct TableRow {
  std::string path;                  // "7.1"; in front of the row
  std::vector<TableCell> cells;      // one a column
  std::optional<Severity> severity;  // the worst of what touches the row
  std::vector<TableNote> notes;      // shown beneath it
};

struct TableColumn {
  std::string title;
  std::string language;  // BCP 47 tag, for line breaks and direction; may be empty
};

struct Table {
  std::vector<TableColumn> columns;
  std::vector<TableNote> notes;  // of no row: shown above all
  std::vector<TableRow> rows;
};

struct TableStyle {
  std::size_t width = 100;  // columns of a line; what is less than 20 counts as 20
  bool colour = false;      // ANSI SGR sequences
  TextOrder order = TextOrder::kLogical;
};

// REQUIRES: at least one column, and a cell for each in every row.
std::string render(const Table& table, const TableStyle& style);

}  // namespace synoptic
