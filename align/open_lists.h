// What the search for the outline knows at a line: the open lists and the closed ones.
//
// Of align/outline_search.cc alone.  Indices point into its stores; kNone points nowhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/labels.h"
#include "align/outline_search.h"

namespace synoptic {

inline constexpr uint32_t kNone = UINT32_MAX;

// An open list, and those around it.  Persistent: hypotheses share their outer lists.
struct List {
  uint32_t outer = kNone;
  LabelStyle style;
  uint32_t ordinal = 0;
  uint32_t highest = 0;
  std::string suffix;
  std::vector<uint32_t> leading;  // ordinals before the last: {7} for "7.1"
  std::string ordinal_text;
  uint32_t depth = 0;

  // 7 for the list "7.1", "7.2"; 0 where the labels do not say.
  uint32_t under() const { return leading.empty() ? 0 : leading.back(); }
};

// The last label of a list that was closed, newest first.
struct Closed {
  uint32_t older = kNone;
  LabelStyle style;
  uint32_t ordinal = 0;
  uint32_t under = 0;  // as List::under()
};

struct Hypothesis {
  double cost = 0;
  uint32_t list = kNone;  // innermost open list
  uint32_t closed = kNone;
  uint32_t before = kNone;  // index into the trace
  bool label_only = false;  // the last line was a label with no text yet
  bool broken = false;      // a paragraph without a label has begun since the last label
};

struct Trace {
  uint32_t before = kNone;
  LineVerdict verdict;
};

}  // namespace synoptic
