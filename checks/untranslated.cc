// A clause that stands in the translation as the original has it.
#include <algorithm>
#include <map>
#include <optional>
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
constexpr std::size_t kFewestWords = 3;       // of a clause known by what becomes of them elsewhere
constexpr std::size_t kFewestTranslated = 2;  // of them that are translated there
constexpr double kTranslatedShare = 0.7;      // of those that stand elsewhere

struct Words {
  std::set<std::string> all;
  std::set<std::string> plain_ones;  // of spaced scripts
  std::size_t plain = 0;
  std::size_t letters = 0;
};

// Characters of a script without spaces by two, for where its words end is not seen.
void add_pairs(std::string_view run, std::set<std::string>& words) {
  const std::string folded = fold_for_search(run);
  std::size_t begin = 0;
  for (std::size_t at = code_point_at(folded, 0).bytes; at < folded.size();) {
    const std::size_t end = at + code_point_at(folded, at).bytes;
    words.insert(folded.substr(begin, end - begin));
    begin = at;
    at = end;
  }
}

Words words_of(std::string_view text) {
  Words words;
  for_each_word(text, [&](Span span) {
    const std::string_view word = slice(text, span);
    const char32_t first = code_point_at(word, 0).value;
    const std::size_t letters = count_characters(word);
    if (is_unspaced(first)) {
      add_pairs(word, words.all);
      words.plain += letters / kCharactersOfWord;
      words.letters += letters * kCharactersOfWord;
    } else {
      words.all.insert(fold_for_search(word));
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

bool is_shared(const Words& original, const Words& translation) {
  const auto shared = static_cast<double>(
      std::count_if(translation.all.begin(), translation.all.end(),
                    [&](const std::string& word) { return original.all.count(word) > 0; }));
  const auto longer = static_cast<double>(std::max(original.all.size(), translation.all.size()));
  return shared >= kLeastShared * longer;
}

// With its label: it may stand as text on the other side ("Section 5 – Warranties").
std::string_view with_label(const Document& document, UnitId unit) {
  const Unit& clause = document.units[unit];
  if (clause.printed_label.empty()) return document.text_of(unit);
  return slice(document.text, {clause.printed_label.begin, clause.text.end});
}

// What becomes of the words of the original in all its clauses.
class WordFates {
 public:
  explicit WordFates(const CheckInput& input) {
    for (const Link& link : input.alignment.links) {
      if (link.original.empty() || link.translation.empty()) continue;
      std::set<std::string> here;
      std::set<std::string> there;
      for (const UnitId unit : link.original)
        here.merge(words_of(input.original.text_of(unit)).all);
      for (const UnitId unit : link.translation) {
        there.merge(words_of(input.translation.text_of(unit)).all);
      }
      for (const std::string& word : here) ++(there.contains(word) ? kept_ : translated_)[word];
    }
  }

  // Most words of a clause left as it was are translated wherever else they stand: it is no name.
  bool are_translated(const Words& clause) const {
    std::size_t words = 0;
    std::size_t proved = 0;
    std::size_t known = 0;
    for (const std::string& word : clause.all) {
      if (!is_letter(code_point_at(word, 0).value)) continue;
      ++words;
      const auto kept = kept_.find(word);
      const bool stays = kept != kept_.end() && kept->second > 1;
      known += stays || translated_.contains(word);
      proved += !stays && translated_.contains(word);
    }
    return words >= kFewestWords && proved >= kFewestTranslated &&
           static_cast<double>(proved) >= kTranslatedShare * static_cast<double>(known);
  }

 private:
  std::map<std::string, std::size_t> kept_;  // clauses, this one among them
  std::map<std::string, std::size_t> translated_;
};

// The words of the translation where it is left as it was, `original` being its clause.
std::optional<Words> words_left(const CheckInput& input, const Link& link, Words& original) {
  const Words translation = words_of(input.translation.text_of(link.translation[0]));
  if (translation.letters < kLeastLetters) return std::nullopt;
  original = words_of(input.original.text_of(link.original[0]));
  if (is_shared(original, translation)) return translation;
  const UnitId unit = link.original[0];
  if (input.original.units[unit].printed_label.empty()) return std::nullopt;
  original = words_of(with_label(input.original, unit));
  if (!is_shared(original, translation)) return std::nullopt;
  return translation;
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  if (same_language(input.original.language, input.translation.language)) return;
  std::optional<WordFates> fates;
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link)) continue;
    Words original;
    const std::optional<Words> left = words_left(input, link, original);
    if (!left) continue;
    if (!is_text(*left, original)) {
      if (!fates) fates.emplace(input);
      if (!fates->are_translated(*left)) continue;
    }
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
        {"de", "1. Die Flüsse steigen.\n2. Hans Peter Moser", "fr",
         "1. Les rivières montent.\n2. Hans Peter Moser", false, ""},
        {"de",
         "1. Für die Regierung der Häfen gilt es.\n2. Es dient der Eidgenossenschaft.\n"
         "3. Für die Regierung der Eidgenossenschaft:",
         "fr",
         "1. Il vaut pour le gouvernement des ports.\n2. Il sert à la Confédération.\n"
         "3. Für die Regierung der Eidgenossenschaft:",
         true, "3"},
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
