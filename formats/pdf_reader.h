// PDF, through poppler's pdftotext (formats/pdf_process.h), which gives words and their boxes.
//
// What is read is the text as it is read on the page: columns one after the other, tables cell by
// cell, footnotes behind the paragraph that calls them; running headers, footers and page numbers
// go.  Where paragraphs begin is told by geometry; lines that geometry leaves open are left to the
// outline, as those of plain text are.  Numbers of lines are those of pages.
// docs/formats.md says in full what is kept and what is lost.
// Errors: Error with file, page and what to do.  Threads: any number of files at once.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

bool is_pdf(std::string_view bytes);

Text read_pdf(std::string_view bytes, const std::string& name, const ReadOptions& options);

// The same from what pdftotext wrote.
Text read_pdf_layout(std::string xhtml, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
