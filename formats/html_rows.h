// The rows of a review sheet as a table of HTML; the part of html_page.h that shows the texts.
#pragma once

#include <string>
#include <string_view>

#include "formats/review_sheet.h"

namespace synoptic {

// Appends <table id="texts">.
void append_rows(const ReviewSheet& sheet, std::string& html);

// Appends findings as a list.
void append_findings(const ReviewSheet& sheet, const std::vector<uint32_t>& numbers,
                     std::string& html);

// The id of the line's element: "c-7.1", "x2-8" for what only column 2 has.
std::string line_id(const SheetRow& row, const SheetLine& line);

// The path as it is shown: "7.1", "+8" for what the original lacks.
std::string shown_path(const SheetRow& row, const SheetLine& line);

// The gravest of the findings with these numbers; REQUIRES: at least one.
Severity gravest(const ReviewSheet& sheet, const std::vector<uint32_t>& numbers);

// Appends ` name="value"` with the value escaped.
void append_attribute(std::string_view name, std::string_view value, std::string& html);

}  // namespace synoptic
