// Word documents (Office Open XML, DOCX): ECMA-376 and ISO/IEC 29500, transitional and strict.
//
// What is read is what Word shows of the text: computed numbers, tables cell by cell, text boxes
// and notes behind the paragraph that holds or calls them; tracked changes accepted or rejected.
// Left out are headers and footers, comments, hidden text, and tables of contents.
// docs/formats.md says in full what is kept and what is lost.  Numbers of lines are those of
// paragraphs (formats/paragraph_text.h).
// Errors: Error with file, part, place and what to do.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

bool is_docx(std::string_view bytes);

Text read_docx(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
