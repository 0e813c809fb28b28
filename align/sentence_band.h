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

// Around the beads of an earlier pass, `half` columns either side and wider where it is unsure.
Band band_around(const std::vector<Bead>& beads, uint32_t originals, uint32_t translations,
                 uint32_t half);

}  // namespace synoptic
