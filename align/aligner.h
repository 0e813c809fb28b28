// Units to links by labels verified by content, and sentences to beads inside the links.
#pragma once

#include "align/alignment.h"
#include "align/document.h"
#include "align/word_priors.h"

namespace synoptic {

// `lexicon` helps the sentences.  REQUIRES: both documents are segmented.  Threads: pure.  Errors:
// none but those of `lexicon`.
Alignment align(const Document& original, const Document& translation,
                const LexiconSource& lexicon = {});

}  // namespace synoptic
