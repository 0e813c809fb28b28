// Numbers and dates in running text, by value.
//
// Digits of all scripts, grouping and decimals as the language writes them, spelled numbers where
// ICU's spell-out rules have the language, Han and other numeral systems, dates by ICU's month
// names and the orders in use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/spellout.h"

namespace synoptic {

struct Quantity {
  Span span;             // bytes of the text given
  std::string value;     // canonical decimal: "1000.5", "25", "0.5"; no grouping, no trailing zeros
  bool spelled = false;  // written as a word or in a non-positional system: may be read otherwise
  bool in_words = false;  // written as a word
  bool partial = false;   // a word that goes on behind the number: "dreißigtägig", "Achtung"
  // Other values that the same figures may have: 1.2 of "1.200", 2.5 of "2.5 million", the
  // Gregorian year of a Buddhist one.  Empty for most.
  std::vector<std::string> alternatives;
};

struct Date {
  Span span;
  std::optional<int> year;   // Gregorian
  std::optional<int> month;  // 1-12
  std::optional<int> day;
  bool ambiguous = false;  // 03/04/2004
};

struct Quantities {
  std::vector<Quantity> numbers;  // in order; the digits of a date are not among them
  std::vector<Date> dates;        // in order; "8 and 9 October 2004" gives two
};

// `language` is a BCP 47 tag, may be empty.  `own` are number words that ICU does not know, or
// null; they go before ICU's.  Threads: safe; tables of a language are built once. Example: "one
// hundred and eighty days" gives 180, "quinze milliards" 15000000000.
Quantities find_quantities(std::string_view utf8, std::string_view language,
                           const NumberWords* own = nullptr);

// Ordinal or cardinal number word at the head of `utf8` ("premier", "dix-septième", "اول"), whole
// words only; how many bytes it took.  Used for spelled labels.
struct SpelledNumber {
  uint32_t value = 0;
  std::size_t bytes = 0;
};
std::optional<SpelledNumber> read_spelled_number(std::string_view utf8, std::string_view language);

}  // namespace synoptic
