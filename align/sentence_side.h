// Sentences as the sentence aligner sees them: word numbers and lengths.
//
// A word is a search term (text/words.h) cut to its first letters, which serves as a stem in
// languages that inflect at the end; numbers by value and the signs that survive translation
// ("?", ":", quotation marks, brackets) are words too, and so are territories and languages by the
// names that ICU knows.  One vocabulary serves a language over all documents that are learnt from
// together.
// Units: lengths count characters without white space.  Threads: a vocabulary is not for sharing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic {

// The first letters of a folded word, which serve as its stem.
std::string_view stem(std::string_view folded);

class Vocabulary {
 public:
  // The number of a word, new or known.
  uint32_t number(std::string_view word);
  std::size_t size() const { return words_.size(); }
  const std::string& word(uint32_t number) const { return words_[number]; }
  std::optional<uint32_t> find(const std::string& word) const;

  // Sentences seen so far, and how many of them hold the word.
  uint32_t sentences = 0;
  std::vector<uint32_t> holders;

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<std::string> words_;
};

// One side of a document.
struct SentenceSide {
  std::vector<uint32_t> words;  // of all sentences, each word once a sentence
  std::vector<uint32_t> first;  // those of sentence i are [first[i], first[i + 1])
  std::vector<float> lengths;
  std::vector<bool> open;  // those that end without a sign, as headings do

  std::size_t size() const { return lengths.size(); }
  std::span<const uint32_t> of(std::size_t sentence) const {
    return std::span(words).subspan(first[sentence], first[sentence + 1] - first[sentence]);
  }
};

// The words of a text as a vocabulary has them, in order and as often as they stand: those of a
// dictionary's entry, say.
std::vector<std::string> sentence_words(std::string_view text, std::string_view language);

// The same sentences with only the words that `telling` gives more than 0.
SentenceSide reduced(const SentenceSide& side, const std::vector<float>& telling);

// True of what sentence_words() may have given, such as "vertr": folded and cut.
bool is_vocabulary_word(std::string_view word);

// `language`: BCP 47, for numbers in words; may be empty.
SentenceSide sentence_side(std::span<const std::string_view> sentences, std::string_view language,
                           Vocabulary& vocabulary);

}  // namespace synoptic
