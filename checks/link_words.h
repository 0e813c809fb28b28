// The words of each link, numbered, for what is learnt from the pair itself.
//
// A word is a run of letters cut to its stem (align/sentence_side.h); in scripts without spaces
// every two characters that follow each other are one.
// Threads: a value.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"

namespace synoptic {

struct LinkWord {
  uint32_t id = 0;
  UnitId unit = kNoUnit;
  Span span;  // of the whole word, in Document::text
};

struct LinkWords {
  std::vector<std::vector<LinkWord>> of_link;  // in the order of the text
  std::vector<std::string> stems;              // by id
  // Words that are written with a capital wherever they stand, and not only at the head of a
  // sentence: names, and what a language writes like one.  By id.
  std::vector<bool> is_name;
  // Of the words inside sentences, that are written with a capital; 0 for few words.
  double capital_share = 0;

  std::vector<uint32_t> distinct(std::size_t link) const;
};

// Links with an empty side have no words.
LinkWords words_of_original(const Document& document, const Alignment& alignment);
LinkWords words_of_translation(const Document& document, const Alignment& alignment);

}  // namespace synoptic
