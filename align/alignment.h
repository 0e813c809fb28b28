// What the aligner says of two documents: links between units, beads between sentences.
//
// Data only.  Links cover all units of both sides exactly once; they may cross (a moved clause).
// Beads are monotone inside their link and store only their ends, so that a gap or an overlap can't
// be written down.  Costs are in nats, lower is better.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"

namespace synoptic {

enum class LinkSource : uint8_t { kLabel, kContent, kReviewer };

// One bead of a link.  Segments are counted within the link: first all segments of the link's
// original units in order, likewise for the translation.  A bead runs from the end of the bead
// before it (0 for the first) to these ends.
struct Bead {
  uint32_t original_end = 0;
  uint32_t translation_end = 0;
  double cost_nats = 0;
};

// An empty side is a clause without counterpart; more than one unit on a side is a merge or split.
struct Link {
  std::vector<UnitId> original;     // ascending
  std::vector<UnitId> translation;  // ascending
  double cost_nats = 0;
  LinkSource by = LinkSource::kContent;
  bool moved = false;  // crosses links of its neighbours
  std::vector<Bead> beads;
  // The text seems to stand under a neighbour's label.  For the checks; a store does not keep it.
  bool displaced = false;
};

// How long a translation is for its original: log(translation length / original length), lengths
// in characters (code points), learnt from the pair itself by median and median deviation.
struct LengthModel {
  double log_ratio = 0;
  double spread = 0.25;
};

struct Alignment {
  std::vector<Link> links;  // ordered by first original unit; unpaired translation units
                            // stand where they stand in the translation
  LengthModel length;
};

// ---- findings (checks/) -------------------------------------------------------------------------

enum class Severity : uint8_t { kInfo, kWarning, kError };

// Bytes of a unit's document that a finding is about.
struct FindingSpan {
  UnitId unit = kNoUnit;
  Span span;
};

// A named fact of a finding, for the message: {"expected", "13"}.
struct Detail {
  std::string name;
  std::string value;
};

struct Finding {
  std::string check;  // id of the check: "missing-clause"
  Severity severity = Severity::kWarning;
  std::vector<UnitId> original;
  std::vector<UnitId> translation;
  std::vector<FindingSpan> original_spans;
  std::vector<FindingSpan> translation_spans;
  std::vector<Detail> details;  // never prose; worded by checks/wording.h
};

}  // namespace synoptic
