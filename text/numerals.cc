#include "text/numerals.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <optional>
#include <string>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr uint32_t kMostValue = 99999;

std::optional<Numeral> decimal_at(std::string_view text, std::size_t at) {
  uint32_t value = 0;
  std::size_t end = at;
  int zero = -1;  // code point of the zero: digits of two scripts are no number
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (!is_digit(c.value)) break;
    const int this_zero = static_cast<int>(c.value) - digit_value(c.value);
    if (zero >= 0 && this_zero != zero) break;
    zero = this_zero;
    value = value * 10 + static_cast<uint32_t>(digit_value(c.value));
    if (value > kMostValue) return std::nullopt;
    end += c.bytes;
  }
  if (end == at) return std::nullopt;
  return Numeral{NumeralSystem::kDecimal, value, end - at};
}

int roman_digit(char32_t c) {
  switch (c | 0x20) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

std::string roman_of(uint32_t value) {
  static constexpr std::array<std::pair<uint32_t, const char*>, 13> kParts = {{{1000, "m"},
                                                                               {900, "cm"},
                                                                               {500, "d"},
                                                                               {400, "cd"},
                                                                               {100, "c"},
                                                                               {90, "xc"},
                                                                               {50, "l"},
                                                                               {40, "xl"},
                                                                               {10, "x"},
                                                                               {9, "ix"},
                                                                               {5, "v"},
                                                                               {4, "iv"},
                                                                               {1, "i"}}};
  std::string roman;
  for (const auto& [part, letters] : kParts) {
    for (; value >= part; value -= part) roman += letters;
  }
  return roman;
}

// ASCII letters of one case that are the canonical spelling of their value.
std::optional<Numeral> roman_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  uint32_t value = 0;
  std::string lower;
  const bool upper = at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
  int last = 0;
  while (end < text.size()) {
    const auto c = static_cast<unsigned char>(text[end]);
    const int digit = c < 0x80 && is_letter(c) ? roman_digit(c) : 0;
    if (digit == 0 || (c >= 'A' && c <= 'Z') != upper) break;
    value += static_cast<uint32_t>(digit);
    if (last < digit) value -= static_cast<uint32_t>(2 * last);
    last = digit;
    lower += static_cast<char>(c | 0x20);
    ++end;
  }
  if (end == at || end - at > 15 || value == 0 || value > 3999 || roman_of(value) != lower) {
    return std::nullopt;
  }
  return Numeral{upper ? NumeralSystem::kRomanUpper : NumeralSystem::kRomanLower, value, end - at};
}

// U+2160-217B: the twelve first Roman numerals as single characters.
std::optional<Numeral> roman_sign_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  if (c.value >= 0x2160 && c.value <= 0x216B) {
    return Numeral{NumeralSystem::kRomanUpper, static_cast<uint32_t>(c.value - 0x215F), c.bytes};
  }
  if (c.value >= 0x2170 && c.value <= 0x217B) {
    return Numeral{NumeralSystem::kRomanLower, static_cast<uint32_t>(c.value - 0x216F), c.bytes};
  }
  return std::nullopt;
}

int han_digit(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'○':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'贰':
    case U'貳':
      return 2;
    case U'三':
    case U'叁':
    case U'參':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
    case U'陸':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

uint32_t han_power(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    case U'廿':
      return 20;
    case U'卅':
      return 30;
    default:
      return 0;
  }
}

std::optional<Numeral> han_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  uint32_t total = 0;   // finished powers
  uint32_t digits = 0;  // digits since the last power
  int digit_count = 0;
  bool powers = false;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (const int digit = han_digit(c.value); digit >= 0) {
      digits = digits * 10 + static_cast<uint32_t>(digit);
      ++digit_count;
    } else if (const uint32_t power = han_power(c.value); power > 0) {
      total += power * (digit_count == 0 ? 1 : digits);
      digits = 0;
      digit_count = 0;
      powers = true;
    } else {
      break;
    }
    if (total + digits > kMostValue) return std::nullopt;
    end += c.bytes;
  }
  if (end == at || (!powers && digit_count == 1 && total + digits == 0)) return std::nullopt;
  return Numeral{NumeralSystem::kHan, total + digits, end - at};
}

// ① ⑴ ⒈ ㈠ ㊀ 🄂 and kin: characters whose compatibility form holds the number.
std::optional<Numeral> enclosed_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  const bool enclosed =
      (c.value >= 0x2460 && c.value <= 0x24FF) || (c.value >= 0x2776 && c.value <= 0x2793) ||
      (c.value >= 0x3200 && c.value <= 0x32BF) || (c.value >= 0x1F100 && c.value <= 0x1F10A);
  if (!enclosed) return std::nullopt;
  const double numeric = u_getNumericValue(static_cast<UChar32>(c.value));
  if (numeric >= 1 && numeric <= 100) {
    return Numeral{NumeralSystem::kEnclosed, static_cast<uint32_t>(numeric), c.bytes};
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString form;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) || !compose->getDecomposition(static_cast<UChar32>(c.value), form)) {
    return std::nullopt;
  }
  std::string inner;
  form.toUTF8String(inner);
  for (std::size_t i = 0; i < inner.size(); i += code_point_at(inner, i).bytes) {
    const CodePoint d = code_point_at(inner, i);
    if (const int digit = han_digit(d.value); digit > 0 || d.value == U'十') {
      const auto han = han_at(inner, i);
      if (han) return Numeral{NumeralSystem::kEnclosed, han->value, c.bytes};
    }
    if (d.value >= 'a' && d.value <= 'z') {
      return Numeral{NumeralSystem::kEnclosed, d.value - 'a' + 1, c.bytes};
    }
  }
  return std::nullopt;
}

std::optional<Numeral> ethiopic_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  uint32_t total = 0;
  uint32_t below_hundred = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (c.value >= 0x1369 && c.value <= 0x1371) {
      below_hundred += static_cast<uint32_t>(c.value - 0x1368);
    } else if (c.value >= 0x1372 && c.value <= 0x137A) {
      below_hundred += static_cast<uint32_t>((c.value - 0x1371) * 10);
    } else if (c.value == 0x137B) {
      total += 100 * (below_hundred == 0 ? 1 : below_hundred);
      below_hundred = 0;
    } else {
      break;
    }
    end += c.bytes;
    if (total + below_hundred > kMostValue) return std::nullopt;
  }
  if (end == at) return std::nullopt;
  return Numeral{NumeralSystem::kEthiopic, total + below_hundred, end - at};
}

int hebrew_letter_value(char32_t c) {
  static constexpr std::array<int, 27> kValues = {1,  2,  3,  4,  5,  6,   7,   8,   9,
                                                  10, 20, 20, 30, 40, 40,  50,  50,  60,
                                                  70, 80, 80, 90, 90, 100, 200, 300, 400};
  return c >= 0x05D0 && c <= 0x05EA ? kValues[c - 0x05D0] : 0;
}

// Letters of falling value, with or without geresh and gershayim; טו and טז for 15 and 16.
std::optional<Numeral> hebrew_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  uint32_t value = 0;
  int last = 1000;
  int letters = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (c.value == 0x05F3 || c.value == 0x05F4 ||
        (letters > 0 && (c.value == '"' || c.value == '\''))) {
      end += c.bytes;
      continue;
    }
    const int letter = hebrew_letter_value(c.value);
    if (letter == 0) break;
    if (letter > last || (letter == last && letter != 400) || ++letters > 4) return std::nullopt;
    value += static_cast<uint32_t>(letter);
    last = letter;
    end += c.bytes;
  }
  if (letters == 0 || value > 999) return std::nullopt;
  return Numeral{NumeralSystem::kHebrew, value, end - at};
}

bool letter_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  return c.bytes > 0 && is_letter(c.value);
}

}  // namespace

std::vector<Numeral> numerals_at(std::string_view text, std::size_t at) {
  std::vector<Numeral> all;
  const CodePoint first = code_point_at(text, at);
  if (first.bytes == 0) return all;
  const auto add = [&all](const std::optional<Numeral>& numeral) {
    if (numeral) all.push_back(*numeral);
  };
  if (is_digit(first.value)) {
    add(decimal_at(text, at));
    return all;
  }
  if (first.value < 0x80) {
    const auto roman = roman_at(text, at);
    if (roman && !letter_at(text, at + roman->bytes)) all.push_back(*roman);
    return all;
  }
  add(roman_sign_at(text, at));
  add(enclosed_at(text, at));
  add(ethiopic_at(text, at));
  const auto hebrew = hebrew_at(text, at);
  if (hebrew && !letter_at(text, at + hebrew->bytes)) all.push_back(*hebrew);
  add(han_at(text, at));
  return all;
}

}  // namespace synoptic
