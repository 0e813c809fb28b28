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

// A note of the edition alone: a short text that ends with the gazette in brackets, or a sentence
// behind it: "Fassung gemäss Ziff. I der V vom 1. Mai 2010 (AS 2010 933)."
bool is_edition_note(std::string_view text);

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
