#include "checks/lost_sentences.h"

#include <cmath>
#include <limits>

#include "checks/clause_facts.h"
#include "text/characters.h"

namespace synoptic {
namespace {

// Set on clean laws and declarations, and on sentences deleted from them.
constexpr double kFewerPrior = 0.15;   // of the clauses of several sentences
constexpr double kPriorWeight = 4;     // clauses that the prior counts for
constexpr double kLeastSentence = 12;  // characters; shorter ones are often abbreviations
constexpr double kFreedom = 4;         // degrees of Student's t

constexpr double kNone = -std::numeric_limits<double>::infinity();

uint32_t count_sentences(const Document& document, UnitId unit) {
  return document.first_segment[unit + 1] - document.first_segment[unit];
}

double log_likelihood(double spreads) {
  return -(kFreedom + 1) / 2 * std::log1p(spreads * spreads / kFreedom);
}

}  // namespace

LostSentences::LostSentences(const CheckInput& input, const ClauseLengths& lengths)
    : input_(input), lengths_(lengths) {
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link)) continue;
    const uint32_t original = count_sentences(input.original, link.original[0]);
    if (original < 2) continue;
    ++several_;
    fewer_ += original > count_sentences(input.translation, link.translation[0]);
  }
}

double LostSentences::evidence_nats(std::size_t link) const {
  const Link& units = input_.alignment.links[link];
  if (count_sentences(input_.original, units.original[0]) <=
      count_sentences(input_.translation, units.translation[0])) {
    return kNone;
  }
  const double fewer = (fewer_ - 1 + kPriorWeight * kFewerPrior) / (several_ - 1 + kPriorWeight);
  return length_nats(link) - std::log(fewer);
}

double LostSentences::length_nats(std::size_t link) const {
  const Document& document = input_.original;
  const UnitId unit = input_.alignment.links[link].original[0];
  double sum = 0;
  uint32_t sentences = 0;
  for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
    const auto characters =
        static_cast<double>(count_characters(slice(document.text, document.segments[s].span)));
    if (characters < kLeastSentence) continue;
    ++sentences;
    sum += std::exp(log_likelihood(lengths_.spreads_without(link, characters)));
  }
  if (sentences == 0) return kNone;
  return std::log(sum / sentences) - log_likelihood(lengths_.of(link).deviation.spreads);
}

}  // namespace synoptic
