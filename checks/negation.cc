// A denial that one side of a sentence has and the other has not.
//
// A sentence that denies on one side ("not", "nul", "不得") and on the other neither denies nor has
// words that deny in another way ("unless", "only", "at least") has lost a word or gained one,
// unless the languages deny differently: how often they do is learnt from the pair, word by word.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/clause_wording.h"
#include "checks/declarations.h"
#include "checks/rendering_rates.h"

namespace synoptic {
namespace {

// Set by hand on published laws in several languages and on faults put into them.
constexpr double kPrior = 0.15;  // sentences that deny on one side only
constexpr double kHintChance = 0.22;
constexpr double kWarningChance = 0.012;
constexpr uint32_t kFewestForWarning = 30;  // sentences that deny

using Side = SideWording PairWording::*;

bool denies(const SideWording::Place& place) {
  return place.wording == Wording::kNegation || place.wording == Wording::kProhibition;
}

std::size_t denials(const SideWording& side) {
  return static_cast<std::size_t>(std::count_if(side.places.begin(), side.places.end(), denies));
}

// How many more denials the side has than the other, over the whole link.
std::vector<int> surplus_by_link(const std::vector<PairWording>& pairs, std::size_t links) {
  std::vector<int> surplus(links, 0);
  for (const PairWording& pair : pairs) {
    surplus[pair.link] +=
        static_cast<int>(denials(pair.original)) - static_cast<int>(denials(pair.translation));
  }
  return surplus;
}

// Which units of one side deny, they or the unfinished sentence that they are a part of: "the right
// not to have– (a) their home searched", of which another language denies every item.
std::vector<bool> denying_units(const Document& document, const std::vector<PairWording>& pairs,
                                Side side) {
  const std::size_t count = document.units.size();
  std::vector<bool> itself(count, false);
  for (const PairWording& pair : pairs) {
    for (const SideWording::Place& place : (pair.*side).places) {
      if (denies(place)) itself[place.place.unit] = true;
    }
  }
  std::vector<bool> denying = itself;
  for (UnitId unit = 0; unit < count; ++unit) {
    const UnitId parent = document.units[unit].parent;
    if (parent == kNoUnit || ends_with_stop(document.text_of(parent))) continue;
    if (denying[parent]) denying[unit] = true;
    if (itself[unit]) denying[parent] = true;
  }
  return denying;
}

RenderingRates rates_of(const CheckInput& input, const std::vector<PairWording>& pairs, Side side,
                        Side other) {
  const bool to_translation = other == &PairWording::translation;
  const std::vector<bool> denying =
      denying_units(to_translation ? input.translation : input.original, pairs, other);
  std::vector<Rendering> renderings;
  for (const PairWording& pair : pairs) {
    Rendering rendering{{}, &(pair.*other).words, denials(pair.*other) == 0};
    for (const SideWording::Place& place : (pair.*side).places) {
      if (denies(place)) rendering.words.push_back(place.word);
    }
    std::sort(rendering.words.begin(), rendering.words.end());
    rendering.words.erase(std::unique(rendering.words.begin(), rendering.words.end()),
                          rendering.words.end());
    const Link& link = input.alignment.links[pair.link];
    const std::vector<UnitId>& units = to_translation ? link.translation : link.original;
    const bool in_list =
        std::any_of(units.begin(), units.end(), [&](UnitId u) { return denying[u]; });
    // Words that deny in their way settle nothing.
    if (rendering.lost && (in_list || (pair.*other).count(Wording::kException) > 0)) {
      rendering.words.clear();
    }
    renderings.push_back(std::move(rendering));
  }
  return {std::move(renderings), kPrior};
}

std::vector<SideWording::Place> denials_of(const SideWording& side) {
  std::vector<SideWording::Place> places;
  std::copy_if(side.places.begin(), side.places.end(), std::back_inserter(places), denies);
  return places;
}

Finding finding_of(const CheckInput& input, const PairWording& pair, Severity severity) {
  return wording_finding(kNegation, severity, input,
                         {pair.link, denials_of(pair.original), denials_of(pair.translation)});
}

void check_side(const CheckInput& input, const std::vector<PairWording>& pairs, Side side,
                Side other, std::vector<Finding>& findings) {
  const std::vector<int> surplus = surplus_by_link(pairs, input.alignment.links.size());
  const int sign = side == &PairWording::original ? 1 : -1;
  const RenderingRates rates = rates_of(input, pairs, side, other);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairWording& pair = pairs[i];
    if (!rates.renderings()[i].is_mismatch() || sign * surplus[pair.link] <= 0) continue;
    if ((pair.*side).count(Wording::kException) > 0) continue;
    const Link& link = input.alignment.links[pair.link];
    if (lost_with_text(findings, link.translation.front())) continue;
    if (lengths_disagree(input, link)) continue;
    const double chance = rates.chance(i);
    if (chance > kHintChance || rates.is_explained(i)) continue;
    const bool sure = chance <= kWarningChance && rates.seen() >= kFewestForWarning;
    findings.push_back(finding_of(input, pair, sure ? Severity::kWarning : kNegation.severity));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<PairWording> pairs = pair_wordings(input, Wording::kNegation);
  check_side(input, pairs, &PairWording::original, &PairWording::translation, findings);
  check_side(input, pairs, &PairWording::translation, &PairWording::original, findings);
}

}  // namespace

const Check kNegation = {
    "negation",
    "Denial that the other side does not have",
    Severity::kInfo,
    Scope::kBead,
    "{path} denies on one side only: {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. The fee shall not be refunded.", "fr", "1. Le droit est remboursé.", true, "1"},
        {"en", "1. The fee shall be refunded.", "fr", "1. Le droit n'est pas remboursé.", true,
         "1"},
        {"de", "1. Die Gebühr wird nicht erstattet.", "en", "1. The fee is refunded.", true, "1"},
        {"de", "1. Kein Boot darf im Hafen ankern.", "it",
         "1. Le barche possono ancorare in porto.", true, "1"},
        {"en", "1. The keeper may not leave the tower.", "zh", "一、守塔人可以离开灯塔。", true,
         "1"},
        {"zh", "一、船舶不得在港内抛锚。", "en", "1. Ships may drop anchor in the port.", true,
         "1"},
        {"es", "1. La tasa no se devolverá.", "en", "1. The fee shall be returned.", true, "1"},
        {"ru", "1. Сбор не возвращается.", "en", "1. The fee is returned.", true, "1"},
        {"en", "1. The fee is not returned.", "ar", "١- يعاد الرسم إلى صاحبه.", true, "1"},
        {"en", "1. The fee shall not be refunded.", "fr", "1. Le droit n'est pas remboursé.", false,
         ""},
        {"en", "1. No boat may anchor here.", "de", "1. Das Ankern ist hier verboten.", false, ""},
        {"en", "1. The port is open unless a storm is near.", "fr",
         "1. Le port est ouvert si aucune tempête n'approche.", false, ""},
        {"en", "1. The crew has at least five members.", "zh", "一、船员不少于五人。", false, ""},
        {"en", "1. Only pilots may enter.", "fr", "1. Ne peuvent entrer que les pilotes.", false,
         ""},
        {"en", "1. Not only pilots may enter.", "de", "1. Auch andere als Lotsen dürfen hinein.",
         false, ""},
        {"zh", "一、守塔人不得离开灯塔。", "en", "1. The keeper shall not leave the tower.", false,
         ""},
        {"en", "1. The keeper shall not leave the tower.", "ru", "1. Смотритель не покидает башню.",
         false, ""},
        {"en", "1. Fees are not returned.", "qaa", "1. Fulu mana tibo.", false, ""},
    },
    "Compares words of denial (not, no, unless). The pair shows how often one goes without a "
    "counterpart; a finding is a warning only where that is rare."};

}  // namespace synoptic
