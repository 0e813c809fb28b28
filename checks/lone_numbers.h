// Whether a number that only one side of a clause says is worth telling.
//
// Numbers have namesakes ("neuf" is also new, "năm" a year, "陸" land) and other wordings
// ("decade", "both", "quarterly").  How often the numbers of a kind, and those of a value, stand
// alone in this pair of texts tells how far one that does is to be believed.
//
// Method: the share that stands alone of all other numbers of the same side, form and size, shrunk
// to a prior, and that of the value itself, shrunk to the former (leave-one-out, as in
// checks/rendering_rates.h).
// Threads: pure after construction.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "checks/quantity_facts.h"

namespace synoptic {

// A claim of one side of a link.
struct LoneNumber {
  const NumberClaim& claim;
  const SideQuantities& side;
  const SideQuantities& other;
  bool original = false;  // it is the original that says it
};

class LoneNumbers {
 public:
  explicit LoneNumbers(const QuantityFacts& facts);

  // Whether a right translation is most unlikely to leave it without counterpart.
  // REQUIRES: the other side does not say it.
  bool is_told(const LoneNumber& number) const;

  // How likely it is in a right translation that the number has no counterpart.
  double chance(const LoneNumber& number) const;

 private:
  struct Count {
    uint32_t seen = 0;
    uint32_t alone = 0;
  };
  using Class = std::tuple<bool, NumberForm, int>;  // side, form, size
  using Value = std::tuple<bool, NumberForm, std::string>;

  void add(const SideQuantities& side, const std::vector<LinkQuantities::Leftover>& left,
           bool original);
  bool is_figure_told(const LoneNumber& number) const;
  bool is_word_told(const LoneNumber& number) const;
  bool is_numeral_told(const LoneNumber& number) const;

  std::map<Class, Count> of_class_;
  std::map<Value, Count> of_value_;
};

// A word for so small a number is an article, a pronoun or an ordinal as well.
bool is_common(const NumberClaim& claim);

// Whether numerals other than figures, such as Han ones, can't be anything else: with a unit, or of
// several signs.
bool is_certain(const NumberClaim& claim, const SideQuantities& side);

}  // namespace synoptic
