// A list with more or fewer items than its original, where no single item is known to be lost.
#include <algorithm>

#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

std::vector<uint32_t> count_items(const Document& document) {
  std::vector<uint32_t> counts(document.units.size());
  for (const Unit& unit : document.units) {
    if (unit.parent != kNoUnit && !unit.label.levels.empty()) ++counts[unit.parent];
  }
  return counts;
}

// Lost, added, merged, split and moved items have findings of their own.
int64_t explained(const CheckInput& input, UnitId original, UnitId translation) {
  int64_t difference = 0;
  for (const Link& link : input.alignment.links) {
    int64_t here = 0;
    for (const UnitId unit : link.original) {
      here -= input.original.units[unit].parent == original &&
              !input.original.units[unit].label.levels.empty();
    }
    for (const UnitId unit : link.translation) {
      here += input.translation.units[unit].parent == translation &&
              !input.translation.units[unit].label.levels.empty();
    }
    if (!is_one_to_one(link) || link.moved) difference += here;
  }
  return difference;
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<uint32_t> original = count_items(input.original);
  const std::vector<uint32_t> translation = count_items(input.translation);
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link)) continue;
    const UnitId o = link.original[0];
    const UnitId t = link.translation[0];
    if (original[o] == translation[t] || original[o] == 0 || translation[t] == 0) continue;
    if (explained(input, o, t) == int64_t{translation[t]} - int64_t{original[o]}) continue;
    Finding& finding = findings.emplace_back();
    finding.check = kItemCount.id;
    finding.severity = kItemCount.severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.details = {{"path", input.original.units[o].path},
                       {"expected", std::to_string(original[o])},
                       {"found", std::to_string(translation[t])}};
  }
}

}  // namespace

const Check kItemCount = {
    "item-count",
    "List with another number of items",
    Severity::kWarning,
    Scope::kLink,
    "{path} holds {expected} items, its translation {found}",
    run,
    {
        {"en", "1. The lamp is lit:\n- at dusk;\n- in fog;\n- in snow.\n2. The log is signed.",
         "de",
         "1. Die Lampe wird angezündet:\n- in der Dämmerung;\nbei Nebel;\n- bei Schnee.\n"
         "2. Das Buch wird unterzeichnet.",
         true, "1"},
        {"en",
         "1. The lamp is lit:\n- at dusk;\n- in fog.\n2. The log is signed:\n- by the keeper;\n"
         "- by the pilot.",
         "de",
         "1. Die Lampe wird angezündet:\n- in der Dämmerung;\n- bei Nebel.\n"
         "2. Das Buch wird unterzeichnet:\n- vom Wärter;\n- vom Lotsen.",
         false, ""},
    },
    "Counts the items of a list on both sides where none of them is known to be missing or "
    "added by itself."};

}  // namespace synoptic
