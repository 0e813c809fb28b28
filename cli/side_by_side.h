// An original and its translations as the rows of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/pipeline.h"
#include "cli/table.h"

namespace synoptic {

// What of a work is shown.
struct Selection {
  std::string unit;            // this clause and all under it: "7.1"; empty: every clause
  bool findings_only = false;  // rows that a finding touches
};

// True for the clause of path `unit` and for what hangs under it.
bool is_under(std::string_view path, std::string_view unit);

// A row a clause of the original with what each translation has for it, a finding beneath the row
// it is about, those of no row above all.  REQUIRES: at least one comparison, all with that
// original; they outlive the call.  Throws Error where no clause has the selected path.
Table side_by_side(const Document& original, const std::vector<const Comparison*>& comparisons,
                   const Selection& selection);

}  // namespace synoptic
