#include "align/evidence.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "align/paths.h"
#include "text/characters.h"
#include "text/numerals.h"

namespace synoptic {

namespace {

// Nats; set by hand, checked on the measures of clause pairing (UDHR).
constexpr double kDefaultSpread = 0.30;
constexpr double kLeastSpread = 0.10;
constexpr double kShortTextVariance = 2.0;  // divided by the mean length, added to the variance
constexpr double kFreedom = 4;              // degrees of Student's t
constexpr std::size_t kEnoughForSpread = 8;
constexpr double kNumberMissing = 1.2;
constexpr double kNameMissing = 0.5;
constexpr double kMostTokens = 4;

constexpr double kSamePath = 0;
constexpr double kSameOrdinalElsewhere = 2.0;
constexpr double kOtherOrdinal = 5.0;
constexpr double kShifted = 1.2;  // the label before was off by as much
constexpr double kSameRankUnlabelled = 0.3;
constexpr double kOtherRankUnlabelled = 0.6;
constexpr double kOtherParent = 1.8;
constexpr double kBulletForLabel = 0.5;
constexpr double kLabelLost = 2.5;  // a label on one side only
constexpr double kTitleForOther = 2.5;

bool is_unlabelled(const Unit& unit) { return unit.label.levels.empty(); }

void add_number(std::string_view text, std::size_t& at, std::vector<uint32_t>& numbers) {
  const auto numerals = numerals_at(text, at);
  for (const Numeral& numeral : numerals) {
    if (numeral.system != NumeralSystem::kDecimal) continue;
    if (numeral.value >= 10) numbers.push_back(numeral.value);
    at += numeral.bytes;
    return;
  }
  at += code_point_at(text, at).bytes;
}

// Acronyms and the like: tokens of Latin capitals and digits, two characters or more.
void add_names(std::string_view text, std::vector<uint64_t>& names) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    std::size_t capitals = 0;
    while (at < text.size() &&
           (is_letter(static_cast<unsigned char>(text[at])) || text[at] == '-') &&
           static_cast<unsigned char>(text[at]) < 0x80) {
      capitals += text[at] >= 'A' && text[at] <= 'Z';
      ++at;
    }
    if (capitals >= 2 && at - begin >= 2) {
      names.push_back(std::hash<std::string_view>{}(text.substr(begin, at - begin)));
    }
    if (at == begin) ++at;
  }
}

template <typename T>
std::size_t unmatched(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t only = 0;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() || j != b.end()) {
    if (j == b.end() || (i != a.end() && *i < *j)) {
      ++only, ++i;
    } else if (i == a.end() || *j < *i) {
      ++only, ++j;
    } else {
      ++i, ++j;
    }
  }
  return only;
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

UnitFacts facts_of_text(std::string_view text) {
  UnitFacts facts;
  constexpr double kFewCharacters = 12;
  facts.length = static_cast<double>(count_characters(text));
  if (facts.length >= kFewCharacters) facts.same_text = std::hash<std::string_view>{}(text);
  for (std::size_t at = 0; at < text.size();) add_number(text, at, facts.numbers);
  add_names(text, facts.names);
  std::sort(facts.numbers.begin(), facts.numbers.end());
  std::sort(facts.names.begin(), facts.names.end());
  return facts;
}

std::vector<UnitFacts> facts_of(const Document& document) {
  std::vector<UnitFacts> facts(document.units.size());
  std::map<std::pair<UnitId, int>, uint32_t> ranks;
  for (UnitId id = 0; id < facts.size(); ++id) {
    const Unit& unit = document.units[id];
    UnitFacts& fact = facts[id];
    fact = facts_of_text(document.text_of(id));
    if (unit.parent != kNoUnit) {
      fact.parent_path = document.units[unit.parent].path;
      facts[unit.parent].has_children = true;
    }
    fact.rank = ++ranks[{unit.parent, is_unlabelled(unit) ? 0 : 1}];
  }
  return facts;
}

LengthDeviation length_deviation(LengthPair lengths, const LengthModel& model) {
  // A character more on both sides keeps empty texts comparable.
  const double log_ratio =
      std::log((lengths.translation + 1) / (lengths.original + 1)) - model.log_ratio;
  const double mean = (lengths.original + lengths.translation / std::exp(model.log_ratio)) / 2;
  const double variance = model.spread * model.spread + kShortTextVariance / (1 + mean);
  return {log_ratio, log_ratio / std::sqrt(variance)};
}

double length_cost_nats(LengthPair lengths, const LengthModel& model) {
  if (lengths.original == 0 && lengths.translation == 0) return 0;
  const double spreads = length_deviation(lengths, model).spreads;
  return (kFreedom + 1) / 2 * std::log1p(spreads * spreads / kFreedom);
}

LengthModel fit_length_model(const std::vector<std::pair<double, double>>& lengths) {
  constexpr double kLeastLength = 15;
  constexpr double kDeviationToSpread = 1.4826;  // of a normal distribution
  LengthModel model;
  model.spread = kDefaultSpread;
  std::vector<double> ratios;
  double original = 0;
  double translation = 0;
  for (const auto& [o, t] : lengths) {
    original += o;
    translation += t;
    if (o >= kLeastLength && t > 0) ratios.push_back(std::log((t + 1) / (o + 1)));
  }
  if (ratios.size() < kEnoughForSpread / 2) {
    if (original > 0 && translation > 0) model.log_ratio = std::log(translation / original);
    return model;
  }
  model.log_ratio = median(ratios);
  if (ratios.size() < kEnoughForSpread) return model;
  for (double& ratio : ratios) ratio = std::abs(ratio - model.log_ratio);
  model.spread = std::max(kLeastSpread, kDeviationToSpread * median(ratios));
  return model;
}

double tokens_cost_nats(const UnitFacts& original, const UnitFacts& translation) {
  const auto numbers = static_cast<double>(unmatched(original.numbers, translation.numbers));
  const auto names = static_cast<double>(unmatched(original.names, translation.names));
  return std::min(kMostTokens, numbers * kNumberMissing + names * kNameMissing);
}

LabelEvidence::LabelEvidence(const Document& original, const Document& translation,
                             const std::vector<UnitFacts>& original_facts,
                             const std::vector<UnitFacts>& translation_facts,
                             const std::vector<UnitId>& counterparts)
    : original_(original),
      translation_(translation),
      original_facts_(original_facts),
      translation_facts_(translation_facts),
      counterparts_(counterparts) {}

bool LabelEvidence::same_parent(UnitPair pair) const {
  const UnitId o = original_.units[pair.original].parent;
  const UnitId t = translation_.units[pair.translation].parent;
  if (o != kNoUnit && t != kNoUnit && o < counterparts_.size() && counterparts_[o] == t)
    return true;
  return original_facts_[pair.original].parent_path ==
         translation_facts_[pair.translation].parent_path;
}

// The pair one before is off by the same number: the count as a whole is shifted.
bool LabelEvidence::shifted_alike(UnitPair pair) const {
  if (pair.original == 0 || pair.translation == 0) return false;
  const auto ordinal = [](const Unit& unit) -> int64_t {
    return unit.label.levels.empty() ? -1 : unit.label.levels.back().ordinal;
  };
  const Unit& o = original_.units[pair.original];
  const Unit& t = translation_.units[pair.translation];
  // The neighbours of the same list; others in between don't count.
  const auto sibling_before = [](const Document& document, UnitId unit) {
    const UnitId parent = document.units[unit].parent;
    for (UnitId id = unit; id-- > 0;) {
      if (id == parent) break;
      if (document.units[id].parent == parent && !document.units[id].label.levels.empty())
        return id;
    }
    return kNoUnit;
  };
  const UnitId before_o = sibling_before(original_, pair.original);
  const UnitId before_t = sibling_before(translation_, pair.translation);
  if (before_o == kNoUnit || before_t == kNoUnit) return false;
  return ordinal(original_.units[before_o]) - ordinal(translation_.units[before_t]) ==
         ordinal(o) - ordinal(t);
}

double LabelEvidence::cost_nats(UnitPair pair) const {
  const Unit& o = original_.units[pair.original];
  const Unit& t = translation_.units[pair.translation];
  const UnitFacts& of = original_facts_[pair.original];
  const UnitFacts& tf = translation_facts_[pair.translation];
  const bool same_parent = this->same_parent(pair);
  if ((o.kind == UnitKind::kTitle) != (t.kind == UnitKind::kTitle)) return kTitleForOther;
  if (o.kind == UnitKind::kTitle) return 0;
  if (is_unlabelled(o) && is_unlabelled(t)) {
    return (of.rank == tf.rank ? kSameRankUnlabelled : kOtherRankUnlabelled) +
           (same_parent ? 0 : kOtherParent);
  }
  if (is_unlabelled(o) != is_unlabelled(t)) return kLabelLost - (same_parent ? 0.5 : 0);
  if (is_bullet(o) || is_bullet(t)) {
    const double other = is_bullet(o) == is_bullet(t) ? 0 : kBulletForLabel;
    return other + (of.rank == tf.rank ? 0 : kOtherRankUnlabelled) +
           (same_parent ? 0 : kOtherParent);
  }
  if (o.path == t.path) return kSamePath;
  const Level& ol = o.label.levels.back();
  const Level& tl = t.label.levels.back();
  if (ol.ordinal == tl.ordinal && ol.suffix == tl.suffix) return kSameOrdinalElsewhere;
  if (same_parent && shifted_alike(pair)) return kShifted;
  return kOtherOrdinal;
}

}  // namespace synoptic
