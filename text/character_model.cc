#include "text/character_model.h"

#include <cmath>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

// Weights of the trigram, the bigram, the letter, and of any letter at all.
constexpr double kTrigram = 0.55;
constexpr double kBigram = 0.30;
constexpr double kLetter = 0.14;
constexpr double kAny = 0.01;
constexpr std::size_t kMostBytes = 20000;  // of one text: its language shows long before
constexpr double kLetters = 100;           // an alphabet and its marks, roughly

// Keys: a level in the two top bits, 20 bits a letter.
uint64_t key1(uint32_t c) { return (uint64_t{1} << 62) | c; }
uint64_t key2(uint32_t b, uint32_t c) { return (uint64_t{2} << 62) | (uint64_t{b} << 20) | c; }
uint64_t key3(uint32_t a, uint32_t b, uint32_t c) {
  return (uint64_t{a} << 40) | (uint64_t{b} << 20) | c;
}
constexpr uint64_t kTotal = uint64_t{3} << 62;

std::vector<uint32_t> letters_of(std::string_view text) {
  const std::string folded = fold(text.substr(0, kMostBytes));
  std::vector<uint32_t> letters;
  bool gap = true;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    at += c.bytes;
    if (is_letter(c.value)) {
      letters.push_back(static_cast<uint32_t>(c.value) & 0xFFFFF);
      gap = false;
    } else if (!gap && !is_ignorable(c.value)) {
      letters.push_back(0);
      gap = true;
    }
  }
  return letters;
}

}  // namespace

CharacterModel::CharacterModel(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) {
    texts_.push_back(letters_of(text));
    count(texts_.back(), counts_);
  }
}

void CharacterModel::count(const std::vector<uint32_t>& letters, Counts& counts) {
  uint32_t a = 0;
  uint32_t b = 0;
  for (const uint32_t c : letters) {
    ++counts[key3(a, b, c)];
    ++counts[key2(b, c)];
    ++counts[key1(c)];
    a = b;
    b = c;
  }
  counts[kTotal] += static_cast<uint32_t>(letters.size());
}

double CharacterModel::surprise_nats(std::size_t index) const {
  const std::vector<uint32_t>& letters = texts_[index];
  if (letters.empty()) return 0;
  Counts own;
  count(letters, own);
  const auto others = [&](uint64_t key) {
    const auto all = counts_.find(key);
    if (all == counts_.end()) return 0.0;
    const auto mine = own.find(key);
    return static_cast<double>(all->second - (mine == own.end() ? 0 : mine->second));
  };
  const double total = others(kTotal);
  double sum = 0;
  uint32_t a = 0;
  uint32_t b = 0;
  for (const uint32_t c : letters) {
    const double before2 = others(key2(a, b));
    const double before1 = others(key1(b));
    double p = kAny / kLetters;
    if (before2 > 0) p += kTrigram * others(key3(a, b, c)) / before2;
    if (before1 > 0) p += kBigram * others(key2(b, c)) / before1;
    if (total > 0) p += kLetter * others(key1(c)) / total;
    sum -= std::log(p);
    a = b;
    b = c;
  }
  return sum / static_cast<double>(letters.size());
}

}  // namespace synoptic
