// OpenDocument texts (ODT, ISO/IEC 26300), as LibreOffice and others write them.
//
// What is read is what a word processor shows of the text; formats/docx_reader.h says what that is,
// docs/formats.md in full.  Numbers of lines are those of paragraphs (formats/paragraph_text.h).
// Errors: Error with file, part, place and what to do.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

bool is_odt(std::string_view bytes);

Text read_odt(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
