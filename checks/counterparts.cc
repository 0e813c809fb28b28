#include "checks/counterparts.h"

#include <algorithm>

namespace synoptic {
namespace {

constexpr uint32_t kNone = UINT32_MAX;
constexpr uint32_t kLeastMeetings = 2;
constexpr double kLeastDice = 0.5;  // of links with both against links with either
constexpr double kSameBonus = 0.5;  // of a word that stays as it is

struct Meeting {
  double dice = 0;
  uint32_t original = 0;
  uint32_t translation = 0;
};

}  // namespace

std::vector<uint32_t> distinct(std::vector<uint32_t> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Counterparts::Counterparts(const LinkKeys& original, const LinkKeys& translation,
                           uint32_t key_count)
    : counterpart_(key_count, kNone), original_(key_count), translation_(key_count) {
  pair_up(original, translation);
  count_answers(original, translation);
}

bool Counterparts::match(uint32_t original, uint32_t translation) const {
  return original == translation || counterpart_[original] == translation;
}

std::size_t Counterparts::answers_to_original(uint32_t key,
                                              const std::vector<uint32_t>& translation) const {
  return static_cast<std::size_t>(std::count_if(translation.begin(), translation.end(),
                                                [&](uint32_t other) { return match(key, other); }));
}

std::size_t Counterparts::answers_to_translation(uint32_t key,
                                                 const std::vector<uint32_t>& original) const {
  return static_cast<std::size_t>(std::count_if(original.begin(), original.end(),
                                                [&](uint32_t other) { return match(other, key); }));
}

void Counterparts::pair_up(const LinkKeys& original, const LinkKeys& translation) {
  std::unordered_map<uint64_t, uint32_t> met;
  for (std::size_t link = 0; link < original.size(); ++link) {
    const std::vector<uint32_t> there = distinct(translation[link]);
    for (const uint32_t o : distinct(original[link])) {
      ++original_[o].seen;
      for (const uint32_t t : there) ++met[(uint64_t{o} << 32) | t];
    }
    for (const uint32_t t : there) ++translation_[t].seen;
  }
  std::vector<Meeting> meetings;
  for (const auto& [pair, count] : met) {
    const auto o = static_cast<uint32_t>(pair >> 32);
    const auto t = static_cast<uint32_t>(pair);
    double dice = 2.0 * count / (original_[o].seen + translation_[t].seen);
    if (o == t) dice += kSameBonus;
    if ((count < kLeastMeetings && o != t) || dice < kLeastDice) continue;
    meetings.push_back({dice, o, t});
  }
  std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
    if (a.dice != b.dice) return a.dice > b.dice;
    return a.original != b.original ? a.original < b.original : a.translation < b.translation;
  });
  std::vector<bool> taken(counterpart_.size());
  for (const Meeting& meeting : meetings) {
    if (counterpart_[meeting.original] != kNone || taken[meeting.translation]) continue;
    counterpart_[meeting.original] = meeting.translation;
    taken[meeting.translation] = true;
  }
}

void Counterparts::count_answers(const LinkKeys& original, const LinkKeys& translation) {
  for (std::size_t link = 0; link < original.size(); ++link) {
    for (const uint32_t o : distinct(original[link])) {
      original_[o].answered += answers_to_original(o, translation[link]) > 0;
    }
    for (const uint32_t t : distinct(translation[link])) {
      translation_[t].answered += answers_to_translation(t, original[link]) > 0;
    }
  }
}

}  // namespace synoptic
