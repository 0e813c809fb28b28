#include "text/digits.h"

#include <unicode/dcfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <utility>

namespace synoptic {
namespace {

constexpr char32_t kArabicDecimal = 0x066B;
constexpr char32_t kArabicThousands = 0x066C;
constexpr double kLargestExact = 1e15;

NumberStyle style_of_locale(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
  const icu::DecimalFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) return {};
  const auto symbol = [&](icu::DecimalFormatSymbols::ENumberFormatSymbol which) {
    const icu::UnicodeString sign = symbols.getSymbol(which);
    const auto c = static_cast<char32_t>(sign.char32At(0));
    return u_isUWhiteSpace(static_cast<UChar32>(c)) ? U' ' : c == 0x2019 ? U'\'' : c;
  };
  return {symbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol),
          symbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol)};
}

// ---- digits with signs between them -------------------------------------------------------------

struct Chain {
  std::vector<std::string> groups;
  std::vector<std::size_t> ends;     // character behind each group
  std::vector<char32_t> separators;  // one fewer than groups
};

bool is_separator(char32_t c) {
  return c == U'.' || c == U',' || c == U'\'' || c == U' ' || c == kArabicDecimal ||
         c == kArabicThousands;
}

std::string digits_from(const FoldedText& text, std::size_t at) {
  std::string digits;
  for (; kind_at(text, at) == CharacterKind::kDigit; ++at) {
    digits.push_back(static_cast<char>(text[at].folded));
  }
  return digits;
}

// Whether a space before `group` can be one between thousands.
bool groups_by_space(const Chain& chain, const std::string& group, bool breaking,
                     const NumberStyle& style) {
  if (group.size() != 3 || chain.groups.front().size() > 3) return false;
  return !breaking || style.grouping == U' ' || !chain.separators.empty();
}

Chain chain_at(const FoldedText& text, std::size_t at, const NumberStyle& style) {
  Chain chain;
  chain.groups.push_back(digits_from(text, at));
  std::size_t end = at + chain.groups.back().size();
  chain.ends.push_back(end);
  while (is_separator(folded_at(text, end))) {
    const std::string group = digits_from(text, end + 1);
    const char32_t separator = text[end].folded;
    if (group.empty()) break;
    if (separator == U' ' && !groups_by_space(chain, group, text[end].printed == U' ', style)) {
      break;
    }
    chain.groups.push_back(group);
    chain.separators.push_back(separator);
    end += 1 + group.size();
    chain.ends.push_back(end);
  }
  return chain;
}

// How many groups from the front make one whole number: "1,200,000" or "12,00,000".
std::size_t grouped(const Chain& chain) {
  const std::string& first = chain.groups.front();
  if (chain.separators.empty() || first.size() > 3 || first.front() == '0') return 1;
  const char32_t sign = chain.separators.front();
  std::size_t same = 1;
  while (same < chain.groups.size() && chain.separators[same - 1] == sign) ++same;
  const auto size_of = [&](std::size_t i) { return chain.groups[i].size(); };
  std::size_t threes = 1;
  while (threes < same && size_of(threes) == 3) ++threes;
  if (threes > 1) return threes;
  std::size_t twos = 1;
  while (twos < same && size_of(twos) == 2) ++twos;
  return first.size() <= 2 && twos > 1 && twos < same && size_of(twos) == 3 ? twos + 1 : 1;
}

bool can_be_decimal(char32_t sign) {
  return sign == U'.' || sign == U',' || sign == kArabicDecimal;
}

std::string join_groups(const Chain& chain, std::size_t count) {
  std::string whole;
  for (std::size_t i = 0; i < count; ++i) whole += chain.groups[i];
  return whole;
}

// "1.200": a thousand or a fraction, as the language has it; the other is the alternative.
void read_pair(const Chain& chain, const NumberStyle& style, Figure& numeral) {
  const char32_t sign = chain.separators.front();
  std::string thousands = canonical(join_groups(chain, 2), {});
  std::string fraction = canonical(chain.groups[0], chain.groups[1]);
  numeral.end = chain.ends[1];
  if (!can_be_decimal(sign)) {
    numeral.value = std::move(thousands);
    return;
  }
  if (sign == style.decimal || sign == kArabicDecimal) std::swap(thousands, fraction);
  numeral.value = std::move(thousands);
  numeral.alternatives.push_back(std::move(fraction));
}

// A group of a run that made no number, like the "1" of "7.1.2".
bool is_component(const FoldedText& text, std::size_t at) {
  if (at < 2 || text[at - 2].kind != CharacterKind::kDigit) return false;
  const char32_t sign = text[at - 1].folded;
  return sign != U' ' && is_separator(sign);
}

Figure interpret(const Chain& chain, std::size_t begin, const NumberStyle& style) {
  Figure numeral{.begin = begin, .end = chain.ends[0], .value = {}, .alternatives = {}};
  const std::size_t whole = grouped(chain);
  const std::size_t groups = chain.groups.size();
  if (groups == 2 && whole == 2) {
    read_pair(chain, style, numeral);
    return numeral;
  }
  const bool fraction = whole < groups && whole + 1 == groups &&
                        can_be_decimal(chain.separators[whole - 1]) &&
                        (whole == 1 || chain.separators[whole - 1] != chain.separators[0]);
  if (whole == 1 && !fraction) {
    numeral.value = canonical(chain.groups[0], {});
    return numeral;
  }
  numeral.end = chain.ends[whole - 1 + (fraction ? 1 : 0)];
  numeral.value = canonical(join_groups(chain, whole), fraction ? chain.groups[whole] : "");
  return numeral;
}

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
      const double below = section_ + pending_;
      total_ += std::max(below, 1.0) * std::pow(10.0, power);
      section_ = 0;
    }
    pending_ = 0;
  }
  double total() const { return total_ + section_ + pending_; }

 private:
  double total_ = 0;
  double section_ = 0;
  double pending_ = 0;
};

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
  if (end == at) return std::nullopt;
  return Figure{at, end, whole_number(sum.total()), {}, true};
}

// "1万2千", "1만 2천", "3.5億": figures with Han or Hangul units go on behind `numeral`.
void add_units(const FoldedText& text, const NumberStyle& style, Figure& numeral) {
  if (!unit_at(text, numeral.end)) return;
  const std::string first = numeral.value;
  HanSum sum;
  std::size_t at = numeral.end;
  sum.number(std::stod(numeral.value));
  while (true) {
    for (const HanCharacter* unit = unit_at(text, at); unit; unit = unit_at(text, ++at)) {
      sum.unit(unit->power);
    }
    numeral.end = at;
    const std::size_t next = skip_spaces(text, at);
    if (kind_at(text, next) != CharacterKind::kDigit) break;
    const Figure more = interpret(chain_at(text, next, style), next, style);
    if (!unit_at(text, more.end)) break;
    sum.number(std::stod(more.value));
    at = more.end;
  }
  if (sum.total() > kLargestExact) return;
  numeral.alternatives.push_back(first);
  numeral.value = whole_number(sum.total());
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

NumberStyle number_style(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, NumberStyle, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(language);
  if (found != known.end()) return found->second;
  return known.emplace(language, style_of_locale(language)).first->second;
}

std::string canonical(std::string_view whole, std::string_view fraction) {
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  std::string value(whole.empty() ? "0" : whole);
  if (!fraction.empty()) value.append(".").append(fraction);
  return value;
}

std::string scaled(std::string_view value, int power) {
  const std::size_t point = std::min(value.find('.'), value.size());
  std::string digits(value.substr(0, point));
  if (point < value.size()) digits += value.substr(point + 1);
  std::ptrdiff_t place = static_cast<std::ptrdiff_t>(point) + power;
  if (place < 1) {
    digits.insert(0, static_cast<std::size_t>(1 - place), '0');
    place = 1;
  }
  const auto cut = static_cast<std::size_t>(place);
  if (digits.size() < cut) digits.append(cut - digits.size(), '0');
  return canonical(std::string_view(digits).substr(0, cut), std::string_view(digits).substr(cut));
}

std::optional<int> small_integer(std::string_view value) {
  if (value.empty() || value.size() > 9) return std::nullopt;
  int number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

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
      Chain chain = chain_at(text, at, style);
      if (is_component(text, at)) chain.groups.resize(1), chain.separators.clear();
      Figure numeral = interpret(chain, at, style);
      add_units(text, style, numeral);
      return numeral;
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
