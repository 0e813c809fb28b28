// Beads as `synoptic align` prints them: a ladder, TSV, JSON, TMX.
#pragma once

#include <string>
#include <vector>

#include "align/alignment.h"
#include "align/crossing_sentences.h"
#include "formats/sentence_lines.h"

namespace synoptic {

// Two texts and how their sentences pair.  The texts outlive it.
struct AlignedText {
  const SentenceText& original;
  const SentenceText& translation;
  std::vector<Bead> beads;
  std::vector<Crossing> crossings;  // in order of the original
  std::vector<double> confidence;   // of each bead; not asked for by to_ladder() and to_bead_tmx()
};

// A line a bead, `[0,1]:[0]:cost`: sentences counted from zero, costs in nats.  Two that cross the
// others stand where the original has them.
std::string to_ladder(const AlignedText& aligned);

// A line a bead: confidence, shape (`2-1`), text of the original, text of the translation.  A tab
// in a text becomes a space; sentences are joined as their script does.
std::string to_bead_tsv(const AlignedText& aligned);

// One object on one line: the two files, and for each bead the numbers and texts of its sentences,
// its cost and confidence.
std::string to_bead_json(const AlignedText& aligned);

// A unit for each bead of both sides (formats/tmx_writer.h), with the lines of the original as its
// path.
std::string to_bead_tmx(const AlignedText& aligned);

}  // namespace synoptic
