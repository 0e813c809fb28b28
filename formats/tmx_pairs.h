// Translation memories as texts with their pairs: TMX 1.1 to 1.4b (LISA OSCAR, 2005).
#pragma once

#include <string>
#include <string_view>

#include "formats/paired_text.h"

namespace synoptic {

bool looks_like_tmx(std::string_view bytes);

// A row a unit (<tu>), the languages in the order of their first segment, the original (srclang)
// first.  Codes of formatting are left out with what they hold, the text that they mark stays;
// notes and properties are left out but for the path and the labels that to_tmx() writes.  Of two
// segments of a unit in one language the first is taken.
// Throws Error for XML that is malformed or refused, another root, fewer than two languages.
PairedText read_tmx_pairs(std::string_view bytes, const std::string& file);

}  // namespace synoptic
