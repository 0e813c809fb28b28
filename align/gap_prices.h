// What sentences without counterpart cost, and adding up what several ways cost.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace synoptic {

// Nats; chosen with the other constants of align/sentence_programme.cc.
constexpr double kGapOpens = 6.0;
constexpr double kGapRuns = 2.5;
constexpr double kLongGapOpens = 30.0;  // from a gap: a passage is missing
constexpr double kLongGapRuns = 0.5;
constexpr double kLongGapRunsAtFirst = 1.5;  // by lengths alone, chance pairs are hard to tell

// Of coming to a cell by a bead of both sides, by a gap, and by a long gap.
using CellCosts = std::array<double, 3>;

// -log(exp(-a) + exp(-b)): of two ways, where both count.
inline double of_either(double a, double b) {
  const double least = std::min(a, b);
  if (least == std::numeric_limits<double>::infinity()) return least;
  return least - std::log1p(std::exp(least - std::max(a, b)));
}

inline double of_any(const CellCosts& costs) {
  return of_either(of_either(costs[0], costs[1]), costs[2]);
}

}  // namespace synoptic
