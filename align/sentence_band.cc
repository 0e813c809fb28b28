#include "align/sentence_band.h"

#include <algorithm>
#include <cmath>

namespace synoptic {

namespace {

constexpr uint32_t kRareWord = 3;  // sentences of one document that hold it
constexpr uint32_t kLeastHalf = 40;
constexpr double kDriftShare = 0.15;    // of the way to the nearest anchor
constexpr double kStraightShare = 0.1;  // of the document, without anchors
constexpr double kMostHalf = 3000;
constexpr double kMostCells = 40e6;
constexpr double kMostSlope = 4.0;  // between neighbouring anchors, against the documents' own

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
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
    return a.original != b.original ? a.original < b.original : a.translation > b.translation;
  });
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
  std::vector<Point> chain = longest_chain(rare_points(original, translation, alike));
  const double straight = static_cast<double>(m) / n;
  // Chance meetings far off the way are the price of rare words; neighbours tell them.
  std::vector<Point> kept = {{0, 0}};
  for (const Point& point : chain) {
    const double dx = point.original - kept.back().original;
    const double dy = point.translation - kept.back().translation;
    const bool plausible = std::abs(dy - straight * dx) <= kLeastHalf + kMostSlope * dx;
    if (dx > 0 && plausible) kept.push_back(point);
  }
  kept.push_back({n, m});
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
    const double missing = std::abs((b.translation - a.translation) - straight * dx) / 2;
    const double share =
        kept.size() > 3 ? kDriftShare * away : kStraightShare * std::max<double>(n, m) / 2;
    const double half = std::min(widest, kLeastHalf + share + missing);
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
