#include "text/units.h"

#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace synoptic {
namespace {

// A name so long may be inflected by so many letters more.
constexpr std::size_t kLeastStem = 4;
constexpr std::size_t kMostAdded = 3;
// How much of the text around a number is looked at, in bytes.
constexpr uint32_t kBytesBehind = 96;
constexpr uint32_t kBytesBefore = 32;
// Between a number and its unit: "thirty (30) days", "30 working days".
constexpr std::size_t kLongestBetween = 12;
// One, two, a few, many and fractions take other forms of a name.
constexpr std::array<double, 6> kCounts = {1, 2, 3, 5, 100, 1.5};
// A word of a currency's name by itself must be so long, unless its script needs no more.
constexpr std::size_t kLeastSharedWord = 4;
constexpr std::size_t kFewestSharing = 2;
constexpr std::size_t kShortestLetters = 3;

struct Unit {
  icu::MeasureUnit (*unit)();
  std::string_view meaning;
};
constexpr std::array kUnits = std::to_array<Unit>({
    {icu::MeasureUnit::getYear, "year"},
    {icu::MeasureUnit::getMonth, "month"},
    {icu::MeasureUnit::getWeek, "week"},
    {icu::MeasureUnit::getDay, "day"},
    {icu::MeasureUnit::getHour, "hour"},
    {icu::MeasureUnit::getMinute, "minute"},
    {icu::MeasureUnit::getPercent, "percent"},
    {icu::MeasureUnit::getPermille, "permille"},
    {icu::MeasureUnit::getKilometer, "kilometre"},
    {icu::MeasureUnit::getMeter, "metre"},
    {icu::MeasureUnit::getCentimeter, "centimetre"},
    {icu::MeasureUnit::getMillimeter, "millimetre"},
    {icu::MeasureUnit::getHectare, "hectare"},
    {icu::MeasureUnit::getKilogram, "kilogram"},
    {icu::MeasureUnit::getGram, "gram"},
    {icu::MeasureUnit::getLiter, "litre"},
    {icu::MeasureUnit::getNauticalMile, "nautical mile"},
});

struct Smaller {
  std::string_view meaning;
  SmallerUnit smaller;
};
constexpr std::array kSmaller =
    std::to_array<Smaller>({{"year", {"month", 12}}, {"week", {"day", 7}}, {"day", {"hour", 24}}});

// Signs that all languages share.
struct Sign {
  char32_t sign;
  std::string_view meaning;
};
constexpr std::array kSigns = std::to_array<Sign>(
    {{U'%', "percent"}, {U'٪', "percent"}, {U'％', "percent"}, {U'‰', "permille"}});

std::u32string folded_of(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return folded(utf8);
}

// `form` without its figures and the space beside them; empty where none are in it.
std::u32string without_figures(const std::u32string& form) {
  const auto is_figure = [](char32_t c) {
    return (c >= U'0' && c <= U'9') || c == U'.' || c == U',' || c == 0x66B;
  };
  const auto first = std::find_if(form.begin(), form.end(), is_figure);
  if (first == form.end()) return form;
  const auto last = std::find_if_not(first, form.end(), is_figure);
  std::u32string name(form.begin(), first);
  name.append(last, form.end());
  while (!name.empty() && name.front() == U' ') name.erase(name.begin());
  while (!name.empty() && name.back() == U' ') name.pop_back();
  return name;
}

bool has_letter(const std::u32string& name) {
  return std::any_of(name.begin(), name.end(), [](char32_t c) { return is_letter(c); });
}

icu::Locale locale_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
}

void add_units(const icu::Locale& locale, UnitTable& behind) {
  for (const Unit& unit : kUnits) {
    const auto formatter = icu::number::NumberFormatter::withLocale(locale)
                               .unit(unit.unit())
                               .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
    for (const double count : kCounts) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::UnicodeString form = formatter.formatDouble(count, status).toString(status);
      if (U_FAILURE(status)) continue;
      const std::u32string name = without_figures(folded_of(form));
      if (has_letter(name)) behind.add_folded(name, unit.meaning);
    }
  }
}

// Names, signs and codes of the currencies that are money today.
class CurrencyNames {
 public:
  CurrencyNames(const icu::Locale& locale, UnitTable& table) : locale_(locale), table_(table) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration* codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    int32_t length = 0;
    while (const char* code = uenum_next(codes, &length, &status)) {
      if (U_FAILURE(status)) break;
      add(code);
    }
    uenum_close(codes);
    for (const auto& [word, sharing] : sharing_) {
      if (sharing.size() < kFewestSharing) continue;
      for (const std::string& code : sharing) table_.add_folded(word, code);
    }
  }

 private:
  void add(const std::string& code) {
    icu::UnicodeString iso = icu::UnicodeString::fromUTF8(code);
    table_.add(code, code);
    for (const auto style : {UCURR_SYMBOL_NAME, UCURR_NARROW_SYMBOL_NAME, UCURR_LONG_NAME}) {
      UErrorCode status = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar* name = ucurr_getName(iso.getTerminatedBuffer(), locale_.getName(), style,
                                        nullptr, &length, &status);
      if (U_SUCCESS(status)) add_name(icu::UnicodeString(name, length), code);
    }
    for (const char* count : {"one", "few", "many", "other"}) {
      UErrorCode status = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar* name = ucurr_getPluralName(iso.getTerminatedBuffer(), locale_.getName(), nullptr,
                                              count, &length, &status);
      if (U_SUCCESS(status)) add_name(icu::UnicodeString(name, length), code);
    }
  }

  void add_name(const icu::UnicodeString& text, const std::string& code) {
    const std::u32string name = folded_of(text);
    // "L" and "kr" stand behind a number for other things.
    const bool letters = std::all_of(name.begin(), name.end(),
                                     [](char32_t c) { return is_letter(c) && !is_unspaced(c); });
    if (letters && name.size() < kShortestLetters) return;
    table_.add_folded(name, code);
    // The first or the last word names the kind: "franc suisse", "US dollar".
    const std::size_t first = name.find_first_of(U" -");
    if (first == std::u32string::npos) {
      sharing_[name].insert(code);
      return;
    }
    const std::size_t last = name.find_last_of(U" -") + 1;
    if (first >= kLeastSharedWord) sharing_[name.substr(0, first)].insert(code);
    if (name.size() - last >= kLeastSharedWord) sharing_[name.substr(last)].insert(code);
  }

  const icu::Locale& locale_;
  UnitTable& table_;
  std::map<std::u32string, std::set<std::string>> sharing_;
};

struct LanguageUnits {
  UnitTable measures;
  UnitTable currencies;

  explicit LanguageUnits(std::string_view language) {
    const icu::Locale locale = locale_of(language);
    for (const Sign& sign : kSigns) measures.add_folded({sign.sign}, sign.meaning);
    add_units(locale, measures);
    CurrencyNames(locale, currencies);
  }

  static const LanguageUnits& of(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<LanguageUnits>, std::less<>> known;
    const std::scoped_lock lock(mutex);
    const auto found = known.find(language);
    if (found != known.end()) return *found->second;
    return *known.emplace(language, std::make_unique<LanguageUnits>(language)).first->second;
  }
};

// Finds the unit of one number in the text around it.
class UnitFinder {
 public:
  UnitFinder(std::string_view text, Span number, std::string_view language, const UnitTable* own)
      : text_(text), number_(number), units_(LanguageUnits::of(language)), own_(own) {}

  std::optional<NamedUnit> find() const {
    const std::size_t least = number_.end;
    const auto behind =
        static_cast<uint32_t>(std::min<std::size_t>(text_.size(), least + kBytesBehind));
    const FoldedText rest = folded_text_of(text_.substr(number_.end, behind - number_.end));
    std::size_t at = skip_spaces(rest, 0);
    at = skip_brackets(rest, at);
    if (auto unit = unit_at(rest, at, number_.end)) return unit;
    if (auto money = before()) return money;
    if (kind_at(rest, at) != CharacterKind::kLetter || is_unspaced(rest[at].folded)) {
      return std::nullopt;
    }
    const std::size_t end = word_end(rest, at);
    if (end - at > kLongestBetween || kind_at(rest, end) != CharacterKind::kSpace) {
      return std::nullopt;
    }
    return unit_at(rest, skip_spaces(rest, end), number_.end);
  }

 private:
  // "thirty (30) days", "30) days"
  static std::size_t skip_brackets(const FoldedText& text, std::size_t at) {
    if (folded_at(text, at) == U'(') {
      std::size_t end = at;
      while (end < text.size() && text[end].folded != U')') ++end;
      if (end < text.size()) at = end;
    }
    return folded_at(text, at) == U')' ? skip_spaces(text, at + 1) : at;
  }

  std::optional<NamedUnit> unit_at(const FoldedText& text, std::size_t at, uint32_t offset) const {
    if (at >= text.size()) return std::nullopt;
    const std::array<const UnitTable*, 3> tables = {own_, &units_.measures, &units_.currencies};
    for (const UnitTable* table : tables) {
      std::size_t end = at;
      const auto* meanings = table ? table->find(text, at, end) : nullptr;
      if (!meanings) continue;
      const Span span = bytes_of(text, at, end);
      return NamedUnit{{offset + span.begin, offset + span.end}, *meanings};
    }
    return std::nullopt;
  }

  // A currency directly before the number: "EUR 1 000", "NT$5".
  std::optional<NamedUnit> before() const {
    const uint32_t from = number_.begin > kBytesBefore ? number_.begin - kBytesBefore : 0;
    std::string_view slice_before = text_.substr(from, number_.begin - from);
    const FoldedText front = folded_text_of(slice_before);
    std::size_t last = front.size();
    while (last > 0 && front[last - 1].kind == CharacterKind::kSpace) --last;
    for (std::size_t at = 0; at < last; ++at) {
      if (front[at].kind == CharacterKind::kSpace || front[at].kind == CharacterKind::kDigit ||
          front[at].printed == 0xFFFD) {
        continue;
      }
      if (at > 0 && front[at - 1].kind == front[at].kind && !is_unspaced(front[at].folded)) {
        continue;
      }
      std::size_t end = at;
      const auto* meanings = units_.currencies.find(front, at, end);
      if (!meanings || end != last) continue;
      const Span span = bytes_of(front, at, end);
      return NamedUnit{{from + span.begin, from + span.end}, *meanings};
    }
    return std::nullopt;
  }

  std::string_view text_;
  Span number_;
  const LanguageUnits& units_;
  const UnitTable* own_;
};

}  // namespace

void UnitTable::add(std::string_view name, std::string_view meaning) {
  add_folded(folded(name), meaning);
}

void UnitTable::add_folded(const std::u32string& name, std::string_view meaning) {
  if (name.empty()) return;
  longest_ = std::max(longest_, name.size());
  std::vector<std::string>& meanings = names_[name];
  const auto at = std::lower_bound(meanings.begin(), meanings.end(), meaning);
  if (at == meanings.end() || *at != meaning) meanings.emplace(at, meaning);
}

const std::vector<std::string>* UnitTable::find(const FoldedText& text, std::size_t at,
                                                std::size_t& end) const {
  std::u32string name;
  const std::size_t last = std::min(text.size(), at + longest_);
  for (std::size_t i = at; i < last; ++i) name.push_back(text[i].folded);
  for (; !name.empty(); name.pop_back()) {
    const std::size_t size = name.size();
    const bool inside = text[at + size - 1].kind == CharacterKind::kLetter &&
                        kind_at(text, at + size) == CharacterKind::kLetter &&
                        !is_unspaced(name.back());
    const std::size_t more = inside ? word_end(text, at + size) - at - size : 0;
    if (more > kMostAdded || (more > 0 && size < kLeastStem)) continue;
    const auto found = names_.find(name);
    if (found == names_.end()) continue;
    end = at + size + more;
    return &found->second;
  }
  return nullptr;
}

std::optional<NamedUnit> unit_of(std::string_view text, Span number, std::string_view language,
                                 const UnitTable* own) {
  return UnitFinder(text, number, language, own).find();
}

SmallerUnit smaller_unit(std::string_view meaning) {
  for (const Smaller& entry : kSmaller) {
    if (entry.meaning == meaning) return entry.smaller;
  }
  return {meaning, 1};
}

}  // namespace synoptic
