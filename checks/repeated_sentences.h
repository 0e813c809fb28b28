// Sentences that stand several times on one side of a pair, and what stands opposite.
//
// Two places say the same where their letters and digits are the same, case aside; what stands
// opposite differs where it has other words, so that an ending, a comma or the order of words is no
// difference.  The places that agree with most others are the rule, the others are reported.
// Threads: pure.
#pragma once

#include <vector>

#include "checks/check.h"

namespace synoptic {

// A sentence of a clause and its counterpart.
struct PairedSentences {
  std::size_t link = 0;
  FindingSpan original;
  FindingSpan translation;
};

// A place that departs from the rule, and one that follows it.
struct Inconsistency {
  PairedSentences here;
  PairedSentences rule;
};

enum class RepeatedSide { kOriginal, kTranslation };

// Pairs of one sentence each, in clauses that are paired one to one.
std::vector<PairedSentences> paired_sentences(const Document& original, const Document& translation,
                                              const Alignment& alignment);

// Letters and digits of a sentence that has words enough to be compared; else empty.
std::string comparable_text(std::string_view sentence);

// Sentences that no other work (CheckInput::elsewhere) translates in these words.
void add_departures(const Check& check, const CheckInput& input, std::vector<Finding>& findings);

// Same text on `side`, other words on the other.  In the order of the links.
std::vector<Inconsistency> inconsistencies(const CheckInput& input, RepeatedSide side);

// The same as findings of `check`, with the details "path" and "other".
void add_inconsistencies(const Check& check, const CheckInput& input, RepeatedSide side,
                         std::vector<Finding>& findings);

}  // namespace synoptic
