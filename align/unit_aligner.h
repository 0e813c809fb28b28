// The cheapest monotone pairing of two unit sequences, with merges, splits and gaps.
//
// Method: dynamic programme over (units of the original) x (units of the translation) inside a band
// around the units with equal paths; a gap has an opening and a smaller running price, so that an
// omitted passage is one event.  Units: nats.  Time and memory: units times the band's width.
// Threads: pure.
#pragma once

#include <functional>
#include <vector>

#include "align/alignment.h"
#include "align/evidence.h"

namespace synoptic {

class Association;

struct UnitAlignerInput {
  const Document& original;
  const Document& translation;
  const std::vector<UnitFacts>& original_facts;
  const std::vector<UnitFacts>& translation_facts;
  const LengthModel& length;
  const Association* association;           // null in the first pass
  const std::vector<UnitId>& counterparts;  // of an earlier pass (align/evidence.h); may be empty
};

// Units [begin, end) of a document.
struct UnitRange {
  UnitId begin = 0;
  UnitId end = 0;
  UnitId size() const { return end - begin; }
};

// What the contents of two units say, labels set aside: length, numbers, names, words.
double content_cost_nats(const UnitAlignerInput& input, UnitPair pair, double association_nats);

// Links in document order; none is moved yet, none has beads.
std::vector<Link> align_units(const UnitAlignerInput& input);
// The same within a part of each document.
std::vector<Link> align_units(const UnitAlignerInput& input, UnitRange original,
                              UnitRange translation);

}  // namespace synoptic
