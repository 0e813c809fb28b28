// Paths of units: arabic ordinals joined by dots, whatever was printed ("7.1", "annex2.3", "7.•3").
//
// A container whose children go on counting (chapters over articles) is not part of their path; one
// in which they start again (an annex) is.  Which word names the clauses themselves differs by
// country (articles, sections): the innermost kind of the document whose children don't go on
// counting is taken for it and gives bare ordinals.  "•3" and "¶2" count unnumbered items and
// paragraphs, "#2" the second of equal paths. Threads: pure.
#pragma once

#include <vector>

#include "align/document.h"

namespace synoptic {

// Sets the path of every unit.  REQUIRES: kinds, labels, ordinals and parents are set.
void set_paths(std::vector<Unit>& units);

bool is_bullet(const Unit& unit);

// Part, chapter, section, annex and the like: a kind that may hold clauses.
bool is_container_kind(LevelKind kind);

}  // namespace synoptic
