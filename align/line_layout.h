// What the layout says of each line: whether a paragraph begins there or the one before goes on.
//
// Method: four signs, weighed against each other.  A blank line; the room that the line before left
// for the next word, in a text wrapped at a width; how the line before ends (a stop, none, or a
// writing that has no stops) and in which case this one begins; and indents.  What a document does
// its own way is learnt from those of its lines that are plain without: its width, that of each
// block between blank lines, what a change of indent means, and whether blank lines at a page's end
// tell anything.  The first lines, where they look like a title, are one.
// Units: nats; columns, a Han character or kana counts two.  Time: linear.  Threads: pure.
// Example: in a text wrapped at 78 columns a line of 40 that is followed by one beginning with
// "Everyone" costs kShortLineProceeds to go on, and nothing to part from it.
#pragma once

#include <vector>

#include "align/document.h"
#include "align/outline_search.h"

namespace synoptic {

// One cost a line; the first begins a paragraph whatever it looks like.
// Reads of `lines` the readings alone.  REQUIRES: one choice for each line of `text`.
std::vector<LayoutCost> layout_costs(const Text& text, const std::vector<LineChoice>& lines);

}  // namespace synoptic
