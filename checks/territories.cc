#include "checks/territories.h"

#include <algorithm>
#include <string>

#include "checks/clause_facts.h"
#include "text/territory_names.h"

namespace synoptic {
namespace {

// Set by hand, checked on all published pairs at hand.
constexpr double kRecognisedShare = 0.7;  // of the names of the original in other clauses

struct Place {
  FindingSpan where;
  std::string code;
};

std::vector<Place> places_of(const Document& document, const TerritoryNames& names,
                             const std::vector<UnitId>& units) {
  std::vector<Place> places;
  for (const UnitId unit : units) {
    const uint32_t offset = document.units[unit].text.begin;
    for (NamedPlace& found : names.find(document.text_of(unit))) {
      places.push_back(
          {{unit, {offset + found.span.begin, offset + found.span.end}}, std::move(found.code)});
    }
  }
  return places;
}

std::vector<Place> unmatched(const std::vector<Place>& places, const std::vector<Place>& others) {
  std::vector<Place> left;
  for (const Place& place : places) {
    if (std::none_of(others.begin(), others.end(),
                     [&](const Place& other) { return are_kin(place.code, other.code); })) {
      left.push_back(place);
    }
  }
  return left;
}

std::vector<FindingSpan> spans_of(const std::vector<Place>& places) {
  std::vector<FindingSpan> spans;
  for (const Place& place : places) spans.push_back(place.where);
  return spans;
}

}  // namespace

std::vector<ExchangedPlace> exchanged_places(const CheckInput& input) {
  std::vector<ExchangedPlace> exchanged;
  if (same_language(input.original.language, input.translation.language)) return exchanged;
  const TerritoryNames& names = TerritoryNames::of(input.original.language);
  const TerritoryNames& translated = TerritoryNames::of(input.translation.language);
  if (names.empty() || translated.empty()) return exchanged;
  std::size_t named = 0;
  std::size_t recognised = 0;
  for (std::size_t at = 0; at < input.alignment.links.size(); ++at) {
    const Link& link = input.alignment.links[at];
    if (!is_one_to_one(link)) continue;
    const auto here = places_of(input.original, names, link.original);
    const auto there = places_of(input.translation, translated, link.translation);
    const auto missing = unmatched(here, there);
    const auto extra = unmatched(there, here);
    if (!missing.empty() && !extra.empty()) {
      exchanged.push_back({at, spans_of(missing), spans_of(extra)});
      continue;
    }
    named += here.size();
    recognised += here.size() - missing.size();
  }
  if (static_cast<double>(recognised) < kRecognisedShare * static_cast<double>(named)) return {};
  return exchanged;
}

}  // namespace synoptic
