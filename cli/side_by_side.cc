#include "cli/side_by_side.h"

#include <algorithm>
#include <optional>

#include "align/parallel.h"
#include "checks/check.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

// Units of one document as one cell: label and text of each on lines of their own.
TableCell cell_of(const Document& document, const std::vector<UnitId>& units,
                  const std::vector<std::pair<FindingSpan, Severity>>& spans) {
  TableCell cell;
  for (const UnitId unit : units) {
    if (!cell.text.empty()) cell.text += '\n';
    const std::string_view label = document.label_of(unit);
    cell.text += label;
    if (!label.empty() && !document.text_of(unit).empty()) cell.text += ' ';
    const auto begin = static_cast<uint32_t>(cell.text.size());
    const Span text = document.units[unit].text;
    cell.text += slice(document.text, text);
    for (const auto& [span, severity] : spans) {
      const bool whole = span.span == text;  // the note says as much
      if (span.unit != unit || whole || span.span.begin < text.begin || span.span.end > text.end) {
        continue;
      }
      cell.marks.push_back(
          {{begin + span.span.begin - text.begin, begin + span.span.end - text.begin}, severity});
    }
  }
  return cell;
}

class Builder {
 public:
  Builder(const Document& original, const std::vector<const Comparison*>& comparisons)
      : original_(original), comparisons_(comparisons) {
    std::vector<AlignedTranslation> aligned;
    for (const Comparison* comparison : comparisons) {
      aligned.push_back({comparison->translation, comparison->alignment});
    }
    rows_ = parallel_units(original, aligned);
    index_rows();
    for (std::size_t c = 0; c < comparisons.size(); ++c) place_findings(c);
  }

  Table build(const Selection& selection) {
    table_.columns.push_back({original_.language, original_.language});
    for (const Comparison* comparison : comparisons_) {
      table_.columns.push_back(
          {comparison->translation.language, comparison->translation.language});
    }
    bool selected = selection.unit.empty();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const bool wanted = selection.unit.empty() || is_selected(r, selection.unit);
      selected |= wanted;
      if (!wanted || (selection.findings_only && found_[r].empty())) continue;
      add_row(r);
    }
    if (!selected) {
      throw Error({original_.file, "",
                   say("no clause has the path {path}", {{"path", selection.unit}}),
                   translate("see the paths of all clauses without --unit")});
    }
    return std::move(table_);
  }

 private:
  struct Found {
    std::size_t comparison;
    const Finding* finding;
  };

  void index_rows() {
    found_.resize(rows_.size());
    row_of_original_.resize(original_.units.size());
    for (const Comparison* comparison : comparisons_) {
      row_of_translation_.emplace_back(comparison->translation.units.size());
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const UnitId unit : rows_[r].original) row_of_original_[unit] = r;
      for (std::size_t c = 0; c < comparisons_.size(); ++c) {
        for (const UnitId unit : rows_[r].translations[c]) row_of_translation_[c][unit] = r;
      }
    }
  }

  // Beneath the row of its first clause; a moved clause and its like are said once.
  void place_findings(std::size_t c) {
    for (const Finding& finding : comparisons_[c]->findings) {
      std::optional<std::size_t> row;
      if (!finding.original.empty()) {
        row = row_of_original_[finding.original.front()];
      } else if (!finding.translation.empty()) {
        row = row_of_translation_[c][finding.translation.front()];
      }
      if (row) {
        found_[*row].push_back({c, &finding});
      } else {
        table_.notes.push_back(note_of({c, &finding}));
      }
    }
  }

  TableNote note_of(const Found& found) const {
    return {found.finding->severity, comparisons_[found.comparison]->translation.language,
            message_of(*found.finding), found.finding->check};
  }

  bool is_selected(std::size_t r, const std::string& unit) const {
    const auto under = [&unit](const Document& document, const std::vector<UnitId>& units) {
      return std::any_of(units.begin(), units.end(),
                         [&](UnitId id) { return is_under(document.units[id].path, unit); });
    };
    if (under(original_, rows_[r].original)) return true;
    if (!rows_[r].original.empty()) return false;
    for (std::size_t c = 0; c < comparisons_.size(); ++c) {
      if (under(comparisons_[c]->translation, rows_[r].translations[c])) return true;
    }
    return false;
  }

  std::string path_of(const ParallelRow& row) const {
    if (!row.original.empty()) return original_.units[row.original.front()].path;
    for (std::size_t c = 0; c < comparisons_.size(); ++c) {
      if (row.translations[c].empty()) continue;
      return "+" + comparisons_[c]->translation.units[row.translations[c].front()].path;
    }
    return "";
  }

  void add_row(std::size_t r) {
    const ParallelRow& row = rows_[r];
    TableRow& out = table_.rows.emplace_back();
    out.path = path_of(row);
    for (const Found& found : found_[r]) {
      out.notes.push_back(note_of(found));
      out.severity = std::max(out.severity.value_or(Severity::kInfo), found.finding->severity);
    }
    std::vector<std::pair<FindingSpan, Severity>> spans;
    for (const Found& found : found_[r]) {
      for (const FindingSpan& span : found.finding->original_spans) {
        spans.emplace_back(span, found.finding->severity);
      }
    }
    out.cells.push_back(row.original.empty() ? TableCell{CellState::kMissing, "", {}, ""}
                                             : cell_of(original_, row.original, spans));
    for (std::size_t c = 0; c < comparisons_.size(); ++c) {
      out.cells.push_back(translation_cell(c, r));
    }
  }

  TableCell translation_cell(std::size_t c, std::size_t r) const {
    const ParallelRow& row = rows_[r];
    if (row.translations[c].empty()) {
      const CellState state = row.original.empty() ? CellState::kBlank : CellState::kMissing;
      return {state, "", {}, ""};
    }
    std::vector<std::pair<FindingSpan, Severity>> spans;
    for (const Found& found : found_[r]) {
      if (found.comparison != c) continue;
      for (const FindingSpan& span : found.finding->translation_spans) {
        spans.emplace_back(span, found.finding->severity);
      }
    }
    return cell_of(comparisons_[c]->translation, row.translations[c], spans);
  }

  const Document& original_;
  const std::vector<const Comparison*>& comparisons_;
  std::vector<ParallelRow> rows_;
  std::vector<std::size_t> row_of_original_;
  std::vector<std::vector<std::size_t>> row_of_translation_;
  std::vector<std::vector<Found>> found_;
  Table table_;
};

}  // namespace

bool is_under(std::string_view path, std::string_view unit) {
  if (!path.starts_with(unit)) return false;
  return path.size() == unit.size() || path[unit.size()] == '.';
}

Table side_by_side(const Document& original, const std::vector<const Comparison*>& comparisons,
                   const Selection& selection) {
  return Builder(original, comparisons).build(selection);
}

}  // namespace synoptic
