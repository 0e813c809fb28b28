// Symbols of documents in running text: "A/RES/60/1", "2016/679", "C-10.2", "0.742.140",
// "9001:2015", "32016R0679".
//
// A code is a word of letters and digits joined by signs that is neither a date, a number, a
// fraction, the time of day nor the ordinal of a clause.  Languages give series other names (SOR
// and DORS, EC and CE), so that letters and numbers are kept apart.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

struct DocumentCode {
  Span span;                         // bytes of the text given
  std::vector<std::string> numbers;  // without leading zeros: 60, 1
  std::string letters;               // folded: "ares"
};

// In order of the text; those inside of web addresses are left out.
std::vector<DocumentCode> find_document_codes(std::string_view text);

// All numbers in figures, in order, without leading zeros.
std::vector<std::string> figures_of(std::string_view text);

}  // namespace synoptic
