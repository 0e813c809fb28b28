// Sentences to beads inside one link.
//
// Method: dynamic programme over the segments of both sides with beads up to 4-4 (Gale and Church
// 1993 with more shapes), costs by length, numbers and names; monotone.  Long links are searched in
// a band around the diagonal.  Units: nats.  Threads: pure.
#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/document.h"

namespace synoptic {

// REQUIRES: both documents segmented.  A side without segments gives one bead, or none where both
// are empty.
std::vector<Bead> align_sentences(const Document& original, const Document& translation,
                                  const Link& link, const LengthModel& length);

}  // namespace synoptic
