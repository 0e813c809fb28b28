// What speaks for or against two clauses being counterparts: labels, lengths, numbers.
//
// Each piece of evidence is a cost in nats, 0 where it could not be better; costs add up.
// Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"

namespace synoptic {

// Language-neutral facts of one unit.
struct UnitFacts {
  double length = 0;              // characters, white space not counted
  std::vector<uint32_t> numbers;  // values of decimal numbers of two digits or more, sorted
  std::vector<uint64_t> names;    // hashes of Latin-script acronyms and mixed tokens, sorted
  uint64_t same_text = 0;         // hash of the text; 0 for a few characters
  std::string parent_path;
  bool has_children = false;
  uint32_t rank = 0;  // among the siblings of its kind, from 1
};

std::vector<UnitFacts> facts_of(const Document& document);

// Length, numbers and names of any text; no place in a tree.
UnitFacts facts_of_text(std::string_view text);

// Lengths of a pair of texts in characters.
struct LengthPair {
  double original = 0;
  double translation = 0;
};

// How far the translation is from the length that its original leads to expect.
struct LengthDeviation {
  double log_ratio = 0;  // of the expected length; negative: too short
  double spreads = 0;    // the same in spreads, which are wider for short texts
};
LengthDeviation length_deviation(LengthPair lengths, const LengthModel& model);

// Length of a translation against its original under `model`.
// Method: Student t with four degrees of freedom on log(translation / original) - log_ratio; the
// spread grows as texts get shorter.  (Gale and Church 1993 take a normal distribution of the
// difference; outliers are what we look for, so the tails are kept heavy here.)
double length_cost_nats(LengthPair lengths, const LengthModel& model);

// log_ratio by the median, spread by the median deviation, of the given (original, translation)
// lengths; a broad default where they are few.
LengthModel fit_length_model(const std::vector<std::pair<double, double>>& lengths);

// Numbers and names that only one side has.
double tokens_cost_nats(const UnitFacts& original, const UnitFacts& translation);

struct UnitPair {
  UnitId original;
  UnitId translation;
};

// What the labels say, verified by nothing.  `counterparts`: the translation unit of each original
// unit so far as an earlier pass knows it (else kNoUnit, or empty); children of counterparts have
// the same parent whatever its number.
class LabelEvidence {
 public:
  LabelEvidence(const Document& original, const Document& translation,
                const std::vector<UnitFacts>& original_facts,
                const std::vector<UnitFacts>& translation_facts,
                const std::vector<UnitId>& counterparts);

  double cost_nats(UnitPair pair) const;

 private:
  bool shifted_alike(UnitPair pair) const;
  bool same_parent(UnitPair pair) const;

  const Document& original_;
  const Document& translation_;
  const std::vector<UnitFacts>& original_facts_;
  const std::vector<UnitFacts>& translation_facts_;
  const std::vector<UnitId>& counterparts_;
};

}  // namespace synoptic
