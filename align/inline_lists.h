// Lists inside a running paragraph: "... lights that are: (a) lit at dusk; (b) kept by the port".
//
// Method: heads of labels that follow a sign which opens or parts a list are read like line heads
// (align/labels.h); a run from one upwards, in one style, whose first item follows a colon or dash
// and the others a semicolon or comma, is a list.  "points (a) and (b)" is none.
// Threads: pure.  Errors: none.
#pragma once

#include <string_view>
#include <vector>

#include "align/convention.h"
#include "align/labels.h"

namespace synoptic {

// One item; spans are bytes of the paragraph.
struct InlineItem {
  LabelReading reading;
  Span printed;
  Span text;
};

// The items of the outermost list of `paragraph`, at least two; empty where there is none.  The
// paragraph's own text ends before the first item's label.
std::vector<InlineItem> find_inline_list(std::string_view paragraph, const Convention& convention);

// `unit` is an item of a list in a running paragraph: no line parts it from the unit before.
bool is_inside_paragraph(const Document& document, UnitId unit);

}  // namespace synoptic
