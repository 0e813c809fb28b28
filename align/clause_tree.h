// From chosen paragraphs to the tree of units with their paths.
#pragma once

#include <vector>

#include "align/convention.h"
#include "align/document.h"
#include "align/outline_search.h"

namespace synoptic {

// Joins the lines of each paragraph into the document's text and makes its units.
//
// Paths (DESIGN.md, "Paths"): ordinals joined by dots; a container whose children go on counting is
// not part of their path, one in which they start again is; "#2" marks the second of equal paths.
// A label alone on its line takes the next paragraph as its text unless that has a label.  A list
// inside a paragraph becomes units of its own.
// REQUIRES: one choice and one verdict for each line of `text`.
Document build_clause_tree(const Text& text, const Convention& convention,
                           const std::vector<LineChoice>& lines,
                           const std::vector<LineVerdict>& verdicts);

}  // namespace synoptic
