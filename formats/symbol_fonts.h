// Signs of fonts that have an encoding of their own (Symbol, Wingdings) as characters.  Threads:
// pure.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// `code` is that of the font, with or without 0xF000.  What is not known here stays a character of
// the private use area, so that nothing is lost.
// Example: symbol_of(0xF0B7, "Symbol") is "•".
std::string symbol_of(char32_t code, std::string_view font);

// The text of a bullet in that font, "•" for every sign of a font of signs.
std::string bullet_of(std::string_view text, std::string_view font);

}  // namespace synoptic
