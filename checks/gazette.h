// References to an official gazette: "AS 2010 933", "BBl 1946 II 1222 1227", "[RU 1975 2373; 1988".
//
// Every language's edition has a gazette and pages of its own, so these numbers say nothing.
// Threads: a value.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace synoptic {

// "1998": four figures of the last three centuries.
bool is_year(std::string_view digits);

class GazetteFinder {
 public:
  // REQUIRES: `text` outlives it.
  explicit GazetteFinder(std::string_view text) : text_(text) {}

  // Whether the number, in figures, is the page or the year of such a reference.
  // REQUIRES: called in the order of the text.
  bool names_page(Span number);

 private:
  bool is_page(Span number) const;
  std::string_view text_;
  uint32_t last_page_ = 0;  // where the page before ended
};

}  // namespace synoptic
