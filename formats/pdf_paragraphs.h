// Where paragraphs of a PDF begin, by what their lines measure.
//
// Method: a line that had room for the next word has ended a paragraph; a step wider than from line
// to line, another size of type, and first lines set in or out begin one.  What these leave open
// (a filled line that ends a sentence, before one that begins at the same place) is left open: the
// outline weighs it with the labels.  Where a document shows its paragraphs reliably by white or by
// indents, a line without either is none's first.
// Errors: none.  Time: linear.  Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/pdf_lines.h"

namespace synoptic {

enum class PdfStart : uint8_t { kBegins, kGoesOn, kOpen };

struct PdfLineStart {
  PdfStart start = PdfStart::kBegins;
  bool apart = false;   // white stands above it
  bool breaks = false;  // it stands on another page, or in another column, than the line before
  float indent = 0;     // points from where the lines of its region begin
};

// One a line.  `texts` are the texts of the lines, which stand in reading order, without notes.
std::vector<PdfLineStart> paragraph_starts(const std::vector<PdfLine>& lines,
                                           const std::vector<std::string>& texts,
                                           const PdfMeasure& measure);

}  // namespace synoptic
