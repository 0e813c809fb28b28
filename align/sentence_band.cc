#include "align/sentence_band.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace synoptic {

namespace {

constexpr double kCommonShare = 0.01;  // of the sentences, beyond which a word marks no place
constexpr float kSureCount = 1.0F;  // of words alike in all letters, or that a lexicon is sure of
constexpr uint32_t kRareWord = 3;   // sentences of one document that hold it
constexpr uint32_t kLeastHalf = 40;
constexpr double kDriftShare = 0.15;    // of the way to the nearest anchor
constexpr double kStraightShare = 0.1;  // of the document, without anchors
constexpr double kMostHalf = 3000;
constexpr double kSegmentCells = 6e6;  // between two anchors
constexpr double kMostCells = 40e6;

struct Point {
  uint32_t original = 0;
  uint32_t translation = 0;
};

// Places of each word in a document, of those that stand in few sentences.
std::vector<std::vector<uint32_t>> places_of(const SentenceSide& side) {
  uint32_t most = 0;
  for (const uint32_t word : side.words) most = std::max(most, word);
  std::vector<std::vector<uint32_t>> places(side.words.empty() ? 0 : most + 1);
  for (uint32_t i = 0; i < side.size(); ++i) {
    for (const uint32_t word : side.of(i)) {
      if (places[word].size() <= kRareWord) places[word].push_back(i);
    }
  }
  return places;
}

std::vector<Point> rare_points(const SentenceSide& original, const SentenceSide& translation,
                               const WordRows& alike) {
  const auto places = places_of(original);
  const auto others = places_of(translation);
  std::vector<Point> points;
  for (uint32_t word = 0; word < places.size(); ++word) {
    if (places[word].empty() || places[word].size() > kRareWord) continue;
    for (const WordCount& entry : alike.row(word)) {
      if (entry.word >= others.size()) continue;
      if (others[entry.word].size() != places[word].size()) continue;
      for (std::size_t k = 0; k < places[word].size(); ++k) {
        points.push_back({places[word][k], others[entry.word][k]});
      }
    }
  }
  return points;
}

// Words of both sides that are alike and not too common, in the order of the sentences, all by
// their number in the original.
struct Sighting {
  uint32_t word = 0;
  uint32_t sentence = 0;
};

struct Sightings {
  std::vector<Sighting> original;
  std::vector<Sighting> translation;
};

std::vector<uint32_t> holders_of(const SentenceSide& side) {
  std::vector<uint32_t> holders;
  for (const uint32_t word : side.words) {
    if (word >= holders.size()) holders.resize(word + 1, 0);
    ++holders[word];
  }
  return holders;
}

Sightings sightings_of(const SentenceSide& original, const SentenceSide& translation,
                       const WordRows& alike) {
  const std::vector<uint32_t> holders = holders_of(original);
  const std::vector<uint32_t> others = holders_of(translation);
  const auto most = static_cast<uint32_t>(kCommonShare * static_cast<double>(original.size())) + 1;
  std::vector<uint32_t> meant(others.size(), UINT32_MAX);  // of the original, by translation word
  std::vector<bool> means(holders.size(), false);
  for (uint32_t word = 0; word < holders.size(); ++word) {
    if (holders[word] == 0 || holders[word] > most) continue;
    for (const WordCount& entry : alike.row(word)) {
      const bool sure = entry.count >= kSureCount;
      if (!sure || entry.word >= others.size() || others[entry.word] == 0 ||
          others[entry.word] > most) {
        continue;
      }
      meant[entry.word] = word;
      means[word] = true;
    }
  }
  Sightings sightings;
  for (uint32_t i = 0; i < original.size(); ++i) {
    for (const uint32_t word : original.of(i)) {
      if (means[word]) sightings.original.push_back({word, i});
    }
  }
  for (uint32_t j = 0; j < translation.size(); ++j) {
    const std::size_t begin = sightings.translation.size();
    for (const uint32_t word : translation.of(j)) {
      if (meant[word] != UINT32_MAX) sightings.translation.push_back({meant[word], j});
    }
    std::sort(sightings.translation.begin() + static_cast<std::ptrdiff_t>(begin),
              sightings.translation.end(),
              [](const Sighting& a, const Sighting& b) { return a.word < b.word; });
  }
  return sightings;
}

// Where three such words follow each other in both texts, and nowhere again, they are the same
// place, however often each of them stands elsewhere.
std::vector<Point> sequence_points(const SentenceSide& original, const SentenceSide& translation,
                                   const WordRows& alike) {
  constexpr uint32_t kTwice = UINT32_MAX;
  const Sightings sightings = sightings_of(original, translation, alike);
  const auto places = [](const std::vector<Sighting>& all) {
    std::unordered_map<uint64_t, uint32_t> at;
    for (std::size_t k = 0; k + 2 < all.size(); ++k) {
      const uint64_t key =
          (uint64_t{all[k].word} * 0x9E3779B97F4A7C15U + all[k + 1].word) * 0x9E3779B97F4A7C15U +
          all[k + 2].word;
      const auto [entry, added] = at.try_emplace(key, all[k].sentence);
      if (!added) entry->second = kTwice;
    }
    return at;
  };
  const auto others = places(sightings.translation);
  std::vector<Point> points;
  for (const auto& [key, sentence] : places(sightings.original)) {
    const auto other = others.find(key);
    if (sentence == kTwice || other == others.end() || other->second == kTwice) continue;
    points.push_back({sentence, other->second});
  }
  return points;
}

// The longest chain that rises on both sides.
std::vector<Point> longest_chain(const std::vector<Point>& points) {
  std::vector<std::size_t> tails;
  std::vector<std::ptrdiff_t> before(points.size(), -1);
  for (std::size_t p = 0; p < points.size(); ++p) {
    const auto at =
        std::lower_bound(tails.begin(), tails.end(), p, [&](std::size_t x, std::size_t y) {
          return points[x].translation < points[y].translation;
        });
    if (at != tails.begin()) before[p] = static_cast<std::ptrdiff_t>(*(at - 1));
    if (at == tails.end()) {
      tails.push_back(p);
    } else {
      *at = p;
    }
  }
  std::vector<Point> chain;
  std::ptrdiff_t p = tails.empty() ? -1 : static_cast<std::ptrdiff_t>(tails.back());
  for (; p >= 0; p = before[static_cast<std::size_t>(p)]) {
    chain.push_back(points[static_cast<std::size_t>(p)]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// Chance meetings stand alone; sentences that translate each other have others of the kind close
// by, on both sides of a passage that one text lacks.
bool has_company(const std::vector<Point>& chain, std::size_t p) {
  constexpr std::size_t kNeighbours = 3;
  constexpr double kNear = 10;    // sentences
  constexpr double kSlope = 0.7;  // and of the way there
  constexpr double kFar = 400;
  const auto close = [&](const Point& a, const Point& b) {
    const double dx = static_cast<double>(b.original) - a.original;
    const double dy = static_cast<double>(b.translation) - a.translation;
    return dx > 0 && dx <= kFar && std::abs(dy - dx) <= kNear + kSlope * dx;
  };
  for (std::size_t k = 1; k <= kNeighbours; ++k) {
    if (p >= k && close(chain[p - k], chain[p])) return true;
    if (p + k < chain.size() && close(chain[p], chain[p + k])) return true;
  }
  return false;
}

// Of the way between neighbouring anchors, by the median; `straight` where they are few.
double usual_slope(const std::vector<Point>& anchors, double straight) {
  constexpr std::size_t kEnough = 10;
  std::vector<double> slopes;
  for (std::size_t k = 1; k < anchors.size(); ++k) {
    const double dx = static_cast<double>(anchors[k].original) - anchors[k - 1].original;
    if (dx > 0) slopes.push_back((anchors[k].translation - anchors[k - 1].translation) / dx);
  }
  if (slopes.size() < kEnough) return straight;
  const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(slopes.begin(), middle, slopes.end());
  return *middle;
}

// Makes rows rise together and holds the corners.
Band settled(Band band, uint32_t translations) {
  band.first.front() = 0;
  band.last.back() = translations;
  for (std::size_t i = 1; i < band.last.size(); ++i) {
    band.last[i] = std::max(band.last[i], band.last[i - 1]);
  }
  for (std::size_t i = band.first.size() - 1; i-- > 0;) {
    band.first[i] = std::min(band.first[i], band.first[i + 1]);
  }
  // A row reaches at least to where the next one begins.
  for (std::size_t i = 0; i + 1 < band.first.size(); ++i) {
    band.last[i] = std::max(band.last[i], band.first[i + 1]);
  }
  return band;
}

}  // namespace

Band whole_band(uint32_t originals, uint32_t translations) {
  Band band;
  band.first.assign(originals + 1, 0);
  band.last.assign(originals + 1, translations);
  return band;
}

Band anchored_band(const SentenceSide& original, const SentenceSide& translation,
                   const WordRows& alike) {
  const auto n = static_cast<uint32_t>(original.size());
  const auto m = static_cast<uint32_t>(translation.size());
  std::vector<Point> points = rare_points(original, translation, alike);
  const std::vector<Point> sequences = sequence_points(original, translation, alike);
  points.insert(points.end(), sequences.begin(), sequences.end());
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
    return a.original != b.original ? a.original < b.original : a.translation > b.translation;
  });
  const std::vector<Point> chain = longest_chain(points);
  std::vector<Point> kept = {{0, 0}};
  for (std::size_t p = 0; p < chain.size(); ++p) {
    const bool on =
        chain[p].original > kept.back().original && chain[p].translation > kept.back().translation;
    if (on && has_company(chain, p)) kept.push_back(chain[p]);
  }
  kept.push_back({n, m});
  const double slope = usual_slope(kept, static_cast<double>(m) / n);
  const double widest = std::clamp(kMostCells / n / 2, double{kLeastHalf}, kMostHalf);
  Band band;
  std::size_t k = 0;
  for (uint32_t i = 0; i <= n; ++i) {
    while (k + 2 < kept.size() && kept[k + 1].original <= i) ++k;
    const Point& a = kept[k];
    const Point& b = kept[k + 1];
    const double dx = std::max(1.0, static_cast<double>(b.original) - a.original);
    const double along = (i - a.original) / dx;
    const double middle =
        a.translation + along * (static_cast<double>(b.translation) - a.translation);
    const double away = std::min<double>(i - a.original, b.original > i ? b.original - i : 0);
    // Between anchors of unequal distance a passage is missing on one side, anywhere.
    const double missing = std::abs((b.translation - a.translation) - slope * dx) / 2;
    const double share =
        kept.size() > 3 ? kDriftShare * away : kStraightShare * std::max<double>(n, m) / 2;
    const double most = std::max(widest, kSegmentCells / dx / 2);
    const double half = std::min(most, kLeastHalf + share + missing);
    band.first.push_back(static_cast<uint32_t>(std::max(0.0, middle - half)));
    band.last.push_back(static_cast<uint32_t>(std::min<double>(m, middle + half)));
  }
  return settled(std::move(band), m);
}

std::vector<bool> weak_beads(const std::vector<Bead>& beads) {
  constexpr std::size_t kReach = 12;     // beads either side
  constexpr double kWeakShare = 0.3;     // of what speaks for the better part of the document
  constexpr double kLeastNats = -2.0;    // where words say so little, nothing is weaker
  constexpr std::size_t kShortest = 20;  // beads; what is shorter is within the band anyway
  std::vector<double> sums = {0};
  for (const Bead& bead : beads) sums.push_back(sums.back() + bead.cost_nats);
  std::vector<double> means;
  for (std::size_t k = 0; k < beads.size(); ++k) {
    const std::size_t begin = k > kReach ? k - kReach : 0;
    const std::size_t end = std::min(beads.size(), k + kReach + 1);
    means.push_back((sums[end] - sums[begin]) / static_cast<double>(end - begin));
  }
  std::vector<bool> weak(beads.size(), false);
  if (means.size() < kShortest) return weak;
  std::vector<double> sorted = means;
  const auto quarter = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 4);
  std::nth_element(sorted.begin(), quarter, sorted.end());
  if (*quarter > kLeastNats) return weak;
  std::size_t run = 0;
  for (std::size_t k = 0; k <= beads.size(); ++k) {
    if (k < beads.size() && means[k] > kWeakShare * *quarter) {
      weak[k] = true;
      ++run;
      continue;
    }
    if (run < kShortest) {
      std::fill_n(weak.begin() + static_cast<std::ptrdiff_t>(k - run), run, false);
    }
    run = 0;
  }
  return weak;
}

namespace {

struct Corner {
  uint32_t original = 0;
  uint32_t translation = 0;
};

// Opens the plane between the ends of each weak stretch, some beads beyond it included.
void open_weak(const std::vector<Bead>& beads, const std::vector<bool>& weak, uint32_t translations,
               Band& band) {
  constexpr std::size_t kBeyond = 12;
  for (std::size_t k = 0; k < weak.size();) {
    if (!weak[k]) {
      ++k;
      continue;
    }
    std::size_t end = k;
    while (end < weak.size() && weak[end]) ++end;
    const std::size_t from = k > kBeyond ? k - kBeyond : 0;
    const std::size_t to = std::min(weak.size(), end + kBeyond);
    const Corner begin =
        from == 0 ? Corner{}
                  : Corner{beads[from - 1].original_end, beads[from - 1].translation_end};
    const Corner last{beads[to - 1].original_end, beads[to - 1].translation_end};
    const double cells = (static_cast<double>(last.original) - begin.original) *
                         (static_cast<double>(last.translation) - begin.translation);
    if (cells <= kMostCells) {
      for (uint32_t row = begin.original; row <= last.original; ++row) {
        band.first[row] = std::min(band.first[row], begin.translation);
        band.last[row] = std::max(band.last[row], std::min(translations, last.translation));
      }
    }
    k = end;
  }
}

}  // namespace

Band band_around(const std::vector<Bead>& beads, uint32_t originals, uint32_t translations,
                 uint32_t half, const std::vector<bool>& weak) {
  Band band;
  band.first.assign(originals + 1, translations);
  band.last.assign(originals + 1, 0);
  uint32_t i = 0;
  uint32_t j = 0;
  const auto see = [&](uint32_t row, uint32_t low, uint32_t high) {
    band.first[row] = std::min(band.first[row], low > half ? low - half : 0);
    band.last[row] = std::max(band.last[row], std::min(translations, high + half));
  };
  see(0, 0, 0);
  for (const Bead& bead : beads) {
    for (uint32_t row = i; row <= bead.original_end; ++row) see(row, j, bead.translation_end);
    i = bead.original_end;
    j = bead.translation_end;
  }
  see(originals, translations, translations);
  open_weak(beads, weak, translations, band);
  return settled(std::move(band), translations);
}

}  // namespace synoptic
