// What the words of single sentences say for each other, a row of a band at a time.
//
// Shapes: a row is one sentence of the original against the sentences [first, last) of the
// translation.  `there` holds for each word of those sentences how many are expected from the row's
// sentence; `back` for each of them and each word of the row's sentence how many are expected
// there. Threads: one object a thread.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "align/sentence_side.h"
#include "align/word_translation.h"

namespace synoptic {

// p(word | word) in both directions, as learnt.
struct WordModel {
  WordRows there;  // by word of the original
  WordRows back;   // p(original | translation), by word of the original; totals by translation word
};

struct EvidenceRow {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<float> there;  // by place in the translation's words, from those of `first` on
  std::vector<float> back;   // (last - first) x words of the row's sentence
};

// Sentences that the model learnt from as one bead.
struct TaughtBead {
  uint32_t original_begin = 0;
  uint32_t original_end = 0;
  uint32_t translation_begin = 0;
  uint32_t translation_end = 0;
};

class WordEvidence {
 public:
  WordEvidence(const WordModel& model, const SentenceSide& original,
               const SentenceSide& translation);

  // Fills `row` for sentence `i` against [first, last); what `taught` (null: nothing) taught does
  // not count.
  void fill(std::size_t i, const TaughtBead* taught, EvidenceRow& row);

 private:
  void enter(const TaughtBead& taught);
  void spread_there(uint32_t word);
  void spread_back(uint32_t word, std::size_t at, EvidenceRow& row, std::size_t words);
  void leave_out(uint32_t word, std::vector<float>& probability);

  const WordModel& model_;
  const SentenceSide& original_;
  const SentenceSide& translation_;
  std::vector<float> expected_;  // by word of the translation
  std::vector<float> dense_;     // by word of the translation
  std::vector<uint32_t> touched_;
  // p(word | translation's word) of words with so many partners that they are kept spread out.
  std::unordered_map<uint32_t, std::vector<float>> spread_out_;
  std::vector<float> kept_;  // of own_words_, while they are left out
  // Of the bead that was entered: its translation's words, with sums over its original's words.
  const TaughtBead* entered_ = nullptr;
  std::vector<uint32_t> own_words_;
  std::vector<float> own_there_;       // sum of p(word | original's words)
  std::vector<float> own_back_total_;  // what each word counted itself
  std::vector<float> own_back_norm_;   // by original word of the bead: sum of p(word | own_words_)
  std::vector<uint32_t> own_sources_;
};

}  // namespace synoptic
