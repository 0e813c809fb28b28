#include "align/bead_aligner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "align/evidence.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostSide = 4;
constexpr std::size_t kLeastBand = 24;  // half width; longer links get a tenth of their length
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Prior cost in nats of a bead shape [original][translation].  After Gale and Church 1993, table 5
// (1-1 .89, 1-0 and 0-1 .0099 together, 2-1 and 1-2 .089 together, 2-2 .011), larger ones by a
// steady price; inside a pair of clauses gaps are rarer still.
constexpr std::array<std::array<double, kMostSide + 1>, kMostSide + 1> kPrior = {{
    {kInfinity, 5.3, kInfinity, kInfinity, kInfinity},
    {5.3, 0.1, 3.1, 4.6, 5.8},
    {kInfinity, 3.1, 4.5, 5.6, 6.8},
    {kInfinity, 4.6, 5.6, 6.6, 7.6},
    {kInfinity, 5.8, 6.8, 7.6, 8.6},
}};

// Running sums of length, and the tokens of each segment.
struct Side {
  std::vector<double> length = {0};
  std::vector<UnitFacts> facts;
};

Side side_of(const Document& document, const std::vector<UnitId>& units) {
  Side side;
  for (const UnitId unit : units) {
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      side.facts.push_back(facts_of_text(slice(document.text, document.segments[s].span)));
      side.length.push_back(side.length.back() + side.facts.back().length);
    }
  }
  return side;
}

UnitFacts together(const Side& side, std::size_t begin, std::size_t end) {
  UnitFacts all;
  for (std::size_t i = begin; i < end; ++i) {
    const UnitFacts& facts = side.facts[i];
    all.numbers.insert(all.numbers.end(), facts.numbers.begin(), facts.numbers.end());
    all.names.insert(all.names.end(), facts.names.begin(), facts.names.end());
  }
  std::sort(all.numbers.begin(), all.numbers.end());
  std::sort(all.names.begin(), all.names.end());
  return all;
}

struct Cell {
  double cost = kInfinity;
  uint8_t original = 0;
  uint8_t translation = 0;
};

}  // namespace

std::vector<Bead> align_sentences(const Document& original, const Document& translation,
                                  const Link& link, const LengthModel& length) {
  const Side o = side_of(original, link.original);
  const Side t = side_of(translation, link.translation);
  const std::size_t n = o.facts.size();
  const std::size_t m = t.facts.size();
  if (n == 0 && m == 0) return {};
  if (n == 0 || m == 0 || (n == 1 && m == 1)) {
    return {{static_cast<uint32_t>(n), static_cast<uint32_t>(m), link.cost_nats}};
  }
  const std::size_t half = std::max(kLeastBand, std::max(n, m) / 10) + (n > m ? n - m : m - n);
  const auto first = [&](std::size_t i) {
    const std::size_t middle = i * m / n;
    return middle > half ? middle - half : 0;
  };
  const auto last = [&](std::size_t i) { return std::min(m, i * m / n + half); };
  const std::size_t width = std::min(m + 1, 2 * half + 1);
  std::vector<Cell> cells((n + 1) * width);
  const auto cell = [&](std::size_t i, std::size_t j) -> Cell& {
    return cells[i * width + j - first(i)];
  };
  cell(0, 0).cost = 0;
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = first(i); j <= last(i); ++j) {
      Cell& here = cell(i, j);
      for (std::size_t a = 0; a <= std::min(i, kMostSide); ++a) {
        if (j < first(i - a)) continue;
        for (std::size_t b = 0; b <= std::min(j, kMostSide); ++b) {
          if (kPrior[a][b] == kInfinity || j - b < first(i - a) || j - b > last(i - a)) continue;
          double cost = cell(i - a, j - b).cost + kPrior[a][b];
          if (cost >= here.cost) continue;
          if (a > 0 && b > 0) {
            cost += length_cost_nats({o.length[i] - o.length[i - a], t.length[j] - t.length[j - b]},
                                     length);
            if (cost >= here.cost) continue;
            cost += tokens_cost_nats(together(o, i - a, i), together(t, j - b, j));
          }
          if (cost < here.cost) here = {cost, static_cast<uint8_t>(a), static_cast<uint8_t>(b)};
        }
      }
    }
  }
  std::vector<Bead> beads;
  for (std::size_t i = n, j = m; i > 0 || j > 0;) {
    const Cell& here = cell(i, j);
    const double before = cell(i - here.original, j - here.translation).cost;
    beads.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(j), here.cost - before});
    i -= here.original;
    j -= here.translation;
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

}  // namespace synoptic
