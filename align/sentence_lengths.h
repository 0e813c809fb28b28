// How long the sentences of a translation are for those of its original.
//
// Threads: pure.
#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/sentence_side.h"

namespace synoptic {

// One document in two languages.  The referred outlive the call.
struct SentencePair {
  const SentenceSide& original;
  const SentenceSide& translation;
};

// log(translation length / original length) of sentences.
struct SentenceLengths {
  double log_ratio = 0;
  double spread = 0.35;
};

// Of two sentences that both end without a sign, as headings and entries of lists do, `open`: they
// are worded more freely.
struct PairLengths {
  SentenceLengths all;
  SentenceLengths open;
};

// By the medians over 1-1 beads; over the whole where there are few yet.
PairLengths fit_lengths(const SentencePair& pair, const std::vector<Bead>& beads);

}  // namespace synoptic
