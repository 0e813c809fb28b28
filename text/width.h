// How text lies on a terminal: columns, wrapping, direction.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// Columns that `utf8` takes on a terminal: grapheme clusters, wide ones (East Asian, emoji) two,
// controls and format characters none.
std::size_t display_width(std::string_view utf8);

// Breaks `utf8` into lines of at most `columns` columns at the places where the language may break
// (ICU line breaking; a word longer than a line is broken between clusters).  White space at a
// break is dropped.  REQUIRES: columns >= 2.
std::vector<std::string> wrap(std::string_view utf8, std::size_t columns,
                              std::string_view language);

// True where the first strong character is right to left.
bool is_right_to_left(std::string_view utf8);

}  // namespace synoptic
