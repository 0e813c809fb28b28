// A clause that stands in the translation as the original has it.
#include <algorithm>
#include <set>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/words.h"

namespace synoptic {

namespace {

constexpr std::size_t kLeastLetters = 15;
constexpr std::size_t kLeastPlainWords = 3;  // not names: without capitals, or of unspaced scripts
constexpr std::size_t kLeastLettersOfFew = 20;  // of a heading, with fewer plain words
constexpr std::size_t kLeastWordsOfFew = 3;
constexpr std::size_t kLeastPlainOfFew = 2;
constexpr std::size_t kLongestParticle = 3;   // "de la", "van der"
constexpr std::size_t kCharactersOfWord = 2;  // in unspaced scripts
constexpr double kLeastShared = 0.85;         // of the words of the longer side

struct Words {
  std::set<std::string> all;
  std::set<std::string> plain_ones;  // of spaced scripts
  std::size_t plain = 0;
  std::size_t letters = 0;
};

Words words_of(std::string_view text) {
  Words words;
  for_each_word(text, [&](Span span) {
    const std::string_view word = slice(text, span);
    words.all.insert(fold_for_search(word));
    const char32_t first = code_point_at(word, 0).value;
    const std::size_t letters = count_characters(word);
    if (is_unspaced(first)) {
      words.plain += letters / kCharactersOfWord;
      words.letters += letters * kCharactersOfWord;
    } else {
      const bool plain = letters > 1 && !is_upper(first) && !is_digit(first);  // no "v." of "v. 2"
      words.plain += plain;
      if (plain) words.plain_ones.insert(fold_for_search(word));
      words.letters += letters;
    }
  });
  return words;
}

// Whether there is enough of it to be more than a name.  Lists of names say a word of the language
// between them ("GPL wersja 2"): of few words all plain ones have to be the original's.
bool is_text(const Words& words, const Words& original) {
  if (words.letters >= kLeastLetters && words.plain >= kLeastPlainWords &&
      (words.plain_ones.empty() || words.plain_ones.size() >= kLeastPlainOfFew)) {
    return true;
  }
  const bool particles = std::all_of(
      words.plain_ones.begin(), words.plain_ones.end(),
      [](const std::string& word) { return count_characters(word) <= kLongestParticle; });
  return !particles && words.letters >= kLeastLettersOfFew &&
         words.plain_ones.size() >= kLeastPlainOfFew && words.all.size() >= kLeastWordsOfFew &&
         std::includes(original.all.begin(), original.all.end(), words.plain_ones.begin(),
                       words.plain_ones.end());
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  if (same_language(input.original.language, input.translation.language)) return;
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link)) continue;
    const Words original = words_of(input.original.text_of(link.original[0]));
    const Words translation = words_of(input.translation.text_of(link.translation[0]));
    if (!is_text(translation, original)) continue;
    const auto shared = static_cast<double>(
        std::count_if(translation.all.begin(), translation.all.end(),
                      [&](const std::string& word) { return original.all.count(word) > 0; }));
    const auto longer = static_cast<double>(std::max(original.all.size(), translation.all.size()));
    if (shared < kLeastShared * longer) continue;
    Finding& finding = findings.emplace_back();
    finding.check = kUntranslated.id;
    finding.severity = kUntranslated.severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.translation_spans = {whole(input.translation, link.translation[0])};
    finding.details = {{"path", input.translation.units[link.translation[0]].path}};
  }
}

}  // namespace

const Check kUntranslated = {
    "untranslated",
    "Clause left as in the original",
    Severity::kError,
    Scope::kLink,
    "{path} is left untranslated",
    run,
    {
        {"en", "1. Mozilla Public License, version 2, version 3\n2. The rivers rise.", "pl",
         "1. Mozilla Public License, wersja 2, wersja 3\n2. Rzeki wzbierają.", false, ""},
        {"de", "1. Ana Lucía de la Torre Mendoza\n2. Die Flüsse steigen.", "fr",
         "1. Ana Lucía de la Torre Mendoza\n2. Les rivières montent.", false, ""},
        {"en", "1. Freedom of assembly and association\n2. The rivers rise.", "fr",
         "1. Freedom of assembly and association\n2. Les rivières montent.", true, "1"},
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes à tous.\n2. The rivers are dredged each "
         "spring.",
         true, "2"},
        {"en", "1. ASEM, UNESCO, Valparaíso\n2. The rivers are dredged each spring.", "fr",
         "1. ASEM, UNESCO, Valparaíso\n2. Les rivières sont draguées chaque printemps.", false, ""},
    },
    "Looks for clauses that stand in the translation as they stand in the original."};

}  // namespace synoptic
