#include "align/sentence_lengths.h"

#include <algorithm>
#include <cmath>

namespace synoptic {

namespace {

constexpr double kLeastSpread = 0.08;

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

SentenceLengths fitted(std::vector<double>& ratios) {
  constexpr double kDeviationToSpread = 1.4826;
  SentenceLengths lengths;
  lengths.log_ratio = median(ratios);
  for (double& ratio : ratios) ratio = std::abs(ratio - lengths.log_ratio);
  lengths.spread = std::max(kLeastSpread, kDeviationToSpread * median(ratios));
  return lengths;
}

}  // namespace

PairLengths fit_lengths(const SentencePair& pair, const std::vector<Bead>& beads) {
  constexpr std::size_t kEnough = 20;
  std::vector<double> ratios;
  std::vector<double> open;
  Bead before;
  for (const Bead& bead : beads) {
    if (bead.original_end == before.original_end + 1 &&
        bead.translation_end == before.translation_end + 1) {
      ratios.push_back(std::log((pair.translation.lengths[before.translation_end] + 1) /
                                (pair.original.lengths[before.original_end] + 1)));
      if (pair.original.open[before.original_end] &&
          pair.translation.open[before.translation_end]) {
        open.push_back(ratios.back());
      }
    }
    before = bead;
  }
  PairLengths lengths;
  if (ratios.size() < kEnough) {
    double original = 1;
    double translation = 1;
    for (const float length : pair.original.lengths) original += length;
    for (const float length : pair.translation.lengths) translation += length;
    lengths.all.log_ratio = std::log(translation / original);
    lengths.open = lengths.all;
    return lengths;
  }
  lengths.all = fitted(ratios);
  lengths.open = open.size() < kEnough ? lengths.all : fitted(open);
  return lengths;
}

}  // namespace synoptic
