#include "checks/changed_numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "checks/lone_numbers.h"

namespace synoptic {
namespace {

// Words for so small a number take the place of another only where they stand at like places.
constexpr double kSamePlace = 0.25;
// At other places, where both are so unlikely to stand alone by right.
constexpr double kMostChanceOfBoth = 0.02;
// A number so long is no article, and no part of a clause's number.
constexpr std::size_t kLongNumber = 3;

bool share_meaning(const NamedUnit& a, const NamedUnit& b) {
  return std::any_of(a.meanings.begin(), a.meanings.end(), [&](const auto& meaning) {
    return std::find(b.meanings.begin(), b.meanings.end(), meaning) != b.meanings.end();
  });
}

// Whether two units are known and differ: "two weeks" is "quinze jours".
bool differ(const std::optional<NamedUnit>& a, const std::optional<NamedUnit>& b) {
  return a && b && !share_meaning(*a, *b);
}

bool same(const std::optional<NamedUnit>& a, const std::optional<NamedUnit>& b) {
  return a && b && share_meaning(*a, *b);
}

// Whether no number of `side` is the claim: what says it is a label, or a part of another number.
bool is_in_passing(const NumberClaim& claim, const SideQuantities& side) {
  const std::vector<NumberClaim>& numbers = side.numbers();
  return std::none_of(numbers.begin(), numbers.end(), [&](const NumberClaim& other) {
    return other.values.front() == claim.values.front();
  });
}

bool are_long(const NumberClaim& a, const NumberClaim& b) {
  return a.values.front().size() > kLongNumber && b.values.front().size() > kLongNumber;
}

// A claim and the side that says it.
struct SaidNumber {
  const NumberClaim& claim;
  const SideQuantities& side;
};

// Whether `surplus` may stand in the place of `unsaid`: "30 ... 60" became "60 ... 60".
bool may_replace(const SaidNumber& surplus, const SaidNumber& unsaid) {
  const NumberClaim& here = surplus.claim;
  const NumberClaim& there = unsaid.claim;
  if (here.reference != there.reference) return false;
  if (here.form == there.form && here.form != NumberForm::kOther) return true;
  if (same(surplus.side.unit_of(here), unsaid.side.unit_of(there))) {
    return !here.reference || is_in_passing(here, unsaid.side);
  }
  return are_long(here, there) && is_in_passing(here, unsaid.side);
}

// Adds to `claims` of `side`, which has nothing unsaid, what is there too often, or is said on the
// other side only in passing, and may stand in the place of what is not said.
void add_replacing(const NumberClaims& surplus, const SideQuantities& side,
                   const NumberClaims& unsaid, const SideQuantities& other, NumberClaims& claims) {
  if (!claims.empty()) return;
  for (const NumberClaim& claim : surplus) {
    if (std::any_of(unsaid.begin(), unsaid.end(), [&](const NumberClaim& lost) {
          return may_replace({claim, side}, {lost, other});
        })) {
      claims.push_back(claim);
      return;
    }
  }
}

// Where all that is left is said elsewhere on the other side, adds what has the same unit.
void add_exchanged(const LinkQuantities& link, OpenNumbers& missing, OpenNumbers& extra) {
  for (const NumberClaim& lost : missing.surplus) {
    for (const NumberClaim& found : extra.surplus) {
      if (lost.reference || found.reference || lost.values.front() == found.values.front() ||
          !same(link.original.unit_of(lost), link.translation.unit_of(found))) {
        continue;
      }
      missing.unsaid = {lost};
      extra.unsaid = {found};
      return;
    }
  }
}

// "la centaine", "millénaire": words that are said in other ways.
bool is_named_word(const NumberClaim& claim) {
  return claim.form == NumberForm::kWords &&
         (claim.values.front() == "100" || claim.values.front() == "1000");
}

// Whether all that may say the number of the other side can be read on this one: its words, or
// signs that are a number for certain.
bool is_readable(const SaidNumber& number) {
  return number.side.knows_words() ||
         (number.claim.form == NumberForm::kOther && is_certain(number.claim, number.side));
}

// Whether `extra` may be what became of `missing`.
bool may_have_become(const LinkQuantities& link, const LoneNumbers& lone,
                     const NumberClaim& missing, const NumberClaim& extra) {
  if (missing.reference != extra.reference) return false;
  if (is_named_word(missing) || is_named_word(extra)) return false;
  if (missing.form != extra.form &&
      (!is_readable({missing, link.original}) || !is_readable({extra, link.translation}))) {
    return false;
  }
  const std::optional<NamedUnit> unit = link.original.unit_of(missing);
  const std::optional<NamedUnit> unit_there = link.translation.unit_of(extra);
  if (differ(unit, unit_there)) return false;
  if ((!is_common(missing) && !is_common(extra)) || same(unit, unit_there)) return true;
  return std::abs(link.original.place_of(missing) - link.translation.place_of(extra)) <=
             kSamePlace ||
         lone.chance({missing, link.original, link.translation, true}) *
                 lone.chance({extra, link.translation, link.original, false}) <
             kMostChanceOfBoth;
}

// Leaves of both the numbers that one of the other may have replaced, if there are any.
bool keep_replaced(const LinkQuantities& link, const LoneNumbers& lone, NumberClaims& missing,
                   NumberClaims& extra) {
  NumberClaims changed_missing;
  std::vector<bool> became(extra.size(), false);
  for (const NumberClaim& claim : missing) {
    bool any = false;
    for (std::size_t i = 0; i < extra.size(); ++i) {
      if (!may_have_become(link, lone, claim, extra[i])) continue;
      any = became[i] = true;
    }
    if (any) changed_missing.push_back(claim);
  }
  if (changed_missing.empty()) return false;
  NumberClaims changed_extra;
  for (std::size_t i = 0; i < extra.size(); ++i) {
    if (became[i]) changed_extra.push_back(extra[i]);
  }
  missing = std::move(changed_missing);
  extra = std::move(changed_extra);
  return true;
}

// "both Parties ... three months" became "two months": what is left has a unit, and the number
// that has it on the other side was paired with one that has none.
bool take_unit_from_pair(const LinkQuantities& link, NumberClaims& missing, NumberClaims& extra) {
  for (const LinkQuantities::Agreement& agreed : link.agreed) {
    const NumberClaim& original = link.original.numbers()[agreed.original];
    const NumberClaim& translation = link.translation.numbers()[agreed.translation];
    if (original.reference || translation.reference) continue;
    const std::optional<NamedUnit> unit = link.original.unit_of(original);
    const std::optional<NamedUnit> unit_there = link.translation.unit_of(translation);
    if (unit.has_value() == unit_there.has_value()) continue;
    const SideQuantities& side = unit ? link.translation : link.original;
    for (const NumberClaim& left : unit ? extra : missing) {
      if (left.reference || !same(side.unit_of(left), unit ? unit : unit_there)) continue;
      NumberClaims kept = {left};
      missing = unit ? NumberClaims{original} : kept;
      extra = unit ? std::move(kept) : NumberClaims{translation};
      return true;
    }
  }
  return false;
}

}  // namespace

bool keep_changed(const LinkQuantities& link, const LoneNumbers& lone, OpenNumbers& missing,
                  OpenNumbers& extra) {
  const bool none_missing = missing.unsaid.empty();
  const bool none_extra = extra.unsaid.empty();
  if (none_missing && none_extra) {
    add_exchanged(link, missing, extra);
  } else if (none_extra) {
    add_replacing(extra.surplus, link.translation, missing.unsaid, link.original, extra.unsaid);
  } else if (none_missing) {
    add_replacing(missing.surplus, link.original, extra.unsaid, link.translation, missing.unsaid);
  }
  return keep_replaced(link, lone, missing.unsaid, extra.unsaid) ||
         take_unit_from_pair(link, missing.unsaid, extra.unsaid);
}

void drop_synonyms(const LinkQuantities& link, const NumberClaims& missing, NumberClaims& extra) {
  std::erase_if(extra, [&](const NumberClaim& word) {
    return word.form == NumberForm::kWords &&
           std::any_of(missing.begin(), missing.end(), [&](const NumberClaim& claim) {
             return !is_common(claim) ||
                    differ(link.original.unit_of(claim), link.translation.unit_of(word));
           });
  });
}

}  // namespace synoptic
