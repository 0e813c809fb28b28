// How far each pair of clauses is from the length to expect, and whether a neighbour holds what it
// lacks.
//
// Method: deviations of align/evidence.h in spreads, divided by how wide the tails of this pair of
// documents are: where a translator writes freely, a tenth of all clauses is far out, and being out
// says little (a robust scale, as in Huber 1981).
// Lengths are characters, white space not counted.  Threads: a value.
#pragma once

#include <vector>

#include "align/evidence.h"
#include "checks/check.h"

namespace synoptic {

struct ClauseLength {
  double original = 0;
  double translation = 0;
  double surplus = 0;           // characters of the translation beyond what is to be expected
  LengthDeviation deviation{};  // its spreads already divided by the width of the tails
};

class ClauseLengths {
 public:
  // REQUIRES: input outlives it.
  explicit ClauseLengths(const CheckInput& input);

  const ClauseLength& of(std::size_t link) const { return lengths_[link]; }

  // Both sides have text enough to compare.
  bool comparable(std::size_t link) const;

  // The spreads of of(link) if its original were shorter by so many characters.
  double spreads_without(std::size_t link, double characters) const;

  // A clause of the same article, its parent, child or neighbour, is off the other way by half as
  // much or more, or has text that is paired with nothing: words crossed a boundary of clauses, as
  // where a list that began in its first words is said in its items.
  bool made_up_by_kin(std::size_t link) const;

  // The translation of the link is long enough for `unit`, of the original and unpaired, to be in
  // it: with it, its length is what is to be expected.
  bool has_room_for_original(std::size_t link, UnitId unit) const;
  bool has_room_for_translation(std::size_t link, UnitId unit) const;

 private:
  bool balances(std::size_t link, std::size_t other) const;
  std::vector<std::size_t> kin_of(std::size_t link) const;

  const CheckInput& input_;
  std::vector<ClauseLength> lengths_;
  double tail_ = 1;                // width of the tails of this pair, in usual ones
  std::vector<uint32_t> link_of_;  // of the original's units
};

}  // namespace synoptic
