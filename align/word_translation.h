// Which words translate which, learnt from sentences that were taken as translations.
//
// Method: IBM model 1 (Brown et al. 1993, eq. 17) by expectation maximisation.  Rows are kept by
// source word; memory and time are linear in the words of the pairs.
// Threads: pure after learning.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace synoptic {

struct WordCount {
  uint32_t word = 0;
  float count = 0;  // expected number of pairs in which it translates the row's word
};

// Rows of word counts by word; the entries of a row ascend.
struct WordRows {
  std::vector<uint32_t> first;  // of row w: [first[w], first[w + 1])
  std::vector<WordCount> entries;
  std::vector<float> totals;  // of all counts of a row, those that were dropped too

  std::span<const WordCount> row(uint32_t word) const {
    return std::span(entries).subspan(first[word], first[word + 1] - first[word]);
  }
  // Of `other` in the row of `word`; 0 where it is not there.
  float count(uint32_t word, uint32_t other) const;
};

// Words of sentences that translate each other.
struct WordPair {
  std::span<const uint32_t> source;
  std::span<const uint32_t> target;
};

struct VocabularySizes {
  std::size_t source = 0;
  std::size_t target = 0;
};

// `priors`: sightings before anything is learnt, by source word.
WordRows learn_translations(std::span<const WordPair> pairs, VocabularySizes sizes,
                            const WordRows& priors);

// The same by target word; a row's entries keep their counts.
WordRows transposed(const WordRows& rows, std::size_t targets);

}  // namespace synoptic
