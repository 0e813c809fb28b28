// Documents that are archives, made of parts that a fuzzer changes.
//
// A fuzzer that changes an archive only makes archives that are refused for their checksums.
// So an input that begins with the letter P holds the parts of the document, U+001E between them:
//     docx   the body, numbering, styles, footnotes   (the contents of each root)
//     odt    the body, automatic styles, styles
//     xlsx   the rows of the sheet, the shared strings
// Any other input is the archive itself.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::fuzz {

// The bytes for the reader `name`; the input itself where it is not made of parts.
std::string packed(std::string_view name, std::string_view input);

}  // namespace synoptic::fuzz
