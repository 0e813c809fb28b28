// Whether a number word of the translation that the original does not say is worth telling.
//
// Number words have namesakes ("neuf" is also new, "năm" a year).  Where nearly all number words of
// the translation have a number of the original against them, and this one has not been alone
// before, it is likely to be a number.
// Threads: a value.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "checks/quantity_facts.h"

namespace synoptic {

class LoneNumberWords {
 public:
  explicit LoneNumberWords(const QuantityFacts& facts);

  // REQUIRES: a claim of the translation, written in words.
  bool is_told_alone(const NumberClaim& claim) const;

 private:
  std::size_t words_ = 0;
  std::size_t alone_ = 0;
  std::map<std::string, std::size_t> alone_by_value_;
};

}  // namespace synoptic
