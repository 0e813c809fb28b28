#include "align/bead_posteriors.h"

#include <algorithm>
#include <cmath>

#include "align/gap_prices.h"

namespace synoptic {

namespace {

SentenceSide backwards(const SentenceSide& side) {
  SentenceSide turned;
  turned.first.push_back(0);
  for (std::size_t i = side.size(); i-- > 0;) {
    const auto words = side.of(i);
    turned.words.insert(turned.words.end(), words.begin(), words.end());
    turned.first.push_back(static_cast<uint32_t>(turned.words.size()));
    turned.lengths.push_back(side.lengths[i]);
    turned.open.push_back(side.open[i]);
  }
  return turned;
}

Band backwards(const Band& band, uint32_t translations) {
  Band turned;
  for (std::size_t i = band.first.size(); i-- > 0;) {
    turned.first.push_back(translations - band.last[i]);
    turned.last.push_back(translations - band.first[i]);
  }
  return turned;
}

std::vector<Bead> backwards(const std::vector<Bead>& beads) {
  std::vector<Bead> turned;
  if (beads.empty()) return turned;
  const Bead& all = beads.back();
  for (std::size_t b = beads.size(); b-- > 0;) {
    const Bead before = b > 0 ? beads[b - 1] : Bead{};
    turned.push_back({all.original_end - before.original_end,
                      all.translation_end - before.translation_end, beads[b].cost_nats});
  }
  return turned;
}

// Of all ways with a gap between two cells: a run of gaps opens once, whichever end it is looked
// at from.
double cost_through_gap(const CellCosts& come, const CellCosts& go) {
  const auto run = [&](std::size_t state, double opens, double runs) {
    return of_either(come[0] + opens, come[state] + runs) +
           of_either(go[0], go[state] - opens + runs);
  };
  return of_either(run(1, kGapOpens, kGapRuns), run(2, kGapOpens + kLongGapOpens, kLongGapRuns));
}

}  // namespace

std::vector<double> bead_posteriors(const SentenceTask& task, const std::vector<Bead>& beads) {
  const auto n = static_cast<uint32_t>(task.pair.original.size());
  const auto m = static_cast<uint32_t>(task.pair.translation.size());
  SentenceTask all = task;
  all.costs = all.all_ways = true;
  const CellTotals from_begin = cell_totals(all);
  const SentenceSide original = backwards(task.pair.original);
  const SentenceSide translation = backwards(task.pair.translation);
  const Band band = backwards(task.band, m);
  const std::vector<Bead> taught = backwards(task.taught);
  const SentencePair pair{original, translation};
  const CellTotals from_end =
      cell_totals({pair, task.model, band, taught, task.original_surprise,
                   task.translation_surprise, task.lengths, task.most_side, true, true});
  const double every_way = of_any(from_begin.at(n, m));
  std::vector<double> posteriors;
  Bead before;
  for (const Bead& bead : beads) {
    const CellCosts& come = from_begin.at(before.original_end, before.translation_end);
    const CellCosts& go = from_end.at(n - bead.original_end, m - bead.translation_end);
    const bool gap =
        bead.original_end == before.original_end || bead.translation_end == before.translation_end;
    const double way =
        gap ? cost_through_gap(come, go) : of_any(come) + bead.cost_nats + of_any(go);
    posteriors.push_back(std::exp(std::min(0.0, every_way - way)));
    before = bead;
  }
  return posteriors;
}

}  // namespace synoptic
