// Numbers that take several words: "one hundred and eighty thousand", "hundertachtzig".
//
// Method: the number words of the language, which are known one by one up to a hundred and by round
// hundreds to a thousand, are added where the second fits into the zeros of the first, and
// multiplied where a scale word follows.  Between two words a hyphen, a space or one short word
// ("and", "und", "y") may stand.
// Threads: read-only.
#pragma once

#include <cstdint>
#include <optional>

#include "text/folded_text.h"
#include "text/phrases.h"
#include "text/spellout.h"

namespace synoptic {

struct WordNumber {
  uint64_t value = 0;
  std::size_t end = 0;
  bool partial = false;  // the last word goes on behind the number
};

// REQUIRES: `text`, `words` and `own` outlive it.
class WordNumberReader {
 public:
  // `own`: words that go before `words`, or null.
  WordNumberReader(const FoldedText& text, const NumberWords& words, const NumberWords* own)
      : text_(text), words_(words), own_(own) {}

  // The number whose first word begins at `at`.  REQUIRES: a word begins there.
  std::optional<WordNumber> read(std::size_t at) const;

  // The scale word at `at`: its power of ten.
  std::optional<PhraseMatch> scale(std::size_t at) const;

 private:
  std::optional<PhraseMatch> word(std::size_t at) const;
  std::optional<PhraseMatch> ending(std::size_t at) const;
  std::optional<PhraseMatch> counted(std::optional<PhraseMatch> count) const;
  std::optional<PhraseMatch> next_word(std::size_t end) const;
  std::optional<PhraseMatch> next_scale(std::size_t end) const;
  std::optional<PhraseMatch> next_in_word(std::size_t end) const;

  const FoldedText& text_;
  const NumberWords& words_;
  const NumberWords* own_;
};

}  // namespace synoptic
