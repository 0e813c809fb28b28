// How the names of a pair are rendered, learnt from the pair itself, and how likely it is that one
// goes without its rendering by right while another stands there.
//
// A name (checks/link_words.h) has up to three partners among the words of the other side: the same
// letters, and the words that cover the links it stands in and are hardly met elsewhere (Dice's
// coefficient).  Words that are partners of a name are judged like one, in scripts without
// capitals. The share of the other links in which none of its partners stands (leave-one-out,
// shrunk) is the chance that a name is unanswered by right.  Where a language writes nouns with a
// capital, only what the other side shows to be a name is one. Time: for each name, the words
// opposite all its occurrences.  Threads: pure after construction.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/link_words.h"

namespace synoptic {

// A name that became another in a link: both go without their renderings.
struct ExchangedName {
  uint32_t lost = 0;   // word of the original
  uint32_t added = 0;  // word of the translation
  double chance = 1;   // that a right translation has it so
};

class Renderings {
 public:
  // Both outlive it and are of the same alignment.
  Renderings(const LinkWords& original, const LinkWords& translation);

  // The likeliest to be a fault; none where all names are answered, here or next to here.
  std::optional<ExchangedName> exchanged(std::size_t link) const;

 private:
  struct Record {
    std::vector<uint32_t> partners;
    uint32_t seen = 0;     // links
    uint32_t absent = 0;   // of those, links without a partner
    bool is_copy = false;  // a partner has the same letters
  };
  struct Side {
    const LinkWords* words = nullptr;
    std::vector<std::vector<uint32_t>> sets;   // distinct words, by link
    std::vector<std::vector<uint32_t>> links;  // by word
    std::vector<Record> records;               // by word
  };

  static Side side_of(const LinkWords& words);
  static void pair_copies(Side& from, Side& to);
  static void learn(Side& from, Side& to);
  static void count(Side& from, const Side& to);
  static bool is_answered(const Side& to, const Record& record, std::size_t link);
  static bool went_next(const Side& from, const Side& to, uint32_t word, std::size_t link);
  static double chance(const Side& from, const Side& to, uint32_t word, std::size_t link);
  bool are_kin(uint32_t lost, uint32_t added) const;
  bool stands_for(uint32_t added, uint32_t lost, std::size_t link) const;

  Side original_;
  Side translation_;
};

}  // namespace synoptic
