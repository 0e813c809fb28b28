#include "align/word_translation.h"

#include <algorithm>

namespace synoptic {

namespace {

constexpr int kIterations = 4;
constexpr float kLeastShare = 0.004F;  // of a row's total; what is rarer is dropped
constexpr float kSmoothing = 0.5F;     // a word seen once promises little

// The pairs in which each source word stands, and their words.
struct Occurrences {
  std::vector<uint32_t> first;
  std::vector<uint32_t> pair;
};

Occurrences occurrences_of(std::span<const WordPair> pairs, std::size_t sources) {
  Occurrences all;
  all.first.assign(sources + 1, 0);
  for (const WordPair& pair : pairs) {
    for (const uint32_t word : pair.source) ++all.first[word + 1];
  }
  for (std::size_t w = 0; w < sources; ++w) all.first[w + 1] += all.first[w];
  all.pair.resize(all.first[sources]);
  std::vector<uint32_t> next(all.first.begin(), all.first.end() - 1);
  for (uint32_t p = 0; p < pairs.size(); ++p) {
    for (const uint32_t word : pairs[p].source) all.pair[next[word]++] = p;
  }
  return all;
}

class Learner {
 public:
  Learner(std::span<const WordPair> pairs, VocabularySizes sizes, const WordRows& priors)
      : pairs_(pairs),
        sizes_(sizes),
        priors_(priors),
        occurrences_(occurrences_of(pairs, sizes.source)),
        dense_(sizes.target, 0.0F) {
    offset_.push_back(0);
    for (const WordPair& pair : pairs) offset_.push_back(offset_.back() + pair.target.size());
  }

  WordRows run() {
    WordRows rows;
    for (int iteration = 0; iteration < kIterations; ++iteration) {
      set_denominators(iteration == 0 ? nullptr : &rows);
      rows = maximised(iteration == 0 ? nullptr : &rows);
    }
    return rows;
  }

 private:
  // p(target word | `source`) into dense_, over the words of the row.
  void spread(const WordRows& rows, uint32_t source) {
    const float total = rows.totals[source] + kSmoothing;
    for (const WordCount& entry : rows.row(source)) dense_[entry.word] = entry.count / total;
  }
  void clear(const WordRows& rows, uint32_t source) {
    for (const WordCount& entry : rows.row(source)) dense_[entry.word] = 0;
  }

  std::span<const uint32_t> pairs_with(uint32_t source) const {
    return std::span(occurrences_.pair)
        .subspan(occurrences_.first[source],
                 occurrences_.first[source + 1] - occurrences_.first[source]);
  }

  void set_denominators(const WordRows* rows) {
    denominators_.assign(offset_.back(), 1e-6F);
    if (rows == nullptr) {
      for (std::size_t p = 0; p < pairs_.size(); ++p) {
        for (std::size_t t = 0; t < pairs_[p].target.size(); ++t) {
          denominators_[offset_[p] + t] = static_cast<float>(pairs_[p].source.size());
        }
      }
      return;
    }
    for (uint32_t source = 0; source < sizes_.source; ++source) {
      const auto holders = pairs_with(source);
      if (holders.empty()) continue;
      spread(*rows, source);
      for (const uint32_t p : holders) {
        float* denominator = denominators_.data() + offset_[p];
        for (const uint32_t target : pairs_[p].target) *denominator++ += dense_[target];
      }
      clear(*rows, source);
    }
  }

  WordRows maximised(const WordRows* rows) {
    WordRows next;
    next.first.push_back(0);
    next.totals.assign(sizes_.source, 0);
    std::vector<float> counts(sizes_.target, 0.0F);
    std::vector<uint32_t> touched;
    for (uint32_t source = 0; source < sizes_.source; ++source) {
      if (rows) spread(*rows, source);
      touched.clear();
      const auto add = [&](uint32_t target, float count) {
        if (counts[target] == 0) touched.push_back(target);
        counts[target] += count;
      };
      for (const WordCount& prior : priors_.row(source)) add(prior.word, prior.count);
      for (const uint32_t p : pairs_with(source)) {
        const float* denominator = denominators_.data() + offset_[p];
        for (const uint32_t target : pairs_[p].target) {
          const float probability = rows ? dense_[target] : 1.0F;
          if (probability > 0) add(target, probability / *denominator);
          ++denominator;
        }
      }
      if (rows) clear(*rows, source);
      float total = 0;
      for (const uint32_t target : touched) total += counts[target];
      next.totals[source] = total;
      std::sort(touched.begin(), touched.end());
      for (const uint32_t target : touched) {
        if (counts[target] >= kLeastShare * total) next.entries.push_back({target, counts[target]});
        counts[target] = 0;
      }
      next.first.push_back(static_cast<uint32_t>(next.entries.size()));
    }
    return next;
  }

  std::span<const WordPair> pairs_;
  VocabularySizes sizes_;
  const WordRows& priors_;
  Occurrences occurrences_;
  std::vector<std::size_t> offset_;  // of each pair's denominators
  std::vector<float> denominators_;
  std::vector<float> dense_;
};

}  // namespace

float WordRows::count(uint32_t word, uint32_t other) const {
  const auto entries_of = row(word);
  const auto found =
      std::lower_bound(entries_of.begin(), entries_of.end(), other,
                       [](const WordCount& entry, uint32_t wanted) { return entry.word < wanted; });
  return found != entries_of.end() && found->word == other ? found->count : 0;
}

WordRows learn_translations(std::span<const WordPair> pairs, VocabularySizes sizes,
                            const WordRows& priors) {
  return Learner(pairs, sizes, priors).run();
}

WordRows transposed(const WordRows& rows, std::size_t targets) {
  WordRows turned;
  turned.first.assign(targets + 1, 0);
  for (const WordCount& entry : rows.entries) ++turned.first[entry.word + 1];
  for (std::size_t w = 0; w < targets; ++w) turned.first[w + 1] += turned.first[w];
  turned.entries.resize(rows.entries.size());
  turned.totals = rows.totals;
  std::vector<uint32_t> next(turned.first.begin(), turned.first.end() - 1);
  for (uint32_t source = 0; source + 1 < rows.first.size(); ++source) {
    for (const WordCount& entry : rows.row(source)) {
      turned.entries[next[entry.word]++] = {source, entry.count};
    }
  }
  return turned;
}

}  // namespace synoptic
