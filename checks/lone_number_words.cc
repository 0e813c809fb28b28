#include "checks/lone_number_words.h"

#include <algorithm>

#include "text/digits.h"

namespace synoptic {
namespace {

constexpr int kSmallest = 4;  // smaller ones are articles, pronouns and ordinals as well
constexpr std::size_t kFewestWords = 10;
constexpr double kMostAlone = 0.15;

bool counts(const NumberClaim& claim) {
  const std::optional<int> value = small_integer(claim.values.front());
  return claim.form == NumberForm::kWords && !claim.reference && value && *value >= kSmallest;
}

}  // namespace

LoneNumberWords::LoneNumberWords(const QuantityFacts& facts) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const LinkQuantities& link = facts.of(i);
    const std::vector<NumberClaim>& numbers = link.translation.numbers();
    words_ += static_cast<std::size_t>(std::count_if(numbers.begin(), numbers.end(), counts));
    for (const LinkQuantities::Leftover& left : link.extra) {
      if (left.said || !counts(numbers[left.claim])) continue;
      ++alone_;
      ++alone_by_value_[numbers[left.claim].values.front()];
    }
  }
}

bool LoneNumberWords::is_told_alone(const NumberClaim& claim) const {
  if (words_ < kFewestWords) return false;
  if (static_cast<double>(alone_) > kMostAlone * static_cast<double>(words_)) return false;
  const auto found = alone_by_value_.find(claim.values.front());
  return found != alone_by_value_.end() && found->second == 1;
}

}  // namespace synoptic
