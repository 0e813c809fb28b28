// Numbers in digits of any script, with the signs that group them and part the fraction.
//
// Grouping and decimal signs are read as the language writes them, and tolerantly: "1,200",
// "1.200", "1 200", "1'200" and "1,20,000" are read in every language; where a sign could be either
// ("1.200"), the language decides and the other reading is kept as an alternative.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/folded_text.h"

namespace synoptic {

// How a language writes numbers.
struct NumberStyle {
  char32_t decimal = U'.';
  char32_t grouping = U',';
};

// As ICU's locale data have it; an unknown or empty tag gets the default above.
// Threads: safe, computed once for a language.
NumberStyle number_style(std::string_view language);

// A number in figures.  `value` is canonical: no grouping, no trailing zeros, "1000.5".
struct Figure {
  std::size_t begin = 0;  // characters
  std::size_t end = 0;
  std::string value;
  std::vector<std::string> alternatives;
  bool spelled = false;  // in words or in a non-positional system
  bool in_words = false;
  bool partial = false;  // the word goes on behind it
};

// The number whose digits begin at `at`.  A run of groups that makes no number ("7.1.2", "1,2,3")
// is read one by one: the caller goes on at `end`. REQUIRES: a digit at `at`, which is the first of
// its run.
Figure read_digits(const FoldedText& text, std::size_t at, const NumberStyle& style);

// `value` times ten to the `power`: ("2.5", 6) is "2500000".
std::string scaled(std::string_view value, int power);

// Digits to canonical form: ("007", "50") is "7.5".
std::string canonical(std::string_view whole, std::string_view fraction);

// A number of at most nine digits without a fraction, else nothing.
std::optional<int> small_integer(std::string_view value);

}  // namespace synoptic
