#include "align/bead_confidence.h"

#include <algorithm>
#include <cmath>

namespace synoptic {

namespace {

// Fitted on textberg-dev, hun-dtm and laws-ca-nolabel, one document at a time and all at once, each
// set of the same weight (tests/bench/confidence_bench.cc --fit); checked on ctk, parice and the
// Bible.
struct OddsLine {
  double offset = 0;
  double slope = 0;
};
constexpr OddsLine kJoined = {0.80, 0.41};
constexpr OddsLine kGap = {-2.74, 0.64};
constexpr double kLeastPosterior = 1e-6;

double probability(const OddsLine& line, double log_odds) {
  return 1 / (1 + std::exp(-line.offset - line.slope * log_odds));
}

}  // namespace

std::vector<BeadOdds> bead_odds(const std::vector<Bead>& beads,
                                const std::vector<double>& posteriors) {
  std::vector<BeadOdds> all;
  Bead before;
  for (std::size_t b = 0; b < beads.size(); ++b) {
    const Bead& bead = beads[b];
    const double p = std::clamp(posteriors[b], kLeastPosterior, 1 - kLeastPosterior);
    all.push_back(
        {bead.original_end == before.original_end || bead.translation_end == before.translation_end,
         std::log(p / (1 - p))});
    before = bead;
  }
  return all;
}

double crossing_confidence(double posterior) {
  const double p = std::clamp(posterior, kLeastPosterior, 1 - kLeastPosterior);
  return probability(kJoined, std::log(p / (1 - p)));
}

std::vector<double> bead_confidence(const std::vector<Bead>& beads,
                                    const std::vector<double>& posteriors) {
  std::vector<double> confidence;
  for (const BeadOdds& odds : bead_odds(beads, posteriors)) {
    confidence.push_back(probability(odds.gap ? kGap : kJoined, odds.log_odds));
  }
  return confidence;
}

}  // namespace synoptic
