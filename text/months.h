// The names of months in a language, in every form ICU has: full, short, stand-alone, genitive.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/folded_text.h"
#include "text/phrases.h"

namespace synoptic {

// The month named at `at` (1-12), inflected forms too ("октябре" by "октябрь").  Regional names are
// those of the language's countries ("تشرين الأول" and "أكتوبر", "Jänner" and "Januar").  A word
// with a stop that begins one month only is that month ("Febr.").
// REQUIRES: a word begins at `at`.  Threads: safe; names of a language are read once.
class MonthNames {
 public:
  static const MonthNames& of(std::string_view language);

  explicit MonthNames(std::string_view language);
  std::optional<PhraseMatch> find(const FoldedText& text, std::size_t at) const;

 private:
  std::optional<PhraseMatch> find_shortened(const FoldedText& text, std::size_t at) const;

  PhraseTable names_;
  PhraseTable stems_;  // names without their last letter, for inflected ones
  std::vector<std::pair<std::u32string, int>> words_;  // names of one word, with their months
};

// Years that the language's calendar is ahead of the Gregorian one: 543 in Thai, else 0.
int years_ahead(std::string_view language);

}  // namespace synoptic
