// A leave where the other side has a duty, or none: "may" for "shall".
//
// What must be done is often said without a word for it (the present tense of French statutes), so
// that a missing word of obligation proves nothing.  Words of permission and of recommendation are
// rendered by their like: one that has no like on the other side is looked at, the closer where
// the other side has a word of obligation too many.  How often a pair renders them otherwise is
// learnt from it, word by word.  A permission that is denied ("may not") is for another check.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/clause_wording.h"
#include "checks/declarations.h"
#include "checks/rendering_rates.h"

namespace synoptic {
namespace {

// Set by hand on published laws in several languages and on faults put into them.
constexpr double kPriorLost = 0.2;      // sentences with a permission on one side only
constexpr double kPriorSwapped = 0.05;  // those where the other side has another force instead
constexpr double kHintChance = 0.16;
constexpr double kWarningChance = 0.03;
constexpr double kMostDutiesLost = 0.15;    // of the sentences with a word of obligation
constexpr uint32_t kFewestForWarning = 30;  // sentences with the word's force

constexpr std::array<Wording, 3> kForces = {Wording::kPermission, Wording::kRecommendation,
                                            Wording::kObligation};

using Side = SideWording PairWording::*;
using Places = std::vector<SideWording::Place>;

bool is_denial(const SideWording::Place& place) {
  return place.wording == Wording::kNegation || place.wording == Wording::kProhibition;
}

// The words of one force that nothing near them denies.
Places plain_words(const SideWording& side, Wording force) {
  Places words;
  for (const SideWording::Place& place : side.places) {
    if (place.wording != force) continue;
    const bool denied =
        std::any_of(side.places.begin(), side.places.end(), [&](const SideWording::Place& other) {
          return is_denial(other) && other.part == place.part;
        });
    if (!denied) words.push_back(place);
  }
  return words;
}

// How one side's words of a force fare on the other side.
struct Fate {
  Places words;
  bool lost = false;     // the other side has none of the force, nor what may stand for it
  bool swapped = false;  // the other side has fewer of them, and more of another force
};

Fate fate_of(const PairWording& pair, Side side, Side other, Wording force) {
  Fate fate;
  fate.words = plain_words(pair.*side, force);
  const std::size_t like = (pair.*other).count(force);
  const bool forbids = (pair.*other).count(Wording::kProhibition) > 0;
  fate.lost =
      like == 0 && !forbids &&
      (pair.*other).count(Wording::kEntitlement) <= (pair.*side).count(Wording::kEntitlement);
  int surplus_of_all = 0;
  bool has_more = false;
  for (const Wording any : kForces) {
    const int surplus =
        static_cast<int>((pair.*side).count(any)) - static_cast<int>((pair.*other).count(any));
    surplus_of_all += surplus;
    has_more |= any != force && surplus < 0;
  }
  fate.swapped =
      has_more && ((like == 0 && !forbids) || (like < fate.words.size() && surplus_of_all == 0));
  return fate;
}

Rendering rendering_of(const Fate& fate, const SideWording& other, bool lost) {
  Rendering rendering{{}, &other.words, lost};
  for (const auto& place : fate.words) rendering.words.push_back(place.word);
  std::sort(rendering.words.begin(), rendering.words.end());
  rendering.words.erase(std::unique(rendering.words.begin(), rendering.words.end()),
                        rendering.words.end());
  return rendering;
}

Places all_forces(const SideWording& side) {
  Places places;
  std::copy_if(side.places.begin(), side.places.end(), std::back_inserter(places),
               [](const SideWording::Place& place) {
                 return std::find(kForces.begin(), kForces.end(), place.wording) != kForces.end();
               });
  return places;
}

Finding finding_of(const CheckInput& input, const PairWording& pair, Severity severity) {
  return wording_finding(kModality, severity, input,
                         {pair.link, all_forces(pair.original), all_forces(pair.translation)});
}

// Surplus of words of the force by link.
std::vector<int> surplus_by_link(const std::vector<PairWording>& pairs, std::size_t links,
                                 Side side, Side other, Wording force) {
  std::vector<int> surplus(links, 0);
  for (const PairWording& pair : pairs) {
    surplus[pair.link] +=
        static_cast<int>((pair.*side).count(force)) - static_cast<int>((pair.*other).count(force));
  }
  return surplus;
}

struct Judged {
  RenderingRates lost;
  RenderingRates swapped;
};

// What is lost in the way from `side` to `other`, and what of it has another force instead.
Judged judge(const std::vector<PairWording>& pairs, Side side, Side other, Wording force) {
  std::vector<Rendering> lost;
  std::vector<Rendering> swapped;
  for (const PairWording& pair : pairs) {
    const Fate fate = fate_of(pair, side, other, force);
    lost.push_back(rendering_of(fate, pair.*other, fate.lost));
    swapped.push_back(rendering_of(fate, pair.*other, fate.swapped));
  }
  return {{std::move(lost), kPriorLost}, {std::move(swapped), kPriorSwapped}};
}

void check_force(const CheckInput& input, const std::vector<PairWording>& pairs, Side side,
                 Side other, Wording force, std::vector<Finding>& findings) {
  const Judged judged = judge(pairs, side, other, force);
  // Where duties are often said without a word, one more of them tells little.
  const bool steady =
      judge(pairs, other, side, Wording::kObligation).lost.share_lost() <= kMostDutiesLost;
  const auto surplus = surplus_by_link(pairs, input.alignment.links.size(), side, other, force);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool swap = judged.swapped.renderings()[i].is_mismatch();
    const RenderingRates& rates = swap ? judged.swapped : judged.lost;
    if (!rates.renderings()[i].is_mismatch() || surplus[pairs[i].link] <= 0) continue;
    if (!swap && force != Wording::kPermission) continue;
    const Link& link = input.alignment.links[pairs[i].link];
    if (lost_with_text(findings, link.translation.front())) continue;
    if (lengths_disagree(input, link)) continue;
    const double chance = rates.chance(i);
    if (chance > kHintChance || rates.is_explained(i)) continue;
    const bool sure =
        swap && steady && chance <= kWarningChance && rates.seen() >= kFewestForWarning;
    findings.push_back(finding_of(input, pairs[i], sure ? Severity::kWarning : kModality.severity));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<PairWording> pairs = pair_wordings(input, Wording::kPermission);
  for (const Wording force : {Wording::kPermission, Wording::kRecommendation}) {
    check_force(input, pairs, &PairWording::original, &PairWording::translation, force, findings);
    check_force(input, pairs, &PairWording::translation, &PairWording::original, force, findings);
  }
}

}  // namespace

const Check kModality = {
    "modality",
    "Duty, recommendation or leave that became another",
    Severity::kInfo,
    Scope::kBead,
    "{path} says {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. The keeper shall sign the log.", "fr", "1. Le gardien peut signer le registre.",
         true, "1"},
        {"en", "1. The keeper may sign the log.", "fr", "1. Le gardien doit signer le registre.",
         true, "1"},
        {"de", "1. Der Wärter muss das Buch unterzeichnen.", "en",
         "1. The keeper may sign the log.", true, "1"},
        {"zh", "一、守塔人应当签署日志。", "en", "1. The keeper may sign the log.", true, "1"},
        {"en", "1. The keeper shall sign the log.", "zh", "一、守塔人可以签署日志。", true, "1"},
        {"en", "1. The keeper may sign the log.", "it", "1. Il guardiano deve firmare il registro.",
         true, "1"},
        {"en", "1. The keeper should sign the log.", "es", "1. El guardián debe firmar el libro.",
         true, "1"},
        {"en", "1. The keeper shall sign the log.", "ru", "1. Смотритель может подписать журнал.",
         true, "1"},
        {"en", "1. The keeper may sign the log.", "el", "1. Ο φύλακας πρέπει να υπογράφει.", true,
         "1"},
        {"en", "1. The keeper shall sign the log.", "fr", "1. Le gardien signe le registre.", false,
         ""},
        {"en", "1. The keeper may sign the log.", "de",
         "1. Der Wärter darf das Buch unterzeichnen.", false, ""},
        {"en", "1. The keeper shall not leave the tower.", "fr",
         "1. Le gardien ne peut quitter la tour.", false, ""},
        {"en", "1. No keeper shall leave the tower.", "de",
         "1. Kein Wärter darf den Turm verlassen.", false, ""},
        {"en", "1. The keeper may go ashore.", "fr", "1. Le gardien a le droit d'aller à terre.",
         false, ""},
        {"zh", "一、守塔人不得离开灯塔。", "en", "1. The keeper must not leave the tower.", false,
         ""},
        {"en", "1. It applies from 1 May 2004.", "fr", "1. Il s'applique dès le 1er mai 2004.",
         false, ""},
        {"zh", "一、许可证由港务局签发。", "en", "1. The licence is issued by the harbour office.",
         false, ""},
        {"en", "1. Keepers may go ashore.", "qaa", "1. Fulu mana tibo.", false, ""},
    },
    "Compares words of duty, recommendation and leave (shall, should, may). The pair shows how "
    "often each is rendered by its like; a finding is a warning only where that is nearly always "
    "so."};

}  // namespace synoptic
