// A review sheet as one page of HTML that a browser opens without a network: the texts side by
// side, the findings in them, a summary, and which clause each language has.
//
// The page is well-formed as XML too.  Style and script are formats/html_page.css and .js,
// embedded; nothing of the texts reaches the script, and a policy in the page forbids it to fetch
// anything. Without script all is readable; the script adds filters, keys, and the highlight of the
// words that belong together.  Characters that a page can't hold become U+FFFD. The same sheet
// gives the same bytes.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "formats/review_sheet.h"

namespace synoptic {

// `version` says which synoptic writes.
std::string to_html(const ReviewSheet& sheet, std::string_view version);

// The files as they stand in the tree; embedded by formats/embed.cmake.
extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

}  // namespace synoptic
