// A denial that one side of a sentence has and the other has not.
//
// A sentence that denies on one side ("not", "nul", "不得") and on the other neither denies nor has
// words that deny in another way ("unless", "only", "at least") has lost a word or gained one,
// unless the languages deny differently: how often they do is learnt from the pair, word by word.
#include <algorithm>
#include <optional>
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
constexpr double kPriorExcused = 0.4;  // the same, where the other side has an exception
constexpr double kExcusedChance = 0.1;
constexpr double kWarningChance = 0.015;
constexpr uint32_t kFewestForWarning = 20;  // sentences that deny

using Side = SideWording PairWording::*;

bool denies(const SideWording::Place& place) {
  return place.wording == Wording::kNegation || place.wording == Wording::kProhibition;
}

std::size_t denials(const SideWording& side) {
  return static_cast<std::size_t>(std::count_if(side.places.begin(), side.places.end(), denies));
}

// One way through the pair: what `side` denies and `other` does not.
struct Way {
  Side side;
  Side other;
  std::vector<int> surplus;  // of denials of `side`, by link

  bool to_translation() const { return other == &PairWording::translation; }
};

Way way_of(const CheckInput& input, const std::vector<PairWording>& pairs, Side side, Side other) {
  Way way{side, other, std::vector<int>(input.alignment.links.size(), 0)};
  for (const PairWording& pair : pairs) {
    way.surplus[pair.link] +=
        static_cast<int>(denials(pair.*side)) - static_cast<int>(denials(pair.*other));
  }
  return way;
}

// Units of the other side that deny, they or the unfinished sentence that they are a part of: "the
// right not to have– (a) their home searched", of which another language denies every item.
// `once_more`: only by denials that the side does not have.
std::vector<bool> denying_units(const Document& document, const std::vector<PairWording>& pairs,
                                const Way& way, bool once_more) {
  const std::size_t count = document.units.size();
  std::vector<bool> itself(count, false);
  for (const PairWording& pair : pairs) {
    if (once_more && way.surplus[pair.link] >= 0) continue;
    for (const SideWording::Place& place : (pair.*way.other).places) {
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

std::vector<uint64_t> denying_words(const SideWording& side) {
  std::vector<uint64_t> words;
  for (const SideWording::Place& place : side.places) {
    if (denies(place)) words.push_back(place.word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Sentences whose counterpart has words that deny in their way, such as "unless", or is part of a
// list that denies, are a class of their own, in which a denial is readily lost.
struct Rates {
  RenderingRates plain;
  RenderingRates excused;
};

Rates rates_of(const CheckInput& input, const std::vector<PairWording>& pairs, const Way& way) {
  const Document& document = way.to_translation() ? input.translation : input.original;
  const std::vector<bool> denying = denying_units(document, pairs, way, false);
  const std::vector<bool> denying_once_more = denying_units(document, pairs, way, true);
  std::vector<Rendering> plain;
  std::vector<Rendering> excused;
  for (const PairWording& pair : pairs) {
    const Link& link = input.alignment.links[pair.link];
    const std::vector<UnitId>& units = way.to_translation() ? link.translation : link.original;
    const auto is_in = [&](const std::vector<bool>& those) {
      return std::any_of(units.begin(), units.end(), [&](UnitId unit) { return those[unit]; });
    };
    const bool lost = denials(pair.*way.other) == 0;
    const bool by_exception = (pair.*way.other).count(Wording::kException) > 0;
    const Rendering all{denying_words(pair.*way.side), &(pair.*way.other).words, lost};
    const Rendering none{{}, all.others, lost};
    const bool is_excused = by_exception || (lost && is_in(denying));
    const bool is_settled = !lost || !is_in(denying_once_more);
    plain.push_back(lost && is_excused ? none : all);
    excused.push_back(is_excused && is_settled ? all : none);
  }
  return {{std::move(plain), kPrior}, {std::move(excused), kPriorExcused}};
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

// How grave it is that the sentence's denial has no counterpart; none where that may be right.
std::optional<Severity> severity_of(const Rates& rates, std::size_t at, bool is_qualified) {
  if (rates.plain.renderings()[at].is_mismatch()) {
    const double chance = rates.plain.chance(at);
    if (chance > kHintChance || rates.plain.is_explained(at)) return std::nullopt;
    const bool sure = chance <= kWarningChance && rates.plain.seen() >= kFewestForWarning;
    return sure && !is_qualified ? Severity::kWarning : kNegation.severity;
  }
  if (is_qualified || !rates.excused.renderings()[at].is_mismatch()) return std::nullopt;
  if (rates.excused.chance(at) > kExcusedChance || rates.excused.is_explained(at)) {
    return std::nullopt;
  }
  return kNegation.severity;
}

void check_way(const CheckInput& input, const std::vector<PairWording>& pairs, const Way& way,
               std::vector<Finding>& findings) {
  const Rates rates = rates_of(input, pairs, way);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairWording& pair = pairs[i];
    if (way.surplus[pair.link] <= 0) continue;
    const Link& link = input.alignment.links[pair.link];
    if (lost_with_text(findings, link.translation.front()) || lengths_disagree(input, link)) {
      continue;
    }
    const bool is_qualified = (pair.*way.side).count(Wording::kException) > 0;
    if (const auto severity = severity_of(rates, i, is_qualified)) {
      findings.push_back(finding_of(input, pair, *severity));
    }
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<PairWording> pairs = pair_wordings(input, Wording::kNegation);
  constexpr Side kOriginal = &PairWording::original;
  constexpr Side kTranslation = &PairWording::translation;
  check_way(input, pairs, way_of(input, pairs, kOriginal, kTranslation), findings);
  check_way(input, pairs, way_of(input, pairs, kTranslation, kOriginal), findings);
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
