#include "align/reordering.h"

#include <algorithm>
#include <limits>
#include <string>

#include "align/labels.h"
#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

// Nats; set by hand on acts of Canada (English, French).
constexpr std::size_t kFewestSections = 3;
constexpr std::size_t kMostSections = 400;  // of both sides
constexpr double kAlone = 4.0;              // a section without counterpart
constexpr double kReorderingGain = 6.0;     // of the whole run, over keeping the order
constexpr double kSortedShare = 0.8;        // of neighbours that are in order

using Costs = std::vector<std::vector<double>>;

// What is left alone on both sides is a pair of its own with a dummy.
Costs with_dummies(const Costs& costs, RunSizes sizes) {
  const std::size_t size = sizes.original + sizes.translation;
  Costs square(size, std::vector<double>(size, 0));
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      const bool real_row = i < sizes.original;
      const bool real_column = j < sizes.translation;
      square[i][j] = real_row && real_column ? costs[i][j] : real_row || real_column ? kAlone : 0;
    }
  }
  return square;
}

// Column of each row in the cheapest assignment, by shortest augmenting paths.
std::vector<std::size_t> assign(const Costs& costs) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::size_t size = costs.size();
  std::vector<double> row_price(size + 1), column_price(size + 1);
  std::vector<std::size_t> row_of(size + 1, size), before(size + 1, size);
  for (std::size_t row = 0; row < size; ++row) {
    std::vector<double> least(size + 1, kInfinity);
    std::vector<bool> done(size + 1, false);
    std::size_t column = size;  // a column beside all others, where the search begins
    row_of[size] = row;
    do {
      done[column] = true;
      const std::size_t from = row_of[column];
      double step = kInfinity;
      std::size_t next = size;
      for (std::size_t c = 0; c < size; ++c) {
        if (done[c]) continue;
        const double reduced = costs[from][c] - row_price[from] - column_price[c];
        if (reduced < least[c]) {
          least[c] = reduced;
          before[c] = column;
        }
        if (least[c] < step) {
          step = least[c];
          next = c;
        }
      }
      for (std::size_t c = 0; c <= size; ++c) {
        if (done[c]) {
          row_price[row_of[c]] += step;
          column_price[c] -= step;
        } else {
          least[c] -= step;
        }
      }
      column = next;
    } while (row_of[column] != size);
    while (column != size) {
      row_of[column] = row_of[before[column]];
      column = before[column];
    }
    row_of[size] = size;
  }
  std::vector<std::size_t> column_of(size);
  for (std::size_t c = 0; c < size; ++c) column_of[row_of[c]] = c;
  return column_of;
}

double cost_in_order(const Costs& costs, RunSizes sizes) {
  std::vector<double> row(sizes.translation + 1);
  for (std::size_t j = 0; j <= sizes.translation; ++j) row[j] = kAlone * static_cast<double>(j);
  for (std::size_t i = 1; i <= sizes.original; ++i) {
    double diagonal = row[0];
    row[0] = kAlone * static_cast<double>(i);
    for (std::size_t j = 1; j <= sizes.translation; ++j) {
      const double paired = diagonal + costs[i - 1][j - 1];
      diagonal = row[j];
      row[j] = std::min({paired, row[j] + kAlone, row[j - 1] + kAlone});
    }
  }
  return row.back();
}

// A paragraph without a label that may begin a section.
bool heads_section(const Unit& unit) {
  return unit.label.levels.empty() && unit.kind == UnitKind::kParagraph && !unit.text.empty();
}

std::string first_letters(std::string_view text) {
  constexpr std::size_t kLetters = 12;
  std::string letters;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < kLetters;) {
    const CodePoint c = code_point_at(text, at);
    if (is_letter(c.value) || (count > 0 && is_space(c.value))) {
      letters += text.substr(at, c.bytes);
      ++count;
    }
    at += c.bytes;
  }
  return fold(letters);
}

}  // namespace

std::vector<SectionRun> section_runs(const Document& document, UnitId clause) {
  std::vector<SectionRun> runs;
  SectionRun run;
  const auto close = [&] {
    if (run.sections.size() >= kFewestSections) runs.push_back(run);
    run.sections.clear();
  };
  const auto size = static_cast<UnitId>(document.units.size());
  UnitId id = clause == kNoUnit ? 0 : clause + 1;
  // The units of a clause follow it; those under a unit follow that unit.
  for (; id < size; ++id) {
    const Unit& unit = document.units[id];
    if (clause != kNoUnit && (unit.parent == kNoUnit || unit.parent < clause)) break;
    if (unit.parent != clause) {
      if (!run.sections.empty()) run.sections.back().end = id + 1;
    } else if (heads_section(unit)) {
      run.sections.push_back({id, id + 1});
    } else if (!run.sections.empty() && unit.label.levels.size() == 1 &&
               unit.label.levels[0].kind == LevelKind::kNumber) {
      run.sections.back().end = id + 1;  // a list that the clause's children share
    } else {
      close();
    }
  }
  close();
  return runs;
}

std::vector<SectionPair> reordered(RunSizes sizes,
                                   const std::function<double(std::size_t, std::size_t)>& cost) {
  if (sizes.original + sizes.translation > kMostSections) return {};
  Costs costs(sizes.original, std::vector<double>(sizes.translation));
  for (std::size_t i = 0; i < sizes.original; ++i) {
    for (std::size_t j = 0; j < sizes.translation; ++j) costs[i][j] = cost(i, j);
  }
  const Costs square = with_dummies(costs, sizes);
  const std::vector<std::size_t> column_of = assign(square);
  double assigned = 0;
  for (std::size_t i = 0; i < column_of.size(); ++i) assigned += square[i][column_of[i]];
  if (assigned + kReorderingGain > cost_in_order(costs, sizes)) return {};
  std::vector<SectionPair> pairs;
  std::vector<bool> taken(sizes.translation);
  for (std::size_t i = 0; i < sizes.original; ++i) {
    const bool paired = column_of[i] < sizes.translation;
    pairs.push_back({i, std::nullopt});
    if (!paired) continue;
    pairs.back().translation = column_of[i];
    taken[column_of[i]] = true;
  }
  for (std::size_t j = 0; j < sizes.translation; ++j) {
    if (!taken[j]) pairs.push_back({std::nullopt, j});
  }
  return pairs;
}

bool quotes(const Document& document, UnitRange section, const Document& other, UnitId head) {
  constexpr std::size_t kMostQuoted = 150;  // bytes
  for (UnitId id = section.begin; id < section.end; ++id) {
    const std::string_view text = document.text_of(id);
    const std::size_t close = text.rfind(')');
    if (close == std::string_view::npos || text.size() - close > 2) continue;
    const std::size_t open = text.rfind('(', close);
    if (open == std::string_view::npos || close - open > kMostQuoted || close - open < 3) continue;
    const std::string_view term = text.substr(open + 1, close - open - 1);
    const std::size_t bytes = match_words(other.text_of(head), 0, fold(term), 0);
    if (bytes > 0 && !is_letter(code_point_at(other.text_of(head), bytes).value)) return true;
  }
  return false;
}

bool is_sorted(const Document& document, const SectionRun& run) {
  std::size_t in_order = 0;
  std::string before = first_letters(document.text_of(run.sections[0].begin));
  for (std::size_t i = 1; i < run.sections.size(); ++i) {
    std::string here = first_letters(document.text_of(run.sections[i].begin));
    in_order += before <= here;
    before = std::move(here);
  }
  return static_cast<double>(in_order) >=
         kSortedShare * static_cast<double>(run.sections.size() - 1);
}

}  // namespace synoptic
