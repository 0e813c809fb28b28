// Tells the numbers of a text that name a clause: "subsection (2)", "articles 3, 4 and 5",
// "第三条".
//
// Method: a word of the convention's labels before or behind the number, brackets around it, or
// another such number right before it.
// Threads: a value; not for use by several threads at once.
#pragma once

#include <cstdint>
#include <string_view>

#include "align/convention.h"
#include "text/span.h"

namespace synoptic {

class ReferenceFinder {
 public:
  // REQUIRES: text and convention outlive it.
  ReferenceFinder(std::string_view text, const Convention& convention)
      : text_(text), convention_(convention) {}

  // `in_words`: the number is written as a word.  REQUIRES: called in order of the text.
  bool names_clause(Span number, bool in_words);

 private:
  bool in_brackets(Span number) const;
  bool behind_word(Span number) const;
  bool before_word(Span number) const;

  std::string_view text_;
  const Convention& convention_;
  uint32_t last_end_ = 0;
};

}  // namespace synoptic
