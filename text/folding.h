// Text as it is compared: case folded, white space made plain.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// Full case folding (Unicode, language-neutral) in NFC; every run of white space, no-break and
// narrow ones too, becomes one space, none at the ends; directional marks and other format
// characters go.
// Threads: pure.  Errors: none, malformed bytes become U+FFFD.
// Example: fold("  ARTICLE\u00A05 ") is "article 5"; fold("Straße") is "strasse".
std::string fold(std::string_view utf8);

}  // namespace synoptic
