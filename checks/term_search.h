// Terms of a glossary in running text, inflected or not.
//
// A term is a row of words.  A word of the text may end in other letters than the term's; in
// scripts without spaces the term is looked for as it is.  A term in capitals ("WHO") is one in
// capitals only.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/document.h"
#include "text/span.h"

namespace synoptic {

struct TermWord {
  std::string folded;
  std::string printed;
  Span span;
};

// The words of a text; in scripts without spaces each character is one.
std::vector<TermWord> term_words(std::string_view text);

class TermPattern {
 public:
  explicit TermPattern(std::string_view term) : words_(term_words(term)) {}

  // Where the term stands, word for word, each with an ending of its own at most.
  std::vector<Span> find(const std::vector<TermWord>& text) const;

  // The end of the term that begins at word `at`, 0 where none does.
  std::size_t match_at(const std::vector<TermWord>& text, std::size_t at) const;

  // Bytes with which a word must begin for the term to begin there.
  std::string_view head() const;

  // Whether all words of the term are there, in any order, inside of compounds and behind prefixes.
  bool is_hinted(const std::vector<TermWord>& text) const;

 private:
  std::vector<TermWord> words_;
};

// Many terms looked for at once.
class TermIndex {
 public:
  struct Match {
    std::size_t term = 0;  // in the order in which they were added
    Span span;
  };

  void add(std::string_view term);
  bool empty() const { return patterns_.empty(); }
  std::vector<Match> find(const std::vector<TermWord>& text) const;

 private:
  std::vector<TermPattern> patterns_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_head_;
};

}  // namespace synoptic
