#include "checks/territories.h"

#include <algorithm>
#include <set>
#include <string>

#include "checks/clause_facts.h"
#include "text/characters.h"
#include "text/territory_names.h"

namespace synoptic {
namespace {

// Set by hand, checked on all published pairs at hand.
constexpr double kRecognisedShare = 0.7;  // of the names of the original in other clauses
constexpr double kFoundedShare = 0.9;     // of those of the translation

struct Place {
  FindingSpan where;
  std::string code;
  bool certain = true;
};

std::vector<Place> places_of(const Document& document, const TerritoryNames& names,
                             const std::vector<UnitId>& units) {
  std::vector<Place> places;
  for (const UnitId unit : units) {
    const uint32_t offset = document.units[unit].text.begin;
    for (NamedPlace& found : names.find(document.text_of(unit))) {
      places.push_back({{unit, {offset + found.span.begin, offset + found.span.end}},
                        std::move(found.code),
                        found.certain});
    }
  }
  return places;
}

// Places of one side of which the other names fewer; of all of them, and of those with none.
struct Gaps {
  std::vector<Place> fewer;
  std::vector<Place> absent;
};

Gaps gaps_of(const std::vector<Place>& places, const std::vector<Place>& others) {
  Gaps gaps;
  for (const Place& place : places) {
    if (!place.certain) continue;
    const auto is_kin = [&](const Place& other) { return are_kin(place.code, other.code); };
    const auto answers = std::count_if(others.begin(), others.end(), is_kin);
    if (answers < std::count_if(places.begin(), places.end(), is_kin)) gaps.fewer.push_back(place);
    if (answers == 0) gaps.absent.push_back(place);
  }
  return gaps;
}

std::vector<FindingSpan> spans_of(const std::vector<Place>& places) {
  std::vector<FindingSpan> spans;
  for (const Place& place : places) spans.push_back(place.where);
  return spans;
}

// How many of the names on one side are answered on the other, over many links.
struct Rate {
  std::size_t named = 0;
  std::size_t answered = 0;

  bool reaches(double share) const {
    return static_cast<double>(answered) >= share * static_cast<double>(named);
  }
  void add(const std::vector<Place>& places, const Gaps& gaps) {
    const auto certain = std::count_if(places.begin(), places.end(),
                                       [](const Place& place) { return place.certain; });
    named += static_cast<std::size_t>(certain);
    answered += static_cast<std::size_t>(certain) - gaps.absent.size();
  }
};

std::set<std::string> codes_of(const std::vector<Place>& places) {
  std::set<std::string> codes;
  for (const Place& place : places) codes.insert(place.code);
  return codes;
}

// One gap for another: absent on both sides, or absent on one and named less often on the other.
// Languages are named by adjectives as well, so those must be absent on both.
bool are_exchanged(const Gaps& missing, const Gaps& extra) {
  const std::set<std::string> lost = codes_of(missing.absent);
  const std::set<std::string> won = codes_of(extra.absent);
  if (!lost.empty() && !won.empty()) return lost.size() == won.size();
  const auto is_territory = [](const Place& place) {
    return is_upper(code_point_at(place.code, 0).value);
  };
  const auto all_territories = [&](const std::vector<Place>& places) {
    return std::all_of(places.begin(), places.end(), is_territory);
  };
  return lost.size() + won.size() == 1 && !missing.fewer.empty() && !extra.fewer.empty() &&
         all_territories(missing.fewer) && all_territories(extra.fewer);
}

}  // namespace

std::vector<ExchangedPlace> exchanged_places(const CheckInput& input) {
  if (same_language(input.original.language, input.translation.language)) return {};
  const TerritoryNames& names = TerritoryNames::of(input.original.language);
  const TerritoryNames& translated = TerritoryNames::of(input.translation.language);
  if (names.empty() || translated.empty()) return {};
  std::vector<ExchangedPlace> lost;  // the translation lacks a place altogether
  std::vector<ExchangedPlace> won;   // or names one that the original does not
  Rate original;
  Rate translation;
  for (std::size_t at = 0; at < input.alignment.links.size(); ++at) {
    const Link& link = input.alignment.links[at];
    if (link.original.empty() || link.translation.empty()) continue;
    const auto here = places_of(input.original, names, link.original);
    const auto there = places_of(input.translation, translated, link.translation);
    const Gaps missing = gaps_of(here, there);
    const Gaps extra = gaps_of(there, here);
    if (are_exchanged(missing, extra)) {
      (extra.absent.empty() ? lost : won)
          .push_back({at, spans_of(missing.absent.empty() ? missing.fewer : missing.absent),
                      spans_of(extra.absent.empty() ? extra.fewer : extra.absent)});
    } else {
      original.add(here, missing);
      translation.add(there, extra);
    }
  }
  std::vector<ExchangedPlace> exchanged;
  const bool recognised = original.reaches(kRecognisedShare);
  if (recognised) exchanged = std::move(lost);
  if (recognised || translation.reaches(kFoundedShare)) {
    exchanged.insert(exchanged.end(), won.begin(), won.end());
  }
  return exchanged;
}

}  // namespace synoptic
