#include "align/dictionary.h"

#include <algorithm>
#include <cmath>

namespace synoptic {

namespace {

// Chosen on textberg-dev, ctk and hun-dtm with lists of 3,000 to 15,000 entries.
constexpr float kSightings = 0.5F;     // that an entry is worth, a word a side
constexpr std::size_t kMostWords = 4;  // of a side; a Chinese word of four signs is four

// The words of a phrase, each once; none where the vocabulary lacks one of them, or they are many.
std::vector<std::string> known_words(const std::string& phrase, const VocabularyView& side) {
  std::vector<std::string> words = sentence_words(phrase, side.language);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const bool known = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return side.words.find(word).has_value();
  });
  if (!known || words.size() > kMostWords) words.clear();
  return words;
}

// One way round.
std::vector<LexiconEntry> entries_of(std::span<const PhrasePair> list,
                                     std::string PhrasePair::*left, const VocabularyView& original,
                                     const VocabularyView& translation) {
  const bool turned = left != &PhrasePair::original;
  std::vector<LexiconEntry> entries;
  for (const PhrasePair& pair : list) {
    const auto words = known_words(pair.*left, original);
    if (words.empty()) continue;
    const auto others = known_words(turned ? pair.original : pair.translation, translation);
    const auto pairs = static_cast<float>(words.size() * others.size());
    const float count = kSightings / std::sqrt(pairs);
    for (const std::string& word : words) {
      for (const std::string& other : others) entries.push_back({word, other, count});
    }
  }
  return entries;
}

}  // namespace

std::vector<LexiconEntry> lexicon_entries(std::span<const PhrasePair> list,
                                          const VocabularyView& original,
                                          const VocabularyView& translation) {
  auto straight = entries_of(list, &PhrasePair::original, original, translation);
  auto turned = entries_of(list, &PhrasePair::translation, original, translation);
  return turned.size() > straight.size() ? turned : straight;
}

}  // namespace synoptic
