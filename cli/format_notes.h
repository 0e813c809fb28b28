// What a file breaks of the rules of its format, in words for stderr.
#pragma once

#include <string>
#include <vector>

#include "formats/paired_text.h"

namespace synoptic {

// A line each: "act.xlf: line 4, column 3: breaks the rule that ..."; a count stands for those
// beyond the first twenty, and a note for a text in one language alone.
std::vector<std::string> format_notes(const PairedText& paired);

}  // namespace synoptic
