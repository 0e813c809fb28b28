#include "checks/lone_numbers.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/digits.h"

namespace synoptic {
namespace {

// Set on published laws in several languages and on numbers changed in them.
constexpr double kMostChance = 0.1;
constexpr double kPriorWeight = 6;   // numbers that the prior counts for
constexpr double kDoubtWeight = 24;  // the same of a word that others can't vouch for
constexpr double kValueWeight = 4;   // numbers that the class counts for
constexpr double kFigurePrior = 0.05;
constexpr double kNumeralPrior = 0.08;
constexpr double kLongWordPrior = 0.03;
constexpr double kWordPrior = 0.12;
constexpr double kShortWordPrior = 0.3;
constexpr double kNamesakePrior = 0.6;
constexpr std::size_t kLongWord = 5;  // letters
constexpr std::size_t kWord = 4;
constexpr int kLargestCommonWord = 3;
// A number so small may be in words where the language's number words are not known.
constexpr int kLargestInWords = 100;
// A numeral of several signs is no other word.
constexpr int kLargestOneSign = 10;
// Numbers that languages have other words for, with the unit that the word holds (a decade has ten
// years) or none of its own (half, hundreds).
struct NamedNumber {
  std::string_view value;
  std::string_view unit;  // empty: any or none
};
constexpr std::array kNamed = std::to_array<NamedNumber>(
    {{"0.5", ""}, {"10", "year"}, {"12", "month"}, {"50", "percent"}, {"100", ""}, {"1000", ""}});

int size_class(const NumberClaim& claim) {
  const std::optional<int> value = small_integer(claim.values.front());
  if (!value || *value > kLargestInWords) return 2;
  return *value <= kLargestCommonWord ? 0 : 1;
}

// How likely a number of its form stands alone by right, and how much the others of the class count
// against that.
struct Prior {
  double chance;
  double weight = kPriorWeight;
};

Prior prior_of(const LoneNumber& number) {
  if (number.claim.form == NumberForm::kFigures) return {kFigurePrior};
  if (number.claim.form == NumberForm::kOther) return {kNumeralPrior};
  if (number.side.has_namesake(number.claim)) return {kNamesakePrior, kDoubtWeight};
  const std::size_t letters = count_letters(number.side.printed(number.claim));
  if (letters >= kLongWord) return {kLongWordPrior};
  return letters >= kWord ? Prior{kWordPrior} : Prior{kShortWordPrior, kDoubtWeight};
}

// The share of lone ones among the others, shrunk to `expected`.
double share(uint32_t alone, uint32_t seen, double expected, double weight) {
  if (seen == 0) return expected;
  return ((alone > 0 ? alone - 1 : 0) + weight * expected) / (seen - 1 + weight);
}

// "ten years" is a decade, "twelve months" a year, and a hundred of anything many.
bool may_be_named(const LoneNumber& number) {
  const std::string& value = number.claim.values.front();
  const auto named = std::find_if(kNamed.begin(), kNamed.end(),
                                  [&](const NamedNumber& n) { return n.value == value; });
  if (named == kNamed.end()) return false;
  const std::optional<NamedUnit> unit = number.side.unit_of(number.claim);
  if (named->unit.empty()) return true;
  if (!unit) return number.claim.form != NumberForm::kWords;  // it may be one that can't be read
  return std::find(unit->meanings.begin(), unit->meanings.end(), named->unit) !=
         unit->meanings.end();
}

bool is_latin(std::string_view printed) {
  return std::any_of(printed.begin(), printed.end(), [](char c) { return c >= 'A' && c <= 'z'; });
}

}  // namespace

bool is_common(const NumberClaim& claim) {
  return claim.form != NumberForm::kFigures && size_class(claim) == 0;
}

bool is_certain(const NumberClaim& claim, const SideQuantities& side) {
  if (is_latin(side.printed(claim))) return false;
  const std::optional<int> value = small_integer(claim.values.front());
  return !value || *value > kLargestOneSign || side.unit_of(claim).has_value();
}

LoneNumbers::LoneNumbers(const QuantityFacts& facts) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const LinkQuantities& link = facts.of(i);
    add(link.original, link.missing, true);
    add(link.translation, link.extra, false);
  }
}

void LoneNumbers::add(const SideQuantities& side, const std::vector<LinkQuantities::Leftover>& left,
                      bool original) {
  const auto count = [&](const NumberClaim& claim, uint32_t seen, uint32_t alone) {
    if (claim.reference || claim.partial) return;
    for (Count* c : {&of_class_[{original, claim.form, size_class(claim)}],
                     &of_value_[{original, claim.form, claim.values.front()}]}) {
      c->seen += seen;
      c->alone += alone;
    }
  };
  for (const NumberClaim& claim : side.numbers()) count(claim, 1, 0);
  for (const LinkQuantities::Leftover& leftover : left) {
    if (!leftover.said) count(side.numbers()[leftover.claim], 0, 1);
  }
}

double LoneNumbers::chance(const LoneNumber& number) const {
  const NumberClaim& claim = number.claim;
  const auto counted = [](const auto& counts, const auto& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? Count{} : found->second;
  };
  const Count kind = counted(of_class_, Class{number.original, claim.form, size_class(claim)});
  const Count value = counted(of_value_, Value{number.original, claim.form, claim.values.front()});
  const Prior prior = prior_of(number);
  const double expected = share(kind.alone, kind.seen, prior.chance, prior.weight);
  return share(value.alone, value.seen, expected, kValueWeight);
}

bool LoneNumbers::is_told(const LoneNumber& number) const {
  if (number.claim.reference || may_be_named(number)) return false;
  switch (number.claim.form) {
    case NumberForm::kFigures:
      return is_figure_told(number);
    case NumberForm::kWords:
      return is_word_told(number);
    case NumberForm::kOther:
      return is_numeral_told(number);
  }
  return false;
}

bool LoneNumbers::is_figure_told(const LoneNumber& number) const {
  if (number.other.knows_words() || size_class(number.claim) == 2) return true;
  return chance(number) < kMostChance / 2;
}

// "five-year" is "quinquennal": only the translation is held to its words.
bool LoneNumbers::is_word_told(const LoneNumber& number) const {
  return !number.original && number.other.knows_words() && size_class(number.claim) == 1 &&
         chance(number) < kMostChance;
}

bool LoneNumbers::is_numeral_told(const LoneNumber& number) const {
  return is_certain(number.claim, number.side) && chance(number) < kMostChance;
}

}  // namespace synoptic
