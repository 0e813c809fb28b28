// A number that is printed twice, or runs backwards, where the original counts in order.
#include <map>

#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

using ListKey = std::pair<UnitId, std::pair<LevelKind, std::size_t>>;  // parent, kind, levels

// For each unit the numbered sibling before it in the same list.
std::vector<UnitId> predecessors(const Document& document) {
  std::vector<UnitId> before(document.units.size(), kNoUnit);
  std::map<ListKey, UnitId> last;
  for (UnitId id = 0; id < document.units.size(); ++id) {
    const Unit& unit = document.units[id];
    if (!is_numbered(unit)) continue;
    const ListKey key{unit.parent, {unit.label.levels.back().kind, unit.label.levels.size()}};
    const auto [entry, first] = last.try_emplace(key, id);
    if (!first) {
      before[id] = entry->second;
      entry->second = id;
    }
  }
  return before;
}

bool out_of_order(const Document& document, UnitId before, UnitId unit) {
  if (before == kNoUnit) return false;
  const Level& a = document.units[before].label.levels.back();
  const Level& b = document.units[unit].label.levels.back();
  return b.ordinal < a.ordinal || (b.ordinal == a.ordinal && a.suffix == b.suffix);
}

// The counterpart has the same number: what breaks the count is how deep the clauses hang.
bool numbered_alike(const CheckInput& input, const Link& link, UnitId unit) {
  if (!is_one_to_one(link)) return false;
  const Unit& original = input.original.units[link.original[0]];
  if (!is_numbered(original)) return false;
  const Level& a = original.label.levels.back();
  const Level& b = input.translation.units[unit].label.levels.back();
  return a.ordinal == b.ordinal && a.suffix == b.suffix;
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<UnitId> before = predecessors(input.translation);
  const std::vector<UnitId> before_original = predecessors(input.original);
  const std::vector<uint32_t> links = link_of_translation(input);
  std::map<std::string, std::size_t> repeated;  // finding of a label that stands again and again
  for (UnitId unit = 0; unit < input.translation.units.size(); ++unit) {
    if (!out_of_order(input.translation, before[unit], unit)) continue;
    const Link& link = input.alignment.links[links[unit]];
    if (link.moved || numbered_alike(input, link, unit)) continue;
    const bool as_original =
        !link.original.empty() &&
        out_of_order(input.original, before_original[link.original[0]], link.original[0]);
    if (as_original) continue;
    Finding finding = finding_of(kNumberingSequence, input, link);
    finding.translation = {before[unit], unit};
    finding.original_spans.clear();
    finding.translation_spans = {{unit, input.translation.units[unit].printed_label}};
    const std::string found(input.translation.label_of(unit));
    const std::string last(input.translation.label_of(before[unit]));
    finding.details = {{"found", found},
                       {"before", last},
                       {"line", std::to_string(input.translation.units[unit].line)}};
    if (found == last) {
      const auto [entry, first] = repeated.try_emplace(found, findings.size());
      if (!first) {
        join(findings[entry->second], finding);
        continue;
      }
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kNumberingSequence = {
    "numbering-sequence",
    "Number repeated or running backwards",
    Severity::kWarning,
    Scope::kDocument,
    "“{found}” follows “{before}” on line {line} of the translation",
    run,
    {
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.\n"
         "3. Pilots are paid by the day.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes à tous.\n2. Les rivières sont draguées "
         "chaque printemps.\n"
         "2. Les pilotes sont payés à la journée.",
         true, "3"},
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged.", "de",
         "1. Die Häfen halten ihre Archive offen.\n2. Die Flüsse werden ausgebaggert.", false, ""},
    },
    "Reads the numbers of the translation in a row and looks for one that is printed twice or "
    "runs backwards where the original counts in order."};

}  // namespace synoptic
