#include "align/lexicon_weight.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace synoptic {

namespace {

// Chosen on Text+Berg (de-fr, with a lexicon of Swiss treaties) and ctk (en-zh, with one of
// Taiwanese law), whole and cut to 15 and 40 sentences; checked on Canadian law (en-fr).  From 0.5
// to 10 the weight makes little difference.
constexpr float kWeight = 3;
constexpr float kDoubt = 1;  // sightings

}  // namespace

std::vector<LexiconEntry> weighed(std::vector<LexiconEntry> entries) {
  std::unordered_map<std::string, float> original;
  std::unordered_map<std::string, float> translation;
  for (const LexiconEntry& entry : entries) {
    original[entry.original] += entry.count;
    translation[entry.translation] += entry.count;
  }
  for (LexiconEntry& entry : entries) {
    const float most = std::max(original[entry.original], translation[entry.translation]);
    entry.count *= kWeight / (most + kDoubt);
  }
  return entries;
}

}  // namespace synoptic
