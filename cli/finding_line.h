// A finding as one line of text, and where it stands.
#pragma once

#include <cstdint>
#include <string>

#include "cli/pipeline.h"

namespace synoptic {

// Where a reviser looks: in the translation, where the finding names a clause of it, else in the
// original.
struct FindingPlace {
  std::string file;
  uint32_t line = 0;  // 1-based, 0 where it names no clause
};

FindingPlace place_of(const Comparison& comparison, const Finding& finding);

// "fr.txt:12: error: missing-clause: the message"; messages name their clauses.  The severity and
// the message are in the language of the messages, the id of the check in none.
std::string finding_line(const Comparison& comparison, const Finding& finding);

// The same with " [dismissed by A. Reviser: the reason]".
std::string dismissed_line(const Comparison& comparison, const DismissedFinding& dismissed);

}  // namespace synoptic
