#include "checks/rendering_rates.h"

#include <algorithm>
#include <utility>

namespace synoptic {
namespace {

// Set by hand on published laws in several languages and on faults put into them.
constexpr double kPriorWeight = 12;       // sentences that the prior counts for
constexpr double kClassWeight = 4;        // sentences that the class counts for
constexpr uint32_t kFewestExplained = 2;  // other sentences
constexpr double kExplainedShare = 0.25;  // of the sentences with the word
constexpr double kExplainedLift = 4;      // over the share of all sentences

// The share of lost ones among the others, shrunk to `expected`.
double share(uint32_t lost, uint32_t seen, double expected, double weight) {
  return (lost - 1 + weight * expected) / (seen - 1 + weight);
}

}  // namespace

RenderingRates::RenderingRates(std::vector<Rendering> renderings, double prior)
    : renderings_(std::move(renderings)), prior_(prior) {
  for (const Rendering& rendering : renderings_) {
    if (rendering.words.empty()) continue;
    ++all_.seen;
    all_.lost += rendering.lost;
    for (const uint64_t word : rendering.words) {
      Count& count = of_word_[word];
      ++count.seen;
      count.lost += rendering.lost;
    }
    if (!rendering.lost) continue;
    for (const uint64_t other : *rendering.others) ++of_other_[other].lost;
  }
  for (const Rendering& rendering : renderings_) {
    if (!rendering.lost) continue;
    ++lacking_.seen;
    lacking_.lost += rendering.is_mismatch();
    for (const uint64_t other : *rendering.others) {
      const auto count = of_other_.find(other);
      if (count != of_other_.end()) ++count->second.seen;
    }
  }
}

double RenderingRates::chance(std::size_t index) const {
  const double expected = share(all_.lost, all_.seen, prior_, kPriorWeight);
  double chance = 0;
  for (const uint64_t word : renderings_[index].words) {
    const Count& count = of_word_.at(word);
    chance = std::max(chance, share(count.lost, count.seen, expected, kClassWeight));
  }
  return chance;
}

double RenderingRates::share_lost() const {
  return (all_.lost + kPriorWeight) / (all_.seen + kPriorWeight);
}

bool RenderingRates::is_explained(std::size_t index) const {
  const double usual = static_cast<double>(lacking_.lost) / lacking_.seen;
  const double least = std::max(kExplainedShare, kExplainedLift * usual);
  for (const uint64_t other : *renderings_[index].others) {
    const Count& count = of_other_.at(other);
    if (count.lost > kFewestExplained && count.lost - 1 >= least * (count.seen - 1)) {
      return true;
    }
  }
  return false;
}

}  // namespace synoptic
