// Clauses of the original that changed after a translation was made, for the check `stale`.
#pragma once

#include <string_view>
#include <vector>

#include "align/document.h"
#include "storage/store.h"

namespace synoptic {

// Clauses of `original` whose words differ from `earlier`, ascending; changes of capitals, signs
// and spaces alone do not count.
std::vector<UnitId> changed_clauses(const Document& earlier, const Document& original);

// The same since the version that was the latest when `translation` came in.
std::vector<UnitId> changed_since(Store& store, std::string_view work, VersionId translation,
                                  const Document& original);

}  // namespace synoptic
