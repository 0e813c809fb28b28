// A cell's text as lines of a terminal: wrapped, in the order of the terminal, marked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/table.h"

namespace synoptic {

// ANSI SGR parameters.
namespace ink {
inline constexpr std::string_view kBold = "1";
inline constexpr std::string_view kDim = "2";
inline constexpr std::string_view kMissing = "1;31";
inline constexpr std::string_view kPath = "36";
}  // namespace ink

// `text` between SGR sequences, or as it is where there is no colour.
std::string inked(std::string_view text, std::string_view parameters, const TableStyle& style);

// As many bytes as before, so that marks keep their places: control characters to spaces, those of
// Latin-1 (U+0080 to U+009F) to no-break spaces.  Line feeds stay.
std::string harmless(std::string text);

// Colour of a severity.
std::string_view ink_of(Severity severity);

struct CellLine {
  std::string text;           // with SGR sequences
  std::size_t width = 0;      // columns
  bool to_the_right = false;  // right-to-left: stands at the right edge
};

// REQUIRES: columns >= 2.
std::vector<CellLine> cell_lines(const TableCell& cell, std::string_view language,
                                 std::size_t columns, const TableStyle& style);

// The line filled up with spaces to that many columns.
std::string padded(const CellLine& line, std::size_t columns);

}  // namespace synoptic
