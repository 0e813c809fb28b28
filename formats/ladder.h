// Ladders: which sentences of two texts pair, by their numbers, as sentence aligners hand it on.
//
// Two notations, told by the contents; sentences are counted from zero:
//   [0,1]:[0]:0.52   a rung a line; an empty side is a sentence without counterpart; the cost is
//                    optional.  Vecalign's, and what `synoptic align` writes.
//   2<TAB>1<TAB>0.5  hunalign's: the sentences from the numbers of the line before up to these are
//                    paired; a last line closes the text.  The quality is passed over.
// Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "formats/paired_text.h"
#include "formats/sentence_lines.h"

namespace synoptic {

struct Rung {
  std::vector<uint32_t> original;  // ascending
  std::vector<uint32_t> translation;
  double cost_nats = 0;
};

// In the first notation, with its line feed.
std::string rung_line(const Rung& rung);

// Throws Error with `name` and line for what is no rung, a sentence that the texts do not have, and
// one that is named twice.
std::vector<Rung> read_ladder(std::string_view bytes, const std::string& name,
                              const SentenceText& original, const SentenceText& translation);

// A row a rung, in their order; sentences that no rung names stand alone where they stand in their
// text.
PairedText paired_by(std::vector<Rung> ladder, const SentenceText& original,
                     const SentenceText& translation);

struct LadderFiles {
  std::string original;  // sentences, one a line
  std::string translation;
  std::string ladder;
};

// Of segmented texts.
LadderFiles to_ladder(const Document& original, const Document& translation,
                      const Alignment& alignment);

}  // namespace synoptic
