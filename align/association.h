// Which clauses belong together by their words, learnt from this very pair of documents.
//
// Method: IBM model 1 (Brown et al. 1993, eq. 17) in both directions over the clauses that labels
// and lengths have paired, on truncated words.  A clause is scored against another by
// sum over its words of log(lambda * min(1, sum of p(word | other side's words)) / p0(word) +
// 1 - lambda), p0 the share of clauses that hold the word.  Learning is cross-fitted: a clause is
// scored by a model that did not see its fold, so that a wrong pair can't confirm itself.  Words
// written alike on both sides (names, loans, quoted terms) count as translations without learning.
// Units: nats, positive where the words speak for the pair.  Time: linear in the words of the pairs
// and of the candidates asked for.  Threads: pure after construction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "align/document.h"

namespace synoptic {

// Distinct word ids of each unit of one document.
struct WordSets {
  std::vector<std::vector<uint32_t>> of_unit;
  std::vector<uint32_t> unit_count;  // units that hold the word
  uint32_t units_with_words = 0;
  std::vector<std::string> stems;  // of each word id
};

// Of the original and of the translation, without words that tell nothing: those of most units, and
// those of one unit that have no like on the other side.
std::pair<WordSets, WordSets> word_sets(const Document& original, const Document& translation);

class Association {
 public:
  // `pairs`: units taken as translations of each other, original first.
  Association(const WordSets& original, const WordSets& translation,
              const std::vector<std::pair<UnitId, UnitId>>& pairs);

  // Nats for each of `candidates` (translation units) as the counterpart of `unit`.
  std::vector<double> scores(UnitId unit, const std::vector<UnitId>& candidates) const;

  // Share of the words of the shorter of two units of the original that the other has too;
  // 0 for few words.
  double overlap(UnitId a, UnitId b) const;

 private:
  static constexpr uint32_t kFolds = 5;
  static constexpr uint32_t kNoWord = UINT32_MAX;

  // p(target word | source word) of one direction and fold, sparse by source word.
  struct Table {
    std::vector<uint32_t> first;  // per source word
    std::vector<uint32_t> target;
    std::vector<float> probability;
  };
  struct Direction {
    const WordSets* source = nullptr;
    const WordSets* target = nullptr;
    std::vector<uint32_t> same;  // per source word: the target word written alike, or kNoWord
    Table tables[kFolds];
  };
  // Expected count of each target word, over the words of one unit; sparse by `touched`.
  struct Expected {
    std::vector<float> count;
    std::vector<uint32_t> touched;
  };
  static void expect(const Direction& direction, uint32_t fold, UnitId from, Expected& expected);

  void learn(Direction& direction, const std::vector<std::pair<UnitId, UnitId>>& pairs) const;
  uint32_t fold_of(UnitId original) const { return fold_[original]; }

  Direction forward_;
  Direction backward_;
  std::vector<uint32_t> fold_;  // per original unit
};

}  // namespace synoptic
