// By which verdicts each hypothesis of a beam came to where it is.
//
// All hypotheses of a beam soon descend from one: what lies before is settled, and only the lines
// behind it are held.  Threads: one at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "align/outline_search.h"

namespace synoptic {

class VerdictTrail {
 public:
  // A hypothesis after a line: its verdict on the line, and its parent's place in the beam before.
  struct Step {
    uint32_t parent = 0;
    LineVerdict verdict;
  };

  // The hypotheses after the next line, in the order of the beam.  REQUIRES: not empty.
  void add_line(const std::vector<Step>& steps);

  // The verdicts on all lines, by the hypothesis at `place` of the last beam; leaves the trail
  // empty.
  std::vector<LineVerdict> finish(uint32_t place);

 private:
  void settle();
  void settle_back_from(std::size_t line, uint32_t place);

  std::vector<LineVerdict> settled_;
  std::vector<Step> steps_;            // of the lines behind
  std::vector<std::size_t> begins_;    // of each line in steps_
  std::size_t settle_at_ = kFewLines;  // lines
  static constexpr std::size_t kFewLines = 256;
};

}  // namespace synoptic
