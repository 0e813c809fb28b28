#include "formats/parallel_text.h"

namespace synoptic {

namespace {

// Units or sentences of one document in one way.
struct Items {
  const Document& document;
  RowSize size;

  UnitId unit(uint32_t item) const {
    return size == RowSize::kClause ? item : document.segments[item].unit;
  }
  Span span(uint32_t item) const {
    return size == RowSize::kClause ? document.units[item].text : document.segments[item].span;
  }
};

std::string text_of(const Items& items, const std::vector<uint32_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    Span span = items.span(numbers[i]);
    const UnitId unit = items.unit(numbers[i]);
    // Neighbours of one clause: as they stand in the text.
    for (++i;
         i < numbers.size() && numbers[i] == numbers[i - 1] + 1 && items.unit(numbers[i]) == unit;
         ++i) {
      span.end = items.span(numbers[i]).end;
    }
    if (span.empty()) continue;
    if (!text.empty()) text += '\n';
    text += slice(items.document.text, span);
  }
  return text;
}

std::string path_of(const Items& items, const std::vector<uint32_t>& numbers) {
  std::string path;
  UnitId last = kNoUnit;
  for (const uint32_t number : numbers) {
    const UnitId unit = items.unit(number);
    if (unit == last) continue;
    last = unit;
    if (!path.empty()) path += '+';
    path += items.document.units[unit].path;
  }
  return path;
}

}  // namespace

ParallelText parallel_text(const std::string& work, const Document& original,
                           const std::vector<AlignedTranslation>& translations, RowSize size) {
  ParallelText parallel{work, {original.language}, {}};
  for (const AlignedTranslation& aligned : translations) {
    parallel.languages.push_back(aligned.translation.language);
  }
  const std::vector<ParallelRow> rows = size == RowSize::kClause
                                            ? parallel_units(original, translations)
                                            : parallel_segments(original, translations);
  for (const ParallelRow& row : rows) {
    const Items left{original, size};
    ParallelText::Row made{path_of(left, row.original), {text_of(left, row.original)}};
    for (std::size_t t = 0; t < translations.size(); ++t) {
      const Items right{translations[t].translation, size};
      made.cells.push_back(text_of(right, row.translations[t]));
      if (made.path.empty()) made.path = path_of(right, row.translations[t]);
    }
    parallel.rows.push_back(std::move(made));
  }
  return parallel;
}

}  // namespace synoptic
