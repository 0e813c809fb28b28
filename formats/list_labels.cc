#include "formats/list_labels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "text/characters.h"

namespace synoptic {

namespace {

enum class System : uint8_t { kDigits, kAlphabet, kRoman, kHan, kHebrew, kBullet };

struct Counter {
  std::string_view name;
  System system;
  std::string_view symbols;  // kDigits: that for nought; kAlphabet: all; kBullet: itself
  std::string_view after = ".";
};

constexpr std::string_view kLatin = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kHan = "、";

constexpr Counter kCounters[] = {
    {"decimal", System::kDigits, "0"},
    {"lower-alpha", System::kAlphabet, kLatin},
    {"lower-latin", System::kAlphabet, kLatin},
    {"upper-alpha", System::kAlphabet, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {"upper-latin", System::kAlphabet, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {"lower-roman", System::kRoman, "ivxlcdm"},
    {"upper-roman", System::kRoman, "IVXLCDM"},
    {"lower-greek", System::kAlphabet, "αβγδεζηθικλμνξοπρστυφχψω"},
    {"arabic-indic", System::kDigits, "٠"},
    {"persian", System::kDigits, "۰"},
    {"devanagari", System::kDigits, "०"},
    {"bengali", System::kDigits, "০"},
    {"gurmukhi", System::kDigits, "੦"},
    {"gujarati", System::kDigits, "૦"},
    {"oriya", System::kDigits, "୦"},
    {"tamil", System::kDigits, "௦"},
    {"telugu", System::kDigits, "౦"},
    {"kannada", System::kDigits, "೦"},
    {"malayalam", System::kDigits, "൦"},
    {"thai", System::kDigits, "๐"},
    {"lao", System::kDigits, "໐"},
    {"tibetan", System::kDigits, "༠"},
    {"myanmar", System::kDigits, "၀"},
    {"khmer", System::kDigits, "០"},
    {"cambodian", System::kDigits, "០"},
    {"mongolian", System::kDigits, "᠐"},
    {"cjk-ideographic", System::kHan, "〇一二三四五六七八九", kHan},
    {"trad-chinese-informal", System::kHan, "〇一二三四五六七八九", kHan},
    {"simp-chinese-informal", System::kHan, "〇一二三四五六七八九", kHan},
    {"japanese-informal", System::kHan, "〇一二三四五六七八九", kHan},
    {"cjk-earthly-branch", System::kAlphabet, "子丑寅卯辰巳午未申酉戌亥", kHan},
    {"cjk-heavenly-stem", System::kAlphabet, "甲乙丙丁戊己庚辛壬癸", kHan},
    {"hiragana", System::kAlphabet,
     "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
     kHan},
    {"katakana", System::kAlphabet,
     "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
     kHan},
    {"katakana-iroha", System::kAlphabet,
     "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
     "ス",
     kHan},
    {"hangul", System::kAlphabet, "가나다라마바사아자차카타파하"},
    {"hebrew", System::kHebrew, ""},
    {"disc", System::kBullet, "•", ""},
    {"circle", System::kBullet, "◦", ""},
    {"square", System::kBullet, "▪", ""},
};

const Counter* counter_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(kCounters), std::end(kCounters),
                                   [&](const Counter& counter) { return counter.name == name; });
  return found == std::end(kCounters) ? nullptr : found;
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    all.emplace_back(text.substr(at, c.bytes));
    at += c.bytes;
  }
  return all;
}

std::string in_alphabet(const std::vector<std::string>& letters, int64_t number) {
  std::string written;
  const auto size = static_cast<int64_t>(letters.size());
  for (; number > 0; number = (number - 1) / size) {
    written.insert(0, letters[static_cast<std::size_t>((number - 1) % size)]);
  }
  return written;
}

std::string in_digits(std::string_view nought, int64_t number) {
  const char32_t zero = code_point_at(nought, 0).value;
  std::string written;
  for (const char c : std::to_string(number)) {
    written += c == '-' ? "-" : to_utf8(zero + static_cast<char32_t>(c - '0'));
  }
  return written;
}

std::string in_roman(std::string_view letters, int64_t number) {
  std::string written;
  int64_t one = 1000;
  for (std::size_t at = 6;; at -= 2, one /= 10) {
    const int64_t digit = number / one % 10;
    const char unit = letters[at];
    if (digit == 9) {
      written += {unit, letters[at + 2]};
    } else if (digit == 4) {
      written += {unit, letters[at + 1]};
    } else {
      if (digit >= 5) written += letters[at + 1];
      written.append(static_cast<std::size_t>(digit % 5), unit);
    }
    if (at == 0) return written;
  }
}

// 12 is 十二, 305 is 三百〇五; 110 is 一百一十.
std::string in_han(const std::vector<std::string>& digits, int64_t number) {
  constexpr std::array<std::string_view, 4> kUnits = {"", "十", "百", "千"};
  std::string written;
  bool skipped = false;
  for (int place = 3; place >= 0; --place) {
    int64_t unit = 1;
    for (int i = 0; i < place; ++i) unit *= 10;
    const auto digit = static_cast<std::size_t>(number / unit % 10);
    if (digit == 0) {
      skipped = !written.empty();
      continue;
    }
    if (skipped) written += digits[0];
    skipped = false;
    if (!(place == 1 && digit == 1 && number < 20)) written += digits[digit];
    written += kUnits[static_cast<std::size_t>(place)];
  }
  return written;
}

std::string in_hebrew(int64_t number) {
  constexpr std::array<std::string_view, 10> kOnes = {"",  "א", "ב", "ג", "ד",
                                                      "ה", "ו", "ז", "ח", "ט"};
  constexpr std::array<std::string_view, 10> kTens = {"",  "י", "כ", "ל", "מ",
                                                      "נ", "ס", "ע", "פ", "צ"};
  constexpr std::array<std::string_view, 5> kHundreds = {"", "ק", "ר", "ש", "ת"};
  std::string written(kHundreds[static_cast<std::size_t>(number / 100)]);
  // 15 and 16 are not written as the name of God begins.
  if (number % 100 == 15) return written + "טו";
  if (number % 100 == 16) return written + "טז";
  written += kTens[static_cast<std::size_t>(number / 10 % 10)];
  written += kOnes[static_cast<std::size_t>(number % 10)];
  return written;
}

// The number without what stands around it; empty where the counter has no such number.
std::string written(const Counter& counter, int64_t number) {
  switch (counter.system) {
    case System::kDigits:
      return in_digits(counter.symbols, number);
    case System::kAlphabet:
      return number > 0 ? in_alphabet(characters_of(counter.symbols), number) : std::string();
    case System::kRoman:
      return number > 0 && number < 4000 ? in_roman(counter.symbols, number) : std::string();
    case System::kHan:
      return number > 0 && number < 10000 ? in_han(characters_of(counter.symbols), number)
                                          : std::string();
    case System::kHebrew:
      return number > 0 && number < 500 ? in_hebrew(number) : std::string();
    case System::kBullet:
      return std::string(counter.symbols);
  }
  return {};
}

ListStyle style_of(const Counter& counter) {
  return {std::string(counter.name), "", std::string(counter.after)};
}

bool is_dash_or_bullet(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0x25E6 || c == 0x25AA ||
         c == 0xB7;
}

bool is_closing(char32_t c) {
  return c == '.' || c == ')' || c == 0xFF09 || c == 0x3001 || c == 0xFF0E;
}

}  // namespace

bool ListStyle::counts() const {
  const Counter* known = counter_named(counter);
  return known != nullptr && known->system != System::kBullet;
}

ListStyle list_style_of_css(std::string_view value) {
  value = trim(value);
  if (value == "none") return {"none", "", ""};
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) {
    return {"string", std::string(trim(value.substr(1, value.size() - 2))), ""};
  }
  const Counter* known = counter_named(value);
  return known ? style_of(*known) : ListStyle{};
}

ListStyle list_style_of_type(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"a", "lower-alpha"}, {"A", "upper-alpha"}, {"i", "lower-roman"}, {"I", "upper-roman"}};
  for (const auto& [letter, name] : kTypes) {
    if (letter == type) return list_style_of_css(name);
  }
  return list_style_of_css(type);
}

ListStyle list_style_of_symbol(std::string_view symbol) {
  const std::size_t at = symbol.find_first_of("aAiI1");
  if (at == std::string_view::npos) return {};
  ListStyle style = list_style_of_type(symbol.substr(at, 1));
  style.before = symbol.substr(0, at);
  style.after = symbol.substr(at + 1);
  return style;
}

std::string list_label(const ListStyle& style, int64_t number) {
  if (style.is_none()) return {};
  if (style.counter == "string") return style.before;
  const Counter* counter = counter_named(style.counter);
  std::string label = counter ? written(*counter, number) : std::string();
  if (label.empty()) label = std::to_string(number);
  return style.before + label + style.after;
}

bool begins_with_label(std::string_view text, int64_t number) {
  text = trim(text);
  std::size_t at = 0;
  const CodePoint first = code_point_at(text, 0);
  if (is_dash_or_bullet(first.value)) return is_space(code_point_at(text, first.bytes).value);
  if (first.value == '(' || first.value == 0xFF08) at = first.bytes;
  for (const Counter& counter : kCounters) {
    if (counter.system == System::kBullet) continue;
    const std::string label = written(counter, number);
    if (label.empty() || !text.substr(at).starts_with(label)) continue;
    if (is_closing(code_point_at(text, at + label.size()).value)) return true;
  }
  return false;
}

}  // namespace synoptic
