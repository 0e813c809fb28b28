// Keeps pages from the parser that would cost it more than they are worth.
//
// A page of a few hundred kilobytes can nest elements so deep, or leave so many marks open over so
// many paragraphs, that the tree of it fills the memory.  One pass over the tags, as a browser
// would nest them, tells before anything is built. Units: elements, bytes.  Time: linear.  Threads:
// pure.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

inline constexpr std::size_t kMostHtmlDepth = 400;

// Throws Error with `file` and the line: elements nested deeper than kMostHtmlDepth, marks (b, i,
// font ...) left open over too many paragraphs, a tag with too many attributes.
// REQUIRES: UTF-8.
void refuse_costly_html(std::string_view html, const std::string& file);

}  // namespace synoptic
