// How much speaks for a sentence having been lost from the translation of a clause.
//
// Two pieces of evidence for each pair of clauses whose translation has fewer sentences: how rarely
// translations of this pair of documents run sentences together (leave-one-out, shrunk to a prior),
// and how much better the length fits where one of the original's sentences is taken out, on
// average over the sentences, than where none is (Student's t, as in align/evidence.h).
// Threads: pure after construction.
#pragma once

#include <cstdint>
#include <vector>

#include "checks/check.h"
#include "checks/clause_lengths.h"

namespace synoptic {

class LostSentences {
 public:
  // REQUIRES: input and lengths outlive it.
  LostSentences(const CheckInput& input, const ClauseLengths& lengths);

  // The log of the odds, in nats and without a prior for faults.  REQUIRES: a link with one unit on
  // each side, with text enough to compare.
  double evidence_nats(std::size_t link) const;

 private:
  double length_nats(std::size_t link) const;

  const CheckInput& input_;
  const ClauseLengths& lengths_;
  uint32_t several_ = 0;  // clauses of several sentences
  uint32_t fewer_ = 0;    // those with fewer in the translation
};

}  // namespace synoptic
