#include "align/sentence_aligner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "align/sentence_band.h"
#include "align/word_evidence.h"

namespace synoptic {

namespace {

// Chosen on the same sets as the costs (align/sentence_programme.cc).
constexpr uint32_t kMostSideAtFirst = 3;                  // before anything is learnt
constexpr std::array<uint32_t, 2> kHalfBands = {24, 12};  // columns, of the passes that learn
constexpr uint64_t kSmallPlane = 500'000;                 // cells
constexpr uint64_t kLargePlane = 60'000'000;
constexpr float kLeastCount = 0.5F;  // of an entry worth keeping
constexpr float kLeastProbability = 0.05F;

// Words of a bead's side, each once.
std::vector<uint32_t> bead_words(const SentenceSide& side, uint32_t begin, uint32_t end) {
  std::vector<uint32_t> words(side.words.begin() + side.first[begin],
                              side.words.begin() + side.first[end]);
  if (end > begin + 1) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }
  return words;
}

struct Teaching {
  std::vector<std::vector<uint32_t>> words;  // original and translation in turn
  std::vector<WordPair> there;
  std::vector<WordPair> back;
};

Teaching teaching_of(std::span<const SentencePair> documents,
                     const std::vector<std::vector<Bead>>& beads) {
  Teaching teaching;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    Bead before;
    for (const Bead& bead : beads[d]) {
      if (bead.original_end > before.original_end &&
          bead.translation_end > before.translation_end) {
        teaching.words.push_back(
            bead_words(documents[d].original, before.original_end, bead.original_end));
        teaching.words.push_back(
            bead_words(documents[d].translation, before.translation_end, bead.translation_end));
      }
      before = bead;
    }
  }
  for (std::size_t w = 0; w < teaching.words.size(); w += 2) {
    teaching.there.push_back({teaching.words[w], teaching.words[w + 1]});
    teaching.back.push_back({teaching.words[w + 1], teaching.words[w]});
  }
  return teaching;
}

struct Learnt {
  WordRows there;
  WordRows back;  // by word of the translation
};

Learnt learn(std::span<const SentencePair> documents, const std::vector<std::vector<Bead>>& beads,
             const WordPriors& priors) {
  const Teaching teaching = teaching_of(documents, beads);
  const VocabularySizes sizes{priors.there.totals.size(), priors.back.totals.size()};
  return {learn_translations(teaching.there, sizes, priors.there),
          learn_translations(teaching.back, {sizes.target, sizes.source}, priors.back)};
}

struct Telling {
  const std::vector<float>& original;
  const std::vector<float>& translation;
};

// How much better the lengths fit than those of sentences a few beads on, in the worst parts: true
// where hardly a part of the document looks as if its pairs were chance.
bool fits_throughout(const SentencePair& pair, const std::vector<Bead>& beads) {
  constexpr std::size_t kPart = 100;  // beads
  constexpr std::size_t kShift = 3;
  constexpr double kFits = 0.85;  // of the deviation that chance has
  constexpr double kMostBadShare = 0.05;
  std::vector<double> originals;
  std::vector<double> translations;
  std::size_t alone = 0;
  Bead before;
  for (const Bead& bead : beads) {
    double original = 0;
    double translation = 0;
    for (uint32_t i = before.original_end; i < bead.original_end; ++i) {
      original += pair.original.lengths[i];
    }
    for (uint32_t j = before.translation_end; j < bead.translation_end; ++j) {
      translation += pair.translation.lengths[j];
    }
    before = bead;
    if (original == 0 || translation == 0) {
      ++alone;
      continue;
    }
    originals.push_back(std::log(original));
    translations.push_back(std::log(translation));
  }
  if (alone > originals.size()) return false;
  std::size_t parts = 0;
  std::size_t bad = 0;
  for (std::size_t begin = 0; begin + kPart + kShift <= originals.size(); begin += kPart) {
    double real = 0;
    double chance = 0;
    double ratio = 0;
    for (std::size_t k = begin; k < begin + kPart; ++k) ratio += translations[k] - originals[k];
    ratio /= kPart;
    for (std::size_t k = begin; k < begin + kPart; ++k) {
      real += std::abs(translations[k] - originals[k] - ratio);
      chance += std::abs(translations[k + kShift] - originals[k] - ratio);
    }
    ++parts;
    bad += real > kFits * chance;
  }
  return static_cast<double>(bad) <= kMostBadShare * static_cast<double>(parts);
}

// A ratio that a missing passage does not touch, unlike that of the whole.
SentenceLengths lengths_by_median(const SentencePair& pair) {
  const auto middle = [](std::vector<float> lengths) {
    const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), at, lengths.end());
    return *at + 1;
  };
  SentenceLengths lengths;
  if (pair.original.lengths.empty() || pair.translation.lengths.empty()) return lengths;
  lengths.log_ratio = std::log(middle(pair.translation.lengths) / middle(pair.original.lengths));
  return lengths;
}

// By lengths and the few words that tell something before anything is learnt: all over the plane
// where it is small; else near the straight line or the words that are alike, and all over only
// where that does not fit.
std::vector<Bead> first_beads(const SentencePair& pair, const WordModel& model,
                              const Telling& telling, uint32_t most_side) {
  const auto n = static_cast<uint32_t>(pair.original.size());
  const auto m = static_cast<uint32_t>(pair.translation.size());
  const std::vector<Bead> nothing;
  const auto beads_in = [&](const SentencePair& sides, const Band& band,
                            const SentenceLengths& lengths) {
    return cheapest_beads(
        {sides, model, band, nothing, telling.original, telling.translation, lengths, most_side});
  };
  if (uint64_t{n} * m <= kSmallPlane) {
    return beads_in(pair, whole_band(n, m), fit_lengths(pair, nothing));
  }
  const SentenceSide original = reduced(pair.original, telling.original);
  const SentenceSide translation = reduced(pair.translation, telling.translation);
  const SentencePair few{original, translation};
  const Band near = anchored_band(original, translation, model.there);
  std::vector<Bead> beads = beads_in(few, near, fit_lengths(pair, nothing));
  if (uint64_t{n} * m > kLargePlane || fits_throughout(pair, beads)) return beads;
  std::vector<Bead> all_over = beads_in(few, whole_band(n, m), fit_lengths(pair, nothing));
  if (fits_throughout(pair, all_over)) return all_over;
  std::vector<Bead> by_median = beads_in(few, whole_band(n, m), lengths_by_median(pair));
  return fits_throughout(pair, by_median) ? by_median : all_over;
}

std::vector<Bead> next_beads(const SentencePair& pair, const WordModel& model,
                             const Telling& telling, uint32_t most_side, std::size_t pass,
                             const std::vector<Bead>& before) {
  const auto n = static_cast<uint32_t>(pair.original.size());
  const auto m = static_cast<uint32_t>(pair.translation.size());
  const Band band = band_around(before, n, m, kHalfBands[pass - 1]);
  return cheapest_beads({pair, model, band, before, telling.original, telling.translation,
                         fit_lengths(pair, before), most_side, pass == kHalfBands.size()});
}

}  // namespace

std::vector<std::vector<Bead>> align_documents(std::span<const SentencePair> documents,
                                               const Vocabulary& original,
                                               const Vocabulary& translation,
                                               const SentenceOptions& options) {
  const WordPriors priors = word_priors(original, translation, options.lexicon);
  std::vector<std::vector<Bead>> beads(documents.size());
  WordModel model{priors.there, transposed(priors.back, original.size())};
  for (std::size_t pass = 0; pass <= kHalfBands.size(); ++pass) {
    // Nothing is learnt yet: only what is alike or in the lexicon speaks.
    const uint32_t least = pass == 0 ? UINT32_MAX : 2;
    const auto original_surprise = word_surprise(original, priors.there, least);
    const auto translation_surprise = word_surprise(translation, priors.back, least);
    if (pass > 0) {
      Learnt learnt = learn(documents, beads, priors);
      model = {std::move(learnt.there), transposed(learnt.back, original.size())};
    }
    const uint32_t most_side =
        pass == 0 ? std::min(options.most_side, kMostSideAtFirst) : options.most_side;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      const SentencePair& pair = documents[d];
      const Telling telling{original_surprise, translation_surprise};
      beads[d] = pass == 0 ? first_beads(pair, model, telling, most_side)
                           : next_beads(pair, model, telling, most_side, pass, beads[d]);
    }
  }
  return beads;
}

std::vector<LexiconEntry> learn_lexicon(std::span<const SentencePair> documents,
                                        const std::vector<std::vector<Bead>>& beads,
                                        const Vocabulary& original, const Vocabulary& translation,
                                        std::span<const LexiconEntry> known) {
  const WordPriors priors = word_priors(original, translation, known);
  const Learnt learnt = learn(documents, beads, priors);
  std::vector<LexiconEntry> entries;
  for (uint32_t word = 0; word < original.size(); ++word) {
    for (const WordCount& entry : learnt.there.row(word)) {
      const float back = learnt.back.count(entry.word, word);
      // What was known is not seen anew.
      const float count = std::min(entry.count - priors.there.count(word, entry.word),
                                   back - priors.back.count(entry.word, word));
      if (count < kLeastCount) continue;
      if (entry.count < kLeastProbability * learnt.there.totals[word]) continue;
      if (back < kLeastProbability * learnt.back.totals[entry.word]) continue;
      entries.push_back({original.word(word), translation.word(entry.word), count});
    }
  }
  return entries;
}

}  // namespace synoptic
