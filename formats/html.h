// HTML: pages as browsers show them, by Gumbo (HTML5).
//
// Paragraphs, headings, items with the number that their list counts, cells of tables in order,
// definition lists, preformatted text.  Left out is what is no text of the document: scripts,
// forms, navigation, what stands around the page (header, footer, aside), what is hidden, readings
// of ruby. Where there is a main element, or one article, the rest of the page is left out. The
// encoding is that of the byte-order mark, the user, the head of the page or the bytes. Threads:
// pure.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

// Whether the first tag is one of HTML.
bool is_html(std::string_view bytes);

// Throws Error: no text, pages that are refused (formats/html_guard.h).
Text read_html(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
