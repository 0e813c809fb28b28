// Footnotes of a PDF: lines of small type at the foot of a page or column, behind a mark.
//
// Errors: none.  Threads: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf_lines.h"
#include "text/span.h"

namespace synoptic {

// Sets is_note of lines at the foot of their page.  The lines stand in reading order.
void mark_notes(std::vector<PdfLine>& lines, const PdfMeasure& measure);

// What stands before the text of a note: "3", "*"; empty where the line begins none.
std::string note_mark(const PdfLine& line);

// Where a line calls the note of that mark: the mark raised, or right behind a word; empty where it
// does not.
// Example: the "1" of "Annex I1 and"; nothing of "Article 1 and".
Span note_call_in(std::string_view text, const std::string& mark);

}  // namespace synoptic
