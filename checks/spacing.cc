// Spaces that the typography of the language does not want, or wants and lacks.
//
// Where the language sets a space before a mark (`space-before` of its data) both ways are in use,
// and only the rare one among many is told.  A kind that comes often in a text is a habit and one
// finding.
#include "text/spacing.h"

#include <algorithm>
#include <map>
#include <string>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"

namespace synoptic {
namespace {

constexpr std::size_t kHabit = 4;       // places of a kind that are told one by one, at most
constexpr std::size_t kFewestUses = 8;  // of a mark that show which way the text has
constexpr double kRare = 0.1;           // of the uses

struct Place {
  UnitId unit = kNoUnit;
  Span span;  // of the document's text
};
// By what is wrong and with which mark: "double", "before ;".
using Places = std::map<std::string, std::vector<Place>>;

std::string name_of(SpaceKind kind, char32_t mark) {
  switch (kind) {
    case SpaceKind::kDouble:
      return translatable("space", "double");
    case SpaceKind::kBefore:
      return translatable("space", "before") + (" " + to_utf8(mark));
    case SpaceKind::kNoneBefore:
      return translatable("space", "none-before") + (" " + to_utf8(mark));
    case SpaceKind::kNoneAfter:
      return translatable("space", "none-after") + (" " + to_utf8(mark));
    case SpaceKind::kInsideBracket:
      return translatable("space", "inside-bracket");
  }
  return {};
}

bool wants_space(const Convention& convention, char32_t mark) {
  const auto rows = convention.words.find("space-before");
  if (rows == convention.words.end()) return false;
  return std::find(rows->second.begin(), rows->second.end(), to_utf8(mark)) != rows->second.end();
}

Places places_in(const Document& document) {
  Places places;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    if (document.units[unit].kind == UnitKind::kCell) continue;
    const std::string_view text = document.text_of(unit);
    const uint32_t base = document.units[unit].text.begin;
    const auto add = [&](std::string name, Span span) {
      places[std::move(name)].push_back({unit, {base + span.begin, base + span.end}});
    };
    for (const SpacePlace& place : find_spacing(text)) {
      add(name_of(place.kind, place.mark), place.span);
    }
    for (const Span span : find_half_width_marks(text)) {
      add(translatable("space", "half-width") + (" " + std::string(slice(text, span))), span);
    }
  }
  return places;
}

bool is_rare(std::size_t uses, std::size_t others) {
  const std::size_t all = uses + others;
  return all >= kFewestUses && static_cast<double>(uses) <= kRare * static_cast<double>(all);
}

// Leaves of both ways to write a mark only what is wrong.
void judge_marks(const Convention& convention, Places& places) {
  for (const char32_t mark : U",.;:!?»\u060C\u061B\u061F") {
    if (mark == 0) continue;
    const std::string with = name_of(SpaceKind::kBefore, mark);
    const std::string without = name_of(SpaceKind::kNoneBefore, mark);
    const std::size_t uses_with = places.contains(with) ? places[with].size() : 0;
    const std::size_t uses_without = places.contains(without) ? places[without].size() : 0;
    const bool wanted = wants_space(convention, mark);
    // » opens a quotation in some languages.
    const bool either = mark == 0xBB && !wanted;
    if (either || (wanted && !is_rare(uses_with, uses_without))) places.erase(with);
    if (!wanted || !is_rare(uses_without, uses_with)) places.erase(without);
  }
}

void report(const CheckInput& input, const std::vector<uint32_t>& links, const std::string& kind,
            const std::vector<Place>& places, std::vector<Finding>& findings) {
  const bool habit = places.size() > kHabit;
  for (const Place& place : places) {
    const Link& link = input.alignment.links[links[place.unit]];
    Finding& finding = findings.emplace_back();
    finding.check = kSpacing.id;
    finding.severity = kSpacing.severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.translation_spans = {{place.unit, place.span}};
    finding.details = {{"path", paths_of(input.translation, link.translation)},
                       {"kind", kind},
                       {"count", std::to_string(habit ? places.size() : 1)}};
    if (habit) return;
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  Places places = places_in(input.translation);
  judge_marks(input.translation_convention, places);
  if (places.empty()) return;
  const std::vector<uint32_t> links = link_of_translation(input);
  for (const auto& [kind, found] : places) report(input, links, kind, found, findings);
}

}  // namespace

const Check kSpacing = {
    "spacing",
    "Space where none belongs, or none where one does",
    Severity::kInfo,
    Scope::kDocument,
    "{path}: spacing: {kind} ({count} in the text)",
    run,
    {
        {"en", "1. The ports, the rivers.", "de", "1. Die Häfen , die Flüsse.", true, "1"},
        {"en", "1. The ports, the rivers.", "es", "1. Los  puertos, los ríos.", true, "1"},
        {"en", "1. The ports, the rivers.", "pl", "1. Porty,rzeki i latarnie.", true, "1"},
        {"en", "1. The ports. The rivers.", "ru", "1. Порты открыты.Реки тоже.", true, "1"},
        {"en", "1. The ports (the rivers).", "it", "1. I porti ( i fiumi).", true, "1"},
        {"en", "1. The ports; the rivers.", "sv", "1. Hamnarna ; floderna.", true, "1"},
        {"en", "1. The ports, the rivers.", "ar", "1. الموانئ ، الأنهار.", true, "1"},
        {"en", "1. The ports, the rivers.", "zh", "1. 各港口,各河流。", true, "1"},
        {"en", "1. The ports: open.", "fr",
         "1. Les ports : ouverts ; les rivières ; les feux ; qui ? quoi ! où ?", false, ""},
        {"en", "1. The ports: open.", "fr", "1. Les ports\u202F: ouverts\u00A0; les feux.", false,
         ""},
        {"en", "1. The 1,200 ports.", "ru", "1. Все 1\u00A0200\u00A0портов.", false, ""},
        {"en", "1. The EU's ports. See 1,5 and 12:30.", "fi",
         "1. EU:n satamat. Ks. 1,5 ja 12:30, www.example.org.", false, ""},
        {"en", "1. For example .5 of it.  The rest.", "de", "1. Z.B. u.a. ,5 davon.  Der Rest.",
         false, ""},
        {"en", "1. The ports, the rivers.", "ja", "1. 港、川（灯火）。ABC,DEF", false, ""},
        {"en", "1. The ports, the rivers.", "hi", "1. बंदरगाह, नदियाँ ।", false, ""},
        {"en", "1. The ports, the rivers.", "th", "1. ท่าเรือต่าง ๆ และแม่น้ำ", false, ""},
        {"en", "1. The ports, the rivers.", "da", "1. Havnene, »floderne« og ... andre.", false,
         ""},
    },
    "Looks for doubled spaces, and for spaces before or missing behind a sign, by the typography "
    "of the language. What is so throughout a text is told once."};

}  // namespace synoptic
