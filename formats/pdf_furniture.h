// Running headers, footers and page numbers of a PDF.
//
// Found as those of plain text are (formats/page_furniture.h); then what has the same words at the
// same place as furniture of another page, and what stands apart at the same height above or below
// the text of nearly all pages, whatever it says (the heading of the section that is open).
// Errors: none.  Threads: pure.
#pragma once

#include <vector>

#include "formats/pdf_lines.h"

namespace synoptic {

// Takes them out of the rows, those of one page after the other.
void remove_furniture(std::vector<std::vector<PdfRow>>& pages, const PdfMeasure& measure);

}  // namespace synoptic
