// What stands around an acronym in its clause.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "checks/acronyms.h"

namespace synoptic {

// The words around the acronym, folded; empty where no space parts them.
struct Neighbours {
  std::string before;
  std::string behind;
};

// Example: "offshore" and "is" in "an offshore ETF is registered".
Neighbours neighbours_of(const Document& document, const Acronym& acronym);

// A long word before both, or the same words on both sides.
bool stand_alike(const Neighbours& a, const Neighbours& b);

// Neither was translated: the same letters or figures are joined to both ("LGE-45", "EN-ISO"), or
// the same long word stands beside both ("WIPO Copyright").  Figures in front of a stroke prove
// nothing: "96/9/EC" is "96/9/CE" in French.
bool are_kept_alike(const Document& original, const Acronym& a, const Document& translation,
                    const Acronym& b);

}  // namespace synoptic
