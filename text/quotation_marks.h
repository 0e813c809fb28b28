// Quotation marks: those in a text, and those of a language.
//
// Single marks are apostrophes as often as not and are left out; so are straight ones behind a
// digit (inches, minutes) and behind a letter with a letter after it (Hebrew abbreviations). Units:
// spans are bytes of the text given.  Errors: none.  Threads: safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

enum class QuoteFamily : uint8_t { kCurved, kAngular, kStraight };

struct QuotationMark {
  Span span;
  char32_t value = 0;
  QuoteFamily family = QuoteFamily::kCurved;
};

// Double marks, in order: “ ” „ ‟ « » ".
std::vector<QuotationMark> find_quotation_marks(std::string_view utf8);

// The families that the language uses by ICU's locale data; both where it has none.
struct QuotationStyle {
  bool curved = true;
  bool angular = true;
  std::string marks;  // "« »", for people
};
QuotationStyle quotation_style(std::string_view language);

}  // namespace synoptic
