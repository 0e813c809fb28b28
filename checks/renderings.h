// For words of one side the word of the other that stands for it wherever it occurs.
//
// A pair is stable where the two words nearly always meet: by Dice's coefficient over the links
// that hold either.  A word that is worded now so, now so has no rendering, so that its absence
// proves nothing.
// Time: for each word asked about, the words opposite all its occurrences.  Threads: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace synoptic {

// Distinct words of each link, sorted.
using WordSetsOfLinks = std::vector<std::vector<uint32_t>>;

struct NameRendering {
  uint32_t word = 0;  // of the other side
  uint32_t seen = 0;  // links with the word that was asked about
  uint32_t met = 0;   // of those, links with its rendering opposite
  uint32_t rendering_seen = 0;
};

// The rendering of each word of `from` for which `asked` is true, by word; none where it has no
// stable one.  REQUIRES: words of `to` are below `to_count`.
std::vector<std::optional<NameRendering>> stable_renderings(const WordSetsOfLinks& from,
                                                            const std::vector<bool>& asked,
                                                            const WordSetsOfLinks& to,
                                                            uint32_t to_count);

}  // namespace synoptic
