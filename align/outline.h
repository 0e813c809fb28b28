// From lines to a tree of clauses.
//
// Reading a line head is local and returns every reading it allows (align/labels.h); choosing is
// global: outline() takes all lines and keeps the cheapest consistent sequence of paragraph starts
// and labels over the whole document.  Wrapped lines are joined, hyphenation undone.
//
// Threads: pure.  Errors: none; a text without a label becomes paragraphs.
#pragma once

#include "align/convention.h"
#include "align/document.h"

namespace synoptic {

// Returns the document with its units, not yet segmented.
// Example: "7.1.Education" / "o Sharing" under "7. In view" gives paths 7, 7.1, 7.1.•1.
Document outline(const Text& text, const Convention& convention);

// The same for a translation, read in the light of its original: among outlines of nearly equal
// cost the one that matches `original` wins.
Document outline(const Text& text, const Convention& convention, const Document& original);

// Lines of a text held in memory, for examples and tests: no furniture is looked for.
Text text_of_lines(std::string_view utf8, std::string_view language);

}  // namespace synoptic
