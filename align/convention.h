// What depends on a language: how it numbers clauses, which abbreviations do not end a sentence.
//
// The data live in languages/<tag>/ as tab-separated tables, compiled into the program:
//   numbering.tsv  KIND TAB PATTERN TAB SAMPLE TAB READING TAB NOTE   (NOTE may be absent)
//     KIND     part title chapter section subsection article paragraph point annex protocol
//              preamble (a LevelKind), or `alphabet`
//     PATTERN  the label with {n} for the number: "Article {n}", "第{n}条", "{n}. cikk"; white
//     space
//              matches any or none; case does not count.  Without {n} it is a whole label of a
//              fixed ordinal ("Article premier").  For `alphabet`: the letters in order,
//              space-separated.
//     SAMPLE   a line as printed, the text after the label included: "Article 5. Scope"
//     READING  the path it must read as, kind in front: "article 5"; for `alphabet` the ordinal
//     that
//              SAMPLE must have: "point 3"
//   words.tsv      KEY TAB VALUE TAB NOTE
//     KEY      abbreviation (no sentence ends there: "Art."), quote-open, quote-close, ordinal
//              (VALUE "premier=1"), and whatever later checks declare in docs/languages.md
// Lines that begin with '#' and blank lines are skipped.  `languages/und/` holds what all share.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"

namespace synoptic {

// One row of numbering.tsv.
struct LabelPattern {
  LevelKind kind = LevelKind::kNumber;
  std::string before;  // what stands before the number, folded, single spaces: "article"
  std::string after;   // what stands behind it: "cikk", "条"
  uint32_t fixed = 0;  // the ordinal of a pattern without {n}; 0 with {n}
  std::string sample;
  std::string reading;
};

struct Convention {
  std::string language;                             // BCP 47, as asked for
  std::vector<LabelPattern> patterns;               // the language's, then the shared ones
  std::vector<std::vector<std::string>> alphabets;  // each: letters in order, folded
  std::vector<std::string> alphabet_samples;        // "sample\treading" of each alphabet
  std::map<std::string, std::vector<std::string>, std::less<>> words;  // words.tsv by key
};

// Returns the data for `language`: an exact tag first, then with subtags cut off ("zh-Hant-TW",
// "zh-Hant", "zh"), then only what all languages share.  An unknown language is no error.
// Threads: builds from constant data, safe to call from any.
// Example: load_convention("fr-CA").words.at("abbreviation") holds "art.".
Convention load_convention(std::string_view language);

// Tags of all languages with a folder, sorted.
std::vector<std::string> known_languages();

}  // namespace synoptic
