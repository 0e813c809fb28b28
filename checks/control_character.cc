// Characters that are not seen: controls, lone directional embeddings, stray joiners, private use.
//
// One finding for each character and clause; where a text is full of one, one for the text.  What
// damaged letters consist of is left to encoding-damage.
#include <algorithm>
#include <cstdio>
#include <map>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/control_characters.h"
#include "text/mojibake.h"

namespace synoptic {
namespace {

constexpr std::size_t kHabit = 5;  // clauses with the same character: one finding tells it

struct Place {
  UnitId unit = kNoUnit;
  ControlCharacter character;  // span of the document's text
};

std::string code_point_name(char32_t c) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
  return name;
}

// A character of private use that touches a letter is one that the text lost; alone it is a bullet.
bool touches_letter(std::string_view text, Span span) {
  return is_letter(code_point_before(text, span.begin).value) ||
         is_letter(code_point_at(text, span.end).value);
}

Severity severity_of(std::string_view text, const ControlCharacter& character) {
  const ControlKind kind = character.kind;
  const bool grave = kind == ControlKind::kControl || kind == ControlKind::kNoncharacter ||
                     (kind == ControlKind::kPrivateUse && touches_letter(text, character.span));
  return grave ? kControlCharacter.severity : Severity::kInfo;
}

std::vector<Place> places_in(const Document& document) {
  std::vector<Place> places;
  int script = -1;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    const std::string_view text = document.text_of(unit);
    const uint32_t base = document.units[unit].text.begin;
    const auto found = find_control_characters(text);
    if (found.empty()) continue;
    if (script < 0) script = main_script(document.text);
    const std::vector<Mojibake> damaged = find_mojibake(text, script);
    for (ControlCharacter character : found) {
      const bool told = std::any_of(damaged.begin(), damaged.end(), [&](const Mojibake& place) {
        return character.span.begin >= place.span.begin && character.span.end <= place.span.end;
      });
      if (told) continue;
      character.span = {base + character.span.begin, base + character.span.end};
      places.push_back({unit, character});
    }
  }
  return places;
}

bool holds(const Document& document, const std::vector<UnitId>& units, char32_t c) {
  const std::string sign = to_utf8(c);
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    return document.text_of(unit).find(sign) != std::string_view::npos;
  });
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<Place> places = places_in(input.translation);
  if (places.empty()) return;
  std::map<char32_t, std::size_t> counts;
  for (const Place& place : places) ++counts[place.character.value];
  const std::vector<uint32_t> links = link_of_translation(input);
  std::map<std::pair<char32_t, UnitId>, std::size_t> told;  // index into findings
  for (const Place& place : places) {
    const char32_t c = place.character.value;
    const bool habit = counts[c] >= kHabit;
    const FindingSpan span{place.unit, place.character.span};
    const auto [entry, fresh] =
        told.try_emplace({c, habit ? kNoUnit : place.unit}, findings.size());
    if (!fresh) {
      if (!habit) findings[entry->second].translation_spans.push_back(span);
      continue;
    }
    const Link& link = input.alignment.links[links[place.unit]];
    Finding& finding = findings.emplace_back();
    finding.check = kControlCharacter.id;
    finding.severity = holds(input.original, link.original, c)
                           ? Severity::kInfo
                           : severity_of(input.translation.text, place.character);
    finding.original = link.original;
    finding.translation = link.translation;
    finding.translation_spans = {span};
    finding.details = {{"path", paths_of(input.translation, link.translation)},
                       {"found", code_point_name(c)},
                       {"count", std::to_string(counts[c])}};
  }
}

}  // namespace

const Check kControlCharacter = {
    "control-character",
    "Invisible character that does not belong in a text",
    Severity::kWarning,
    Scope::kDocument,
    "{path}: invisible character {found} ({count} in the text)",
    run,
    {
        {"en", "1. The ports are open.", "fr", "1. Les ports\x02 sont ouverts.", true, "1"},
        {"en", "1. The ports are open.", "de", "1. Die Hä\u200Bfen sind offen.", true, "1"},
        {"en", "1. The ports are open.", "ru", "1. Пор\u200Cты открыты.", true, "1"},
        {"en", "1. The ports are open.", "es", "1. Los \uFEFFpuertos están abiertos.", true, "1"},
        {"en", "1. The ports are open.", "ar", "1. الموانئ \u202Bمفتوحة.", true, "1"},
        {"en", "1. The ports are open.", "he", "1. הנמלים \u2067פתוחים.", true, "1"},
        {"en", "1. The ports are open.", "pl", "1. Porty są \uE004 otwarte.", true, "1"},
        {"en", "1. The ports are open.", "ja", "1. 港は\x07開いている。", true, "1"},
        {"en", "1. The ports are open.", "it", "1. I porti\uFFFE sono aperti.", true, "1"},
        {"en", "1. The ports are open.", "fa", "1. بندرها باز می\u200Cشوند.", false, ""},
        {"en", "1. The ports are open.", "hi", "1. बंदरगाह क्\u200Dष खुले हैं।", false, ""},
        {"en", "1. The ports are open.", "th", "1. ท่าเรือ\u200Bเปิดอยู่", false, ""},
        {"en", "1. The ports are open.", "km", "1. កំពង់ផែ\u200Bបើក។", false, ""},
        {"en", "1. The ports are open.", "si", "1. ශ්\u200Dරී වරාය විවෘතයි.", false, ""},
        {"en", "1. The ports are open.", "de", "1. Die Hä\u00ADfen\u2060 sind offen.", false, ""},
        {"en", "1. The ports are open.", "ar", "1. الموانئ \u202Bمفتوحة\u202C \u200Fالآن.", false,
         ""},
        {"en", "1. The ports are open.", "he", "1. הנמלים \u2067פתוחים\u2069.", false, ""},
        {"en", "1. The ports\tare open.", "vi", "1. Các cảng\tmở cửa.", false, ""},
        {"en", "1. The ports are open.", "fr", "1. Les ports sont libÃ\u0089rÃ©s.", false, ""},
    },
    "Looks for control characters, stray marks of direction, invisible characters that the script "
    "has no use for, and characters that no standard gives a meaning."};

}  // namespace synoptic
