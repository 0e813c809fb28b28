#include "text/digits.h"

#include <unicode/dcfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace synoptic {
namespace {

constexpr char32_t kArabicDecimal = 0x066B;
constexpr char32_t kArabicThousands = 0x066C;

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
  bool breaks = false;               // a line may break at the first separator
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

// How many groups of three digits, each behind a space, follow `at`.
std::size_t spaced_groups(const FoldedText& text, std::size_t at) {
  std::size_t count = 0;
  while (folded_at(text, at) == U' ' && digits_from(text, at + 1).size() == 3) {
    ++count;
    at += 4;
  }
  return count;
}

// Whether the space at `at` can be one between thousands.
bool groups_by_space(const FoldedText& text, std::size_t at, const Chain& chain) {
  return chain.groups.front().size() <= 3 && spaced_groups(text, at) > 0;
}

Chain chain_at(const FoldedText& text, std::size_t at) {
  Chain chain;
  chain.groups.push_back(digits_from(text, at));
  std::size_t end = at + chain.groups.back().size();
  chain.ends.push_back(end);
  while (is_separator(folded_at(text, end))) {
    const std::string group = digits_from(text, end + 1);
    const char32_t separator = text[end].folded;
    if (group.empty()) break;
    if (separator == U' ' && !groups_by_space(text, end, chain)) break;
    if (chain.separators.empty()) chain.breaks = text[end].printed == U' ';
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
    // "Article 5 100 people" where the language does not group by spaces.
    if (chain.breaks && style.grouping != U' ' && chain.groups[1].front() != '0') {
      numeral.alternatives = {canonical(chain.groups[0], {}), canonical(chain.groups[1], {})};
    }
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

Figure read_digits(const FoldedText& text, std::size_t at, const NumberStyle& style) {
  Chain chain = chain_at(text, at);
  if (is_component(text, at)) {
    chain.groups.resize(1);
    chain.separators.clear();
  }
  return interpret(chain, at, style);
}

}  // namespace synoptic
