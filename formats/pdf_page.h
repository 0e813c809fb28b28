// The pages of a PDF as pdftotext shows them: words with their boxes.
//
// Units: points (1/72 inch) from the left upper corner of the page, y grows downwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct PdfBox {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  float middle() const { return (top + bottom) / 2; }
  void add(const PdfBox& other);
};

struct PdfWord {
  PdfBox box;
  std::string text;  // as it is seen, from left to right
};

// Words that stand on one line next to each other.
struct PdfRun {
  PdfBox box;
  std::vector<PdfWord> words;  // from left to right
};

struct PdfPage {
  float width = 0;
  float height = 0;
  std::vector<PdfRun> runs;  // in no order that counts
};

// Reads what `pdftotext -bbox-layout` writes.  Words without a visible character are left out.
// Throws Error of `file` where it is not what pdftotext writes.
std::vector<PdfPage> read_pdf_pages(std::string xhtml, const std::string& file);

}  // namespace synoptic
