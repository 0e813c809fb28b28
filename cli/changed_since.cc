#include "cli/changed_since.h"

#include <algorithm>
#include <string>

#include "storage/changes.h"
#include "text/words.h"

namespace synoptic {

namespace {

bool same_words(std::string_view a, std::string_view b) {
  const std::vector<Term> left = search_terms(a, TermUse::kIndex);
  const std::vector<Term> right = search_terms(b, TermUse::kIndex);
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Term& one, const Term& other) { return one.folded == other.folded; });
}

}  // namespace

std::vector<UnitId> changed_clauses(const Document& earlier, const Document& original) {
  std::vector<UnitId> changed;
  if (earlier.language != original.language) return changed;
  for (const ClauseChange& change : changes_between(earlier, original)) {
    if (change.kind != ChangeKind::kChanged) continue;
    if (!same_words(earlier.text_of(change.before), original.text_of(change.after))) {
      changed.push_back(change.after);
    }
  }
  std::sort(changed.begin(), changed.end());
  return changed;
}

std::vector<UnitId> changed_since(Store& store, std::string_view work, VersionId translation,
                                  const Document& original) {
  const std::optional<VersionId> then = store.original_before(work, translation);
  if (!then) return {};
  return changed_clauses(store.load_document(*then), original);
}

}  // namespace synoptic
