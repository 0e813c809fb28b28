#include "checks/clause_lengths.h"

#include <algorithm>
#include <cmath>

#include "checks/clause_facts.h"

namespace synoptic {

namespace {

// Set on clean texts and deleted sentences of the UDHR in 59 languages, and on clean acts.
constexpr double kLeastLength = 25;
constexpr double kTailQuantile = 0.9;
constexpr double kUsualTail =
    1.4;  // spreads that a tenth of the clauses of a close translation pass
constexpr double kBalance = 0.5;
constexpr double kBalanceSpreads = 1.2;
constexpr double kRoomSpreads = 1.6;

double tail_of(std::vector<double> spreads) {
  if (spreads.empty()) return 1;
  const auto at =
      static_cast<std::ptrdiff_t>(kTailQuantile * static_cast<double>(spreads.size() - 1));
  std::nth_element(spreads.begin(), spreads.begin() + at, spreads.end());
  return std::max(1.0, spreads[static_cast<std::size_t>(at)] / kUsualTail);
}

UnitId parent_of(const Document& document, UnitId unit) { return document.units[unit].parent; }

}  // namespace

ClauseLengths::ClauseLengths(const CheckInput& input)
    : input_(input), link_of_(link_of_original(input)) {
  std::vector<double> spreads;
  for (const Link& link : input.alignment.links) {
    ClauseLength& length = lengths_.emplace_back();
    length.original = length_of(input.original, link.original);
    length.translation = length_of(input.translation, link.translation);
    length.surplus =
        length.translation - length.original * std::exp(input.alignment.length.log_ratio);
    length.deviation =
        length_deviation({length.original, length.translation}, input.alignment.length);
    if (comparable(lengths_.size() - 1)) spreads.push_back(std::abs(length.deviation.spreads));
  }
  tail_ = tail_of(std::move(spreads));
  for (ClauseLength& length : lengths_) length.deviation.spreads /= tail_;
}

double ClauseLengths::spreads_without(std::size_t link, double characters) const {
  const ClauseLength& length = lengths_[link];
  return length_deviation({std::max(0.0, length.original - characters), length.translation},
                          input_.alignment.length)
             .spreads /
         tail_;
}

bool ClauseLengths::comparable(std::size_t link) const {
  const Link& units = input_.alignment.links[link];
  return !units.original.empty() && !units.translation.empty() &&
         lengths_[link].original >= kLeastLength && lengths_[link].translation > 0;
}

std::vector<std::size_t> ClauseLengths::kin_of(std::size_t link) const {
  std::vector<std::size_t> kin;
  const Link& units = input_.alignment.links[link];
  const UnitId first = units.original.front();
  const UnitId last = units.original.back();
  const Document& document = input_.original;
  const UnitId parent = parent_of(document, first);
  if (parent != kNoUnit) kin.push_back(link_of_[parent]);
  // Articles don't lend each other text; the items of one sentence do.
  const bool inside = parent != kNoUnit && document.units[parent].kind != UnitKind::kHeading &&
                      length_of(document, {parent}) >= kLeastLength;
  const auto is_kin = [&](UnitId other) {
    const UnitId above = parent_of(document, other);
    return above == first || above == last || (above == parent && inside);
  };
  if (first > 0 && is_kin(first - 1)) kin.push_back(link_of_[first - 1]);
  for (UnitId unit = last + 1; unit < document.units.size() && is_kin(unit); ++unit) {
    kin.push_back(link_of_[unit]);
    if (parent_of(document, unit) == parent) break;  // the next sibling, but all children
  }
  return kin;
}

bool ClauseLengths::balances(std::size_t link, std::size_t other) const {
  if (link == other) return false;
  const ClauseLength& here = lengths_[link];
  const ClauseLength& there = lengths_[other];
  if ((here.surplus > 0) == (there.surplus > 0)) return false;
  if (std::abs(there.surplus) < kBalance * std::abs(here.surplus)) return false;
  const Link& units = input_.alignment.links[other];
  return units.original.empty() || units.translation.empty() ||
         std::abs(there.deviation.spreads) > kBalanceSpreads;
}

bool ClauseLengths::made_up_by_kin(std::size_t link) const {
  const std::vector<std::size_t> kin = kin_of(link);
  if (std::any_of(kin.begin(), kin.end(), [&](std::size_t k) { return balances(link, k); })) {
    return true;
  }
  // The items of a list may share out what its first words say.
  double all = lengths_[link].surplus;
  bool has_children = false;
  for (const std::size_t k : kin) {
    const auto& units = input_.alignment.links[k].original;
    if (units.empty() ||
        parent_of(input_.original, units[0]) != input_.alignment.links[link].original.back()) {
      continue;
    }
    has_children = true;
    all += lengths_[k].surplus;
  }
  return has_children && std::abs(all) < kBalance * std::abs(lengths_[link].surplus);
}

bool ClauseLengths::has_room_for_original(std::size_t link, UnitId unit) const {
  const ClauseLength& here = lengths_[link];
  if (!comparable(link)) return false;
  const double more = length_of(input_.original, {unit});
  const LengthDeviation with =
      length_deviation({here.original + more, here.translation}, input_.alignment.length);
  return here.surplus > 0 && with.spreads > -kRoomSpreads &&
         std::abs(with.log_ratio) < std::abs(here.deviation.log_ratio);
}

bool ClauseLengths::has_room_for_translation(std::size_t link, UnitId unit) const {
  const ClauseLength& here = lengths_[link];
  if (!comparable(link)) return false;
  const double more = length_of(input_.translation, {unit});
  const LengthDeviation with =
      length_deviation({here.original, here.translation + more}, input_.alignment.length);
  return here.surplus < 0 && with.spreads < kRoomSpreads &&
         std::abs(with.log_ratio) < std::abs(here.deviation.log_ratio);
}

}  // namespace synoptic
