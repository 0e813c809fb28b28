#include "align/sentence_programme.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "align/gap_prices.h"

namespace synoptic {

namespace {

// Nats and shares; fitted on textberg-dev, hun-dtm and part of laws-ca-nolabel, checked on ctk,
// parice and the Bible.
constexpr std::size_t kMostSide = 4;
constexpr float kLambda = 0.1F;   // share of words that are translations of single words
constexpr float kDamping = 0.5F;  // words of a sentence are no independent witnesses
constexpr float kFreedom = 4;     // degrees of Student's t
constexpr float kShortTextVariance = 4.0;
constexpr float kLengthWeight = 2.5F;
constexpr std::array<std::array<double, kMostSide + 1>, kMostSide + 1> kPrior = {{
    {0, 0, 0, 0, 0},
    {0, 0.12, 3.0, 5.6, 7.0},
    {0, 3.0, 5.8, 7.0, 8.0},
    {0, 5.6, 7.0, 8.0, 9.0},
    {0, 7.0, 8.0, 9.0, 10.0},
}};
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// log(x) for x > 0, to 1e-4 (a minimax polynomial of the mantissa).
inline float quick_log(float x) {
  const auto bits = std::bit_cast<uint32_t>(x);
  const auto exponent = static_cast<float>(static_cast<int32_t>(bits >> 23) - 127);
  const float m = std::bit_cast<float>((bits & 0x7FFFFFU) | 0x3F800000U);
  const float mantissa =
      -1.7417939F + (2.8212026F + (-1.4699568F + (0.44717955F - 0.056570851F * m) * m) * m) * m;
  return 0.69314718F * exponent + mantissa;
}

// The sum over some words of log(surprise * expected + 1 - lambda): `surprise` is lambda / p0 of
// each, 0 for a word that says nothing.  In lanes, so that a compiler can take several at a time.
float word_scores(const float* expected, const float* surprise, std::size_t count, float share) {
  constexpr std::size_t kLanes = 8;
  const auto score = [share](float expectation, float weight) {
    const float odds = weight * expectation * share + 1 - kLambda;
    return quick_log(weight == 0 ? 1.0F : odds);
  };
  std::array<float, kLanes> sums{};
  std::size_t k = 0;
  for (; k + kLanes <= count; k += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      sums[lane] += score(expected[k + lane], surprise[k + lane]);
    }
  }
  float total = 0;
  for (; k < count; ++k) total += score(expected[k], surprise[k]);
  for (const float sum : sums) total += sum;
  return total;
}

// One pass over one document.
class Programme {
 public:
  explicit Programme(const SentenceTask& task)
      : task_(task),
        original_(task.pair.original),
        translation_(task.pair.translation),
        band_(task.band),
        evidence_(task.model, original_, translation_) {
    set_taught(task.taught);
    for (const uint32_t word : original_.words) {
      original_surprise_.push_back(task.original_surprise[word]);
    }
    for (const uint32_t word : translation_.words) {
      translation_surprise_.push_back(task.translation_surprise[word]);
    }
    original_length_.push_back(0);
    for (const float length : original_.lengths) {
      original_length_.push_back(original_length_.back() + length);
    }
    translation_length_.push_back(0);
    for (const float length : translation_.lengths) {
      translation_length_.push_back(translation_length_.back() + length);
    }
    set_translation_lengths();
  }

  std::vector<Bead> run() {
    fill();
    return trace();
  }

  CellTotals totals() {
    fill();
    return {task_.band, std::move(offset_), std::move(totals_)};
  }

 private:
  void fill() {
    const auto n = static_cast<uint32_t>(original_.size());
    offset_.push_back(0);
    for (uint32_t i = 0; i <= n; ++i) {
      offset_.push_back(offset_.back() + band_.last[i] - band_.first[i] + 1);
    }
    steps_.resize(offset_.back());
    for (uint32_t i = 0; i <= n; ++i) {
      Row& row = rows_[i % kRows];
      row.cost.assign(band_.last[i] - band_.first[i] + 1, {kInfinity, kInfinity, kInfinity});
      if (i > 0) see_sentence(i - 1);
      set_original_lengths(i);
      if (i == 0) row.cost[0] = {0, kInfinity, kInfinity};
      for (uint32_t j = band_.first[i]; j <= band_.last[i]; ++j) relax(i, j);
      if (task_.costs) totals_.insert(totals_.end(), row.cost.begin(), row.cost.end());
    }
  }

  static constexpr std::size_t kRows = kMostSide + 1;
  enum State : uint8_t { kJoined, kGap, kLongGap, kStates };
  using Costs = CellCosts;

  struct Row {
    std::vector<Costs> cost;  // by column
    EvidenceRow evidence;     // of the sentence that ends here
    // There: sums over the words of the translation's sentences, for beads that end here with a
    // sentences of the original; running over the columns.
    std::array<std::vector<float>, kMostSide + 1> there;
    // Back: by column, sums over the words of the one sentence that ends here, for b sentences.
    std::array<std::vector<float>, kMostSide + 1> back;
  };

  // How each state of a cell was reached.
  struct Step {
    uint8_t sides[kStates] = {0, 0, 0};  // a * 16 + b
    uint8_t from = 0;                    // two bits a state: the state before
  };
  static State state_before(const Step& step, State state) {
    return static_cast<State>((step.from >> (2 * state)) & 3);
  }

  void set_taught(const std::vector<Bead>& beads) {
    Bead before;
    for (const Bead& bead : beads) {
      if (bead.original_end > before.original_end &&
          bead.translation_end > before.translation_end) {
        taught_.push_back(
            {before.original_end, bead.original_end, before.translation_end, bead.translation_end});
      }
      before = bead;
    }
    taught_of_.assign(original_.size(), UINT32_MAX);
    for (uint32_t t = 0; t < taught_.size(); ++t) {
      for (uint32_t i = taught_[t].original_begin; i < taught_[t].original_end; ++i) {
        taught_of_[i] = t;
      }
    }
  }

  // Words of sentence i against the columns of rows i and i + 1.
  void see_sentence(uint32_t i) {
    Row& row = rows_[(i + 1) % kRows];
    // Beads that end in a later row may use this sentence from an earlier column on.
    row.evidence.first = band_.first[i >= kMostSide ? i + 1 - kMostSide : 0];
    row.evidence.last = band_.last[std::min<std::size_t>(i + kMostSide, original_.size())];
    const uint32_t taught = taught_of_[i];
    evidence_.fill(i, taught == UINT32_MAX ? nullptr : &taught_[taught], row.evidence);
    sum_back(i, row);
    for (uint32_t a = 1; a <= std::min<uint32_t>(task_.most_side, i + 1); ++a) sum_there(i, a);
  }

  void sum_back(uint32_t i, Row& row) const {
    const std::size_t words = original_.of(i).size();
    const float* surprise = original_surprise_.data() + original_.first[i];
    const std::size_t columns = row.evidence.last - row.evidence.first;
    for (uint32_t b = 1; b <= task_.most_side; ++b) row.back[b].assign(columns + 1, 0.0F);
    std::vector<float> sums(words);
    for (std::size_t end = 1; end <= columns; ++end) {
      std::fill(sums.begin(), sums.end(), 0.0F);
      std::size_t others = 0;
      for (uint32_t b = 1; b <= std::min<std::size_t>(task_.most_side, end); ++b) {
        const float* back = row.evidence.back.data() + (end - b) * words;
        for (std::size_t s = 0; s < words; ++s) sums[s] += back[s];
        others += translation_.of(row.evidence.first + end - b).size();
        row.back[b][end] =
            word_scores(sums.data(), surprise, words, 1.0F / static_cast<float>(others + 1));
      }
    }
  }

  // Over the last `a` sentences, of which i is the last.
  void sum_there(uint32_t i, uint32_t a) {
    Row& row = rows_[(i + 1) % kRows];
    const std::size_t first = row.evidence.first;
    const std::size_t columns = row.evidence.last - first;
    std::vector<float>& sums = row.there[a];
    sums.assign(columns + 1, 0.0F);
    const uint32_t begin = translation_.first[first];
    const std::size_t others = original_.first[i + 1] - original_.first[i + 1 - a];
    const float share = 1.0F / static_cast<float>(others + 1);
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t j = first + column;
      const uint32_t from = translation_.first[j];
      const uint32_t words = translation_.first[j + 1] - from;
      expected_.assign(row.evidence.there.begin() + (from - begin),
                       row.evidence.there.begin() + (from - begin + words));
      for (uint32_t back = 1; back < a; ++back) {
        const EvidenceRow& other = rows_[(i + 1 - back) % kRows].evidence;
        if (j >= other.last || j < other.first) continue;
        const float* there = other.there.data() + (from - translation_.first[other.first]);
        for (uint32_t k = 0; k < words; ++k) expected_[k] += there[k];
      }
      sums[column + 1] =
          sums[column] +
          word_scores(expected_.data(), translation_surprise_.data() + from, words, share);
    }
  }

  bool inside(uint32_t i, uint32_t j) const { return j >= band_.first[i] && j <= band_.last[i]; }

  void relax(uint32_t i, uint32_t j) {
    auto& here = rows_[i % kRows].cost[j - band_.first[i]];
    Step& step = steps_[offset_[i] + j - band_.first[i]];
    const auto reach = [&](State state, double cost, uint8_t sides, State before) {
      if (task_.all_ways) {
        here[state] = of_either(here[state], cost);
        return;
      }
      if (cost >= here[state]) return;
      here[state] = cost;
      step.sides[state] = sides;
      step.from = static_cast<uint8_t>((step.from & ~(3 << (2 * state))) | (before << (2 * state)));
    };
    const auto gap = [&](uint32_t p, uint32_t q, uint8_t sides) {
      const Costs& before = rows_[p % kRows].cost[q - band_.first[p]];
      reach(kGap, before[kJoined] + kGapOpens, sides, kJoined);
      reach(kGap, before[kGap] + kGapRuns, sides, kGap);
      reach(kLongGap, before[kJoined] + kGapOpens + kLongGapOpens, sides, kJoined);
      reach(kLongGap,
            before[kLongGap] + (task_.taught.empty() ? kLongGapRunsAtFirst : kLongGapRuns), sides,
            kLongGap);
    };
    if (i > 0 && inside(i - 1, j)) gap(i - 1, j, 0x10);
    if (j > 0 && inside(i, j - 1)) gap(i, j - 1, 0x01);
    for (uint32_t a = 1; a <= std::min(i, task_.most_side); ++a) {
      const auto& cost = rows_[(i - a) % kRows].cost;
      for (uint32_t b = 1; b <= std::min(j, task_.most_side); ++b) {
        if (!inside(i - a, j - b)) continue;
        const Costs& before = cost[j - b - band_.first[i - a]];
        const auto least = std::min_element(before.begin(), before.end());
        if (*least == kInfinity) continue;
        const double come = task_.all_ways ? of_any(before) : *least;
        reach(kJoined, come + bead_cost(i, j, a, b), static_cast<uint8_t>(a * 16 + b),
              static_cast<State>(least - before.begin()));
      }
    }
  }

  double bead_cost(uint32_t i, uint32_t j, uint32_t a, uint32_t b) const {
    double cost = kPrior[a][b] + kLengthWeight * length_cost(i, j, a, b);

    const Row& row = rows_[i % kRows];
    const std::size_t first = row.evidence.first;
    float words = 0;
    if (j - b >= first && j <= row.evidence.last) {
      words += row.there[a][j - first] - row.there[a][j - b - first];
    }
    for (uint32_t r = 0; r < a; ++r) {
      const Row& other = rows_[(i - r) % kRows];
      const std::size_t column = j - other.evidence.first;
      if (j >= other.evidence.first + b && j <= other.evidence.last) words += other.back[b][column];
    }
    return cost - kDamping * words;
  }

  // What the lengths of a original sentences before `i` say, the same for all columns.
  struct OriginalLength {
    float log = 0;  // with the ratio of the two languages
    float steepness = 0;
  };

  void set_original_lengths(uint32_t i) {
    for (uint32_t a = 1; a <= std::min(i, task_.most_side); ++a) {
      const float length = original_length_[i] - original_length_[i - a];
      const auto spread = static_cast<float>(task_.lengths.all.spread);
      const float variance = spread * spread + kShortTextVariance / (1 + length);
      original_lengths_[a] = {
          quick_log(length + 1) + static_cast<float>(task_.lengths.all.log_ratio),
          1 / (variance * kFreedom)};
      if (a > 1) continue;
      const auto open = static_cast<float>(task_.lengths.open.spread);
      original_lengths_[0] = {
          quick_log(length + 1) + static_cast<float>(task_.lengths.open.log_ratio),
          1 / ((open * open + kShortTextVariance / (1 + length)) * kFreedom)};
    }
  }

  void set_translation_lengths() {
    const std::size_t m = translation_.size();
    translation_logs_.resize((m + 1) * kMostSide);
    for (std::size_t j = 1; j <= m; ++j) {
      for (std::size_t b = 1; b <= std::min(j, kMostSide); ++b) {
        translation_logs_[j * kMostSide + b - 1] =
            quick_log(translation_length_[j] - translation_length_[j - b] + 1);
      }
    }
  }

  float length_cost(uint32_t i, uint32_t j, uint32_t a, uint32_t b) const {
    const bool open = a == 1 && b == 1 && original_.open[i - 1] && translation_.open[j - 1];
    const OriginalLength& original = original_lengths_[open ? 0 : a];
    const float away = translation_logs_[j * kMostSide + b - 1] - original.log;
    return (kFreedom + 1) / 2 * quick_log(1 + away * away * original.steepness);
  }

  double total(uint32_t i, uint32_t j, State state) const {
    if (!task_.costs) return 0;
    return totals_[offset_[i] + j - band_.first[i]][state];
  }

  std::vector<Bead> trace() const {
    std::vector<Bead> beads;
    auto i = static_cast<uint32_t>(original_.size());
    auto j = static_cast<uint32_t>(translation_.size());
    const Costs& end = rows_[i % kRows].cost[j - band_.first[i]];
    auto state = static_cast<State>(std::min_element(end.begin(), end.end()) - end.begin());
    while (i > 0 || j > 0) {
      const Step& step = steps_[offset_[i] + j - band_.first[i]];
      const uint8_t sides = step.sides[state];
      beads.push_back({i, j, total(i, j, state)});
      state = state_before(step, state);
      i -= sides >> 4;
      j -= sides & 15;
      beads.back().cost_nats -= total(i, j, state);
    }
    std::reverse(beads.begin(), beads.end());
    return beads;
  }

  const SentenceTask& task_;
  const SentenceSide& original_;
  const SentenceSide& translation_;
  const Band& band_;
  WordEvidence evidence_;
  std::vector<float> original_surprise_;  // of each word of its sentences
  std::vector<float> translation_surprise_;
  std::vector<float> expected_;  // of the words of one sentence
  std::vector<TaughtBead> taught_;
  std::vector<uint32_t> taught_of_;
  std::vector<float> original_length_;
  std::vector<float> translation_length_;
  std::vector<float> translation_logs_;  // by column and sentences of the bead
  std::array<OriginalLength, kMostSide + 1> original_lengths_;
  std::array<Row, kRows> rows_;
  std::vector<std::size_t> offset_;
  std::vector<Step> steps_;
  std::vector<Costs> totals_;  // of all cells, where costs are asked for
};

}  // namespace

std::vector<float> word_surprise(const Vocabulary& vocabulary, const WordRows& priors,
                                 uint32_t least) {
  std::vector<float> all;
  float words = 1;
  for (const uint32_t holders : vocabulary.holders) words += static_cast<float>(holders);
  for (uint32_t word = 0; word < vocabulary.size(); ++word) {
    const uint32_t holders = vocabulary.holders[word];
    const bool telling = holders >= least || !priors.row(word).empty();
    all.push_back(telling ? kLambda * words / (static_cast<float>(holders) + 0.5F) : 0.0F);
  }
  return all;
}

std::vector<Bead> cheapest_beads(const SentenceTask& task) { return Programme(task).run(); }

CellTotals cell_totals(const SentenceTask& task) { return Programme(task).totals(); }

}  // namespace synoptic
