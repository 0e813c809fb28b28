#include "align/unit_aligner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "align/association.h"

namespace synoptic {

namespace {

// Nats; set by hand, checked on the measures of clause pairing (UDHR).
constexpr double kGapOpen = 4.0;
constexpr double kGapRuns = 3.0;
constexpr double kGapEmptyUnit = 1.5;  // a label without text, or a heading of a few characters
constexpr double kMerge = 3.5;
constexpr double kMergeMore = 0.8;        // each unit past the second
constexpr double kMergeStanding = 2.0;    // each that has a namesake of its own on the other side
constexpr double kMostAssociation = 4.0;  // words may speak this loudly for a pair
constexpr double kMostAgainst = 2.0;      // and this loudly against it
constexpr double kLeastMerge = kMerge - kMostAssociation;
constexpr double kSameText = -4.0;       // a clause left as the original has it
constexpr double kMergeStrangers = 3.0;  // merged units that are no kin of each other
constexpr std::size_t kMostMerged = 12;
constexpr std::size_t kBandHalf = 24;  // units either side of the anchors, and of the diagonal
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Step {
  uint16_t original = 0;
  uint16_t translation = 0;
};

// The translation units that each original unit is compared with: [first, last).
struct Band {
  std::vector<std::size_t> first;
  std::vector<std::size_t> last;
};

// Around units of equal path that keep their order (longest increasing run), and the diagonal.
Band band_of(const UnitAlignerInput& input, UnitRange original, UnitRange translation) {
  const std::size_t n = original.size();
  const std::size_t m = translation.size();
  std::unordered_map<std::string_view, std::size_t> by_path;
  for (std::size_t j = 0; j < m; ++j) {
    by_path.emplace(input.translation.units[translation.begin + j].path, j);
  }
  std::vector<std::pair<std::size_t, std::size_t>> anchors;
  for (std::size_t i = 0; i < n; ++i) {
    const Unit& unit = input.original.units[original.begin + i];
    if (unit.label.levels.empty()) continue;
    const auto found = by_path.find(unit.path);
    if (found != by_path.end()) anchors.emplace_back(i, found->second);
  }
  std::vector<std::size_t> tails;
  std::vector<std::ptrdiff_t> before(anchors.size(), -1);
  for (std::size_t a = 0; a < anchors.size(); ++a) {
    const auto at = std::lower_bound(
        tails.begin(), tails.end(), a,
        [&](std::size_t x, std::size_t y) { return anchors[x].second < anchors[y].second; });
    if (at != tails.begin()) before[a] = static_cast<std::ptrdiff_t>(*(at - 1));
    if (at == tails.end()) {
      tails.push_back(a);
    } else {
      *at = a;
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> kept = {{n, m}};
  for (std::ptrdiff_t a = tails.empty() ? -1 : static_cast<std::ptrdiff_t>(tails.back()); a >= 0;
       a = before[static_cast<std::size_t>(a)]) {
    kept.push_back(anchors[static_cast<std::size_t>(a)]);
  }
  kept.emplace_back(0, 0);
  std::reverse(kept.begin(), kept.end());
  Band band;
  band.first.resize(n + 1);
  band.last.resize(n + 1);
  std::size_t k = 0;
  for (std::size_t i = 0; i <= n; ++i) {
    while (k + 1 < kept.size() && kept[k + 1].first <= i) ++k;
    const auto low = kept[k].second;
    const auto high = kept[std::min(k + 1, kept.size() - 1)].second;
    // A count that is shifted misleads the anchors; the place in the document does not shift far.
    const std::size_t place = n == 0 ? 0 : i * m / n;
    const std::size_t lowest = std::min(low, place);
    band.first[i] = lowest > kBandHalf ? lowest - kBandHalf : 0;
    band.last[i] = std::min(m, std::max(high, place) + kBandHalf) + 1;
  }
  return band;
}

class Programme {
 public:
  Programme(const UnitAlignerInput& input, UnitRange original, UnitRange translation)
      : input_(input),
        labels_(input.original, input.translation, input.original_facts, input.translation_facts,
                input.counterparts),
        band_(band_of(input, original, translation)),
        o_(original.begin),
        t_(translation.begin),
        n_(original.size()),
        m_(translation.size()) {}

  std::vector<Link> run() {
    prepare();
    for (std::size_t i = 0; i <= n_; ++i) {
      for (std::size_t j = band_.first[i]; j < band_.last[i]; ++j) relax(i, j);
    }
    return trace();
  }

 private:
  // Three states a cell: after a link, inside a gap of either side.
  enum State : uint8_t { kLinked, kGapOriginal, kGapTranslation, kStates };

  struct Cell {
    double cost[kStates] = {kInfinity, kInfinity, kInfinity};
    Step step[kStates];
    uint8_t from[kStates] = {0, 0, 0};
  };

  // Which labelled units of the range have one of equal path in the other.
  static std::vector<bool> namesakes(std::span<const Unit> units, std::span<const Unit> others) {
    std::unordered_set<std::string_view> paths;
    for (const Unit& unit : others) {
      if (!unit.label.levels.empty()) paths.insert(unit.path);
    }
    std::vector<bool> has;
    for (const Unit& unit : units) {
      has.push_back(!unit.label.levels.empty() && paths.count(unit.path) > 0);
    }
    return has;
  }

  void prepare() {
    const auto originals = std::span(input_.original.units).subspan(o_, n_);
    const auto translations = std::span(input_.translation.units).subspan(t_, m_);
    original_namesake_ = namesakes(originals, translations);
    translation_namesake_ = namesakes(translations, originals);
    offset_.resize(n_ + 2);
    for (std::size_t i = 0; i <= n_; ++i) {
      offset_[i + 1] = offset_[i] + (band_.last[i] - band_.first[i]);
    }
    cells_.resize(offset_[n_ + 1]);
    cell(0, 0).cost[kLinked] = 0;
    pair_cost_.resize(offset_[n_ + 1]);
    for (std::size_t i = 0; i < n_; ++i) {
      std::vector<UnitId> candidates;
      for (std::size_t j = band_.first[i]; j < std::min(m_, band_.last[i]); ++j) {
        candidates.push_back(translation_unit(j));
      }
      std::vector<double> words(candidates.size(), 0.0);
      if (input_.association) words = input_.association->scores(original_unit(i), candidates);
      for (std::size_t c = 0; c < candidates.size(); ++c) {
        const UnitPair pair{original_unit(i), candidates[c]};
        pair_cost_[offset_[i] + c] = {labels_.cost_nats(pair),
                                      content_cost_nats(input_, pair, words[c]), words[c]};
      }
    }
  }

  // Rows and columns count within the ranges.
  UnitId original_unit(std::size_t i) const { return o_ + static_cast<UnitId>(i); }
  UnitId translation_unit(std::size_t j) const { return t_ + static_cast<UnitId>(j); }

  bool inside(std::size_t i, std::size_t j) const {
    return j >= band_.first[i] && j < band_.last[i];
  }
  Cell& cell(std::size_t i, std::size_t j) { return cells_[offset_[i] + j - band_.first[i]]; }

  struct PairCost {
    double label = 0;
    double content = 0;
    double words = 0;
  };
  const PairCost& pair(std::size_t i, std::size_t j) const {
    return pair_cost_[offset_[i] + j - band_.first[i]];
  }

  void relax(std::size_t i, std::size_t j) {
    Cell& here = cell(i, j);
    if (i > 0 && j > 0 && inside(i - 1, j - 1)) {
      const PairCost& cost = pair(i - 1, j - 1);
      link(here, i, j, {1, 1}, cost.label + cost.content);
    }
    for (std::size_t k = 2; k <= kMostMerged; ++k) {
      if (i > 0 && j >= k && inside(i - 1, j - k) &&
          may_win(here, cell(i - 1, j - k), kLeastMerge)) {
        merge(here, i, j, k, true);
      }
      if (j > 0 && i >= k && inside(i - k, j - 1) &&
          may_win(here, cell(i - k, j - 1), kLeastMerge)) {
        merge(here, i, j, k, false);
      }
    }
    if (i > 0 && inside(i - 1, j)) {
      gap(here, cell(i - 1, j), kGapOriginal, {1, 0},
          gap_factor(input_.original_facts[original_unit(i - 1)]));
    }
    if (j > 0 && inside(i, j - 1)) {
      gap(here, cell(i, j - 1), kGapTranslation, {0, 1},
          gap_factor(input_.translation_facts[translation_unit(j - 1)]));
    }
  }

  static double gap_factor(const UnitFacts& unit) {
    constexpr double kShort = 4;
    return unit.length <= kShort && !unit.has_children ? kGapEmptyUnit / kGapOpen : 1.0;
  }

  void link(Cell& here, std::size_t i, std::size_t j, Step step, double cost) {
    Cell& before = cell(i - step.original, j - step.translation);
    for (uint8_t state = 0; state < kStates; ++state) {
      const double total = before.cost[state] + cost;
      if (total < here.cost[kLinked]) {
        here.cost[kLinked] = total;
        here.step[kLinked] = step;
        here.from[kLinked] = state;
      }
    }
  }

  void gap(Cell& here, const Cell& before, State side, Step step, double factor) {
    for (uint8_t state = 0; state < kStates; ++state) {
      const double price = state == side ? kGapRuns : kGapOpen;
      const double total = before.cost[state] + price * factor;
      if (total < here.cost[side]) {
        here.cost[side] = total;
        here.step[side] = step;
        here.from[side] = state;
      }
    }
  }

  // k units of one side against one of the other.
  void merge(Cell& here, std::size_t i, std::size_t j, std::size_t k, bool splits) {
    const Document& many = splits ? input_.translation : input_.original;
    const auto& many_facts = splits ? input_.translation_facts : input_.original_facts;
    const auto& namesake = splits ? translation_namesake_ : original_namesake_;
    const double single = splits ? input_.original_facts[original_unit(i - 1)].length
                                 : input_.translation_facts[translation_unit(j - 1)].length;
    const std::size_t end = splits ? j : i;
    const UnitId base = splits ? t_ : o_;
    double length = 0;
    double label = kInfinity;
    double standing = 0;
    PartWords words;
    for (std::size_t at = end - k; at < end; ++at) {
      const std::size_t unit = base + at;
      if (many_facts[unit].length == 0 || (!splits && !inside(at, j - 1))) return;
      const PairCost& cost = splits ? pair(i - 1, at) : pair(at, j - 1);
      if (namesake[at]) standing += kMergeStanding;
      length += many_facts[unit].length;
      label = std::min(label, cost.label);
      words.add(cost.words);
    }
    if (single == 0) return;
    // One of the merged may well be the namesake of the unit they are merged into.
    double cost = kMerge + kMergeMore * static_cast<double>(k - 2) + label +
                  std::max(0.0, standing - kMergeStanding);
    if (!are_kin(many, base + end - k, base + end)) cost += kMergeStrangers;
    const double evidence = std::clamp(words.together(k), -kMostAgainst, kMostAssociation);
    const auto parts = static_cast<uint16_t>(k);
    const Step step = splits ? Step{1, parts} : Step{parts, 1};
    // The lengths only make it dearer.
    if (!may_win(here, cell(i - step.original, j - step.translation), cost - evidence)) return;
    cost += splits ? length_cost_nats({single, length}, input_.length)
                   : length_cost_nats({length, single}, input_.length);
    link(here, i, j, step, cost - evidence);
  }

  // A part of a clause is explained by the whole, but explains no whole: the best part counts
  // as much as all on the average.
  struct PartWords {
    double best = -kInfinity;
    double sum = 0;
    void add(double words) {
      best = std::max(best, words);
      sum += words;
    }
    double together(std::size_t parts) const {
      return (best + sum / static_cast<double>(parts)) / 2;
    }
  };

  // The least that a merge can cost is not yet too much.
  static bool may_win(const Cell& here, const Cell& before, double least_nats) {
    const double least = *std::min_element(before.cost, before.cost + kStates);
    return least + least_nats < here.cost[kLinked];
  }

  // Units [begin, end) are siblings, or a clause and what hangs under it.
  static bool are_kin(const Document& document, std::size_t begin, std::size_t end) {
    const Unit& first = document.units[begin];
    for (std::size_t id = begin + 1; id < end; ++id) {
      const Unit& unit = document.units[id];
      const bool sibling = unit.parent == first.parent && unit.kind == first.kind;
      if (!sibling && unit.parent != begin) return false;
    }
    return true;
  }

  std::vector<Link> trace() {
    std::vector<Link> links;
    std::size_t i = n_;
    std::size_t j = m_;
    const Cell& end = cell(n_, m_);
    auto state = static_cast<uint8_t>(std::min_element(end.cost, end.cost + kStates) - end.cost);
    while (i > 0 || j > 0) {
      const Cell& here = cell(i, j);
      const Step step = here.step[state];
      const uint8_t from = here.from[state];
      Link link;
      for (std::size_t o = i - step.original; o < i; ++o) link.original.push_back(original_unit(o));
      for (std::size_t t = j - step.translation; t < j; ++t) {
        link.translation.push_back(translation_unit(t));
      }
      i -= step.original;
      j -= step.translation;
      link.cost_nats = here.cost[state] - cell(i, j).cost[from];
      links.push_back(std::move(link));
      state = from;
    }
    std::reverse(links.begin(), links.end());
    return links;
  }

  const UnitAlignerInput& input_;
  LabelEvidence labels_;
  Band band_;
  UnitId o_;  // the first unit of each range
  UnitId t_;
  std::size_t n_;
  std::size_t m_;
  std::vector<std::size_t> offset_;
  std::vector<Cell> cells_;
  std::vector<PairCost> pair_cost_;
  std::vector<bool> original_namesake_;
  std::vector<bool> translation_namesake_;
};

}  // namespace

double content_cost_nats(const UnitAlignerInput& input, UnitPair pair, double association_nats) {
  const UnitFacts& o = input.original_facts[pair.original];
  const UnitFacts& t = input.translation_facts[pair.translation];
  if (o.same_text != 0 && o.same_text == t.same_text) return kSameText;
  return length_cost_nats({o.length, t.length}, input.length) + tokens_cost_nats(o, t) -
         std::clamp(association_nats, -kMostAgainst, kMostAssociation);
}

std::vector<Link> align_units(const UnitAlignerInput& input) {
  return align_units(input, {0, static_cast<UnitId>(input.original.units.size())},
                     {0, static_cast<UnitId>(input.translation.units.size())});
}

std::vector<Link> align_units(const UnitAlignerInput& input, UnitRange original,
                              UnitRange translation) {
  if (original.size() == 0 && translation.size() == 0) return {};
  return Programme(input, original, translation).run();
}

}  // namespace synoptic
