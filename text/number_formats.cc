#include "text/number_formats.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "text/characters.h"
#include "text/spelled_number.h"

namespace synoptic {

namespace {

constexpr uint32_t kMostLetters = 780;  // Word counts no further in letters: 30 times "z"
constexpr uint32_t kMostRoman = 32767;
constexpr uint32_t kMostHan = 99999999;

std::string utf8_of(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) utf8 += to_utf8(c);
  return utf8;
}

// ---- rows of letters and signs ------------------------------------------------------------------

enum class After : uint8_t {
  kDoubles,  // "z", "aa", "bb"
  kFigures,  // "⑳", "21"
  kCycles,   // "하", "가"
  kHeads,    // the last letter stands in front: "ת", "תא"
};

struct Row {
  std::string_view format;
  std::u32string_view signs;
  After after;
};

constexpr Row kRows[] = {
    {"lowerLetter", U"abcdefghijklmnopqrstuvwxyz", After::kDoubles},
    {"upperLetter", U"ABCDEFGHIJKLMNOPQRSTUVWXYZ", After::kDoubles},
    {"russianLower", U"абвгдежзиклмнопрстуфхцчшщыэюя", After::kDoubles},
    {"russianUpper", U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ", After::kDoubles},
    {"thaiLetters", U"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", After::kDoubles},
    {"arabicAlpha", U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي", After::kDoubles},
    {"arabicAbjad", U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", After::kDoubles},
    {"hebrew2", U"אבגדהוזחטיכלמנסעפצקרשת", After::kHeads},
    {"hindiVowels", U"कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह", After::kDoubles},
    {"hindiConsonants", U"अआइईउऊऋऌऍऎएऐऑऒओऔ", After::kDoubles},
    {"ganada", U"가나다라마바사아자차카타파하", After::kCycles},
    {"chosung", U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", After::kCycles},
    {"aiueo", U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ", After::kCycles},
    {"aiueoFullWidth",
     U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲ"
     U"ン",
     After::kCycles},
    {"iroha", U"ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ", After::kCycles},
    {"irohaFullWidth",
     U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
     U"スン",
     After::kCycles},
    {"decimalEnclosedCircle", U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", After::kFigures},
    {"decimalEnclosedCircleChinese", U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", After::kFigures},
    {"decimalEnclosedFullstop", U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", After::kFigures},
    {"decimalEnclosedParen", U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", After::kFigures},
    {"ideographEnclosedCircle", U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", After::kFigures},
    {"ideographTraditional", U"甲乙丙丁戊己庚辛壬癸", After::kFigures},
    {"ideographZodiac", U"子丑寅卯辰巳午未申酉戌亥", After::kFigures},
    {"chicago", U"*†‡§", After::kDoubles},
};

std::string in_row(const Row& row, uint32_t number) {
  const auto length = static_cast<uint32_t>(row.signs.size());
  const std::string sign = to_utf8(row.signs[(number - 1) % length]);
  const uint32_t rounds = (number - 1) / length;
  std::string made;
  switch (row.after) {
    case After::kDoubles:
      for (uint32_t i = 0; i <= rounds; ++i) made += sign;
      return made;
    case After::kHeads:
      for (uint32_t i = 0; i < rounds; ++i) made += to_utf8(row.signs.back());
      return made + sign;
    case After::kCycles:
      break;
    case After::kFigures:
      return rounds > 0 ? std::to_string(number) : sign;
  }
  return sign;
}

// ---- figures of other scripts -------------------------------------------------------------------

struct Figures {
  std::string_view format;
  std::u32string_view digits;  // from 0 to 9
};

constexpr Figures kFigures[] = {
    {"decimalFullWidth", U"０１２３４５６７８９"},
    {"decimalFullWidth2", U"０１２３４５６７８９"},
    {"hindiNumbers", U"०१२३४५६७८९"},
    {"thaiNumbers", U"๐๑๒๓๔๕๖๗๘๙"},
    {"koreanDigital", U"영일이삼사오육칠팔구"},
    {"koreanDigital2", U"零一二三四五六七八九"},
    {"ideographDigital", U"〇一二三四五六七八九"},
    {"japaneseDigitalTenThousand", U"〇一二三四五六七八九"},
    {"taiwaneseDigital", U"○一二三四五六七八九"},
};

std::string in_figures(std::u32string_view digits, uint32_t number) {
  std::string made;
  for (const char c : std::to_string(number)) {
    made += to_utf8(digits[static_cast<std::size_t>(c - '0')]);
  }
  return made;
}

// The digits of a script stand in a row.
std::string in_digits_from(char32_t zero, uint32_t number) {
  std::string made;
  for (const char c : std::to_string(number)) {
    made += to_utf8(zero + static_cast<char32_t>(c - '0'));
  }
  return made;
}

// ---- numbers of digits and powers of ten --------------------------------------------------------

struct Powers {
  std::string_view format;
  std::u32string_view digits;  // from 0 to 9
  std::u32string_view powers;  // 10, 100, 1000, 10000
  bool one_before_powers;      // 一百, not 百; a leading 10 has none where bare_ten
  bool bare_ten;               // 十一 for 11
  bool says_gaps;              // 一百零一
  uint32_t most;               // above it, figures with 〇 or its like
};

constexpr uint32_t kAll = kMostHan;

constexpr Powers kPowers[] = {
    {"chineseCounting", U"○一二三四五六七八九", U"十百千万", true, true, true, 99},
    {"taiwaneseCounting", U"○一二三四五六七八九", U"十百千萬", true, true, true, 99},
    {"chineseCountingThousand", U"零一二三四五六七八九", U"十百千万", true, true, true, kAll},
    {"taiwaneseCountingThousand", U"零一二三四五六七八九", U"十百千萬", true, true, true, kAll},
    {"japaneseCounting", U"〇一二三四五六七八九", U"十百千万", false, true, false, kAll},
    {"japaneseLegal", U"〇壱弐参四伍六七八九", U"拾百阡萬", true, false, false, kAll},
    {"chineseLegalSimplified", U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟万", true, false, true, kAll},
    {"ideographLegalTraditional", U"零壹貳參肆伍陸柒捌玖", U"拾佰仟萬", true, false, true, kAll},
    {"koreanCounting", U"영일이삼사오육칠팔구", U"십백천만", false, true, false, kAll},
};

// 1 to 9999.  `leads`: nothing stands in front.
std::u32string below_ten_thousand(const Powers& powers, uint32_t number, bool leads) {
  std::u32string made;
  bool gap = false;
  for (int power = 3; power >= 0; --power) {
    const uint32_t scale = power == 3 ? 1000 : power == 2 ? 100 : power == 1 ? 10 : 1;
    const uint32_t digit = number / scale % 10;
    if (digit == 0) {
      gap = gap || !made.empty() || !leads;
      continue;
    }
    if (gap && powers.says_gaps) made += powers.digits[0];
    gap = false;
    const bool bare = power == 1 && powers.bare_ten && made.empty() && leads;
    const bool one = digit > 1 || power == 0 || (powers.one_before_powers && !bare);
    if (one) made += powers.digits[digit];
    if (power > 0) made += powers.powers[static_cast<std::size_t>(power - 1)];
  }
  return made;
}

std::string in_powers(const Powers& powers, uint32_t number) {
  if (number > powers.most || number == 0) return in_figures(powers.digits, number);
  std::u32string made;
  if (const uint32_t head = number / 10000; head > 0) {
    made = below_ten_thousand(powers, head, true) + powers.powers[3];
  }
  if (const uint32_t rest = number % 10000; rest > 0) {
    made += below_ten_thousand(powers, rest, made.empty());
  }
  return utf8_of(made);
}

// ---- others -------------------------------------------------------------------------------------

std::string roman(uint32_t number, bool upper) {
  struct Sign {
    uint32_t value;
    std::string_view upper, lower;
  };
  constexpr Sign kSigns[] = {
      {1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
      {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
      {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
  std::string made;
  for (const Sign& sign : kSigns) {
    for (; number >= sign.value; number -= sign.value) made += upper ? sign.upper : sign.lower;
  }
  return made;
}

// Letters as numbers, their values added: קכג is 123; 15 and 16 are 9 + 6 and 9 + 7.
std::string hebrew(uint32_t number) {
  constexpr std::u32string_view kUnits = U"אבגדהוזחט";
  constexpr std::u32string_view kTens = U"יכלמנסעפצ";
  constexpr std::u32string_view kHundreds = U"קרשת";
  std::u32string made;
  for (; number >= 400; number -= 400) made += kHundreds[3];
  if (number >= 100) made += kHundreds[number / 100 - 1];
  number %= 100;
  if (number == 15 || number == 16) {
    made += kUnits[8];
    number -= 9;
  }
  if (number >= 10) made += kTens[number / 10 - 1];
  if (number % 10 > 0) made += kUnits[number % 10 - 1];
  return utf8_of(made);
}

// Greek numerals to 999: ια, στ, ρκγ.
std::string greek(uint32_t number, bool upper) {
  constexpr std::array<std::u32string_view, 10> kUnits = {U"",  U"α",  U"β", U"γ", U"δ",
                                                          U"ε", U"στ", U"ζ", U"η", U"θ"};
  constexpr std::u32string_view kTens = U"ικλμνξοπϟ";
  constexpr std::u32string_view kHundreds = U"ρστυφχψωϡ";
  if (number > 999) return std::to_string(number);
  std::u32string made;
  if (number >= 100) made += kHundreds[number / 100 - 1];
  if (number / 10 % 10 > 0) made += kTens[number / 10 % 10 - 1];
  made += kUnits[number % 10];
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(utf8_of(made));
  if (upper) unicode.toUpper(icu::Locale::getRoot());
  std::string utf8;
  return unicode.toUTF8String(utf8);
}

// The ten stems and twelve branches side by side: 甲子, 乙丑, to 60.
std::string sexagenary(uint32_t number) {
  constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
  constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";
  if (number > 60) return std::to_string(number);
  return to_utf8(kStems[(number - 1) % 10]) + to_utf8(kBranches[(number - 1) % 12]);
}

// 하나, 열하나, 스물: to 99.
std::string native_korean(uint32_t number) {
  constexpr std::array<std::string_view, 10> kUnits = {"",     "하나", "둘",   "셋",   "넷",
                                                       "다섯", "여섯", "일곱", "여덟", "아홉"};
  constexpr std::array<std::string_view, 10> kTens = {"",   "열",   "스물", "서른", "마흔",
                                                      "쉰", "예순", "일흔", "여든", "아흔"};
  if (number > 99) return format_number(number, "koreanCounting", "ko");
  return std::string(kTens[number / 10]) + std::string(kUnits[number % 10]);
}

std::string with_capital(std::string text, std::string_view language) {
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  const int32_t first = unicode.moveIndex32(0, 1);
  icu::UnicodeString head(unicode, 0, first);
  UErrorCode status = U_ZERO_ERROR;
  head.toTitle(
      nullptr,
      icu::Locale::forLanguageTag(
          icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status));
  std::string made;
  unicode.replace(0, first, head).toUTF8String(made);
  return made;
}

std::string hexadecimal(uint32_t number) {
  std::string made;
  for (; number > 0; number /= 16) made.insert(made.begin(), "0123456789ABCDEF"[number % 16]);
  return made;
}

using Maker = std::function<std::string(uint32_t number, std::string_view language)>;

std::map<std::string_view, Maker> other_formats() {
  const auto spelled = [](SpelledKind kind) {
    return [kind](uint32_t n, std::string_view language) {
      return with_capital(spelled_number(n, kind, language), language);
    };
  };
  const auto spelled_in = [](std::string_view language) {
    return [language](uint32_t n, std::string_view) {
      return spelled_number(n, SpelledKind::kCardinal, language);
    };
  };
  const auto padded = [](std::size_t width) {
    return [width](uint32_t n, std::string_view) {
      const std::string figures = std::to_string(n);
      return std::string(width - std::min(width, figures.size()), '0') + figures;
    };
  };
  const auto in_roman = [](bool upper) {
    return [upper](uint32_t n, std::string_view) {
      return n > kMostRoman ? std::to_string(n) : roman(n, upper);
    };
  };
  return {
      {"none", [](uint32_t, std::string_view) { return std::string(); }},
      {"bullet", [](uint32_t, std::string_view) { return std::string(); }},
      {"decimalZero", padded(2)},
      {"custom3", padded(3)},
      {"custom4", padded(4)},
      {"custom5", padded(5)},
      {"upperRoman", in_roman(true)},
      {"lowerRoman", in_roman(false)},
      {"numberInDash",
       [](uint32_t n, std::string_view) { return "- " + std::to_string(n) + " -"; }},
      {"greekLower", [](uint32_t n, std::string_view) { return greek(n, false); }},
      {"greekUpper", [](uint32_t n, std::string_view) { return greek(n, true); }},
      {"hex", [](uint32_t n, std::string_view) { return hexadecimal(n); }},
      {"hebrew1", [](uint32_t n, std::string_view) { return hebrew(n); }},
      {"ideographZodiacTraditional", [](uint32_t n, std::string_view) { return sexagenary(n); }},
      {"koreanLegal", [](uint32_t n, std::string_view) { return native_korean(n); }},
      {"ordinal",
       [](uint32_t n, std::string_view language) {
         return spelled_number(n, SpelledKind::kOrdinalFigures, language);
       }},
      {"cardinalText", spelled(SpelledKind::kCardinal)},
      {"ordinalText", spelled(SpelledKind::kOrdinal)},
      {"thaiCounting", spelled_in("th")},
      {"hindiCounting", spelled_in("hi")},
      {"vietnameseCounting", spelled_in("vi")},
  };
}

template <typename Table>
auto find_format(const Table& table, std::string_view format) {
  return std::find_if(std::begin(table), std::end(table),
                      [&](const auto& entry) { return entry.format == format; });
}

}  // namespace

std::string format_number(uint32_t number, std::string_view format, std::string_view language) {
  static const std::map<std::string_view, Maker> others = other_formats();
  if (format == "none" || format == "bullet") return {};
  if (const auto figures = find_format(kFigures, format); figures != std::end(kFigures)) {
    return in_figures(figures->digits, number);
  }
  if (const auto powers = find_format(kPowers, format); powers != std::end(kPowers)) {
    return in_powers(*powers, number);
  }
  const auto row = find_format(kRows, format);
  if (row != std::end(kRows) && number > 0 && number <= kMostLetters) return in_row(*row, number);
  if (const CodePoint one = code_point_at(format, 0);
      one.bytes == format.size() && is_digit(one.value) && digit_value(one.value) == 1) {
    return in_digits_from(one.value - 1, number);
  }
  const auto other = others.find(format);
  const bool zero_has_form = format == "decimalZero" || format.starts_with("custom");
  if (other == others.end() || (number == 0 && !zero_has_form)) return std::to_string(number);
  return other->second(number, language);
}

}  // namespace synoptic
