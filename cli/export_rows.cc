#include "cli/export_rows.h"

#include <map>

#include "checks/check.h"

namespace synoptic {

namespace {

constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

// Which rows hold the clauses of one language.
class RowIndex {
 public:
  RowIndex(const ParallelText& parallel, std::size_t language) {
    for (std::size_t r = 0; r < parallel.rows.size(); ++r) {
      for (const ParallelText::Piece& piece : parallel.rows[r].pieces[language]) {
        places_[piece.unit].push_back({r, piece.span});
      }
    }
  }

  // The row of the first span, else of the first unit; kNoRow where there is neither.
  std::size_t row_of(const std::vector<FindingSpan>& spans,
                     const std::vector<UnitId>& units) const {
    for (const FindingSpan& span : spans) {
      const auto found = places_.find(span.unit);
      if (found == places_.end()) continue;
      for (const auto& [row, held] : found->second) {
        if (span.span.begin < held.end && span.span.end > held.begin) return row;
      }
    }
    for (const UnitId unit : units) {
      const auto found = places_.find(unit);
      if (found != places_.end()) return found->second.front().first;
    }
    return kNoRow;
  }

 private:
  std::map<UnitId, std::vector<std::pair<std::size_t, Span>>> places_;
};

}  // namespace

ParallelText export_rows(const StoredWork& work, std::span<const StoredTranslation> translations,
                         RowSize size) {
  std::vector<AlignedTranslation> aligned;
  for (const StoredTranslation& translation : translations) {
    aligned.push_back({translation.comparison.translation, translation.comparison.alignment});
  }
  ParallelText parallel = parallel_text(work.name, *work.original, aligned, size);
  if (parallel.rows.empty()) return parallel;
  const RowIndex originals(parallel, 0);
  for (std::size_t t = 0; t < translations.size(); ++t) {
    const RowIndex own(parallel, t + 1);
    for (const Finding& finding : translations[t].comparison.findings) {
      std::size_t row = own.row_of(finding.translation_spans, finding.translation);
      if (row == kNoRow) row = originals.row_of(finding.original_spans, finding.original);
      if (row == kNoRow) row = 0;
      parallel.rows[row].marks.push_back(
          {t + 1, finding.severity, finding.check, message_of(finding)});
    }
  }
  return parallel;
}

}  // namespace synoptic
