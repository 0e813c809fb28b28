// The columns that single characters take, for layout: indents, line widths, wrapped East Asian
// text.
//
// display_width() in text/width.h measures what a terminal shows, by grapheme clusters; this is the
// quick sum over characters for millions of lines.  Threads: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic {

// 2 for East Asian wide characters, 0 for marks, controls and format characters, else 1.
unsigned columns_of(char32_t c);
std::size_t columns_of(std::string_view utf8);

// Characters that fill a square and run on without spaces: Han, kana, bopomofo, their punctuation.
bool is_east_asian(char32_t c);

}  // namespace synoptic
