// The part of the plane of two documents that the sentence aligner looks at.
//
// Row i (i sentences of the original consumed) spans the columns [first, last], in translation
// sentences consumed; rows rise together, and (0, 0) and (n, m) are inside.  Threads: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/sentence_side.h"
#include "align/word_translation.h"

namespace synoptic {

struct Band {
  std::vector<uint32_t> first;  // n + 1 rows
  std::vector<uint32_t> last;
};

// All of it.
Band whole_band(uint32_t originals, uint32_t translations);

// Around a chain of rare words that both sides have alike
// (`alike`: by word of the original), and around the straight line where such words are lacking.
Band anchored_band(const SentenceSide& original, const SentenceSide& translation,
                   const WordRows& alike);

// Stretches of beads that nothing speaks for: by their costs, over some beads together.
std::vector<bool> weak_beads(const std::vector<Bead>& beads);

// Around the beads of an earlier pass, `half` columns either side; all of the plane between the
// ends of a weak stretch (`weak`: a flag a bead, or empty), where that is not too much.
Band band_around(const std::vector<Bead>& beads, uint32_t originals, uint32_t translations,
                 uint32_t half, const std::vector<bool>& weak);

}  // namespace synoptic
