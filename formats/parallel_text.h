// Rows of texts in n languages, as tables and translation memories want them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "align/parallel.h"

namespace synoptic {

struct ParallelText {
  // Something that a reviser should look at in one language of a row.
  struct Mark {
    std::size_t language = 0;
    Severity severity = Severity::kWarning;
    std::string check;    // id: "missing-clause"
    std::string message;  // worded
  };
  // What a cell holds: a clause, or sentences of one that follow each other.
  struct Piece {
    UnitId unit = kNoUnit;
    Span span;
  };
  struct Row {
    std::string path;                // of its first clause; joined by '+' where there are several
    std::vector<std::string> cells;  // by language; empty: no counterpart, or no text
    std::vector<std::string> labels = {};         // by language, a line for each line of the cell
    std::vector<std::vector<Piece>> pieces = {};  // by language
    std::vector<double> costs_nats = {};          // by language; NaN: of the original, or no pair
    std::vector<Mark> marks = {};                 // as the caller puts them
  };
  std::string work;
  std::vector<std::string> languages;  // BCP 47, the original first
  std::vector<Row> rows;
};

enum class RowSize : uint8_t { kClause, kSentence };

// Rows that translate nothing, as a memory has no use for them.
enum class HalfEmpty : uint8_t { kLeftOut, kWritten };

// How many languages have a text in the row.
std::size_t texts_in(const ParallelText::Row& row);

// Several clauses in a cell stand on a line each; sentences of one clause keep what is between
// them. The path of a row that only translations have is the path there.
ParallelText parallel_text(const std::string& work, const Document& original,
                           const std::vector<AlignedTranslation>& translations, RowSize size);

}  // namespace synoptic
