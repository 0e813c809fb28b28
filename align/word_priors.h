// What words are taken to mean before a text has taught anything: those written alike, those that
// begin alike, and what a lexicon says.
//
// Threads: pure.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "align/sentence_side.h"
#include "align/word_translation.h"

namespace synoptic {

// Words as a vocabulary has them (align/sentence_side.h: sentence_words()).
struct LexiconEntry {
  std::string original;
  std::string translation;
  float count = 1;  // sightings that it is worth
};

// What is known of two languages before their texts are read: entries with words of the original.
// Empty: nothing is.
using LexiconSource = std::function<std::vector<LexiconEntry>(const Vocabulary& original)>;

struct WordPriors {
  WordRows there;  // by word of the original
  WordRows back;   // by word of the translation
};

// Entries with words that neither vocabulary has are passed over.
WordPriors word_priors(const Vocabulary& original, const Vocabulary& translation,
                       std::span<const LexiconEntry> lexicon);

}  // namespace synoptic
