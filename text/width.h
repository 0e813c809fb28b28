// How text lies on a terminal: columns and wrapping.  Its direction is text/bidi.h.
//
// Columns are those of the C library's wcwidth(), which nearly all terminals and pagers share:
// East Asian wide characters take two, marks and format characters none, spacing vowel signs
// (Devanagari aa, Thai sara am) one of their own.  Beyond it, what one sees as one character counts
// as one: an emoji sequence (joined, with a skin tone, with a presentation selector) takes two
// columns, a Hangul syllable of separate letters two.  "Ambiguous" characters take one.
//
// Lines break where the Unicode line breaking algorithm (UAX #14) lets them, by ICU's rules and
// dictionaries (Thai, Lao, Khmer, Burmese).
// Errors: none; malformed bytes count as one column each.  Threads: safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

// Columns that `utf8` takes on a terminal.
std::size_t display_width(std::string_view utf8);

// The beginning of `utf8` that fits `columns`, between grapheme clusters, with "…" where something
// had to go; the whole where it fits.  REQUIRES: columns >= 1.
// Example: "the joint board" in 9 columns: "the join…".
std::string cut_to_width(std::string_view utf8, std::size_t columns);

// Breaks `utf8` into lines of at most `columns` columns at the places where the language may break;
// a word longer than a line is broken between grapheme clusters.  White space at a break is
// dropped, a line feed ends a line.  A line that ends in a soft hyphen has room for the hyphen.
// Never empty: a text of nothing is one line of nothing.  REQUIRES: columns >= 2.
// Example: "the joint board" in 9 columns: "the joint", "board".
std::vector<Span> wrap_spans(std::string_view utf8, std::size_t columns, std::string_view language);

// The same as text, the soft hyphens at ends of lines as hyphens.
std::vector<std::string> wrap(std::string_view utf8, std::size_t columns,
                              std::string_view language);

inline constexpr std::string_view kSoftHyphen = "\xC2\xAD";

}  // namespace synoptic
