#include "storage/changes.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace synoptic {

namespace {

// Units of `after` not matched yet, by a key, in document order.
class Unmatched {
 public:
  template <typename Key>
  Unmatched(const Document& after, const std::vector<UnitId>& before_of, Key key) {
    for (UnitId unit = 0; unit < after.units.size(); ++unit) {
      if (before_of[unit] == kNoUnit) units_[key(after, unit)].push_back(unit);
    }
  }

  UnitId take(const std::string& key) {
    const auto found = units_.find(key);
    if (found == units_.end() || found->second.empty()) return kNoUnit;
    const UnitId unit = found->second.front();
    found->second.pop_front();
    return unit;
  }

 private:
  std::unordered_map<std::string, std::deque<UnitId>> units_;
};

std::string path_key(const Document& document, UnitId unit) { return document.units[unit].path; }

std::string text_key(const Document& document, UnitId unit) {
  return std::string(document.text_of(unit));
}

std::string both_key(const Document& document, UnitId unit) {
  return path_key(document, unit) + '\0' + text_key(document, unit);
}

struct Matching {
  std::vector<UnitId> after_of;   // by unit of `before`
  std::vector<UnitId> before_of;  // by unit of `after`
};

template <typename Key>
void match(const Document& before, const Document& after, Key key, Matching& matching) {
  Unmatched unmatched(after, matching.before_of, key);
  for (UnitId unit = 0; unit < before.units.size(); ++unit) {
    if (matching.after_of[unit] != kNoUnit) continue;
    const UnitId found = unmatched.take(key(before, unit));
    if (found == kNoUnit) continue;
    matching.after_of[unit] = found;
    matching.before_of[found] = unit;
  }
}

ChangeKind kind_of(const Document& before, UnitId old_unit, const Document& after,
                   UnitId new_unit) {
  if (before.text_of(old_unit) != after.text_of(new_unit)) return ChangeKind::kChanged;
  return before.units[old_unit].path == after.units[new_unit].path ? ChangeKind::kUnchanged
                                                                   : ChangeKind::kRenumbered;
}

}  // namespace

std::vector<ClauseChange> changes_between(const Document& before, const Document& after) {
  Matching matching{std::vector<UnitId>(before.units.size(), kNoUnit),
                    std::vector<UnitId>(after.units.size(), kNoUnit)};
  match(before, after, both_key, matching);
  match(before, after, text_key, matching);
  match(before, after, path_key, matching);
  std::vector<ClauseChange> changes;
  // Removed clauses that follow `unit` of `before` (the first ones for kNoUnit).
  const auto add_removed = [&](UnitId unit) {
    for (UnitId next = unit == kNoUnit ? 0 : unit + 1; next < before.units.size(); ++next) {
      if (matching.after_of[next] != kNoUnit) break;
      changes.push_back({ChangeKind::kRemoved, next, kNoUnit});
    }
  };
  add_removed(kNoUnit);
  for (UnitId unit = 0; unit < after.units.size(); ++unit) {
    const UnitId old_unit = matching.before_of[unit];
    if (old_unit == kNoUnit) {
      changes.push_back({ChangeKind::kAdded, kNoUnit, unit});
      continue;
    }
    changes.push_back({kind_of(before, old_unit, after, unit), old_unit, unit});
    add_removed(old_unit);
  }
  return changes;
}

}  // namespace synoptic
