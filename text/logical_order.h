// Text as it is seen, from left to right, put back into the order in which it is read; and the
// joined forms of letters as the letters themselves.  For formats that store what a page looks
// like.
//
// Method: the inverse of the Unicode bidirectional algorithm by ICU ("inverse like direct").  Marks
// stand behind the letter that bears them and stay there.  Whether brackets among right-to-left
// words are stored as they look or as they are read differs from program to program: pairs are
// turned so that they close. Errors: none; what ICU can't order stays as it is.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// A line of a paragraph that runs from right to left, or from left to right.
// Example: "12 םלוע םולש" from right to left gives "שלום עולם 12".
std::string logical_order(std::string_view seen, bool right_to_left);

// Presentation forms (ligatures of Latin and Armenian, shaped letters of Arabic and Hebrew) as
// letters, by NFKC; all else stays, raised figures and full-width letters as well.
// Example: "oﬃce" gives "office".
std::string without_presentation_forms(std::string_view utf8);

}  // namespace synoptic
