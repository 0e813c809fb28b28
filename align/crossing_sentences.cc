#include "align/crossing_sentences.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace synoptic {

namespace {

// Chosen on laws-ca-nolabel; the other sets have few crossings and are as they were.
constexpr uint32_t kReach = 150;    // sentences
constexpr double kDoubtful = -3.0;  // nats of a bead; a sound one costs less
constexpr double kWorth = 5.0;      // nats that a chain gains
constexpr double kBroken = 4.0;     // nats that breaking a bead costs besides

using SentencePlace =
    std::pair<uint32_t, uint32_t>;  // sentence of the original, of the translation

// What a bead runs over.
struct BeadSides {
  uint32_t original_begin = 0;
  uint32_t original_end = 0;
  uint32_t translation_begin = 0;
  uint32_t translation_end = 0;

  bool gap() const {
    return original_begin == original_end || translation_begin == translation_end;
  }
};

std::vector<BeadSides> sides_of(const std::vector<Bead>& beads) {
  std::vector<BeadSides> sides;
  Bead before;
  for (const Bead& bead : beads) {
    sides.push_back(
        {before.original_end, bead.original_end, before.translation_end, bead.translation_end});
    before = bead;
  }
  return sides;
}

// Beads seen from their sentences.
struct BeadPlaces {
  std::vector<uint32_t> of_original;  // number of the bead
  std::vector<uint32_t> of_translation;
  std::vector<double> worth;  // what breaking it costs
};

BeadPlaces places_of(const std::vector<Bead>& beads, const std::vector<BeadSides>& sides) {
  BeadPlaces places;
  for (uint32_t b = 0; b < beads.size(); ++b) {
    places.of_original.resize(sides[b].original_end, b);
    places.of_translation.resize(sides[b].translation_end, b);
    places.worth.push_back(sides[b].gap() ? 0 : std::max(0.0, kBroken - beads[b].cost_nats));
  }
  return places;
}

SentenceSide some_of(const SentenceSide& side, std::span<const uint32_t> sentences) {
  SentenceSide some;
  some.first.push_back(0);
  for (const uint32_t sentence : sentences) {
    const auto words = side.of(sentence);
    some.words.insert(some.words.end(), words.begin(), words.end());
    some.first.push_back(static_cast<uint32_t>(some.words.size()));
    some.lengths.push_back(side.lengths[sentence]);
    some.open.push_back(side.open[sentence]);
  }
  return some;
}

// What sentence `original` costs as a 1-1 bead with each of `others`.
std::vector<double> costs_of(const SentenceTask& task, uint32_t original,
                             std::span<const uint32_t> others) {
  const SentenceSide one = some_of(task.pair.original, std::span(&original, 1));
  const SentenceSide many = some_of(task.pair.translation, others);
  const Band band = whole_band(1, static_cast<uint32_t>(others.size()));
  const std::vector<Bead> nothing;
  const CellTotals totals = cell_totals({{one, many},
                                         task.model,
                                         band,
                                         nothing,
                                         task.original_surprise,
                                         task.translation_surprise,
                                         task.lengths,
                                         1,
                                         true});
  std::vector<double> costs;
  for (uint32_t k = 0; k < others.size(); ++k) {
    const CellCosts& before = totals.at(0, k);
    costs.push_back(totals.at(1, k + 1)[0] - *std::min_element(before.begin(), before.end()));
  }
  return costs;
}

// A pair of sentences in doubt, and the chain that ends with it.
struct Candidate {
  double cost = 0;
  double gain = 0;
  uint32_t length = 1;
};
using Candidates = std::map<SentencePlace, Candidate>;

Candidates candidates_of(const SentenceTask& task, const std::vector<Bead>& beads,
                         const std::vector<BeadSides>& sides) {
  std::vector<uint32_t> originals;
  std::vector<uint32_t> near;  // the translation's sentence beside each of them
  std::vector<uint32_t> translations;
  for (std::size_t b = 0; b < beads.size(); ++b) {
    const BeadSides& bead = sides[b];
    if (!bead.gap() && beads[b].cost_nats <= kDoubtful) continue;
    for (uint32_t i = bead.original_begin; i < bead.original_end; ++i) {
      originals.push_back(i);
      near.push_back(bead.translation_begin);
    }
    for (uint32_t j = bead.translation_begin; j < bead.translation_end; ++j) {
      translations.push_back(j);
    }
  }
  Candidates all;
  for (std::size_t o = 0; o < originals.size(); ++o) {
    const auto begin = std::lower_bound(translations.begin(), translations.end(),
                                        near[o] - std::min(near[o], kReach));
    const auto end = std::lower_bound(begin, translations.end(), near[o] + kReach);
    if (begin == end) continue;
    const std::span<const uint32_t> others(begin, end);
    const std::vector<double> costs = costs_of(task, originals[o], others);
    for (std::size_t k = 0; k < others.size(); ++k) {
      all.emplace_hint(all.end(), SentencePlace{originals[o], others[k]},
                       Candidate{costs[k], -costs[k], 1});
    }
  }
  return all;
}

// Ends of chains that are worth it, the best first.
std::vector<SentencePlace> chain_ends(Candidates& candidates) {
  std::vector<std::pair<double, SentencePlace>> ends;
  for (auto& [place, candidate] : candidates) {
    const auto before = candidates.find({place.first - 1, place.second - 1});
    if (before != candidates.end() && before->second.gain > 0) {
      candidate.gain += before->second.gain;
      candidate.length += before->second.length;
    }
    if (candidate.gain >= kWorth) ends.emplace_back(-candidate.gain, place);
  }
  std::sort(ends.begin(), ends.end());
  std::vector<SentencePlace> places;
  for (const auto& [gain, place] : ends) places.push_back(place);
  return places;
}

std::vector<SentencePlace> chain_to(SentencePlace end, uint32_t length) {
  std::vector<SentencePlace> chain;
  for (uint32_t k = 0; k < length; ++k) chain.emplace_back(end.first - k, end.second - k);
  return chain;
}

// Beads that a chain breaks; empty where it does not cross: two of its sentences are in one bead.
std::set<uint32_t> broken_by(const std::vector<SentencePlace>& chain, const BeadPlaces& places) {
  std::set<uint32_t> broken;
  for (const auto& [original, translation] : chain) {
    if (places.of_original[original] == places.of_translation[translation]) return {};
    broken.insert(places.of_original[original]);
    broken.insert(places.of_translation[translation]);
  }
  return broken;
}

// The share of a candidate in all of its original sentence, and in pairing with none of them.
double posterior_of(SentencePlace place, const Candidates& candidates) {
  const double cost = candidates.at(place).cost;
  double all = std::exp(cost);  // of none
  for (auto c = candidates.lower_bound({place.first, 0});
       c != candidates.end() && c->first.first == place.first; ++c) {
    all += std::exp(cost - c->second.cost);
  }
  return 1 / all;
}

void part(const std::set<uint32_t>& broken, const std::vector<BeadSides>& sides,
          std::vector<Bead>& beads, std::vector<double>* posteriors) {
  std::vector<Bead> parted;
  std::vector<double> shares;
  for (uint32_t b = 0; b < beads.size(); ++b) {
    const BeadSides& bead = sides[b];
    if (bead.gap() || !broken.contains(b)) {
      parted.push_back(beads[b]);
      if (posteriors != nullptr) shares.push_back((*posteriors)[b]);
      continue;
    }
    for (uint32_t i = bead.original_begin; i < bead.original_end; ++i) {
      parted.push_back({i + 1, bead.translation_begin, 0});
    }
    for (uint32_t j = bead.translation_begin; j < bead.translation_end; ++j) {
      parted.push_back({bead.original_end, j + 1, 0});
    }
    if (posteriors != nullptr) shares.resize(parted.size(), 1 - (*posteriors)[b]);
  }
  beads = std::move(parted);
  if (posteriors != nullptr) *posteriors = std::move(shares);
}

}  // namespace

std::vector<Crossing> crossing_sentences(const SentenceTask& task, std::vector<Bead>& beads,
                                         std::vector<double>* posteriors) {
  const std::vector<BeadSides> sides = sides_of(beads);
  BeadPlaces places = places_of(beads, sides);
  Candidates candidates = candidates_of(task, beads, sides);
  std::vector<bool> original_taken(places.of_original.size());
  std::vector<bool> translation_taken(places.of_translation.size());
  std::set<uint32_t> all_broken;
  std::vector<Crossing> crossings;
  for (const SentencePlace& end : chain_ends(candidates)) {
    const Candidate& last = candidates.at(end);
    const std::vector<SentencePlace> chain = chain_to(end, last.length);
    const bool taken = std::any_of(chain.begin(), chain.end(), [&](const SentencePlace& place) {
      return original_taken[place.first] || translation_taken[place.second];
    });
    const std::set<uint32_t> broken = taken ? std::set<uint32_t>{} : broken_by(chain, places);
    double gain = last.gain;
    for (const uint32_t bead : broken) gain -= places.worth[bead];
    if (broken.empty() || gain < kWorth) continue;
    for (const uint32_t bead : broken) places.worth[bead] = 0;
    all_broken.insert(broken.begin(), broken.end());
    for (const SentencePlace& place : chain) {
      original_taken[place.first] = translation_taken[place.second] = true;
      crossings.push_back(
          {place.first, place.second, candidates.at(place).cost, posterior_of(place, candidates)});
    }
  }
  std::sort(crossings.begin(), crossings.end(),
            [](const Crossing& a, const Crossing& b) { return a.original < b.original; });
  part(all_broken, sides, beads, posteriors);
  return crossings;
}

}  // namespace synoptic
