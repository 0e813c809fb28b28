#include "formats/pdf_ligatures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "text/characters.h"
#include "text/letter_shapes.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostWords = 4000;  // different ones that are measured
constexpr std::size_t kMostShapes = 400;
constexpr std::size_t kMostSites = 4;  // of a word; further ones are read as plain
constexpr int kTurns = 6;
constexpr double kRidge = 0.001;  // pull of shapes that no word shows to the mean width
constexpr double kSameScale = 0.02;
constexpr double kLeastNoise = 0.02;  // points, of the widths of words
// Nats, for a site that is not what it is likely to be.
constexpr double kArticle = 4;        // at the head of a word
constexpr double kJoinedArticle = 3;  // behind a one-letter word
constexpr double kHamza = 1000;       // behind an article: no other spelling
constexpr double kMostMisfit = 10;
constexpr double kElsewhere = 0.5;
constexpr double kSure = 2;             // nats between the best reading and the next
constexpr double kOrderedShare = 0.03;  // of lam before alef as such, in documents in order
constexpr char32_t kAlef = 0x627;
constexpr char32_t kFinalYeh = 0x649;  // never before another letter
constexpr char32_t kHeh = 0x647;

std::u32string letters_of(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    letters += c.value;
    at += c.bytes;
  }
  return letters;
}

std::string utf8_of(std::u32string_view letters) {
  std::string utf8;
  for (const char32_t c : letters) utf8 += to_utf8(c);
  return utf8;
}

// A word, or the same word at several places.
struct Seen {
  std::u32string letters;          // as they come, from left to right
  std::vector<std::size_t> sites;  // of lams that an alef follows
  double width = 0;                // mean, points
  int height = 0;                  // of the box, tenths of a point: a class of type
  std::size_t times = 0;
  std::size_t reading = 0;                    // a bit a site: a ligature
  std::size_t likely = 0;                     // before it is measured
  std::array<double, kMostSites> unlikely{};  // nats, a site
  bool sure = false;                          // nothing else is likely, or was shown to be so
  std::vector<PdfWord*> places;

  std::size_t readings() const { return std::size_t{1} << std::min(sites.size(), kMostSites); }
};

std::u32string seen_by(const Seen& word, std::size_t reading) {
  std::u32string letters = word.letters;
  for (std::size_t s = 0; s < std::min(word.sites.size(), kMostSites); ++s) {
    if (reading >> s & 1) std::swap(letters[word.sites[s]], letters[word.sites[s] + 1]);
  }
  return letters;
}

std::vector<uint32_t> shapes_of(const Seen& word, std::size_t reading) {
  std::u32string letters = seen_by(word, reading);
  std::reverse(letters.begin(), letters.end());
  return letter_shapes(letters);
}

// A symmetric positive matrix as the product of a triangle with itself (Cholesky).
class Triangle {
 public:
  Triangle() = default;
  Triangle(std::vector<double> matrix, std::size_t n) : n_(n), cells_(std::move(matrix)) {
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        double sum = cells_[i * n_ + j];
        for (std::size_t k = 0; k < j; ++k) sum -= cells_[i * n_ + k] * cells_[j * n_ + k];
        cells_[i * n_ + j] = i == j ? std::sqrt(std::max(sum, 1e-9)) : sum / cells_[j * n_ + j];
      }
    }
  }

  // The first half of solving for `right`; its square is the variance of what is solved.
  std::vector<double> half(std::vector<double> right) const {
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t k = 0; k < i; ++k) right[i] -= cells_[i * n_ + k] * right[k];
      right[i] /= cells_[i * n_ + i];
    }
    return right;
  }

  std::vector<double> solve(const std::vector<double>& right) const {
    std::vector<double> solved = half(right);
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t k = i + 1; k < n_; ++k) solved[i] -= cells_[k * n_ + i] * solved[k];
      solved[i] /= cells_[i * n_ + i];
    }
    return solved;
  }

 private:
  std::size_t n_ = 0;
  std::vector<double> cells_;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Widths of shapes in the type that most words are set in, and how much larger other types are.
class Widths {
 public:
  void fit(const std::vector<Seen>& words) {
    std::vector<std::vector<std::size_t>> rows;
    double width = 0;
    double letters = 0;
    for (const Seen& word : words) {
      rows.push_back(indices_of(shapes_of(word, word.reading)));
      if (!word.sure) continue;
      width += width_of(word);
      letters += static_cast<double>(rows.back().size());
    }
    const double mean = letters > 0 ? width / letters : 0;
    const std::size_t n = index_.size();
    std::vector<double> matrix(n * n, 0);
    std::vector<double> right(n, kRidge * mean);
    for (std::size_t i = 0; i < n; ++i) matrix[i * n + i] = kRidge;
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (!words[w].sure) continue;
      const double misfit =
          widths_.empty() ? 0 : misfit_of(words[w], words[w].reading) / (3 * noise_);
      const double weight = 1 / (1 + misfit * misfit);
      for (const std::size_t i : rows[w]) {
        right[i] += weight * width_of(words[w]);
        for (const std::size_t j : rows[w]) matrix[i * n + j] += weight;
      }
    }
    triangle_ = Triangle(std::move(matrix), n);
    widths_ = triangle_.solve(right);
    mean_ = mean;
    measure_noise(words);
  }

  // How the types of these words compare with those that were fitted.
  void scale(const std::vector<Seen>& words) {
    std::map<int, std::vector<double>> ratios;
    for (const Seen& word : words) {
      const double expected = expected_of(word, word.reading);
      if (expected > 0) ratios[word.height].push_back(word.width / expected);
    }
    for (auto& [height, values] : ratios) {
      const double scale = median(std::move(values));
      // A sign of another font makes the box higher, the letters are as large as ever.
      scales_[height] = std::abs(scale - 1) < kSameScale ? 1 : scale;
    }
  }

  // Nats: how badly the width of a word agrees with a reading (Gauss; a word that fits badly
  // either way says no more), by what is known of its shapes.
  double cost_of(const Seen& word, std::size_t reading) const {
    const double deviation = noise_ * (1 + doubt_of(word, reading));
    const double misfit = misfit_of(word, reading) / deviation;
    return std::min(misfit * misfit / 2, kMostMisfit) + std::log(deviation);
  }

 private:
  double misfit_of(const Seen& word, std::size_t reading) const {
    return std::abs(expected_of(word, reading) - width_of(word));
  }

  // The deviation of the expected width, in noises: small where other words show the same shapes.
  double doubt_of(const Seen& word, std::size_t reading) const {
    std::vector<double> counts(widths_.size(), 0);
    for (const uint32_t shape : shapes_of(word, reading)) {
      const auto known = index_.find(shape);
      if (known != index_.end() && known->second < counts.size()) ++counts[known->second];
    }
    double sum = 0;
    for (const double value : triangle_.half(std::move(counts))) sum += value * value;
    return std::sqrt(sum);
  }

  void measure_noise(const std::vector<Seen>& words) {
    std::vector<double> misfits;
    for (const Seen& word : words) {
      if (word.sure) misfits.push_back(misfit_of(word, word.reading));
    }
    if (!misfits.empty()) noise_ = std::max(kLeastNoise, 2 * median(std::move(misfits)));
  }

  double width_of(const Seen& word) const {
    const auto scale = scales_.find(word.height);
    return scale == scales_.end() ? word.width : word.width / scale->second;
  }

  double expected_of(const Seen& word, std::size_t reading) const {
    double width = 0;
    for (const uint32_t shape : shapes_of(word, reading)) {
      const auto known = index_.find(shape);
      width +=
          known == index_.end() || known->second >= widths_.size() ? mean_ : widths_[known->second];
    }
    return width;
  }

  std::vector<std::size_t> indices_of(const std::vector<uint32_t>& shapes) {
    std::vector<std::size_t> indices;
    for (const uint32_t shape : shapes) {
      if (index_.size() < kMostShapes) index_.try_emplace(shape, index_.size());
      const auto known = index_.find(shape);
      if (known != index_.end()) indices.push_back(known->second);
    }
    return indices;
  }

  std::map<uint32_t, std::size_t> index_;
  std::map<int, double> scales_;  // by height of the box
  Triangle triangle_;
  std::vector<double> widths_;
  double mean_ = 0;
  double noise_ = 1;
};

// Ligatures of which the letters alone tell: lam and the yeh that ends words, and the name of God.
void reorder_plain(std::u32string& letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    if (letters[i] == kLam && letters[i + 1] == kFinalYeh) std::swap(letters[i], letters[i + 1]);
    if (i + 2 < letters.size() && letters[i] == kLam && letters[i + 1] == kLam &&
        letters[i + 2] == kHeh) {
      std::swap(letters[i], letters[i + 2]);
    }
  }
}

// What a site most likely is before anything is measured: the article at the head of a word (which
// is at the right), behind a one-letter word that is joined to it; a ligature elsewhere.
void read_likely(Seen& word) {
  word.sure = true;
  for (std::size_t s = 0; s < std::min(word.sites.size(), kMostSites); ++s) {
    const std::size_t next = word.sites[s] + 2;  // what is read before the site
    const std::size_t before = word.letters.size() - next;
    const bool plain = word.letters[word.sites[s] + 1] == kAlef;
    const bool after_article =
        before > 0 && (word.letters[next] == kAlef || (!plain && word.letters[next] == kLam));
    const bool article = plain && before <= 1 && word.letters.size() > 2 && !after_article;
    const bool alone = word.letters.size() == 2;
    if (!article) word.likely |= std::size_t{1} << s;
    word.unlikely[s] = article ? (before == 0 ? kArticle : kJoinedArticle)
                       : (after_article && !plain) || alone ? kHamza
                                                            : kElsewhere;
    word.sure &= word.unlikely[s] >= kArticle;
  }
  word.reading = word.likely;
}

class Ligatures {
 public:
  explicit Ligatures(std::vector<PdfPage>& pages) {
    for (PdfPage& page : pages) {
      for (PdfRun& run : page.runs) {
        for (PdfWord& word : run.words) add(word);
      }
    }
  }

  void reorder() {
    const auto share = kOrderedShare * static_cast<double>(sites_);
    if (sites_ == 0 || static_cast<double>(ordered_) > share) return;
    std::vector<Seen> words;
    for (auto& [key, word] : words_) words.push_back(std::move(word));
    for (Seen& word : words) read_likely(word);
    Widths widths;
    widths.fit(of_main_type(words));
    widths.scale(words);
    for (int turn = 0; turn < kTurns; ++turn) {
      widths.fit(words);
      for (Seen& word : words) choose(widths, word);
    }
    for (const Seen& word : words) {
      if (word.reading == 0) continue;
      const std::string text = utf8_of(seen_by(word, word.reading));
      for (PdfWord* place : word.places) place->text = text;
    }
  }

 private:
  void add(PdfWord& word) {
    // No letter of Arabic has a smaller first byte.
    if (std::none_of(word.text.begin(), word.text.end(), [](char c) {
          const auto byte = static_cast<unsigned char>(c);
          return byte >= 0xD8 && byte <= 0xDD;
        })) {
      return;
    }
    Seen seen;
    seen.letters = letters_of(word.text);
    reorder_plain(seen.letters);
    word.text = utf8_of(seen.letters);
    for (std::size_t i = 0; i + 1 < seen.letters.size(); ++i) {
      if (seen.letters[i] == kLam && is_alef(seen.letters[i + 1])) seen.sites.push_back(i);
      ordered_ += is_alef(seen.letters[i]) && seen.letters[i + 1] == kLam;
    }
    sites_ += seen.sites.size();
    if (word.box.height() <= 0) return;
    if (seen.sites.empty() && words_.size() >= kMostWords) return;
    const auto height = static_cast<int>(std::lround(10 * word.box.height()));
    seen.height = height;
    Seen& same = words_.try_emplace({seen.letters, height}, std::move(seen)).first->second;
    const auto times = static_cast<double>(same.times);
    same.width = (same.width * times + static_cast<double>(word.box.width())) / (times + 1);
    ++same.times;
    same.places.push_back(&word);
  }

  // Words of the height that most have.
  static std::vector<Seen> of_main_type(const std::vector<Seen>& words) {
    std::map<int, std::size_t> counts;
    for (const Seen& word : words) ++counts[word.height];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<Seen> main;
    std::copy_if(words.begin(), words.end(), std::back_inserter(main),
                 [&](const Seen& word) { return word.height == most->first; });
    return main;
  }

  static void choose(const Widths& widths, Seen& word) {
    if (word.sites.empty()) return;
    double least = HUGE_VAL;
    double next = HUGE_VAL;
    for (std::size_t reading = 0; reading < word.readings(); ++reading) {
      double cost = widths.cost_of(word, reading);
      for (std::size_t s = 0; s < kMostSites; ++s) {
        if ((reading ^ word.likely) >> s & 1) cost += word.unlikely[s];
      }
      if (cost < least) {
        next = std::exchange(least, cost);
        word.reading = reading;
      } else {
        next = std::min(next, cost);
      }
    }
    word.sure = next - least > kSure;
  }

  std::map<std::pair<std::u32string, int>, Seen> words_;
  std::size_t sites_ = 0;
  std::size_t ordered_ = 0;  // lam seen behind alef, read before it
};

}  // namespace

void reorder_ligatures(std::vector<PdfPage>& pages) { Ligatures(pages).reorder(); }

}  // namespace synoptic
