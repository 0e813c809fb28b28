// How large the share of a bead is in all ways to pair a document.
//
// Method: forward-backward (Baum 1972, "An inequality and associated maximization technique"): the
// costs of all ways to a bead's begin, and from its end, the latter by the same programme over the
// document read backwards.
// Time and memory: twice those of the cheapest beads with their costs.  Threads: pure.
#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/sentence_programme.h"

namespace synoptic {

// Each way is weighed by exp(-cost).  Too sure of itself, as the words of a sentence are no
// independent witnesses: align/bead_confidence.h makes a probability of it.
// REQUIRES: `beads` are the cheapest of the same task, with their costs.
std::vector<double> bead_posteriors(const SentenceTask& task, const std::vector<Bead>& beads);

}  // namespace synoptic
