// The order in which the lines of a page are read: columns one after the other, tables row by row.
//
// Method: rows of pieces from top to bottom; white gaps that many rows in turn leave at the same
// place part columns.  A narrow first column that always has a neighbour holds labels, and its rows
// are lines.  Where the columns begin their paragraphs on the same heights they are a table's;
// where their lines are filled they are columns of text.
// Errors: none.  Threads: pure.
#pragma once

#include <vector>

#include "formats/pdf_lines.h"

namespace synoptic {

// `region` is the first number that is free, and moves on.
std::vector<PdfLine> lines_in_order(const std::vector<PdfRow>& rows, const PdfMeasure& measure,
                                    PdfRegion& region);

}  // namespace synoptic
