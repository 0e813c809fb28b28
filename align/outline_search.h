// Which lines begin a paragraph and which labels they bear: one choice for the whole document.
//
// Method: Viterbi over the lines with a beam of hypotheses.  A hypothesis holds the stack of open
// lists (style and last ordinal each).  A line either goes on with the paragraph before it, begins
// an unlabelled paragraph, or begins a labelled one by one of its readings; the price is what the
// layout says of a start here, plus what the reading says of itself, plus what the stack says of
// the ordinal: 0 for one that follows its predecessor, kGap for one that does not.
// Units: nats.  Time: linear in the lines.  Threads: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "align/labels.h"

namespace synoptic {

// What the layout says of a line.
struct LayoutCost {
  double start_nats = 0;       // a paragraph begins here
  double unlabelled_nats = 0;  // more, for one without a label
  double proceed_nats = 0;     // the paragraph before goes on; infinity where it can't
};

// One line as the search sees it.
struct LineChoice {
  LayoutCost layout;
  std::vector<LabelReading> readings;
  uint8_t nesting = 0;  // as Line::nesting
  uint16_t indent = 0;  // as Line::indent; tells only where no nesting is known
};

enum class LineRole : uint8_t { kProceeds, kUnlabelled, kLabelled };

// The choice for one line.
struct LineVerdict {
  LineRole role = LineRole::kUnlabelled;
  uint32_t reading = 0;       // index into LineChoice::readings
  uint32_t depth = 0;         // how many lists are open around a label, itself not counted
  uint32_t ordinal = 0;       // of the last level; counted where the reading does not say
  bool list_begins = false;   // the first label of its list
  bool out_of_order = false;  // does not follow its predecessor

  friend bool operator==(const LineVerdict&, const LineVerdict&) = default;
};

std::vector<LineVerdict> choose_paragraphs(const std::vector<LineChoice>& lines);

// One way to take a line, after the lines before it were taken as they were.
struct LineOption {
  LineVerdict verdict;
  double own_nats = 0;    // of this line
  double ahead_nats = 0;  // of the cheapest way on over the next kLinesAhead lines
};

inline constexpr std::size_t kLinesAhead = 6;

// For each line that begins a paragraph or might bear a label every way to take it, with the costs
// of the search; none for the others.  Local: what comes after the lines ahead is left out, so that
// the choice of the whole document need not be the cheapest of a line.  A way that is far dearer
// than the choice is not followed, and given the choice's ahead_nats.
// `verdicts` are what choose_paragraphs() made of `lines`.
std::vector<std::vector<LineOption>> weigh_choices(const std::vector<LineChoice>& lines,
                                                   const std::vector<LineVerdict>& verdicts);

}  // namespace synoptic
