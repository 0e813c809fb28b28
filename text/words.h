// Words of a text as search sees them, in every script, with or without spaces.
//
// Method: ICU word boundaries of the root locale, with its dictionaries for Thai, Lao, Khmer and
// Burmese.  Han, kana and Hangul are not split into words but into overlapping pairs of characters
// (character bigrams; McNamee and Mayfield 2004, "Character n-gram tokenization for European
// language text retrieval", found pairs best for Chinese, Japanese and Korean), so that any
// word of two characters is found wherever a dictionary would have cut.
// Folding: NFKC with case folding, marks of Latin, Greek, Cyrillic, Arabic and Hebrew dropped,
// digits of every script to 0-9.  Vowel signs of Indic scripts and of Thai are letters and stay.
//
// Text is UTF-8; offsets count bytes of it.  Errors: none, bytes that are no UTF-8 are no word.
// Threads: safe.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

// Calls `visit` with every word in order; punctuation and spaces are no words.  An apostrophe parts
// words: "l'article" is two.
void for_each_word(std::string_view utf8, const std::function<void(Span)>& visit);

// "Straße" to "strasse", "Ἄρθρον" to "αρθρον", "٧" to "7".
std::string fold_for_search(std::string_view utf8);

struct Term {
  std::string folded;
  Span span;            // where it stands in the text given
  bool prefix = false;  // of a query: any term that begins so is meant
};

// What a term is wanted for.  An index holds a pair for every character of a run of Han, kana or
// Hangul, and the run's last character alone: "条約法" is 条約, 約法, 法.  A query drops the lone
// last character of its last run, and asks for a prefix where that run is one character.
enum class TermUse { kIndex, kQuery };

std::vector<Term> search_terms(std::string_view utf8, TermUse use);

// Changes whenever the terms of a text may: an index that was made under another name is stale.
std::string search_terms_name();

}  // namespace synoptic
