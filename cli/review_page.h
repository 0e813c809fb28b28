// Comparisons as a page or a document for a reviser (formats/review_sheet.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/pipeline.h"

namespace synoptic {

// The formats that lay texts side by side in a file: "html", "docx".
bool is_review_format(std::string_view format);

// The bytes of the file.  REQUIRES: is_review_format(format); at least one comparison, all with the
// same original.  `title` may be empty: then the original's own title, else the name of its file.
std::string review_file(std::string_view format, const std::string& title,
                        const std::vector<const Comparison*>& comparisons);

// Writes bytes to the file, or to standard output where it is empty or "-".  Throws Error where
// they can't be written, or are no text and standard output is a terminal.
void write_result(const std::string& output, std::string_view bytes, bool is_text);

}  // namespace synoptic
