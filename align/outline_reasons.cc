#include "align/outline_reasons.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace synoptic {

namespace {

// The last ordinals of the open lists, outermost first.
using OpenOrdinals = std::vector<uint32_t>;

ListPlace place_of(const LineVerdict& verdict, uint32_t previous) {
  if (verdict.role != LineRole::kLabelled) return ListPlace::kNone;
  const uint32_t ordinal = verdict.ordinal;
  if (verdict.list_begins) {
    if (verdict.out_of_order) return ListPlace::kLate;
    return ordinal > 1 ? ListPlace::kCountsOn : ListPlace::kFirst;
  }
  if (!verdict.out_of_order)
    return ordinal == previous ? ListPlace::kInserted : ListPlace::kFollows;
  if (ordinal == previous) return ListPlace::kRepeated;
  if (ordinal < previous) return ListPlace::kBackwards;
  return ordinal > previous + 1 ? ListPlace::kGap : ListPlace::kAstray;
}

ChoiceReason reason_of(const LineOption& option, const LineChoice& line, const OpenOrdinals& open) {
  const LineVerdict& verdict = option.verdict;
  ChoiceReason reason;
  reason.role = verdict.role;
  reason.ahead_nats = option.ahead_nats;
  switch (verdict.role) {
    case LineRole::kProceeds:
      // Behind a label that has no text yet to go on costs less than the layout says.
      reason.layout_nats = std::min(line.layout.proceed_nats, option.own_nats);
      reason.reading_nats = option.own_nats - reason.layout_nats;
      break;
    case LineRole::kUnlabelled:
      reason.layout_nats = line.layout.start_nats + line.layout.unlabelled_nats;
      reason.reading_nats = option.own_nats - reason.layout_nats;
      break;
    case LineRole::kLabelled:
      reason.reading = verdict.reading;
      reason.depth = verdict.depth;
      if (!verdict.list_begins && verdict.depth < open.size()) {
        reason.previous = open[verdict.depth];
      }
      reason.place = place_of(verdict, reason.previous);
      reason.layout_nats = line.layout.start_nats;
      reason.reading_nats = line.readings[verdict.reading].cost_nats;
      reason.place_nats = option.own_nats - reason.layout_nats - reason.reading_nats;
      break;
  }
  return reason;
}

bool same_reading(const ChoiceReason& a, const ChoiceReason& b) {
  return a.role == b.role && (a.role != LineRole::kLabelled || a.reading == b.reading);
}

// The choice first; of what says the same of the line only the cheapest, and of the choice's own
// reading its cheapest other place.
std::vector<ChoiceReason> ranked(ChoiceReason chosen, std::vector<ChoiceReason> rivals) {
  std::stable_sort(rivals.begin(), rivals.end(), [](const ChoiceReason& a, const ChoiceReason& b) {
    return a.own_nats() + a.ahead_nats < b.own_nats() + b.ahead_nats;
  });
  std::vector<ChoiceReason> kept = {chosen};
  for (const ChoiceReason& rival : rivals) {
    const bool known = std::any_of(kept.begin() + 1, kept.end(), [&](const ChoiceReason& other) {
      return same_reading(other, rival);
    });
    if (!known) kept.push_back(rival);
  }
  return kept;
}

void take(const LineVerdict& verdict, const LineChoice& line, OpenOrdinals& open) {
  if (verdict.role != LineRole::kLabelled) return;
  open.resize(verdict.depth + 1);
  open[verdict.depth] = std::max(verdict.ordinal, line.readings[verdict.reading].range_end);
}

}  // namespace

OutlineReasons reasons_for(const Text& text, const std::vector<LineChoice>& lines,
                           const std::vector<LineVerdict>& verdicts) {
  const std::vector<std::vector<LineOption>> options = weigh_choices(lines, verdicts);
  OutlineReasons reasons;
  OpenOrdinals open;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ChoiceReason chosen;
    std::vector<ChoiceReason> rivals;
    for (const LineOption& option : options[i]) {
      const ChoiceReason reason = reason_of(option, lines[i], open);
      if (option.verdict == verdicts[i]) {
        chosen = reason;
      } else {
        rivals.push_back(reason);
      }
    }
    if (!options[i].empty()) {
      reasons.lines.push_back({text.lines[i].number, text.lines[i].span, lines[i].readings,
                               ranked(chosen, std::move(rivals))});
    }
    take(verdicts[i], lines[i], open);
  }
  return reasons;
}

}  // namespace synoptic
