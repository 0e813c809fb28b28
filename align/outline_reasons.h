// Why an outline came out as it did: for each line what it might have been, at what cost.
//
// Data only; the words are cli/outline_why.h's.  Nothing of it is computed unless asked for.
// Method: the search (align/outline_search.h) takes every line once more in every way, the lines
// before it as they were taken, and looks a few lines ahead.  Units: nats.  Threads: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "align/convention.h"
#include "align/document.h"
#include "align/outline_search.h"

namespace synoptic {

// How a label stands in its list.
enum class ListPlace : uint8_t {
  kNone,       // no label
  kFirst,      // opens a list, with 1 or a bullet
  kLate,       // opens one with another ordinal
  kCountsOn,   // opens one that counts on where another list ended
  kFollows,    // one more than the label before
  kInserted,   // "5 bis" after "5"
  kRepeated,   // the same ordinal again
  kGap,        // more than one more
  kBackwards,  // less
  kAstray      // the ordinals around it are not those of its list: "8.1" under 7
};

// One way to take a line.
struct ChoiceReason {
  LineRole role = LineRole::kProceeds;
  uint32_t reading = 0;  // index into LineReason::readings, of a label
  ListPlace place = ListPlace::kNone;
  uint32_t depth = 0;       // lists open around the label
  uint32_t previous = 0;    // the ordinal before it in its list; 0 where there is none
  double layout_nats = 0;   // of a start, or of none, here
  double reading_nats = 0;  // of the reading, or of a line that looks like a label and is none
  double place_nats = 0;    // of the place in the list
  double ahead_nats = 0;    // of the cheapest way on over the next lines

  double own_nats() const { return layout_nats + reading_nats + place_nats; }
};

struct LineReason {
  uint32_t line = 0;                   // 1-based line of the source file
  Span span;                           // in Text::bytes
  std::vector<LabelReading> readings;  // Span printed is relative to `span`; views need the Text
  std::vector<ChoiceReason> choices;   // what was chosen, then its rivals, the cheapest first
};

// Lines that begin a paragraph or might bear a label, in order.
struct OutlineReasons {
  std::vector<LineReason> lines;
};

struct ExplainedOutline {
  Document document;
  OutlineReasons reasons;
};

// outline() with its reasons; `original` may be null.  `text` outlives the reasons.
ExplainedOutline explain_outline(const Text& text, const Convention& convention,
                                 const Document* original = nullptr);

// REQUIRES: one choice and one verdict for each line of `text`.
OutlineReasons reasons_for(const Text& text, const std::vector<LineChoice>& lines,
                           const std::vector<LineVerdict>& verdicts);

}  // namespace synoptic
