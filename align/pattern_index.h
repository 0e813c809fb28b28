// Which label patterns a line may begin with, by its first three characters: for nearly every line
// none, so that the words of a language need not be tried one by one.
//
// Threads: one at a time; what was found for a beginning is kept.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/convention.h"

namespace synoptic {

class PatternIndex {
 public:
  // Both outlive the index.
  PatternIndex(const std::vector<LabelPattern>& first, const std::vector<LabelPattern>& then);

  // In order, all patterns whose words match_words() might find at byte `at`, with a misprint or
  // without; and those that begin with the number.
  const std::vector<const LabelPattern*>& patterns_at(std::string_view line, std::size_t at);

 private:
  static constexpr std::size_t kCharacters = 3;
  using Symbol = uint16_t;
  using Beginning = std::array<Symbol, kCharacters>;

  struct Entry {
    const LabelPattern* pattern;
    Beginning beginning;
    std::size_t characters;  // of them that there are
  };

  void add(const LabelPattern& pattern);
  Symbol symbol_of(char32_t folded) const;
  Beginning beginning_of(std::string_view line, std::size_t at) const;
  static bool may_match(const Beginning& line, const Entry& entry);

  std::vector<Entry> entries_;
  std::unordered_map<char32_t, Symbol> symbols_;  // of the characters that patterns begin with
  std::unordered_map<uint64_t, std::vector<const LabelPattern*>> found_;
};

}  // namespace synoptic
