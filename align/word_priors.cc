#include "align/word_priors.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr float kAlike = 1.0F;    // sightings that a word written alike is worth
constexpr float kCognate = 0.4F;  // and one that begins alike
constexpr std::size_t kCognateLetters = 4;
constexpr std::size_t kMostCognates = 4;

struct Triple {
  uint32_t word = 0;
  uint32_t other = 0;
  float count = 0;
};

// The first letters of a word, empty where it has fewer or a digit among them.
std::string beginning(const std::string& word) {
  std::size_t at = 0;
  for (std::size_t letters = 0; letters < kCognateLetters; ++letters) {
    if (at >= word.size() || !is_letter(code_point_at(word, at).value)) return {};
    at += code_point_at(word, at).bytes;
  }
  return word.substr(0, at);
}

void add_alike(const Vocabulary& original, const Vocabulary& translation,
               std::vector<Triple>& triples) {
  std::unordered_map<std::string, std::vector<uint32_t>> begins;
  for (uint32_t word = 0; word < translation.size(); ++word) {
    const std::string head = beginning(translation.word(word));
    if (!head.empty()) begins[head].push_back(word);
  }
  for (uint32_t word = 0; word < original.size(); ++word) {
    const auto same = translation.find(original.word(word));
    if (same) triples.push_back({word, *same, kAlike});
    const auto others = begins.find(beginning(original.word(word)));
    if (others == begins.end() || others->second.size() > kMostCognates) continue;
    for (const uint32_t other : others->second) {
      if (!same || other != *same) triples.push_back({word, other, kCognate});
    }
  }
}

WordRows rows_of(std::vector<Triple> triples, std::size_t words) {
  std::sort(triples.begin(), triples.end(), [](const Triple& a, const Triple& b) {
    return a.word != b.word ? a.word < b.word : a.other < b.other;
  });
  WordRows rows;
  rows.first.assign(words + 1, 0);
  rows.totals.assign(words, 0);
  for (std::size_t t = 0; t < triples.size(); ++t) {
    const Triple& triple = triples[t];
    rows.totals[triple.word] += triple.count;
    if (t > 0 && triples[t - 1].word == triple.word && triples[t - 1].other == triple.other) {
      rows.entries.back().count += triple.count;
      continue;
    }
    rows.entries.push_back({triple.other, triple.count});
    ++rows.first[triple.word + 1];
  }
  for (std::size_t w = 0; w < words; ++w) rows.first[w + 1] += rows.first[w];
  return rows;
}

}  // namespace

WordPriors word_priors(const Vocabulary& original, const Vocabulary& translation,
                       std::span<const LexiconEntry> lexicon) {
  std::vector<Triple> triples;
  add_alike(original, translation, triples);
  for (const LexiconEntry& entry : lexicon) {
    const auto word = original.find(entry.original);
    const auto other = translation.find(entry.translation);
    if (word && other) triples.push_back({*word, *other, entry.count});
  }
  std::vector<Triple> turned;
  for (const Triple& triple : triples) turned.push_back({triple.other, triple.word, triple.count});
  return {rows_of(std::move(triples), original.size()),
          rows_of(std::move(turned), translation.size())};
}

}  // namespace synoptic
