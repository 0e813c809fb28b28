// Words and phrases with a value, looked up in running text: month names, number words.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/folded_text.h"

namespace synoptic {

struct PhraseMatch {
  uint64_t value = 0;
  std::size_t end = 0;  // character behind the phrase
};

// Method: hashed by first word, then the longest phrase.  A space of a phrase matches spaces and
// hyphens.  In scripts without spaces a phrase may stand anywhere; elsewhere it begins and ends
// with a word, except for find_prefix. Threads: read-only once filled.
class PhraseTable {
 public:
  // The value of a phrase that is there already is kept.
  void add(std::string_view phrase, uint64_t value);
  void add_folded(std::u32string phrase, uint64_t value);

  bool empty() const { return by_first_word_.empty(); }

  // The longest phrase that begins at `at`.  REQUIRES: a word begins at `at`.
  std::optional<PhraseMatch> find(const FoldedText& text, std::size_t at) const;

  // The same, or the longest one-word phrase of at least `least` letters that the word begins with
  // ("dreißig" in "dreißigtägig"), at most `more` letters before its end.
  std::optional<PhraseMatch> find_prefix(const FoldedText& text, std::size_t at, std::size_t least,
                                         std::size_t more) const;

 private:
  struct Entry {
    std::u32string rest;  // behind the first word
    uint64_t value = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const {
      return std::hash<std::u32string_view>{}(text);
    }
  };

  const std::vector<Entry>* entries(std::u32string_view word) const;

  std::unordered_map<std::u32string, std::vector<Entry>, Hash, std::equal_to<>> by_first_word_;
};

}  // namespace synoptic
