#include "align/association.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "align/sentence_side.h"
#include "text/characters.h"
#include "text/folding.h"
#include "text/words.h"

namespace synoptic {

namespace {

constexpr double kLambda = 0.4;
constexpr float kAlike = 0.3F;          // p of a word written alike on both sides
constexpr std::size_t kLeastAlike = 3;  // characters
constexpr double kDamping = 0.6;
constexpr int kIterations = 4;
constexpr double kLeastProbability = 0.02;
constexpr double kMostCommon = 0.6;      // words of more units than this share say nothing
constexpr std::size_t kMostWords = 120;  // of one unit

}  // namespace

namespace {

WordSets all_words(const Document& document) {
  WordSets sets;
  std::unordered_map<std::string, uint32_t> ids;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    std::vector<uint32_t>& words = sets.of_unit.emplace_back();
    for (const Term& term : search_terms(document.text_of(unit), TermUse::kIndex)) {
      if (words.size() >= kMostWords) break;
      const auto [entry, added] =
          ids.try_emplace(std::string(stem(term.folded)), static_cast<uint32_t>(ids.size()));
      if (added) {
        sets.unit_count.push_back(0);
        sets.stems.push_back(entry->first);
      }
      words.push_back(entry->second);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const uint32_t word : words) ++sets.unit_count[word];
    sets.units_with_words += !words.empty();
  }
  return sets;
}

// For each word of `from` the one of `to` with the same stem, UINT32_MAX where there is none.
std::vector<uint32_t> words_alike(const WordSets& from, const WordSets& to) {
  std::unordered_map<std::string_view, uint32_t> ids;
  for (uint32_t id = 0; id < to.stems.size(); ++id) ids.emplace(to.stems[id], id);
  std::vector<uint32_t> alike(from.stems.size(), UINT32_MAX);
  for (uint32_t id = 0; id < alike.size(); ++id) {
    if (count_characters(from.stems[id]) < kLeastAlike) continue;
    const auto found = ids.find(from.stems[id]);
    if (found != ids.end()) alike[id] = found->second;
  }
  return alike;
}

// Drops words that most units have, and those of one unit that nothing on the other side is like.
void keep_telling_words(WordSets& sets, const WordSets& other) {
  const std::vector<uint32_t> alike = words_alike(sets, other);
  const auto most = static_cast<uint32_t>(kMostCommon * sets.units_with_words) + 1;
  for (auto& words : sets.of_unit) {
    std::erase_if(words, [&](uint32_t word) {
      return sets.unit_count[word] > most ||
             (sets.unit_count[word] < 2 && alike[word] == UINT32_MAX);
    });
  }
}

}  // namespace

std::pair<WordSets, WordSets> word_sets(const Document& original, const Document& translation) {
  std::pair<WordSets, WordSets> sets = {all_words(original), all_words(translation)};
  keep_telling_words(sets.first, sets.second);
  keep_telling_words(sets.second, sets.first);
  return sets;
}

Association::Association(const WordSets& original, const WordSets& translation,
                         const std::vector<std::pair<UnitId, UnitId>>& pairs)
    : forward_{&original, &translation, words_alike(original, translation), {}},
      backward_{&translation, &original, words_alike(translation, original), {}},
      fold_(original.of_unit.size(), 0) {
  for (UnitId unit = 0; unit < fold_.size(); ++unit) fold_[unit] = unit % kFolds;
  learn(forward_, pairs);
  std::vector<std::pair<UnitId, UnitId>> reversed;
  for (const auto& [o, t] : pairs) reversed.emplace_back(t, o);
  learn(backward_, reversed);
}

void Association::learn(Direction& direction,
                        const std::vector<std::pair<UnitId, UnitId>>& pairs) const {
  // One cell for each pair of words that meet; each unit pair lists its cells row by row.
  struct Cell {
    uint32_t source;
    uint32_t target;
  };
  std::vector<Cell> cells;
  std::unordered_map<uint64_t, uint32_t> cell_ids;
  std::vector<uint32_t> grid;
  std::vector<std::size_t> grid_begin;
  for (const auto& [s, t] : pairs) {
    grid_begin.push_back(grid.size());
    for (const uint32_t target : direction.target->of_unit[t]) {
      for (const uint32_t source : direction.source->of_unit[s]) {
        const uint64_t key = (uint64_t{source} << 32) | target;
        const auto [entry, added] = cell_ids.try_emplace(key, static_cast<uint32_t>(cells.size()));
        if (added) cells.push_back({source, target});
        grid.push_back(entry->second);
      }
    }
  }
  std::vector<uint32_t> order(cells.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return std::pair(cells[a].source, cells[a].target) <
           std::pair(cells[b].source, cells[b].target);
  });
  const std::size_t sources = direction.source->unit_count.size();
  for (uint32_t fold = 0; fold < kFolds; ++fold) {
    std::vector<float> probability(cells.size(), 1.0F);
    std::vector<float> count(cells.size());
    std::vector<float> total(sources);
    for (int iteration = 0; iteration < kIterations; ++iteration) {
      std::fill(count.begin(), count.end(), 0.0F);
      for (std::size_t p = 0; p < pairs.size(); ++p) {
        const UnitId original =
            direction.source == forward_.source ? pairs[p].first : pairs[p].second;
        if (fold_of(original) == fold) continue;
        const std::size_t rows = direction.target->of_unit[pairs[p].second].size();
        const std::size_t columns = direction.source->of_unit[pairs[p].first].size();
        for (std::size_t r = 0; r < rows; ++r) {
          const uint32_t* row = grid.data() + grid_begin[p] + r * columns;
          float sum = 1e-6F;
          for (std::size_t c = 0; c < columns; ++c) sum += probability[row[c]];
          for (std::size_t c = 0; c < columns; ++c) count[row[c]] += probability[row[c]] / sum;
        }
      }
      std::fill(total.begin(), total.end(), 0.0F);
      for (std::size_t i = 0; i < cells.size(); ++i) total[cells[i].source] += count[i];
      for (std::size_t i = 0; i < cells.size(); ++i) {
        // One more sighting than there was, so that a word seen once promises little.
        probability[i] = count[i] / (total[cells[i].source] + 0.5F);
      }
    }
    Table& table = direction.tables[fold];
    table.first.assign(sources + 1, 0);
    for (const uint32_t i : order) {
      if (probability[i] < kLeastProbability) continue;
      ++table.first[cells[i].source + 1];
      table.target.push_back(cells[i].target);
      table.probability.push_back(probability[i]);
    }
    for (std::size_t s = 0; s < sources; ++s) table.first[s + 1] += table.first[s];
  }
}

void Association::expect(const Direction& direction, uint32_t fold, UnitId from,
                         Expected& expected) {
  for (const uint32_t word : expected.touched) expected.count[word] = 0;
  expected.touched.clear();
  const Table& table = direction.tables[fold];
  for (const uint32_t source : direction.source->of_unit[from]) {
    for (uint32_t i = table.first[source]; i < table.first[source + 1]; ++i) {
      expected.count[table.target[i]] += table.probability[i];
      expected.touched.push_back(table.target[i]);
    }
    const uint32_t same = direction.same[source];
    if (same == kNoWord) continue;
    expected.count[same] = std::max(expected.count[same], kAlike);
    expected.touched.push_back(same);
  }
}

std::vector<double> Association::scores(UnitId unit, const std::vector<UnitId>& candidates) const {
  const uint32_t fold = fold_of(unit);
  // Words without any translation in the fold say nothing either way.
  const auto score = [](const Direction& direction, const std::vector<uint32_t>& words,
                        const Expected& expected) {
    const double unexpected = std::log(1 - kLambda);
    double sum = 0;
    for (const uint32_t word : words) {
      if (expected.count[word] == 0) {
        sum += unexpected;
        continue;
      }
      const double share = static_cast<double>(direction.target->unit_count[word]) /
                           std::max(1U, direction.target->units_with_words);
      sum += std::log(kLambda * std::min(1.0F, expected.count[word]) / share + 1 - kLambda);
    }
    return sum;
  };
  Expected there{std::vector<float>(forward_.target->unit_count.size()), {}};
  Expected back{std::vector<float>(backward_.target->unit_count.size()), {}};
  expect(forward_, fold, unit, there);
  std::vector<double> all;
  for (const UnitId candidate : candidates) {
    const double forward = score(forward_, forward_.target->of_unit[candidate], there);
    expect(backward_, fold, candidate, back);
    const double backward = score(backward_, backward_.target->of_unit[unit], back);
    all.push_back(kDamping * (forward + backward) / 2);
  }
  return all;
}

double Association::overlap(UnitId a, UnitId b) const {
  const std::vector<uint32_t>& left = forward_.source->of_unit[a];
  const std::vector<uint32_t>& right = forward_.source->of_unit[b];
  constexpr std::size_t kFewWords = 4;
  if (std::min(left.size(), right.size()) < kFewWords) return 0;
  std::vector<uint32_t> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  return static_cast<double>(common.size()) /
         static_cast<double>(std::min(left.size(), right.size()));
}

}  // namespace synoptic
