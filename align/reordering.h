// Siblings without labels that a translation puts in an order of its own: definitions, sorted by
// the alphabet of each language.
//
// A section is a paragraph without a label and what hangs under it.  Runs of sections under a pair
// of clauses are compared all with all; where the cheapest assignment (Kuhn 1955, Munkres 1957; in
// the O(n^3) form of Jonker and Volgenant 1987) is plainly cheaper than the cheapest pairing that
// keeps the order, the order is not the translation's.
// Units: nats.  Time: cubic in the sections of a run, which is why long runs are left alone.
// Threads: pure.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "align/document.h"
#include "align/unit_aligner.h"

namespace synoptic {

// Sections that follow one another under one clause.
struct SectionRun {
  std::vector<UnitRange> sections;
  UnitRange units() const { return {sections.front().begin, sections.back().end}; }
};

// Runs of at least three sections under `clause` (kNoUnit: outermost), in document order.
std::vector<SectionRun> section_runs(const Document& document, UnitId clause);

// One pair of sections by index; the other's index is empty for one without counterpart.
struct SectionPair {
  std::optional<std::size_t> original;
  std::optional<std::size_t> translation;
};

struct RunSizes {
  std::size_t original = 0;
  std::size_t translation = 0;
};

// The pairs, in the order of the original, if the translation orders the sections otherwise; empty
// if it does not.  `cost` says what section i of the original against j of the translation costs.
std::vector<SectionPair> reordered(RunSizes sizes,
                                   const std::function<double(std::size_t, std::size_t)>& cost);

// A section of one document quotes at its end, in brackets, what one of the other begins with:
// bilingual acts so give the term of the other language.
bool quotes(const Document& document, UnitRange section, const Document& other, UnitId head);

// The sections stand in the order of their first words: who sorts by an alphabet moved nothing.
bool is_sorted(const Document& document, const SectionRun& run);

}  // namespace synoptic
