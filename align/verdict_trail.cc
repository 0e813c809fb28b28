#include "align/verdict_trail.h"

#include <algorithm>
#include <utility>

namespace synoptic {

void VerdictTrail::add_line(const std::vector<Step>& steps) {
  if (begins_.size() >= settle_at_) settle();
  begins_.push_back(steps_.size());
  steps_.insert(steps_.end(), steps.begin(), steps.end());
}

std::vector<LineVerdict> VerdictTrail::finish(uint32_t place) {
  if (!begins_.empty()) settle_back_from(begins_.size() - 1, place);
  return std::exchange(settled_, {});
}

// Looks for the newest line at which all hypotheses were one.
void VerdictTrail::settle() {
  const auto newest = static_cast<std::ptrdiff_t>(begins_.back());
  std::vector<uint32_t> places;
  for (auto step = steps_.begin() + newest; step != steps_.end(); ++step) {
    places.push_back(step->parent);
  }
  for (std::size_t line = begins_.size() - 1; line > 0; --line) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() == 1) {
      settle_back_from(line - 1, places.front());
      break;
    }
    for (uint32_t& place : places) place = steps_[begins_[line - 1] + place].parent;
  }
  // Where nothing could be settled the next attempt waits, so that all of them stay linear.
  settle_at_ = std::max(kFewLines, 2 * begins_.size());
}

void VerdictTrail::settle_back_from(std::size_t line, uint32_t place) {
  const std::size_t before = settled_.size();
  settled_.resize(before + line + 1);
  for (std::size_t i = line + 1; i-- > 0;) {
    const Step& step = steps_[begins_[i] + place];
    settled_[before + i] = step.verdict;
    place = step.parent;
  }
  const std::size_t dropped = line + 1 < begins_.size() ? begins_[line + 1] : steps_.size();
  steps_.erase(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(dropped));
  begins_.erase(begins_.begin(), begins_.begin() + static_cast<std::ptrdiff_t>(line + 1));
  for (std::size_t& begin : begins_) begin -= dropped;
}

}  // namespace synoptic
