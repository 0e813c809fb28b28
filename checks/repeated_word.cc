// A word that was written twice.
//
// Silent where the language may repeat the word (`repeat` and `repeat-after-comma` of its data),
// where the clause of the original repeats one too, and where the text itself does so as a rule: a
// word that is doubled again and again is meant so.  In a language in which any word may be doubled
// (`repeat *`), and in one of which nothing is known, only a word that the text uses often and
// doubles this once is taken for a slip, and in the former it is only info.
#include <algorithm>
#include <map>
#include <string>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/folding.h"
#include "text/repetitions.h"

namespace synoptic {
namespace {

constexpr std::size_t kFewestRegular = 2;  // so many doublings of one word are no slips,
constexpr double kRegularShare = 0.1;      // if so many of its uses are doubled
constexpr std::size_t kFrequent = 10;   // uses of a word of which a doubling is no figure of speech
constexpr std::size_t kLoneLetter = 3;  // uses of a letter that make it a word
constexpr std::size_t kWordsBehindComma = 2;
constexpr std::string_view kAnyWord = "*";

struct Place {
  UnitId unit = kNoUnit;
  Repetition repetition;  // spans of the unit's text
};

struct Uses {
  std::size_t doubled = 0;
  std::size_t all = 0;
};
using UsesByWord = std::map<std::string, Uses, std::less<>>;

std::vector<Place> places_in(const Document& document) {
  std::vector<Place> places;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    if (document.units[unit].kind == UnitKind::kCell) continue;
    for (Repetition& repetition : find_repetitions(document.text_of(unit))) {
      places.push_back({unit, std::move(repetition)});
    }
  }
  return places;
}

UsesByWord count_uses(const Document& document, const std::vector<Place>& places) {
  UsesByWord uses;
  for (const Place& place : places) ++uses[place.repetition.word].doubled;
  std::size_t longest = 0;
  for (const auto& [word, count] : uses) longest = std::max(longest, word.size());
  const std::size_t longest_written = 2 * longest;
  for (UnitId unit = 0; unit < document.units.size() && !uses.empty(); ++unit) {
    const std::string_view text = document.text_of(unit);
    for_each_spaced_word(text, [&](Span word) {
      if (word.size() > longest_written) return;
      const auto found = uses.find(fold(slice(text, word)));
      if (found != uses.end()) ++found->second.all;
    });
  }
  return uses;
}

const std::vector<std::string>* rows(const Convention& convention, std::string_view key) {
  const auto found = convention.words.find(key);
  return found == convention.words.end() ? nullptr : &found->second;
}

bool lists(const std::vector<std::string>* words, std::string_view folded) {
  return words != nullptr && std::any_of(words->begin(), words->end(),
                                         [&](const auto& word) { return fold(word) == folded; });
}

// A comma, or the beginning of the clause, with at most so many words between.
bool follows_comma(std::string_view text, uint32_t at) {
  std::size_t words = 0;
  bool inside = false;
  std::size_t end = at;
  while (end > 0) {
    const CodePoint c = code_point_before(text, end);
    end -= c.bytes;
    if (ends_clause(c.value) || is_punctuation(c.value)) return true;
    const bool letter = is_letter(c.value);
    words += letter && !inside;
    inside = letter;
    if (words > kWordsBehindComma) return false;
  }
  return true;
}

bool is_regular(const Uses& uses) {
  return uses.doubled >= kFewestRegular &&
         static_cast<double>(uses.doubled) > kRegularShare * static_cast<double>(uses.all);
}

// "licence  Licence issued under ..." is a term and its definition; a heading may be printed twice.
bool is_term_or_heading(std::string_view text, const Repetition& repetition) {
  const auto capital = [&](Span word) { return is_upper(code_point_at(text, word.begin).value); };
  const bool whole = repetition.first.begin == 0 && repetition.second.end == text.size();
  return whole || (!capital(repetition.first) && capital(repetition.second));
}

// Of another script than the text, so that the language has no say in it: "Fair Fair Dealing" in
// Chinese.
bool is_foreign(int script, std::string_view word) {
  return script_of(code_point_at(word, 0).value) != script;
}

bool may_repeat(const CheckInput& input, const Place& place, const Uses& uses, int script) {
  if (is_term_or_heading(input.translation.text_of(place.unit), place.repetition)) return true;
  const auto* repeat = rows(input.translation_convention, "repeat");
  const std::string& word = place.repetition.word;
  if (lists(repeat, word) || is_regular(uses)) return true;
  if (lists(rows(input.translation_convention, "repeat-after-comma"), word)) {
    return follows_comma(input.translation.text_of(place.unit), place.repetition.first.begin);
  }
  if (count_characters(word) == 1 && uses.all < kLoneLetter + uses.doubled) return true;
  const bool any = (repeat == nullptr || lists(repeat, kAnyWord)) && !is_foreign(script, word);
  return any && (uses.all < kFrequent || uses.doubled > 1);
}

// The original doubles a word too, and not one that its language doubles by itself.
bool original_repeats(const CheckInput& input, const std::vector<UnitId>& units) {
  const Convention& convention = input.original_convention;
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    const auto found = find_repetitions(input.original.text_of(unit));
    return std::any_of(found.begin(), found.end(), [&](const Repetition& repetition) {
      return !lists(rows(convention, "repeat"), repetition.word) &&
             !lists(rows(convention, "repeat-after-comma"), repetition.word);
    });
  });
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<Place> places = places_in(input.translation);
  if (places.empty()) return;
  const UsesByWord uses = count_uses(input.translation, places);
  const int script = main_script(input.translation.text);
  const std::vector<uint32_t> links = link_of_translation(input);
  const bool any_word = lists(rows(input.translation_convention, "repeat"), kAnyWord);
  const Link* last = nullptr;
  bool inherited = false;
  for (const Place& place : places) {
    const Link& link = input.alignment.links[links[place.unit]];
    if (&link != last) inherited = original_repeats(input, link.original);
    last = &link;
    if (inherited || may_repeat(input, place, uses.at(place.repetition.word), script)) continue;
    const uint32_t base = input.translation.units[place.unit].text.begin;
    const Span span{base + place.repetition.first.begin, base + place.repetition.second.end};
    Finding& finding = findings.emplace_back();
    finding.check = kRepeatedWord.id;
    const bool doubtful = any_word && !is_foreign(script, place.repetition.word);
    finding.severity = doubtful ? Severity::kInfo : kRepeatedWord.severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.translation_spans = {{place.unit, span}};
    finding.details = {{"path", paths_of(input.translation, link.translation)},
                       {"found", std::string(slice(input.translation.text, span))}};
  }
}

}  // namespace

const Check kRepeatedWord = {
    "repeated-word",
    "Word written twice",
    Severity::kWarning,
    Scope::kLink,
    "{path}: a word stands twice: {found}",
    run,
    {
        {"fr", "1. Les ports sont ouverts.", "en", "1. All the the ports are open.", true, "1"},
        {"en", "1. The ports are open.", "fr", "1. Les les ports sont ouverts.", true, "1"},
        {"en", "1. The ports are open.", "de", "1. Die Häfen sind sind offen.", true, "1"},
        {"en", "1. The ports which the council names are open.", "de",
         "1. Die Häfen und auch die die Lampen sind offen.", true, "1"},
        {"en", "1. The ports are open.", "ru", "1. Порты порты открыты.", true, "1"},
        {"en", "1. The ports are open.", "el", "1. Τα λιμάνια είναι είναι ανοικτά.", true, "1"},
        {"en", "1. The ports are open.", "fi", "1. Satamat ovat ovat auki.", true, "1"},
        {"en", "1. The ports of the city are open.", "ko", "1. 도시의 항구는 항구는 열려 있다.",
         true, "1"},
        {"en", "1. The ports are open to all.", "he", "1. הנמלים פתוחים פתוחים לכול.", true, "1"},
        {"en", "1. The ports are open.", "pl", "1. Porty są są otwarte.", true, "1"},
        {"en", "1. Fair dealing and fair use.", "zh",
         "1. 例外与限制指合理使用(Fair Dealing Dealing)和其他适用的例外或限制。", true, "1"},
        {"en", "1. Everyone, the ports which the council names.", "de",
         "1. Alle, die die Häfen nennen, und Orte, an denen denen geholfen wird.", false, ""},
        {"en", "1. We meet.", "fr", "1. Nous nous réunissons, vous vous réunissez.", false, ""},
        {"en", "1. He said that that port had had a lamp.", "nl",
         "1. Hij zei dat die haven een lamp had.", false, ""},
        {"en", "1. Pago Pago is a port.", "es", "1. Pago Pago es un puerto.", false, ""},
        {"en", "1. Each port by itself.", "hi", "1. हर बंदरगाह अलग अलग है।", false, ""},
        {"en", "1. Each port by itself.", "tr", "1. Limanlar ayrı ayrı gösterilir.", false, ""},
        {"en", "1. Always open.", "vi", "1. Luôn luôn mở.", false, ""},
        {"en", "1. Not so. So it is.", "en", "1. It is not so. So it is, port, port 1 1 and I I.",
         false, ""},
        {"en", "1. He does not do this.", "af", "1. Hy doen dit nie nie.", false, ""},
        {"en", "1. The guard.", "mi", "1. Ka tiaki tiaki.", false, ""},
        {"en", "1. People, people.", "zh", "1. 人人 人人平等。", false, ""},
    },
    "Looks for a word written twice in a row. Repetitions that a language has by right are data, "
    "and one that the original has too is left alone."};

}  // namespace synoptic
