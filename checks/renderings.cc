#include "checks/renderings.h"

namespace synoptic {
namespace {

// Set by hand, checked on all published pairs at hand.
constexpr uint32_t kFewestLinks = 3;
constexpr double kLeastDice = 0.75;

std::vector<std::vector<uint32_t>> links_of_words(const WordSetsOfLinks& words,
                                                  const std::vector<bool>& asked) {
  std::vector<std::vector<uint32_t>> links(asked.size());
  for (uint32_t link = 0; link < words.size(); ++link) {
    for (const uint32_t word : words[link]) {
      if (asked[word]) links[word].push_back(link);
    }
  }
  return links;
}

}  // namespace

std::vector<std::optional<NameRendering>> stable_renderings(const WordSetsOfLinks& from,
                                                            const std::vector<bool>& asked,
                                                            const WordSetsOfLinks& to,
                                                            uint32_t to_count) {
  std::vector<uint32_t> seen(to_count);
  for (const auto& words : to) {
    for (const uint32_t word : words) ++seen[word];
  }
  std::vector<std::optional<NameRendering>> renderings(asked.size());
  std::vector<uint32_t> met(to_count);
  std::vector<uint32_t> touched;
  const auto links = links_of_words(from, asked);
  for (uint32_t word = 0; word < links.size(); ++word) {
    if (links[word].size() < kFewestLinks) continue;
    for (const uint32_t link : links[word]) {
      for (const uint32_t other : to[link]) {
        if (met[other]++ == 0) touched.push_back(other);
      }
    }
    double best = kLeastDice;
    for (const uint32_t other : touched) {
      const auto size = static_cast<uint32_t>(links[word].size());
      const double dice = 2.0 * met[other] / (size + seen[other]);
      if (dice > best || (dice == best && !renderings[word])) {
        best = dice;
        renderings[word] = NameRendering{other, size, met[other], seen[other]};
      }
      met[other] = 0;
    }
    touched.clear();
  }
  return renderings;
}

}  // namespace synoptic
