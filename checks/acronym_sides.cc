#include "checks/acronym_sides.h"

#include <algorithm>

#include "checks/clause_facts.h"

namespace synoptic {
namespace {

void add_side(const Document& document, const std::vector<uint32_t>& link_of, std::size_t links,
              AcronymSide& side, Acronyms& all) {
  side.acronyms = find_acronyms(document);
  side.of_link.resize(links);
  for (const Acronym& acronym : side.acronyms) {
    const auto [entry, added] =
        all.ids.try_emplace(acronym.key, static_cast<uint32_t>(all.keys.size()));
    if (added) all.keys.push_back(acronym.key);
    side.keys.push_back(entry->second);
    side.of_link[link_of[acronym.unit]].push_back(entry->second);
  }
}

// Leaves out links with an empty side: they teach nothing.
void keep_paired(const Alignment& alignment, Acronyms& all) {
  for (std::size_t i = 0; i < alignment.links.size(); ++i) {
    const Link& link = alignment.links[i];
    if (!link.original.empty() && !link.translation.empty()) continue;
    all.original.of_link[i].clear();
    all.translation.of_link[i].clear();
  }
}

}  // namespace

Acronyms acronyms_of(const CheckInput& input) {
  Acronyms all;
  const std::size_t links = input.alignment.links.size();
  add_side(input.original, link_of_original(input), links, all.original, all);
  add_side(input.translation, link_of_translation(input), links, all.translation, all);
  keep_paired(input.alignment, all);
  return all;
}

bool is_kept_elsewhere(const Acronyms& all, std::size_t at, uint32_t key) {
  const auto holds = [key](const std::vector<uint32_t>& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (std::size_t i = 0; i < all.original.of_link.size(); ++i) {
    if (i != at && holds(all.original.of_link[i]) && holds(all.translation.of_link[i])) return true;
  }
  return false;
}

}  // namespace synoptic
