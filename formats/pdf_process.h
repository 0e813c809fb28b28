// PDF to words with boxes by poppler's pdftotext, a process of its own with limits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf_page.h"

namespace synoptic {

// Refused are files that need a password, that are damaged or cut off, that hold no text, and those
// that take more time, memory or text than documents of their size do.
// Errors: Error with the file and what to do; one that names the package where pdftotext is
// missing.
std::vector<PdfPage> pdf_pages(std::string_view bytes, const std::string& name);

}  // namespace synoptic
