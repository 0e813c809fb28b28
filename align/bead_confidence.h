// How sure a bead is: the probability that it is exactly right.
//
// Method: Platt scaling (Platt 1999, "Probabilistic outputs for support vector machines", eq. 1) of
// the bead's share in all ways to pair the document (align/bead_posteriors.h), one line for beads
// of both sides and one for gaps.  Cost, length, shape and neighbours were tried beside it and told
// nothing more of texts that they were not fitted on.  Of beads with .9, nine in ten are right in
// texts like those; tests/bench prints the table.
// Threads: pure.
#pragma once

#include <vector>

#include "align/alignment.h"

namespace synoptic {

// 0 to 1, for each bead.  `posteriors`: of the beads, as align_documents() fills them.
std::vector<double> bead_confidence(const std::vector<Bead>& beads,
                                    const std::vector<double>& posteriors);

// Of a sentence pair out of order, by its posterior.
double crossing_confidence(double posterior);

// What the lines are fitted to: log odds, no further than they can be believed.
struct BeadOdds {
  bool gap = false;  // one side is empty
  double log_odds = 0;
};
std::vector<BeadOdds> bead_odds(const std::vector<Bead>& beads,
                                const std::vector<double>& posteriors);

}  // namespace synoptic
