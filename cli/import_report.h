// What became of an imported file, in words.
#pragma once

#include <string>

#include "cli/importer.h"

namespace synoptic {

// "fr.txt: added fr, 39 clauses, 38 paired, 1 error", below it what changed since the last version;
// each line ends with a line feed.
std::string report_text(const std::string& file, const ImportReport& report);

// A line for the standard error stream where the name of the file says another language than its
// text; else empty.
std::string language_note(const std::string& file, const ImportReport& report);

}  // namespace synoptic
