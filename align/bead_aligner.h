// Sentences to beads inside the links between units.
//
// All links of more than a sentence are aligned together, each as a text of its own
// (align/sentence_aligner.h), so that what one clause shows of the words serves the others.
// Units: nats.  Threads: pure.
#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "align/word_priors.h"

namespace synoptic {

// Sets the beads of each link.  REQUIRES: both documents segmented.  A side without segments gives
// one bead, or none where both are empty.
void align_sentences(const Document& original, const Document& translation,
                     const LexiconSource& lexicon, std::vector<Link>& links);

}  // namespace synoptic
