// Sentences whose translation stands elsewhere: definitions that each language sorts by its own
// alphabet, a passage that was moved.
//
// Beads are monotone and leave such sentences alone on both sides, or drag them into beads that
// nothing speaks for.  Here the sentences of gaps and of doubtful beads are tried against each
// other, each with those within reach.  Pairs that follow each other on both sides make a chain (a
// local alignment without gaps; Smith and Waterman 1981, "Identification of common molecular
// subsequences"), and the best chains are taken, one after the other, where they gain more than the
// beads that they break.
// Units: nats.  Time: linear in the sentences in doubt times the reach.  Threads: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/sentence_programme.h"

namespace synoptic {

// Two sentences, each of which is a gap among the beads.
struct Crossing {
  uint32_t original = 0;
  uint32_t translation = 0;
  double cost_nats = 0;
  double posterior = 0;  // its share in all that its sentence could pair with
};

// Crossings in order of the original.  A bead that they break is parted into gaps: `beads` change,
// and so do `posteriors`, where there are any.
// REQUIRES: `beads` are the cheapest of `task`, with their costs.
std::vector<Crossing> crossing_sentences(const SentenceTask& task, std::vector<Bead>& beads,
                                         std::vector<double>* posteriors);

}  // namespace synoptic
