// A user's word list as the sentence aligner takes it.
//
// An entry of one word a side is worth some sightings of the pair.  Of an entry of several words it
// is not said which translates which: each word is paired with each of the other side, for the less
// the more there are; a proverb says nothing and is passed over.
// Which of its columns is the original a list need not say: it is the way round in which the texts
// know more of its entries.
// Threads: pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/sentence_side.h"
#include "align/word_priors.h"

namespace synoptic {

struct PhrasePair {
  std::string original;
  std::string translation;
};

// The words of one side of all documents.
struct VocabularyView {
  const Vocabulary& words;
  std::string_view language;  // BCP 47; empty: not known
};

// Entries whose words both vocabularies have, in the order of the list.
std::vector<LexiconEntry> lexicon_entries(std::span<const PhrasePair> list,
                                          const VocabularyView& original,
                                          const VocabularyView& translation);

}  // namespace synoptic
