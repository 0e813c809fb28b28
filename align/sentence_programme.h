// The cheapest beads of one document in a band, for what is known of its words so far.
//
// Method: see align/sentence_aligner.h.  Three things make it quick: what the words of a bead say
// is a sum over the sentences of each side, so that all shapes that end in a cell share their sums;
// only the last rows are kept; and logarithms are good to four digits.
// Units: nats.  Time: rows times the band's width.  Threads: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/gap_prices.h"
#include "align/sentence_band.h"
#include "align/sentence_lengths.h"
#include "align/sentence_side.h"
#include "align/word_evidence.h"

namespace synoptic {

// What a pass knows.
struct SentenceTask {
  const SentencePair& pair;
  const WordModel& model;
  const Band& band;
  const std::vector<Bead>& taught;  // beads that the model learnt from; empty: none
  // lambda / p0 of each word, 0 for one that says nothing (word_surprise()).
  const std::vector<float>& original_surprise;
  const std::vector<float>& translation_surprise;
  PairLengths lengths;
  uint32_t most_side = 4;  // sentences of a bead on one side
  bool costs = false;      // of each bead, at sixteen bytes a cell of the band
  bool all_ways = false;   // the cost of a cell is that of all ways to it, not of the cheapest
};

// lambda / p0 of each word; 0 for a word that says nothing: seen in fewer than `least` sentences,
// and nothing on the other side is known to be like it.
std::vector<float> word_surprise(const Vocabulary& vocabulary, const WordRows& priors,
                                 uint32_t least);

// Beads in order, gaps a sentence each; their costs are 0 unless asked for.
std::vector<Bead> cheapest_beads(const SentenceTask& task);

// The costs of coming to each cell of the band.  The band outlives it.
struct CellTotals {
  const Band& band;
  std::vector<std::size_t> offset;  // of each row's first cell
  std::vector<CellCosts> costs;

  const CellCosts& at(uint32_t i, uint32_t j) const { return costs[offset[i] + j - band.first[i]]; }
};

// REQUIRES: the task asks for costs.
CellTotals cell_totals(const SentenceTask& task);

}  // namespace synoptic
