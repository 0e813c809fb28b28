// Takes page furniture out of plain text: page numbers, running headers and footers, form feeds.
//
// Where form feeds show the pages, the outermost lines of each page are compared: a line that
// repeats, or whose number goes up with the page, is furniture.  Where they are gone (a PDF
// extractor left number and header in the middle of the text), lines that hold a page number are
// sought that go up by one at a page's distance, and confirmed by what stands around them: a line
// that repeats beside them, a place far from the text, a sentence that they cut.  A number or title
// that may be the document's own stays: a line too much is better than a clause too few.
#pragma once

#include <string_view>
#include <vector>

#include "align/document.h"
#include "formats/physical_lines.h"

namespace synoptic {

// The lines of text.  A line after furniture or a form feed has page_break_before; blank lines that
// belong to the furniture, as many as stand around all of it, don't count for its blank_before.
// Errors: none.  Threads: pure.
std::vector<Line> without_furniture(std::string_view text, const std::vector<PhysicalLine>& lines);

// One flag per line: furniture or not.  `paged`: by form feeds; `unpaged`: by chains of numbers.
std::vector<bool> furniture_of_pages(std::string_view text, const std::vector<PhysicalLine>& lines);
std::vector<bool> furniture_in_text(std::string_view text, const std::vector<PhysicalLine>& lines);

}  // namespace synoptic
