// A territory or language named on one side of a clause, and another one on the other side.
#pragma once

#include <vector>

#include "checks/check.h"

namespace synoptic {

// A link in which each side names something that the other does not.
struct ExchangedPlace {
  std::size_t link = 0;
  std::vector<FindingSpan> original;
  std::vector<FindingSpan> translation;
};

// Precision first: only in pairs of languages whose names ICU has, and where nearly all that the
// original names is recognised in the translation.
std::vector<ExchangedPlace> exchanged_places(const CheckInput& input);

}  // namespace synoptic
