// Lines of a PDF's text, and what its type measures.
//
// Boxes of words are those of the font, which may be far larger than its letters; lines are told
// apart by the middles of the boxes, and sizes by the room that characters take.  In a document
// that runs from right to left all boxes are mirrored, so that `left` is where a line begins.
// Units: points.  Errors: none.  Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/pdf_page.h"

namespace synoptic {

// Of the document's plain text.
struct PdfMeasure {
  float em = 0;       // height of its letters; a Han character is one wide, most others half
  float height = 0;   // of the boxes of its words
  float leading = 0;  // from line to line in a paragraph
  bool right_to_left = false;
};

// The same area of a page, in which lines stand below each other: the page, a column, a cell.
using PdfRegion = uint32_t;

struct PdfLine {
  PdfBox box;
  float em = 0;
  float own_em = 0;            // as this line alone shows it, uncertain where it is short
  std::vector<PdfWord> words;  // in reading order, their letters as they are seen
  uint32_t page = 0;           // counted from 0
  PdfRegion region = 0;
  bool is_cell = false;  // the region is a cell of a table
  bool is_note = false;

  float height = 0;  // of the boxes of most of its letters
};

// Columns of a terminal that the words take, blanks between them not counted.
std::size_t columns_of(const std::vector<PdfWord>& words);

// Mirrors the pages where most letters are of a right-to-left script.
PdfMeasure measure_pages(std::vector<PdfPage>& pages);

// A line of these words, which stand next to each other.
PdfLine line_of(std::vector<PdfWord> words, const PdfMeasure& measure);

// The lines of a page from top to bottom, parted at gaps that no words within a line have.  The
// rows hold pieces that stand on one height, from where reading begins.
using PdfRow = std::vector<PdfLine>;
std::vector<PdfRow> rows_of(const PdfPage& page, const PdfMeasure& measure);

// One line of all pieces of a row.
PdfLine joined(const PdfRow& row, const PdfMeasure& measure);

// The line in the order in which it is read; words apart where a blank shows, raised figures as
// such ("m²").
std::string text_of(const PdfLine& line, const PdfMeasure& measure);

}  // namespace synoptic
