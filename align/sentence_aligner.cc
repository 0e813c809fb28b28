#include "align/sentence_aligner.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <functional>
#include <future>
#include <string>

#include "align/bead_posteriors.h"
#include "align/sentence_band.h"
#include "align/word_evidence.h"

namespace synoptic {

namespace {

// Chosen on the same sets as the costs (align/sentence_programme.cc).
constexpr uint32_t kMostSideAtFirst = 3;                  // before anything is learnt
constexpr std::array<uint32_t, 2> kHalfBands = {16, 10};  // columns, of the passes that learn
constexpr uint64_t kSmallPlane = 500'000;                 // cells
constexpr double kWeakShare = 0.05;     // of the beads, from which more passes are worth their time
constexpr double kShrinks = 0.9;        // what is weak, by a pass that helped
constexpr std::size_t kMostPasses = 6;  // for documents with stretches that nothing spoke for
// Of an entry worth keeping; chosen as the weight of a lexicon was (align/lexicon_weight.cc). Lower
// ones keep twice the entries and help no more.
constexpr float kLeastCount = 0.2F;
constexpr float kLeastProbability = 0.02F;

bool is_small(const SentencePair& pair) {
  return uint64_t{pair.original.size()} * pair.translation.size() <= kSmallPlane;
}

// Of a document that was not looked at as a whole; empty for others.
std::vector<bool> weak_stretches(const SentencePair& pair, const std::vector<Bead>& beads) {
  return is_small(pair) ? std::vector<bool>() : weak_beads(beads);
}

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
    const std::vector<bool> weak = weak_stretches(documents[d], beads[d]);
    std::size_t at = 0;
    for (const Bead& bead : beads[d]) {
      const bool teaches = weak.empty() || !weak[at++];
      if (teaches && bead.original_end > before.original_end &&
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

// Calls `work` with each index below `count`, on so many threads at once, in no certain order. What
// it throws is thrown here.
void for_each_index(std::size_t count, uint32_t threads,
                    const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t index = next++; index < count; index = next++) work(index);
  };
  std::vector<std::future<void>> others;
  for (std::size_t t = 1; t < std::min<std::size_t>(threads, count); ++t) {
    others.push_back(std::async(std::launch::async, take));
  }
  take();
  for (std::future<void>& other : others) other.get();
}

struct Learnt {
  WordRows there;
  WordRows back;  // by word of the translation
};

Learnt learn(std::span<const SentencePair> documents, const std::vector<std::vector<Bead>>& beads,
             const WordPriors& priors, uint32_t threads) {
  const Teaching teaching = teaching_of(documents, beads);
  const VocabularySizes sizes{priors.there.totals.size(), priors.back.totals.size()};
  Learnt learnt;
  for_each_index(2, threads, [&](std::size_t way) {
    if (way == 0) {
      learnt.there = learn_translations(teaching.there, sizes, priors.there);
    } else {
      learnt.back = learn_translations(teaching.back, {sizes.target, sizes.source}, priors.back);
    }
  });
  return learnt;
}

struct Telling {
  const std::vector<float>& original;
  const std::vector<float>& translation;
};

// A ratio that a missing passage does not touch, unlike that of the whole.
PairLengths lengths_by_median(const SentencePair& pair) {
  const auto middle = [](std::vector<float> lengths) {
    const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), at, lengths.end());
    return *at + 1;
  };
  PairLengths lengths;
  if (pair.original.lengths.empty() || pair.translation.lengths.empty()) return lengths;
  lengths.all.log_ratio =
      std::log(middle(pair.translation.lengths) / middle(pair.original.lengths));
  lengths.open = lengths.all;
  return lengths;
}

// The first or last sentences of both sides.
SentenceSide some_of(const SentenceSide& side, std::size_t begin, std::size_t end) {
  SentenceSide some;
  some.lengths.assign(side.lengths.begin() + static_cast<std::ptrdiff_t>(begin),
                      side.lengths.begin() + static_cast<std::ptrdiff_t>(end));
  some.open.assign(side.open.begin() + static_cast<std::ptrdiff_t>(begin),
                   side.open.begin() + static_cast<std::ptrdiff_t>(end));
  for (std::size_t i = begin; i <= end; ++i) {
    some.first.push_back(side.first[i] - side.first[begin]);
  }
  some.words.assign(side.words.begin() + side.first[begin], side.words.begin() + side.first[end]);
  return some;
}

// The lengths of a large document, tried at its ends: as the whole has them, or the middle
// sentence.
PairLengths lengths_by_trial(const SentencePair& pair, const WordModel& model,
                             const Telling& telling) {
  constexpr std::size_t kTried = 250;  // sentences
  const std::vector<Bead> nothing;
  const std::array<PairLengths, 2> ways = {fit_lengths(pair, nothing), lengths_by_median(pair)};
  std::array<double, 2> costs = {0, 0};
  for (const bool head : {true, false}) {
    const std::size_t n = pair.original.size();
    const std::size_t m = pair.translation.size();
    const std::size_t a = std::min(n, kTried);
    const std::size_t b = std::min(m, kTried);
    const SentenceSide original = some_of(pair.original, head ? 0 : n - a, head ? a : n);
    const SentenceSide translation = some_of(pair.translation, head ? 0 : m - b, head ? b : m);
    for (std::size_t way = 0; way < 2; ++way) {
      const Band band = whole_band(static_cast<uint32_t>(a), static_cast<uint32_t>(b));
      const auto beads = cheapest_beads({{original, translation},
                                         model,
                                         band,
                                         nothing,
                                         telling.original,
                                         telling.translation,
                                         ways[way],
                                         2,
                                         true});
      for (const Bead& bead : beads) costs[way] += bead.cost_nats;
    }
  }
  return costs[1] < costs[0] ? ways[1] : ways[0];
}

// By lengths and the few words that tell something before anything is learnt: all over the plane
// where it is small, else near the straight line or the words that are alike.
std::vector<Bead> first_beads(const SentencePair& pair, const WordModel& model,
                              const Telling& telling, uint32_t most_side) {
  const auto n = static_cast<uint32_t>(pair.original.size());
  const auto m = static_cast<uint32_t>(pair.translation.size());
  const std::vector<Bead> nothing;
  if (is_small(pair)) {
    return cheapest_beads({pair, model, whole_band(n, m), nothing, telling.original,
                           telling.translation, fit_lengths(pair, nothing), most_side});
  }
  const SentenceSide original = reduced(pair.original, telling.original);
  const SentenceSide translation = reduced(pair.translation, telling.translation);
  const SentencePair few{original, translation};
  const Band band = anchored_band(original, translation, model.there);
  return cheapest_beads({few, model, band, nothing, telling.original, telling.translation,
                         lengths_by_trial(few, model, telling), most_side});
}

std::vector<Bead> next_beads(const SentencePair& pair, const WordModel& model,
                             const Telling& telling, uint32_t most_side, std::size_t pass,
                             const std::vector<Bead>& before, std::vector<double>* posteriors,
                             std::vector<Crossing>* crossings) {
  const auto n = static_cast<uint32_t>(pair.original.size());
  const auto m = static_cast<uint32_t>(pair.translation.size());
  const std::vector<bool> weak = pass > 1 ? weak_stretches(pair, before) : std::vector<bool>();
  const Band band =
      band_around(before, n, m, kHalfBands[std::min(pass, kHalfBands.size()) - 1], weak);
  const SentenceTask task{pair,
                          model,
                          band,
                          before,
                          telling.original,
                          telling.translation,
                          fit_lengths(pair, before),
                          most_side,
                          true};
  std::vector<Bead> beads = cheapest_beads(task);
  if (posteriors != nullptr) *posteriors = bead_posteriors(task, beads);
  if (crossings != nullptr) *crossings = crossing_sentences(task, beads, posteriors);
  return beads;
}

// Beads in weak stretches of the documents that have many.
std::size_t count_weak(std::span<const SentencePair> documents,
                       const std::vector<std::vector<Bead>>& beads) {
  std::size_t all = 0;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const std::vector<bool> weak = weak_stretches(documents[d], beads[d]);
    const auto count = static_cast<std::size_t>(std::count(weak.begin(), weak.end(), true));
    if (static_cast<double>(count) > kWeakShare * static_cast<double>(weak.size())) all += count;
  }
  return all;
}

}  // namespace

std::vector<std::vector<Bead>> align_documents(std::span<const SentencePair> documents,
                                               const Vocabulary& original,
                                               const Vocabulary& translation,
                                               const SentenceOptions& options) {
  const WordPriors priors = word_priors(original, translation, options.lexicon);
  std::vector<std::vector<Bead>> beads(documents.size());
  if (options.crossings != nullptr) options.crossings->assign(documents.size(), {});
  if (options.posteriors != nullptr) options.posteriors->assign(documents.size(), {});
  WordModel model{priors.there, transposed(priors.back, original.size())};
  std::size_t passes = kHalfBands.size();
  std::size_t weak = SIZE_MAX;
  for (std::size_t pass = 0; pass <= passes; ++pass) {
    // Nothing is learnt yet: only what is alike or in the lexicon speaks.
    const uint32_t least = pass == 0 ? UINT32_MAX : 2;
    const auto original_surprise = word_surprise(original, priors.there, least);
    const auto translation_surprise = word_surprise(translation, priors.back, least);
    if (pass > 0) {
      Learnt learnt = learn(documents, beads, priors, options.threads);
      model = {std::move(learnt.there), transposed(learnt.back, original.size())};
    }
    const uint32_t most_side =
        pass == 0 ? std::min(options.most_side, kMostSideAtFirst) : options.most_side;
    const Telling telling{original_surprise, translation_surprise};
    for_each_index(documents.size(), options.threads, [&](std::size_t d) {
      const SentencePair& pair = documents[d];
      const bool last = options.posteriors != nullptr && pass == passes;
      const bool cross = options.crossings != nullptr && pass == passes;
      beads[d] = pass == 0 ? first_beads(pair, model, telling, most_side)
                           : next_beads(pair, model, telling, most_side, pass, beads[d],
                                        last ? &(*options.posteriors)[d] : nullptr,
                                        cross ? &(*options.crossings)[d] : nullptr);
    });
    // Where a stretch was looked for anew, what it says has to be learnt, as long as that helps.
    if (pass == 0 || pass != passes - 1 || passes == kMostPasses) continue;
    const std::size_t weak_now = count_weak(documents, beads);
    const bool shrinks = static_cast<double>(weak_now) < kShrinks * static_cast<double>(weak);
    if (weak_now > 0 && shrinks) ++passes;
    weak = weak_now;
  }
  return beads;
}

std::vector<LexiconEntry> learn_lexicon(std::span<const SentencePair> documents,
                                        const std::vector<std::vector<Bead>>& beads,
                                        const Vocabulary& original, const Vocabulary& translation,
                                        std::span<const LexiconEntry> known) {
  const WordPriors priors = word_priors(original, translation, known);
  const Learnt learnt = learn(documents, beads, priors, 1);
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
