// XLIFF 1.2 and 2.0 to 2.2 (OASIS) as texts with their pairs.
#pragma once

#include <string>
#include <string_view>

#include "formats/paired_text.h"

namespace synoptic {

inline constexpr std::string_view kXliff2Space = "urn:oasis:names:tc:xliff:document:2.0";
// Attributes that to_xliff() writes and the reader takes back.
inline constexpr std::string_view kSynopticXliffSpace = "urn:synoptic:xliff:1";

bool looks_like_xliff(std::string_view bytes);

// A row a segment; the segments of a unit are sentences of one clause.  In 1.2 a unit is one
// segment unless source and target are both cut by <mrk mtype="seg">.  Inline codes go, what they
// enclose stays where it is text; notes, matches and other proposals are left out, and so is what
// is not to be translated and has no target.  What breaks a rule of the version is a warning.
// Throws Error for XML that is malformed or refused, another root, a version that is not known, no
// stated language of the source, no text.
PairedText read_xliff_pairs(std::string_view bytes, const std::string& file);

}  // namespace synoptic
