// One way through: a file to a document, two documents to pairs and findings.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/convention.h"
#include "align/document.h"
#include "align/glossary.h"
#include "align/language_data.h"
#include "align/word_priors.h"
#include "formats/plain_text.h"

namespace synoptic {

// Text to a segmented document.  `original`, where given, is what the text translates: its outline
// is evidence.  `tables` hold what depends on a language (cli/language_data_option.h).
Document to_document(const Text& text, const Document* original = nullptr,
                     std::span<const LanguageTable> tables = language_tables());

// The same from a file.  Throws Error (formats/plain_text.h).
Document read_document(const std::string& file, const ReadOptions& options,
                       const Document* original = nullptr,
                       std::span<const LanguageTable> tables = language_tables());

struct SentenceElsewhere;  // checks/check.h

// A finding that a reviewer looked at and let stand, and why.
struct DismissedFinding {
  Finding finding;
  std::string reason;
  std::string author;    // may be empty
  std::string date;      // ISO 8601, at least the day
  int64_t decision = 0;  // its number in the store, or its line in the file
};

// A translation beside its original.  `original` outlives it.
struct Comparison {
  const Document* original = nullptr;
  Document translation;
  Alignment alignment;
  std::vector<Finding> findings;                 // without the dismissed ones
  std::vector<DismissedFinding> dismissed = {};  // cli/dismissals.h
};

// `lexicon` helps to pair the sentences; `glossary` may be null.
// REQUIRES: both documents come from to_document().
Comparison compare(const Document& original, Document translation,
                   std::span<const LanguageTable> tables = language_tables(),
                   const LexiconSource& lexicon = {}, const Glossary* glossary = nullptr);

// Puts the findings of all checks in the place of those that are there.  `glossary` may be null;
// `changed_since`: clauses of the original, ascending, that changed after the translation was made;
// `elsewhere`: how other works translate its sentences.
void run_checks_on(Comparison& comparison, std::span<const LanguageTable> tables,
                   const Glossary* glossary, std::span<const UnitId> changed_since = {},
                   std::span<const SentenceElsewhere> elsewhere = {});

// What has the form of a language tag: "fr", "sr-Latn".
bool is_language_tag(const std::string& word);

// True where a word about `asked` holds for `language`: "zh" and "ZH-hans" for "zh-Hans".
bool covers_language(std::string_view asked, std::string_view language);

// A file argument: "fr=act.txt" states the language, "act.txt" does not.
struct FileArgument {
  std::string file;
  std::string language;  // empty: not stated
};

// "fr=act.txt" is split only where what stands before '=' is a language tag and no file of the
// whole name exists.
FileArgument parse_file_argument(const std::string& argument);

}  // namespace synoptic
