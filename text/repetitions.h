// A word that stands twice with nothing but white space between.
//
// Words are runs of letters and marks, with digits, apostrophes and hyphens inside; case does not
// count.  Single capitals, Roman numbers and what holds a digit are names, not words.
// Units: spans are bytes of the text given.  Errors: none.  Threads: pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

struct Repetition {
  Span first;
  Span second;
  std::string word;  // case folded
};

// In order; of three equal words two repetitions.
// Example: find_repetitions("all the The ports")[0].word is "the".
std::vector<Repetition> find_repetitions(std::string_view utf8);

// Calls `visit` with every word in order, as above.
void for_each_spaced_word(std::string_view utf8, const std::function<void(Span)>& visit);

}  // namespace synoptic
