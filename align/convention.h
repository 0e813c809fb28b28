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
//              (VALUE "premier=1"), number (VALUE "dertig=30", "-bini=2" as a word's
//              end), ordinal-mark ("er"), and whatever later checks declare in
//              docs/languages.md; same-language (VALUE "no=nb") in languages/und/ only
// Lines that begin with '#' and blank lines are skipped.  `languages/und/` holds what all share.
// docs/languages.md tells how to add a language.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "align/language_data.h"
#include "text/phrases.h"
#include "text/spellout.h"
#include "text/units.h"

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
  std::string language;                             // BCP 47, as asked for or what serves it
  std::vector<LabelPattern> patterns;               // the language's, then the shared ones
  std::vector<std::vector<std::string>> alphabets;  // each: letters in order, folded
  std::vector<std::string> alphabet_samples;        // "sample\treading" of each alphabet
  std::map<std::string, std::vector<std::string>, std::less<>> words;  // words.tsv by key
  PhraseTable ordinals;                                                // its `ordinal` rows
  NumberWords numbers;                     // its `number` and `ordinal` rows
  UnitTable units;                         // its `unit` rows
  std::vector<std::string> ordinal_marks;  // its `ordinal-mark` rows, folded, longest first
};

// Returns the data for `language`: an exact tag first, then with subtags cut off ("zh-Hant-TW",
// "zh-Hant", "zh"), then only what all languages share.  An unknown language is no error.  A
// language that another's folder serves (`same-language` of the shared words) gets that one.
// A region's folder adds to its language's: the rows of "fr-CA" come first, then those of "fr".
// `tables` are those compiled in, or what a user's folder made of them (formats/language_folder.h).
// Errors: a malformed row throws Error with the table and its line.
// Threads: pure.
// Example: load_convention("fr-CA").words.at("abbreviation") holds "Art.".
Convention load_convention(std::string_view language,
                           std::span<const LanguageTable> tables = language_tables());

// Tags of all languages with a folder, sorted, without "und".
std::vector<std::string> known_languages(std::span<const LanguageTable> tables = language_tables());

// The name of a kind in numbering.tsv: "article"; "number" and "bullet" are not used there.
std::string_view level_kind_name(LevelKind kind);

}  // namespace synoptic
