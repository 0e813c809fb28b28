// What changed between two versions of a text, clause by clause.
#pragma once

#include <cstdint>
#include <vector>

#include "align/document.h"

namespace synoptic {

enum class ChangeKind : uint8_t { kUnchanged, kChanged, kRenumbered, kAdded, kRemoved };

// kChanged: the text under one path differs.  kRenumbered: the text stands under another path.
struct ClauseChange {
  ChangeKind kind = ChangeKind::kUnchanged;
  UnitId before = kNoUnit;  // none where added
  UnitId after = kNoUnit;   // none where removed
};

// Every clause of both versions once, in the order of `after`; a removed clause follows the clause
// that it followed.  Method: clauses of the same path and text, then of the same text in order,
// then of the same path. Example: a clause put in before clause 2 is added as 2; the old 2, now 3,
// is renumbered. Threads: pure.
std::vector<ClauseChange> changes_between(const Document& before, const Document& after);

}  // namespace synoptic
