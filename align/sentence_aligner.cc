#include "align/sentence_aligner.h"

#include <algorithm>
#include <array>
#include <string>

#include "align/sentence_band.h"
#include "align/word_evidence.h"

namespace synoptic {

namespace {

// Chosen on the same sets as the costs (align/sentence_programme.cc).
constexpr uint32_t kMostSideAtFirst = 3;                      // before anything is learnt
constexpr std::array<uint32_t, 2> kHalfBands = {24, 12};  // columns, of the passes that learn
constexpr float kLeastCount = 0.5F;                           // of an entry worth keeping
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
      const auto n = static_cast<uint32_t>(pair.original.size());
      const auto m = static_cast<uint32_t>(pair.translation.size());
      const Band band = pass == 0 ? first_band(pair.original, pair.translation, priors.there)
                                  : band_around(beads[d], n, m, kHalfBands[pass - 1]);
      beads[d] =
          cheapest_beads({pair, model, band, beads[d], original_surprise, translation_surprise,
                          fit_lengths(pair, beads[d]), most_side, pass == kHalfBands.size()});
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
