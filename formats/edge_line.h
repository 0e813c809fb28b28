// A line at the edge of a page, reduced to what repeats from page to page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// "Page 3 of 9" has the key "Page # of #" and the numbers 3 and 9.
struct EdgeLine {
  std::string key;                // runs of digits as "#", white space as one space
  std::vector<uint32_t> numbers;  // in order, digits of any script; Roman ones as below
  uint32_t letters = 0;
  bool decorated = false;  // a bare number between dashes, bars or the like: "- 3 -", "3/12"

  // Nothing but numbers and punctuation.  "3.", "(3)" and "3)" are labels and have letters = 0 too.
  bool is_bare() const { return letters == 0 && !numbers.empty(); }
  // The same words on every page, no number that could change.
  bool is_constant() const { return letters >= 3 && numbers.empty(); }
};

// Long lines are no page edges and give an empty key.  A line of one Roman number in small letters
// ("iv", "- iv -") counts as a bare number.
EdgeLine read_edge_line(std::string_view line);

}  // namespace synoptic
