// Numbers in figures of every system: digits, Han, Roman, enclosed, Ethiopic.
#pragma once

#include <optional>
#include <string>

#include "text/digits.h"
#include "text/folded_text.h"

namespace synoptic {

// The number that begins at `at`, if one does; in a non-positional system it is marked as spelled.
// Roman numerals only from two capitals on, and where they are no word.
// REQUIRES: `at` is not inside a run of digits.
// Example: "1万2千" is 12000; "四十三" is 43; "XIV" is 14; "⑫" is 12.
std::optional<Figure> read_figure(const FoldedText& text, std::size_t at, const NumberStyle& style);

// 1 to 3999 in capitals; empty for others.
std::string roman(int value);

}  // namespace synoptic
