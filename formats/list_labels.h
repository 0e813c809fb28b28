// The numbers that lists count for themselves, as a browser prints them in front of its items.
//
// The counter styles that CSS predefines (W3C, CSS Counter Styles Level 3, sections 6 and 7) for
// the scripts of laws: decimal digits, alphabets, Roman, Han, Hebrew, bullets.
// Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

struct ListStyle {
  std::string counter = "decimal";  // a name of CSS; "none": no label; "string": `before` alone
  std::string before;
  std::string after = ".";

  bool is_none() const { return counter == "none"; }
  bool counts() const;  // false for bullets, strings and none
};

// The style of a value of list-style-type ("lower-roman", "'- '"); that of unknown names is
// decimal.
ListStyle list_style_of_css(std::string_view value);

// That of the attribute type of an ol: "a", "I"; decimal where it is none.
ListStyle list_style_of_type(std::string_view type);

// That of a list whose first item reads so: "a)", "(i)", "1."; "i" is Roman.
ListStyle list_style_of_symbol(std::string_view symbol);

// "7." or "iv." of `style`; a number that it can't write is written in digits.
std::string list_label(const ListStyle& style, int64_t number);

// Whether a text begins with the label of an item that was written by hand: "(a) fish" is that of
// item 1, "– fish" of any.
bool begins_with_label(std::string_view text, int64_t number);

}  // namespace synoptic
