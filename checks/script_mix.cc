// A letter of another script inside a word, and a letter in the place of a digit.
//
// Words are judged by text/mixed_scripts.h.  Where a text writes the same mixture all the time (a
// keyboard that lacks a letter) rather than its own letter, that is one finding of severity info.
// "l5" and "2O04" are misprints where the original has the number that they look like.
#include <algorithm>
#include <map>
#include <optional>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/mixed_scripts.h"

namespace synoptic {
namespace {

constexpr std::size_t kHabit = 15;  // places with the same letter: a way to write, no slip
constexpr std::size_t kLongestFigure = 10;

struct Place {
  UnitId unit = kNoUnit;
  MixedWord word;      // spans of the document's text
  std::string letter;  // the first foreign one
};

std::vector<Place> places_in(const Document& document) {
  const ScriptUse use = script_use(document.text);
  std::vector<Place> places;
  const auto add = [&](UnitId unit, Span part, bool with_spans) {
    for (MixedWord& word : find_mixed_words(slice(document.text, part), use)) {
      const auto shift = [&](Span& span) {
        span = {part.begin + span.begin, part.begin + span.end};
      };
      shift(word.word);
      for (Span& span : word.foreign) shift(span);
      std::string letter(slice(document.text, word.foreign.front()));
      if (!with_spans) word.foreign.clear();
      places.push_back({unit, std::move(word), std::move(letter)});
    }
  };
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    add(unit, document.units[unit].printed_label, false);  // spans are of a unit's text
    add(unit, document.units[unit].text, true);
  }
  return places;
}

// More often than the letter of the text's own script: the writer's keyboard lacks it.
bool is_habit(const Document& document, const Place& place, std::size_t count) {
  if (count < kHabit) return false;
  if (place.word.native.empty()) return true;
  std::size_t own = 0;
  const std::string_view text = document.text;
  for (std::size_t at = text.find(place.word.native); at != std::string_view::npos;
       at = text.find(place.word.native, at + 1)) {
    ++own;
  }
  return count > own;
}

Finding finding_at(const CheckInput& input, const Link& link, Severity severity, std::string found,
                   std::string expected) {
  Finding finding;
  finding.check = kScriptMix.id;
  finding.severity = severity;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.details = {{"path", paths_of(input.translation, link.translation)},
                     {"found", std::move(found)},
                     {"expected", std::move(expected)}};
  return finding;
}

bool writes(const Document& document, const std::vector<UnitId>& units, std::string_view word) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    return document.text_of(unit).find(word) != std::string_view::npos;
  });
}

// Places with one foreign letter.
struct LetterUse {
  std::size_t count = 0;
  std::optional<bool> habit;
  bool told = false;
};

void check_words(const CheckInput& input, const std::vector<uint32_t>& links,
                 std::vector<Finding>& findings) {
  const std::vector<Place> places = places_in(input.translation);
  std::map<std::string_view, LetterUse> uses;
  for (const Place& place : places) ++uses[place.letter].count;
  for (const Place& place : places) {
    LetterUse& use = uses[place.letter];
    if (!use.habit) use.habit = is_habit(input.translation, place, use.count);
    if (use.told) continue;
    const bool habit = *use.habit;
    use.told = habit;
    const Link& link = input.alignment.links[links[place.unit]];
    const std::string_view found = slice(input.translation.text, place.word.word);
    // A name that the original writes so.
    const bool inherited = writes(input.original, link.original, found);
    Finding finding =
        finding_at(input, link, habit || inherited ? Severity::kInfo : kScriptMix.severity,
                   std::string(found), place.word.intended);
    finding.details.push_back({"count", std::to_string(habit ? use.count : 1)});
    for (const Span& span : place.word.foreign) {
      finding.translation_spans.push_back({place.unit, span});
    }
    findings.push_back(std::move(finding));
  }
}

// ---- letters for digits -------------------------------------------------------------------------

// "15" for "l5"; empty for what is no figure with a letter in the place of a 1 or a 0.
std::string figure_meant(std::string_view token) {
  std::string figure;
  std::size_t digits = 0;
  for (const char c : token) {
    const bool digit = c >= '0' && c <= '9';
    digits += digit;
    if (digit) {
      figure += c;
    } else if (c == 'l' || c == 'I') {
      figure += '1';
    } else if (c == 'O' || c == 'o') {
      figure += '0';
    } else {
      return {};
    }
  }
  return digits > 0 && digits < token.size() ? figure : std::string();
}

bool is_token_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Tokens of ASCII letters and digits that hold a digit.
template <typename Visit>
void for_each_figure(std::string_view text, const Visit& visit) {
  std::size_t at = text.find_first_of("0123456789");
  while (at != std::string_view::npos) {
    std::size_t begin = at;
    while (begin > 0 && is_token_byte(text[begin - 1])) --begin;
    std::size_t end = at;
    while (end < text.size() && is_token_byte(text[end])) ++end;
    visit(Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    at = text.find_first_of("0123456789", end);
  }
}

bool has_figure(const Document& document, const std::vector<UnitId>& units,
                std::string_view figure) {
  bool found = false;
  for (const UnitId unit : units) {
    const std::string_view text = document.text_of(unit);
    for_each_figure(text, [&](Span span) { found = found || slice(text, span) == figure; });
  }
  return found;
}

void check_figures(const CheckInput& input, const Link& link, std::vector<Finding>& findings) {
  if (link.original.empty()) return;
  for (const UnitId unit : link.translation) {
    const std::string_view text = input.translation.text_of(unit);
    for_each_figure(text, [&](Span span) {
      if (span.size() > kLongestFigure) return;
      const std::string_view token = slice(text, span);
      std::string meant = figure_meant(token);
      if (meant.empty() || has_figure(input.original, link.original, token) ||
          !has_figure(input.original, link.original, meant) ||
          has_figure(input.translation, link.translation, meant)) {
        return;
      }
      Finding finding =
          finding_at(input, link, kScriptMix.severity, std::string(token), std::move(meant));
      const uint32_t base = input.translation.units[unit].text.begin;
      finding.translation_spans = {{unit, {base + span.begin, base + span.end}}};
      findings.push_back(std::move(finding));
    });
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  check_words(input, link_of_translation(input), findings);
  for (const Link& link : input.alignment.links) check_figures(input, link, findings);
}

}  // namespace

const Check kScriptMix = {
    "script-mix",
    "Letters of two scripts in one word",
    Severity::kWarning,
    Scope::kLink,
    "{path}: {found} mixes letters of two alphabets (expected: {expected})",
    run,
    {
        {"fr", "1. La Commission siège au port.", "en", "1. The Сommission sits at the port.", true,
         "1"},
        {"en", "1. The law of the ports.", "ru", "1. Зaкон о портах.", true, "1"},
        {"en", "1. The law of the ports.", "el", "1. Ο νόμoς για τα λιμάνια.", true, "1"},
        {"en", "1. The law of the ports.", "uk", "1. Зaкон про порти.", true, "1"},
        {"en", "1. The law of the ports.", "bg", "1. Законът за пpистанищата.", true, "1"},
        {"en", "1. The law of the ports.", "sr", "1. Зaкон о лукама.", true, "1"},
        {"en", "1. The law of the ports.", "de", "1. Das Gesеtz über die Häfen.", true, "1"},
        {"en", "1. The law of the ports.", "vi", "1. Luật về các сảng.", true, "1"},
        {"en", "1. The law of the ports.", "hy", "1. Օրենքը նավահանգիuտների մասին։", true, "1"},
        {"en", "1. The mouth of the river and the ports.", "zh", "1. 河ロ与港口的法律适用于各港。",
         true, "1"},
        {"en", "1. Within 15 days of notice.", "fr", "1. Dans les l5 jours de l'avis.", true, "1"},
        {"en", "1. Of the year 2004.", "id", "1. Dari tahun 2O04.", true, "1"},
        {"en", "1. The IT ministry sends a text message.", "ru",
         "1. IT-министерство посылает SMSку в XIXв.", false, ""},
        {"en", "1. The EU's ports.", "uk", "1. Порти EU'шні та e-порти.", false, ""},
        {"en", "1. Ten μg of TNFα, 5 µm, 3 Ωm.", "fr", "1. Dix μg de TNFα, 5 µm, 3 Ωm.", false, ""},
        {"en", "1. The eTreasury of Peter I.", "mk", "1. eКазна на Петар I.", false, ""},
        {"en", "1. The DNA of Japan's tea.", "ja", "1. 日本のお茶のDNAとエネルギー、第二カ国。",
         false, ""},
        {"en", "1. The law in Korea.", "ko", "1. 大韓民國의 법 WTO협정은 α선을 따른다.", false, ""},
        {"en", "1. Both scripts.", "sr", "1. Закон (zakon) о љубави и Ђурђевдану.", false, ""},
        {"en", "1. Take 5 l of oil from O5.", "de", "1. 5l Öl von O5 nehmen.", false, ""},
        {"en", "1. Peter V.", "ru", "1. Петра Vго порты.", false, ""},
        {"en", "1. The law.", "ka", "1. კანონი EU-ის შესახებ.", false, ""},
    },
    "Looks for letters of another alphabet inside a word that look like those of its own. Such "
    "words are not found by any search."};

}  // namespace synoptic
