#include "formats/parallel_text.h"

#include <algorithm>
#include <limits>

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
  // The label of the clause stands before it.
  bool is_head(uint32_t item) const {
    return size == RowSize::kClause || document.first_segment[unit(item)] == item;
  }
};

// What a cell shows of some items.
struct Cell {
  std::string text;
  std::string labels;
  std::vector<ParallelText::Piece> pieces;
};

Cell cell_of(const Items& items, const std::vector<uint32_t>& numbers) {
  Cell cell;
  bool any_label = false;
  for (std::size_t i = 0; i < numbers.size();) {
    Span span = items.span(numbers[i]);
    const UnitId unit = items.unit(numbers[i]);
    const bool head = items.is_head(numbers[i]);
    // Neighbours of one clause: as they stand in the text.
    for (++i;
         i < numbers.size() && numbers[i] == numbers[i - 1] + 1 && items.unit(numbers[i]) == unit;
         ++i) {
      span.end = items.span(numbers[i]).end;
    }
    cell.pieces.push_back({unit, span});
    if (span.empty()) continue;
    if (!cell.text.empty()) cell.text += '\n', cell.labels += '\n';
    cell.text += slice(items.document.text, span);
    if (head) cell.labels += items.document.label_of(unit);
    any_label |= head && !items.document.label_of(unit).empty();
  }
  if (!any_label) cell.labels.clear();
  return cell;
}

// By item, the cost of the pair that holds it.
std::vector<double> costs_of(const Items& items, const Alignment& alignment) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  const bool clauses = items.size == RowSize::kClause;
  std::vector<double> costs(clauses ? items.document.units.size() : items.document.segments.size(),
                            kNone);
  for (const Link& link : alignment.links) {
    if (link.original.empty()) continue;
    if (clauses) {
      for (const UnitId unit : link.translation) costs[unit] = link.cost_nats;
      continue;
    }
    const std::vector<uint32_t> segments = segments_of(items.document, link.translation);
    std::size_t next = 0;
    for (const Bead& bead : link.beads) {
      for (; next < bead.translation_end && next < segments.size(); ++next) {
        costs[segments[next]] = bead.cost_nats;
      }
    }
  }
  return costs;
}

void add_cell(const Items& items, const std::vector<uint32_t>& numbers, double cost_nats,
              ParallelText::Row& row) {
  Cell cell = cell_of(items, numbers);
  row.cells.push_back(std::move(cell.text));
  row.labels.push_back(std::move(cell.labels));
  row.pieces.push_back(std::move(cell.pieces));
  row.costs_nats.push_back(cost_nats);
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

std::size_t texts_in(const ParallelText::Row& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

ParallelText parallel_text(const std::string& work, const Document& original,
                           const std::vector<AlignedTranslation>& translations, RowSize size) {
  ParallelText parallel{work, {original.language}, {}};
  for (const AlignedTranslation& aligned : translations) {
    parallel.languages.push_back(aligned.translation.language);
  }
  const std::vector<ParallelRow> rows = size == RowSize::kClause
                                            ? parallel_units(original, translations)
                                            : parallel_segments(original, translations);
  std::vector<std::vector<double>> costs;
  for (const AlignedTranslation& aligned : translations) {
    costs.push_back(costs_of({aligned.translation, size}, aligned.alignment));
  }
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  for (const ParallelRow& row : rows) {
    const Items left{original, size};
    ParallelText::Row made{path_of(left, row.original), {}};
    add_cell(left, row.original, kNone, made);
    for (std::size_t t = 0; t < translations.size(); ++t) {
      const Items right{translations[t].translation, size};
      const std::vector<uint32_t>& items = row.translations[t];
      add_cell(right, items, items.empty() ? kNone : costs[t][items.front()], made);
      if (made.path.empty()) made.path = path_of(right, items);
    }
    parallel.rows.push_back(std::move(made));
  }
  return parallel;
}

}  // namespace synoptic
