// Rows of texts in n languages, as tables and translation memories want them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/document.h"
#include "align/parallel.h"

namespace synoptic {

struct ParallelText {
  struct Row {
    std::string path;                // of its first clause; joined by '+' where there are several
    std::vector<std::string> cells;  // by language; empty: no counterpart, or no text
  };
  std::string work;
  std::vector<std::string> languages;  // BCP 47, the original first
  std::vector<Row> rows;
};

enum class RowSize : uint8_t { kClause, kSentence };

// Several clauses in a cell stand on a line each; sentences of one clause keep what is between
// them. The path of a row that only translations have is the path there.
ParallelText parallel_text(const std::string& work, const Document& original,
                           const std::vector<AlignedTranslation>& translations, RowSize size);

}  // namespace synoptic
