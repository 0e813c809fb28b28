#include "formats/review_sheet.h"

#include <algorithm>

#include "text/bidi.h"
#include "text/columns.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

struct Mark {
  Span span;
  uint32_t number = 0;
};

// By unit of one document.
using Marks = std::vector<std::vector<Mark>>;

void add_number(std::vector<uint32_t>& numbers, uint32_t number) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

// The bytes of `range` cut where a mark begins or ends.
std::vector<MarkedText> marked_text(const Document& document, Span range,
                                    const std::vector<Mark>& marks) {
  if (range.empty()) return {};
  std::vector<uint32_t> cuts = {range.begin, range.end};
  const auto inside = [&](uint32_t at) { return at > range.begin && at < range.end; };
  for (const Mark& mark : marks) {
    if (inside(mark.span.begin)) cuts.push_back(mark.span.begin);
    if (inside(mark.span.end)) cuts.push_back(mark.span.end);
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<MarkedText> pieces;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    MarkedText& piece = pieces.emplace_back();
    piece.text = slice(document.text, {cuts[i], cuts[i + 1]});
    for (const Mark& mark : marks) {
      if (mark.span.begin <= cuts[i] && mark.span.end >= cuts[i + 1]) {
        add_number(piece.findings, mark.number);
      }
    }
    std::sort(piece.findings.begin(), piece.findings.end());
    piece.whole = std::none_of(marks.begin(), marks.end(), [&](const Mark& mark) {
      const bool is_words = mark.span.begin > range.begin || mark.span.end < range.end;
      return is_words && mark.span.begin <= cuts[i] && mark.span.end >= cuts[i + 1];
    });
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (const uint32_t number : pieces[i].findings) {
      const bool goes_on =
          i + 1 < pieces.size() &&
          std::binary_search(pieces[i + 1].findings.begin(), pieces[i + 1].findings.end(), number);
      if (!goes_on) pieces[i].ends.push_back(number);
    }
  }
  return pieces;
}

// Where the link's clauses of the original stand among the lines of its row.
struct Lines {
  std::size_t first = 0;
  std::size_t count = 1;
};

class Builder {
 public:
  explicit Builder(const ReviewInput& input)
      : input_(input), rows_(parallel_units(input.original, input.translations)) {
    index_rows();
    index_links();
    number_findings();
    mark_words();
  }

  ReviewSheet build() {
    sheet_.title = input_.title;
    add_column(input_.original, input_.original.units.size());
    for (const AlignedTranslation& aligned : input_.translations) {
      std::size_t paired = 0;
      for (const Link& link : aligned.alignment.links) {
        if (!link.translation.empty()) paired += link.original.size();
      }
      add_column(aligned.translation, paired);
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      SheetRow row = rows_[r].original.empty() ? extra_row(r) : row_of(r);
      row.findings = std::move(numbers_[r]);
      sheet_.rows.push_back(std::move(row));
    }
    return std::move(sheet_);
  }

 private:
  const Document& document(std::size_t column) const {
    return column == 0 ? input_.original : input_.translations[column - 1].translation;
  }

  void add_column(const Document& document, std::size_t paired) {
    sheet_.columns.push_back(
        {document.language, english_language_name(document.language),
         script_of_language(document.language), document.file.substr(document.file.rfind('/') + 1),
         reads_right_to_left(document.text, document.language), document.units.size(), paired});
  }

  void index_rows() {
    for (std::size_t c = 0; c <= input_.translations.size(); ++c) {
      row_of_unit_.emplace_back(document(c).units.size());
      marks_.emplace_back(document(c).units.size());
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const UnitId unit : rows_[r].original) row_of_unit_[0][unit] = r;
      for (std::size_t t = 0; t < input_.translations.size(); ++t) {
        for (const UnitId unit : rows_[r].translations[t]) row_of_unit_[t + 1][unit] = r;
      }
    }
  }

  void index_links() {
    for (const AlignedTranslation& aligned : input_.translations) {
      auto& links = links_.emplace_back(rows_.size());
      const auto& rows = row_of_unit_[links_.size()];
      for (const Link& link : aligned.alignment.links) {
        if (!link.original.empty()) {
          links[row_of_unit_[0][link.original.front()]].push_back(&link);
        } else if (!link.translation.empty()) {
          links[rows[link.translation.front()]].push_back(&link);
        }
      }
    }
  }

  // Down the page; in a row as the checks gave them.
  void number_findings() {
    std::vector<std::vector<const WordedFinding*>> found(rows_.size());
    for (const WordedFinding& worded : input_.findings) {
      const Finding& finding = *worded.finding;
      if (!finding.original.empty()) {
        found[row_of_unit_[0][finding.original.front()]].push_back(&worded);
      } else if (!finding.translation.empty()) {
        found[row_of_unit_[worded.translation + 1][finding.translation.front()]].push_back(&worded);
      } else {
        sheet_.findings.push_back(&worded);
        sheet_.on_the_whole.push_back(static_cast<uint32_t>(sheet_.findings.size()));
      }
    }
    numbers_.resize(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const WordedFinding* worded : found[r]) {
        sheet_.findings.push_back(worded);
        numbers_[r].push_back(static_cast<uint32_t>(sheet_.findings.size()));
      }
    }
  }

  void mark_words() {
    for (std::size_t i = 0; i < sheet_.findings.size(); ++i) {
      const auto number = static_cast<uint32_t>(i + 1);
      const WordedFinding& worded = *sheet_.findings[i];
      for (const FindingSpan& span : worded.finding->original_spans) {
        marks_[0][span.unit].push_back({span.span, number});
      }
      for (const FindingSpan& span : worded.finding->translation_spans) {
        marks_[worded.translation + 1][span.unit].push_back({span.span, number});
      }
    }
  }

  SheetClause clause_of(std::size_t column, UnitId id) const {
    const Document& document = this->document(column);
    const Unit& unit = document.units[id];
    const std::vector<Mark>& marks = marks_[column][id];
    return {unit.path, marked_text(document, unit.printed_label, marks),
            marked_text(document, unit.text, marks),
            reads_right_to_left(document.text_of(id), document.language)};
  }

  SheetCell cell_of(std::size_t column, const std::vector<UnitId>& units) const {
    SheetCell cell;
    cell.column = column;
    for (const UnitId unit : units) cell.clauses.push_back(clause_of(column, unit));
    return cell;
  }

  static ClauseFate fate_of(const Link& link) {
    if (link.original.empty() || link.translation.empty()) return ClauseFate::kKept;
    if (link.original.size() > 1) return ClauseFate::kMerged;
    if (link.translation.size() > 1) return ClauseFate::kSplit;
    return link.moved ? ClauseFate::kMoved : ClauseFate::kKept;
  }

  SheetRow row_of(std::size_t r) const {
    const std::vector<UnitId>& originals = rows_[r].original;
    SheetRow row;
    for (const UnitId unit : originals) {
      row.lines.push_back({input_.original.units[unit].path, unit, {cell_of(0, {unit})}});
    }
    for (std::size_t t = 0; t < input_.translations.size(); ++t) add_translation(r, t, row);
    return row;
  }

  // The lines of a link whose clauses stand side by side in the row; none where others part them.
  static std::vector<Lines> lines_of(const std::vector<const Link*>& links,
                                     const std::vector<UnitId>& originals) {
    std::vector<Lines> all;
    for (const Link* link : links) {
      const auto at = [&](UnitId unit) {
        return static_cast<std::size_t>(std::lower_bound(originals.begin(), originals.end(), unit) -
                                        originals.begin());
      };
      const std::size_t first = at(link->original.front());
      const std::size_t count = at(link->original.back()) - first + 1;
      if (count != link->original.size()) return {};
      all.push_back({first, count});
    }
    return all;
  }

  void add_translation(std::size_t r, std::size_t t, SheetRow& row) const {
    const std::vector<const Link*>& links = links_[t][r];
    const std::vector<Lines> lines = lines_of(links, rows_[r].original);
    if (lines.empty()) {
      SheetCell cell = cell_of(t + 1, rows_[r].translations[t]);
      cell.lines = row.lines.size();
      cell.missing = cell.clauses.empty();
      cell.fate = ClauseFate::kMerged;
      row.lines.front().cells.push_back(std::move(cell));
      return;
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
      SheetCell cell = cell_of(t + 1, links[i]->translation);
      cell.lines = lines[i].count;
      cell.missing = cell.clauses.empty();
      cell.fate = fate_of(*links[i]);
      row.lines[lines[i].first].cells.push_back(std::move(cell));
    }
  }

  SheetRow extra_row(std::size_t r) const {
    SheetRow row{{SheetLine{}}};
    SheetLine& line = row.lines.front();
    line.cells.push_back(cell_of(0, {}));
    line.cells.back().missing = true;
    for (std::size_t t = 0; t < input_.translations.size(); ++t) {
      const std::vector<UnitId>& units = rows_[r].translations[t];
      line.cells.push_back(cell_of(t + 1, units));
      if (units.empty()) continue;
      row.extra_in = t + 1;
      line.path = document(t + 1).units[units.front()].path;
    }
    return row;
  }

  const ReviewInput& input_;
  const std::vector<ParallelRow> rows_;
  std::vector<std::vector<std::size_t>> row_of_unit_;         // by column
  std::vector<Marks> marks_;                                  // by column
  std::vector<std::vector<std::vector<const Link*>>> links_;  // by translation and row
  std::vector<std::vector<uint32_t>> numbers_;                // by row
  ReviewSheet sheet_;
};

}  // namespace

ReviewSheet review_sheet(const ReviewInput& input) { return Builder(input).build(); }

std::string_view severity_id(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "info";
  }
  return "info";
}

std::size_t text_columns(const SheetCell& cell) {
  std::size_t columns = 0;
  for (const SheetClause& clause : cell.clauses) {
    for (const MarkedText& piece : clause.label) columns += columns_of(piece.text);
    for (const MarkedText& piece : clause.text) columns += columns_of(piece.text);
  }
  return columns;
}

}  // namespace synoptic
