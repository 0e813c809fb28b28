// How often the words of a class ("shall", "not") are rendered by words of that class, learnt from
// the pair of documents itself, and how likely it is that a sentence lacks them by right.
//
// Method: the share of a word's sentences whose counterpart has none of the class, shrunk to the
// share of the whole class, that to a prior; each sentence is judged by the others (leave-one-out).
// A sentence with several words is judged by the one that is lacking most readily.
// A word of the other side explains what is lacking where it often stands for it elsewhere in the
// pair ("fails to" for "not"): no list has all of these.
// Threads: pure after construction.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace synoptic {

// A sentence of one side and its counterpart, seen for one class of words.
struct Rendering {
  std::vector<uint64_t> words;                    // those of the class, each once; may be empty
  const std::vector<uint64_t>* others = nullptr;  // all words of the counterpart; outlives it
  bool lost = false;                              // the counterpart has none of the class
  bool is_mismatch() const { return lost && !words.empty(); }
};

class RenderingRates {
 public:
  // `prior`: the share of sentences that lack the class by right, before anything is learnt.
  RenderingRates(std::vector<Rendering> renderings, double prior);

  const std::vector<Rendering>& renderings() const { return renderings_; }

  // How likely the mismatch `index` is in a right translation.
  double chance(std::size_t index) const;

  // The share of all sentences with the class that lack it on the other side; 1 for few.
  double share_lost() const;

  // A word of the counterpart stands for the class.
  bool is_explained(std::size_t index) const;

  // Sentences that have the class.
  uint32_t seen() const { return all_.seen; }

 private:
  struct Count {
    uint32_t seen = 0;
    uint32_t lost = 0;
  };
  using Counts = std::unordered_map<uint64_t, Count>;

  std::vector<Rendering> renderings_;
  double prior_;
  Count all_;
  Count lacking_;  // sentences whose counterpart lacks the class; lost: those that have it
  Counts of_word_;
  Counts of_other_;  // by words of counterparts that lack the class: sentences with the class
};

}  // namespace synoptic
