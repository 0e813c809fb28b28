#include "text/figures.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace synoptic {
namespace {

// Sums are taken in doubles, which are exact so far.
constexpr double kLargestExact = 1e15;
constexpr std::size_t kMostDigits = 15;

// ---- Han ----------------------------------------------------------------------------------------

struct HanCharacter {
  char32_t character;
  int digit;  // -1 for a unit
  int power;  // of ten
};

constexpr std::array kHan = std::to_array<HanCharacter>(
    {{U'〇', 0, 0},  {U'零', 0, 0},  {U'○', 0, 0},   {U'一', 1, 0},  {U'壹', 1, 0},  {U'壱', 1, 0},
     {U'二', 2, 0},  {U'贰', 2, 0},  {U'貳', 2, 0},  {U'弐', 2, 0},  {U'两', 2, 0},  {U'兩', 2, 0},
     {U'三', 3, 0},  {U'叁', 3, 0},  {U'參', 3, 0},  {U'参', 3, 0},  {U'四', 4, 0},  {U'肆', 4, 0},
     {U'五', 5, 0},  {U'伍', 5, 0},  {U'六', 6, 0},  {U'陆', 6, 0},  {U'陸', 6, 0},  {U'七', 7, 0},
     {U'柒', 7, 0},  {U'八', 8, 0},  {U'捌', 8, 0},  {U'九', 9, 0},  {U'玖', 9, 0},  {U'十', -1, 1},
     {U'拾', -1, 1}, {U'百', -1, 2}, {U'佰', -1, 2}, {U'千', -1, 3}, {U'仟', -1, 3}, {U'万', -1, 4},
     {U'萬', -1, 4}, {U'億', -1, 8}, {U'亿', -1, 8}, {U'兆', -1, 12}});

constexpr std::array kHangulUnits =
    std::to_array<HanCharacter>({{U'백', -1, 2}, {U'천', -1, 3}, {U'만', -1, 4}, {U'억', -1, 8}});

const HanCharacter* han_at(const FoldedText& text, std::size_t at) {
  const char32_t c = folded_at(text, at);
  if (c < 0x3007 && c != U'○') return nullptr;
  const auto* found = std::find_if(kHan.begin(), kHan.end(),
                                   [&](const HanCharacter& h) { return h.character == c; });
  return found == kHan.end() ? nullptr : found;
}

const HanCharacter* unit_at(const FoldedText& text, std::size_t at) {
  if (const HanCharacter* han = han_at(text, at)) return han->digit < 0 ? han : nullptr;
  const char32_t c = folded_at(text, at);
  const auto* found = std::find_if(kHangulUnits.begin(), kHangulUnits.end(),
                                   [&](const HanCharacter& h) { return h.character == c; });
  return found == kHangulUnits.end() ? nullptr : found;
}

// Sums digits and units from the left: units under 10,000 inside those above it.
class HanSum {
 public:
  void digit(double value) { pending_ = pending_ * 10 + value; }
  void number(double value) { pending_ = value; }
  void unit(int power) {
    if (power < 4) {
      section_ += std::max(pending_, 1.0) * std::pow(10.0, power);
    } else {
      // "一萬二千萬" is twelve thousand times ten thousand.
      const bool all = total_ > 0 && power >= last_power_;
      const double below = section_ + pending_ + (all ? total_ : 0);
      total_ = (all ? 0 : total_) + std::max(below, 1.0) * std::pow(10.0, power);
      section_ = 0;
      last_power_ = power;
    }
    pending_ = 0;
  }
  double total() const { return total_ + section_ + pending_; }

 private:
  double total_ = 0;
  double section_ = 0;
  double pending_ = 0;
  int last_power_ = 0;  // of the last unit above a thousand
};

// Written so that it can't be changed: by itself a word more often ("陸" is land).
bool is_formal(char32_t c) {
  constexpr std::u32string_view kFormal = U"壹壱贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟";
  return kFormal.find(c) != std::u32string_view::npos;
}

std::string whole_number(double value) {
  return std::to_string(static_cast<int64_t>(std::llround(value)));
}

std::optional<Figure> read_han(const FoldedText& text, std::size_t at) {
  HanSum sum;
  std::size_t end = at;
  for (const HanCharacter* han = han_at(text, end); han; han = han_at(text, ++end)) {
    if (han->digit >= 0) {
      sum.digit(han->digit);
    } else {
      sum.unit(han->power);
    }
    if (sum.total() > kLargestExact) return std::nullopt;
  }
  if (end == at || (end == at + 1 && is_formal(folded_at(text, at)))) return std::nullopt;
  return Figure{at, end, whole_number(sum.total()), {}, true};
}

// "1万2千", "1만 2천", "3.5億": figures with Han or Hangul units go on behind `figure`.
void add_units(const FoldedText& text, const NumberStyle& style, Figure& figure) {
  if (!unit_at(text, figure.end) || figure.value.size() > kMostDigits) return;
  const std::string first = figure.value;
  HanSum sum;
  std::size_t at = figure.end;
  sum.number(std::stod(figure.value));
  while (true) {
    for (const HanCharacter* unit = unit_at(text, at); unit; unit = unit_at(text, ++at)) {
      sum.unit(unit->power);
    }
    figure.end = at;
    const std::size_t next = skip_spaces(text, at);
    if (kind_at(text, next) != CharacterKind::kDigit) break;
    const Figure more = read_digits(text, next, style);
    if (!unit_at(text, more.end) || more.value.size() > kMostDigits) break;
    sum.number(std::stod(more.value));
    at = more.end;
  }
  if (sum.total() > kLargestExact) return;
  figure.alternatives.push_back(first);
  figure.value = whole_number(sum.total());
}

// ---- Roman and enclosed -------------------------------------------------------------------------

constexpr std::array<std::pair<int, std::string_view>, 13> kRoman = {{{1000, "M"},
                                                                      {900, "CM"},
                                                                      {500, "D"},
                                                                      {400, "CD"},
                                                                      {100, "C"},
                                                                      {90, "XC"},
                                                                      {50, "L"},
                                                                      {40, "XL"},
                                                                      {10, "X"},
                                                                      {9, "IX"},
                                                                      {5, "V"},
                                                                      {4, "IV"},
                                                                      {1, "I"}}};

// Capitals that are words or abbreviations more often than numbers.
constexpr std::array<std::string_view, 14> kNotRoman = {"CC", "CD", "CI", "CL", "CM", "CV",  "DC",
                                                        "DI", "LI", "MC", "MD", "MI", "MIX", "MM"};
constexpr int kLargestPlainRoman = 399;

char roman_letter(char32_t c) {
  constexpr std::u32string_view kLetters = U"IVXLCDM";
  if (c == 0x0406) return 'I';  // as Cyrillic keyboards write it
  if (c == 0x0425) return 'X';
  return kLetters.find(c) == std::u32string_view::npos ? '\0' : static_cast<char>(c);
}

int roman_value(const std::string& letters) {
  int value = 0;
  std::string_view rest = letters;
  for (const auto& [step, sign] : kRoman) {
    while (rest.starts_with(sign)) {
      value += step;
      rest.remove_prefix(sign.size());
    }
  }
  return rest.empty() && roman(value) == letters ? value : 0;
}

std::optional<Figure> read_roman(const FoldedText& text, std::size_t at) {
  if (at > 0 &&
      (text[at - 1].kind == CharacterKind::kLetter || text[at - 1].kind == CharacterKind::kDigit)) {
    return std::nullopt;
  }
  std::string letters;
  std::size_t end = at;
  for (; kind_at(text, end) == CharacterKind::kLetter; ++end) {
    const char letter = roman_letter(text[end].printed);
    if (letter == '\0') break;
    letters.push_back(letter);
  }
  const CharacterKind next = kind_at(text, end);
  if (letters.size() < 2 || next == CharacterKind::kDigit) return std::nullopt;
  if (next == CharacterKind::kLetter && !is_unspaced(text[end].folded)) {
    return std::nullopt;
  }
  const int value = roman_value(letters);
  if (value == 0 || value > kLargestPlainRoman) return std::nullopt;
  if (std::find(kNotRoman.begin(), kNotRoman.end(), letters) != kNotRoman.end()) {
    return std::nullopt;
  }
  return Figure{at, end, std::to_string(value), {}, true};
}

// ①, ㈠, ½, Ⅳ, ፲፪ (Ethiopic, which adds and multiplies by a hundred).
std::optional<Figure> read_enclosed(const FoldedText& text, std::size_t at) {
  constexpr uint32_t kNumberMask = U_GC_NO_MASK | U_GC_NL_MASK;
  constexpr char32_t kEthiopicHundred = 0x137B;
  double value = 0;
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    const auto c = static_cast<UChar32>(text[end].printed);
    const double one = c < 0x80 || !(U_GET_GC_MASK(c) & kNumberMask) ? -1 : u_getNumericValue(c);
    const bool ethiopic = c >= 0x1369 && c <= 0x137C;
    if (one < 0 || (end > at && !ethiopic)) break;
    value = text[end].printed == kEthiopicHundred && value > 0 ? value * one : value + one;
    if (!ethiopic) {
      ++end;
      break;
    }
  }
  if (end == at) return std::nullopt;
  const auto thousandths = static_cast<int64_t>(std::llround(value * 1000));
  return Figure{at, end, scaled(std::to_string(thousandths), -3), {}, true};
}

}  // namespace

std::string roman(int value) {
  std::string letters;
  if (value < 1 || value > 3999) return letters;
  for (const auto& [step, sign] : kRoman) {
    for (; value >= step; value -= step) letters += sign;
  }
  return letters;
}

std::optional<Figure> read_figure(const FoldedText& text, std::size_t at,
                                  const NumberStyle& style) {
  switch (kind_at(text, at)) {
    case CharacterKind::kDigit: {
      Figure figure = read_digits(text, at, style);
      add_units(text, style, figure);
      return figure;
    }
    case CharacterKind::kLetter:
      if (std::optional<Figure> han = read_han(text, at)) return han;
      if (std::optional<Figure> roman = read_roman(text, at)) return roman;
      return read_enclosed(text, at);
    case CharacterKind::kSpace:
      return std::nullopt;
    case CharacterKind::kOther:
      if (std::optional<Figure> han = read_han(text, at)) return han;
      return read_enclosed(text, at);
  }
  return std::nullopt;
}

}  // namespace synoptic
