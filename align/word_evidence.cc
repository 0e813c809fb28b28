#include "align/word_evidence.h"

#include <algorithm>

namespace synoptic {

namespace {

constexpr float kSmoothing = 0.5F;
constexpr std::size_t kManyPartners = 1500;

}  // namespace

WordEvidence::WordEvidence(const WordModel& model, const SentenceSide& original,
                           const SentenceSide& translation)
    : model_(model),
      original_(original),
      translation_(translation),
      expected_(model.back.totals.size(), 0.0F),
      dense_(model.back.totals.size(), 0.0F) {
  for (uint32_t word = 0; word + 1 < model.back.first.size(); ++word) {
    const auto entries = model.back.row(word);
    if (entries.size() < kManyPartners) continue;
    std::vector<float>& probability = spread_out_[word];
    probability.assign(model.back.totals.size(), 0.0F);
    for (const WordCount& entry : entries) {
      probability[entry.word] = entry.count / (model.back.totals[entry.word] + kSmoothing);
    }
  }
}

void WordEvidence::enter(const TaughtBead& taught) {
  entered_ = &taught;
  const auto words = [](const SentenceSide& side, uint32_t begin, uint32_t end) {
    std::vector<uint32_t> all(side.words.begin() + side.first[begin],
                              side.words.begin() + side.first[end]);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  };
  own_words_ = words(translation_, taught.translation_begin, taught.translation_end);
  own_sources_ = words(original_, taught.original_begin, taught.original_end);
  own_there_.assign(own_words_.size(), 1e-6F);
  own_back_total_.assign(own_words_.size(), 0.0F);
  own_back_norm_.assign(own_sources_.size(), 1e-6F);
  std::vector<float> back(own_words_.size());
  for (std::size_t s = 0; s < own_sources_.size(); ++s) {
    const uint32_t source = own_sources_[s];
    const float total = model_.there.totals[source] + kSmoothing;
    for (std::size_t t = 0; t < own_words_.size(); ++t) {
      const uint32_t word = own_words_[t];
      own_there_[t] += model_.there.count(source, word) / total;
      back[t] = model_.back.count(source, word) / (model_.back.totals[word] + kSmoothing);
      own_back_norm_[s] += back[t];
    }
    for (std::size_t t = 0; t < own_words_.size(); ++t) {
      own_back_total_[t] += back[t] / own_back_norm_[s];
    }
  }
}

// Adds what `word` of the original leads to expect.
void WordEvidence::spread_there(uint32_t word) {
  const auto row = model_.there.row(word);
  const float total = model_.there.totals[word];
  float own_total = 0;
  for (const WordCount& entry : row) dense_[entry.word] = entry.count;
  if (entered_) {
    for (std::size_t t = 0; t < own_words_.size(); ++t) {
      float& count = dense_[own_words_[t]];
      if (count <= 0) continue;
      const float own = count / (total + kSmoothing) / own_there_[t];
      count = std::max(0.0F, count - own);
      own_total += own;
    }
  }
  const float rest = std::max(0.0F, total - own_total) + kSmoothing;
  for (const WordCount& entry : row) {
    float& expected = expected_[entry.word];
    if (expected == 0) touched_.push_back(entry.word);
    expected += dense_[entry.word] / rest;
    dense_[entry.word] = 0;
  }
}

// Takes what the bead taught of `word` out of `probability`; kept_ holds what was there.
void WordEvidence::leave_out(uint32_t word, std::vector<float>& probability) {
  const auto source = std::lower_bound(own_sources_.begin(), own_sources_.end(), word);
  const float norm = own_back_norm_[static_cast<std::size_t>(source - own_sources_.begin())];
  kept_.resize(own_words_.size());
  for (std::size_t t = 0; t < own_words_.size(); ++t) {
    float& here = probability[own_words_[t]];
    kept_[t] = here;
    if (here <= 0) continue;
    const float total = model_.back.totals[own_words_[t]];
    const float count = here * (total + kSmoothing) - here / norm;
    here = std::max(0.0F, count) / (std::max(0.0F, total - own_back_total_[t]) + kSmoothing);
  }
}

void WordEvidence::spread_back(uint32_t word, std::size_t at, EvidenceRow& row, std::size_t words) {
  const auto entries = model_.back.row(word);
  if (entries.empty()) return;
  const auto kept_spread = spread_out_.find(word);
  const bool is_kept = kept_spread != spread_out_.end();
  std::vector<float>& probability = is_kept ? kept_spread->second : dense_;
  if (!is_kept) {
    for (const WordCount& entry : entries) {
      dense_[entry.word] = entry.count / (model_.back.totals[entry.word] + kSmoothing);
    }
  }
  if (entered_) leave_out(word, probability);
  for (std::size_t j = row.first; j < row.last; ++j) {
    float sum = 0;
    for (const uint32_t target : translation_.of(j)) sum += probability[target];
    row.back[(j - row.first) * words + at] = sum;
  }
  if (!is_kept) {
    for (const WordCount& entry : entries) dense_[entry.word] = 0;
  } else if (entered_) {
    for (std::size_t t = 0; t < own_words_.size(); ++t) probability[own_words_[t]] = kept_[t];
  }
}

void WordEvidence::fill(std::size_t i, const TaughtBead* taught, EvidenceRow& row) {
  if (taught == nullptr) {
    entered_ = nullptr;
  } else if (taught != entered_) {
    enter(*taught);
  }
  const auto words = original_.of(i);
  const uint32_t begin = translation_.first[row.first];
  row.there.resize(translation_.first[row.last] - begin);
  row.back.assign((row.last - row.first) * words.size(), 0.0F);
  for (const uint32_t word : words) spread_there(word);
  for (std::size_t k = 0; k < row.there.size(); ++k) {
    row.there[k] = expected_[translation_.words[begin + k]];
  }
  for (const uint32_t word : touched_) expected_[word] = 0;
  touched_.clear();
  for (std::size_t s = 0; s < words.size(); ++s) spread_back(words[s], s, row, words.size());
}

}  // namespace synoptic
