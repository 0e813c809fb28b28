// How surprising a text is among others: letters in the light of the two before them.
//
// Method: character trigrams interpolated with bigrams and single letters, counted over all texts;
// the text that is asked about is taken out of the counts first, so that it can't vouch for itself.
// A passage in another language stands out without any data on either language.
// Units: nats a letter.  Time: linear in the texts.  Threads: pure after construction.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic {

class CharacterModel {
 public:
  explicit CharacterModel(const std::vector<std::string_view>& texts);

  // Mean surprise of text `index` under the model of all others.
  double surprise_nats(std::size_t index) const;

 private:
  using Counts = std::unordered_map<uint64_t, uint32_t>;
  static void count(const std::vector<uint32_t>& letters, Counts& counts);

  std::vector<std::vector<uint32_t>> texts_;  // folded letters, runs of anything else as one 0
  Counts counts_;
};

}  // namespace synoptic
