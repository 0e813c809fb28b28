// Any number of translations side by side: their pairs joined on the original.
//
// A row holds what belongs together in all languages.  Where one translation merges two clauses
// that another keeps apart, both stand in one row: rows are the connected components of the pairs.
// Data only; numbers are UnitIds or indices into Document::segments.  Threads: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"

namespace synoptic {

struct ParallelRow {
  std::vector<uint32_t> original;                   // ascending; empty: only translations have it
  std::vector<std::vector<uint32_t>> translations;  // in the order given, each ascending
};

// One translation beside the original; the referred outlive the call.
struct AlignedTranslation {
  const Document& translation;
  const Alignment& alignment;
};

// Rows of units, in the order of the original; what only a translation has stands after the row of
// what it follows there.  Every unit of every document is in exactly one row.
// Example: en 1, 2 with fr 1, 2 and de 1-2: one row {1, 2}, {1, 2}, {1-2}.
std::vector<ParallelRow> parallel_units(const Document& original,
                                        const std::vector<AlignedTranslation>& translations);

// The same for sentences, by beads; a pair without beads counts as one.
std::vector<ParallelRow> parallel_segments(const Document& original,
                                           const std::vector<AlignedTranslation>& translations);

// A link's sentences on one side, in order, as its beads count them.
std::vector<uint32_t> segments_of(const Document& document, const std::vector<UnitId>& units);

}  // namespace synoptic
