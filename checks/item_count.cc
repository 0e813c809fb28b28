// A list in which an item lost its label, or a plain paragraph got one.
//
// Items that are missing, added, merged, split or moved have findings of their own, and a list that
// one side writes as running text is no fault: what is left are pairs of which one is an item.
#include <algorithm>
#include <map>

#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

struct List {
  std::size_t both = 0;          // pairs that are items on both sides
  std::vector<std::size_t> odd;  // links of pairs that are an item on one side alone
  std::size_t original_items = 0;
  std::size_t translation_items = 0;
};

bool is_item(const Document& document, UnitId unit) {
  return !document.units[unit].label.levels.empty();
}

// The label goes on the count of a neighbour: what is read as a label and is none does not.
bool counts_on(const Document& document, UnitId unit) {
  const Level& level = document.units[unit].label.levels.back();
  for (UnitId other = 0; other < document.units.size(); ++other) {
    const Unit& sibling = document.units[other];
    if (other == unit || sibling.parent != document.units[unit].parent) continue;
    if (sibling.label.levels.size() != document.units[unit].label.levels.size()) continue;
    const Level& beside = sibling.label.levels.back();
    if (beside.kind != level.kind) continue;
    if (level.kind == LevelKind::kBullet || beside.ordinal + 1 == level.ordinal ||
        level.ordinal + 1 == beside.ordinal) {
      return true;
    }
  }
  return false;
}

// One of the pair is an item by its label, and the other shows no trace of it.
bool lost_its_label(const CheckInput& input, const Link& link) {
  const UnitId o = link.original[0];
  const UnitId t = link.translation[0];
  const bool original = is_item(input.original, o);
  const Document& labelled = original ? input.original : input.translation;
  const Document& plain = original ? input.translation : input.original;
  const UnitId item = original ? o : t;
  const std::string label = bare_text(labelled.label_of(item));
  const std::string text = bare_text(plain.text_of(original ? t : o));
  return counts_on(labelled, item) && (label.empty() || text.rfind(label, 0) != 0);
}

// Lists by the unit of the original that holds them; only children whose parents are a pair too.
std::map<UnitId, List> lists_of(const CheckInput& input) {
  const std::vector<uint32_t> links = link_of_original(input);
  std::map<UnitId, List> lists;
  for (std::size_t l = 0; l < input.alignment.links.size(); ++l) {
    const Link& link = input.alignment.links[l];
    if (!is_one_to_one(link) || link.moved) continue;
    const UnitId parent = input.original.units[link.original[0]].parent;
    const UnitId other = input.translation.units[link.translation[0]].parent;
    if (parent == kNoUnit || other == kNoUnit) continue;
    const Link& above = input.alignment.links[links[parent]];
    if (!is_one_to_one(above) || above.translation[0] != other) continue;
    List& list = lists[parent];
    const bool original = is_item(input.original, link.original[0]);
    const bool translation = is_item(input.translation, link.translation[0]);
    list.both += original && translation;
    list.original_items += original;
    list.translation_items += translation;
    if (original != translation && lost_its_label(input, link)) list.odd.push_back(l);
  }
  return lists;
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<uint32_t> links = link_of_original(input);
  for (const auto& [parent, list] : lists_of(input)) {
    if (list.odd.empty() || list.both <= list.odd.size()) continue;
    const Link& above = input.alignment.links[links[parent]];
    Finding& finding = findings.emplace_back();
    finding.check = kItemCount.id;
    finding.severity = kItemCount.severity;
    finding.original = above.original;
    finding.translation = above.translation;
    for (const std::size_t l : list.odd) {
      const Link& link = input.alignment.links[l];
      finding.original.push_back(link.original[0]);
      finding.translation.push_back(link.translation[0]);
      finding.original_spans.push_back(whole(input.original, link.original[0]));
      finding.translation_spans.push_back(whole(input.translation, link.translation[0]));
    }
    finding.details = {{"path", input.original.units[parent].path},
                       {"expected", std::to_string(list.original_items)},
                       {"found", std::to_string(list.translation_items)}};
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
