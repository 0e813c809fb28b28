// Which word of the original goes with which of the translation, learnt from this very pair.
//
// Method: competitive linking (Melamed 2000, "Models of translational equivalence among words",
// section 4): pairs of words that meet in links are taken from the likeliest on, each word once in
// each direction.  A word that stands on both sides as it is, is a counterpart of itself besides.
// How often a word is answered is counted over the links, so that a word which is mostly
// paraphrased proves nothing where it is absent.
// Units: a key is any word of a side (an acronym, a name), numbered by the caller; equal numbers on
// both sides are the same word.  Threads: read-only once built.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace synoptic {

// Keys of one side of each link, each as often as it stands there.
using LinkKeys = std::vector<std::vector<uint32_t>>;

// Each key once, ascending.
std::vector<uint32_t> distinct(std::vector<uint32_t> keys);

class Counterparts {
 public:
  // REQUIRES: both have an entry for each link; keys are below `key_count`.
  Counterparts(const LinkKeys& original, const LinkKeys& translation, uint32_t key_count);

  // Of a key on one side: links that hold it, and links in which a counterpart stands opposite.
  struct Record {
    uint32_t seen = 0;
    uint32_t answered = 0;
  };
  const Record& of_original(uint32_t key) const { return original_[key]; }
  const Record& of_translation(uint32_t key) const { return translation_[key]; }

  // Whether `translation` stands for `original`.
  bool match(uint32_t original, uint32_t translation) const;
  // How often the counterparts of a key stand among the keys of the other side.
  std::size_t answers_to_original(uint32_t key, const std::vector<uint32_t>& translation) const;
  std::size_t answers_to_translation(uint32_t key, const std::vector<uint32_t>& original) const;

 private:
  void pair_up(const LinkKeys& original, const LinkKeys& translation);
  void count_answers(const LinkKeys& original, const LinkKeys& translation);

  std::vector<uint32_t> counterpart_;  // by key of the original, else kNone
  std::vector<Record> original_;
  std::vector<Record> translation_;
};

}  // namespace synoptic
