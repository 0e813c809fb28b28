#include "text/dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/months.h"

namespace synoptic {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;
constexpr int kFirstBuddhistYear = 2300;
// Between a figure and the month it belongs to: at most so many characters and letters of a word.
constexpr std::size_t kWidestGap = 14;
constexpr std::size_t kLongestSuffix = 4;       // "8th", "8-го"
constexpr std::size_t kLongestConnector = 7;    // "de", "des", "năm", "gada", "päivänä"
constexpr std::size_t kLongestBeforeMonth = 4;  // "day of", "de", "von"
constexpr std::size_t kLongestConjunction = 5;

bool is_day(const std::optional<int>& n) { return n && *n >= 1 && *n <= 31; }
bool is_month(const std::optional<int>& n) { return n && *n >= 1 && *n <= 12; }
bool is_year(const std::optional<int>& n) { return n && *n >= kFirstYear && *n <= kLastYear; }

// What stands between two parts of a date.
struct GapRule {
  bool comma = false;                       // "October 8, 2004"
  bool conjunction = false;                 // "8 and 9", "8-9", "8, 9"
  std::size_t longest = kLongestConnector;  // letters of a word
  std::size_t words = 1;                    // single letters do not count: "d'octubre", "พ.ศ."
};

constexpr GapRule kDayToMonth = {.longest = kLongestBeforeMonth, .words = 2};
constexpr GapRule kDayToDay = {.conjunction = true, .longest = kLongestConjunction};
constexpr GapRule kMonthToDay = {.words = 0};
constexpr GapRule kMonthToYear = {.comma = true};
constexpr GapRule kYearToMonth = {};

// Whether characters [begin, end) can stand between two parts of a date.
bool is_gap(const FoldedText& text, std::size_t begin, std::size_t end, const GapRule& rule) {
  if (begin > end || end - begin > kWidestGap) return false;
  std::size_t words = 0;
  // A suffix directly at the figure does not count as a word.
  const std::size_t dash = folded_at(text, begin) == U'-' ? 1 : 0;
  const std::size_t suffix = word_end(text, begin + dash);
  if (suffix > begin + dash && suffix - begin - dash <= kLongestSuffix && suffix <= end &&
      !is_unspaced(text[begin + dash].folded)) {
    begin = suffix;
  }
  while (begin < end) {
    const char32_t c = text[begin].folded;
    if (text[begin].kind == CharacterKind::kLetter) {
      const std::size_t last = std::min(word_end(text, begin), end);
      if (last - begin > rule.longest) return false;
      if (last - begin > 1 && ++words > rule.words) return false;
      begin = last;
      continue;
    }
    const bool plain = c == U' ' || c == U'.' || c == U'\'' || c == U'º' || c == U'°' || c == U'ª';
    const bool joins = c == U'-' || c == U'–' || c == U'—' || c == U'/' || c == U',' || c == U'،';
    if (!plain && !(joins && (rule.conjunction || (rule.comma && c != U'/')))) return false;
    ++begin;
  }
  return true;
}

std::vector<Figure> figures_of(const std::vector<Figure>& numerals) {
  std::vector<Figure> figures;
  std::copy_if(numerals.begin(), numerals.end(), std::back_inserter(figures),
               [](const Figure& numeral) { return !numeral.in_words; });
  return figures;
}

// ---- names of months ----------------------------------------------------------------------------

class DateFinder {
 public:
  DateFinder(const FoldedText& text, const std::vector<Figure>& numerals, std::string_view language)
      : text_(text),
        numerals_(figures_of(numerals)),
        used_(numerals_.size(), false),
        months_(MonthNames::of(language)),
        years_ahead_(years_ahead(language)) {}

  std::vector<Date> find() {
    find_signed();
    find_numeric();
    find_named();
    std::stable_sort(dates_.begin(), dates_.end(),
                     [](const Date& a, const Date& b) { return a.span.begin < b.span.begin; });
    return std::move(dates_);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  std::optional<int> value(std::size_t numeral) const {
    if (numeral >= numerals_.size() || used_[numeral]) return std::nullopt;
    return small_integer(numerals_[numeral].value);
  }
  // As figures only: Han digits beside a name of a month are words.
  bool follows(std::size_t numeral, std::size_t end, const GapRule& rule) const {
    return numeral < numerals_.size() && numerals_[numeral].begin >= end &&
           is_gap(text_, end, numerals_[numeral].begin, rule);
  }
  bool precedes(std::size_t numeral, std::size_t begin, const GapRule& rule) const {
    return numeral < numerals_.size() && numerals_[numeral].end <= begin &&
           is_gap(text_, numerals_[numeral].end, begin, rule);
  }
  // The first numeral that begins at or behind `at`.
  std::size_t numeral_from(std::size_t at) const {
    const auto found =
        std::lower_bound(numerals_.begin(), numerals_.end(), at,
                         [](const Figure& n, std::size_t place) { return n.begin < place; });
    return static_cast<std::size_t>(found - numerals_.begin());
  }

  int gregorian(int year, std::size_t begin) const {
    if (years_ahead_ == 0 || year < kFirstBuddhistYear) return year;
    // "ค.ศ." in front of the year says that it is Gregorian already.
    const std::size_t from = begin > 6 ? begin - 6 : 0;
    for (std::size_t i = from; i + 2 < begin; ++i) {
      if (text_[i].folded == U'ค' && text_[i + 1].folded == U'.') return year;
    }
    return year - years_ahead_;
  }

  void add(Date date, std::size_t begin, std::size_t end) {
    date.span = bytes_of(text_, begin, end);
    dates_.push_back(date);
  }

  void find_named() {
    for (std::size_t at = 0; at < text_.size();) {
      const bool letter = text_[at].kind == CharacterKind::kLetter;
      const bool anywhere = letter && is_unspaced(text_[at].folded);
      std::size_t next = letter && !anywhere ? word_end(text_, at) : at + 1;
      if (letter) {
        if (const std::optional<PhraseMatch> month = months_.find(text_, at)) {
          next = std::max(next, named_month(at, month->end, static_cast<int>(month->value)));
        }
      }
      at = next;
    }
  }

  // A month's name at [begin, end); returns where to go on.
  std::size_t named_month(std::size_t begin, std::size_t end, int month) {
    // "تشرين الأول/أكتوبر": both names of one month.
    if (folded_at(text_, end) == U'/' && kind_at(text_, end + 1) == CharacterKind::kLetter) {
      const std::optional<PhraseMatch> twin = months_.find(text_, end + 1);
      if (twin && static_cast<int>(twin->value) == month) end = twin->end;
    }
    const std::size_t after = numeral_from(end);
    std::vector<std::size_t> days = days_before(begin);
    std::size_t last = end;    // where the date ends
    std::size_t next = after;  // the numeral behind it
    if (days.empty()) {
      days = days_after(after, end);
      if (!days.empty()) {
        last = numerals_[days.back()].end;
        next = days.back() + 1;
      }
    }
    std::size_t year = kNone;
    if (is_year(value(next)) && follows(next, last, kMonthToYear)) {
      year = next;
      last = numerals_[next].end;
    } else {
      const std::size_t first = !days.empty() && numerals_[days.front()].begin < begin
                                    ? numerals_[days.front()].begin
                                    : begin;
      const std::size_t before = numeral_from(first) - 1;
      if (before < numerals_.size() && is_year(value(before)) &&
          precedes(before, first, kYearToMonth)) {
        year = before;
      }
    }
    if (days.empty() && year == kNone) return end;
    emit(month, days, year, begin, last);
    return std::max(end, last);
  }

  // The days in front of a month: "8", "8 and 9", "8., 9. und 10.".
  std::vector<std::size_t> days_before(std::size_t begin) const {
    std::vector<std::size_t> days;
    std::size_t numeral = numeral_from(begin);
    while (numeral-- > 0) {
      const GapRule& rule = days.empty() ? kDayToMonth : kDayToDay;
      if (!is_day(value(numeral)) || !precedes(numeral, begin, rule)) break;
      days.insert(days.begin(), numeral);
      begin = numerals_[numeral].begin;
    }
    return days;
  }

  std::vector<std::size_t> days_after(std::size_t numeral, std::size_t end) const {
    std::vector<std::size_t> days;
    for (; is_day(value(numeral)); ++numeral) {
      const GapRule& rule = days.empty() ? kMonthToDay : kDayToDay;
      if (!follows(numeral, end, rule)) break;
      days.push_back(numeral);
      end = numerals_[numeral].end;
    }
    return days;
  }

  // `after` is the first numeral behind the month.
  void emit(int month, const std::vector<std::size_t>& days, std::size_t year, std::size_t begin,
            std::size_t end) {
    const std::size_t after = numeral_from(begin);
    Date date;
    date.month = month;
    if (year != kNone) {
      date.year = gregorian(*value(year), numerals_[year].begin);
      begin = std::min(begin, numerals_[year].begin);
      used_[year] = true;
    }
    if (days.empty()) {
      add(date, begin, end);
      return;
    }
    // The day next to the month takes the span of the whole; the others only their own.
    for (const std::size_t numeral : days) {
      const Figure& day = numerals_[numeral];
      date.day = value(numeral);
      const bool whole = numeral == (days.back() < after ? days.back() : days.front());
      add(date, whole ? std::min(begin, day.begin) : day.begin,
          whole ? std::max(end, day.end) : day.end);
    }
    for (const std::size_t numeral : days) used_[numeral] = true;
  }

  // ---- signs: 2004年10月8日, 2004년 10월 8일
  // ------------------------------------------------------

  // The sign directly behind a numeral: U'年', U'月', U'日', or 0.
  char32_t sign_of(std::size_t numeral) const {
    if (numeral >= numerals_.size()) return 0;
    switch (folded_at(text_, skip_spaces(text_, numerals_[numeral].end))) {
      case U'年':
      case U'년':
        return U'年';
      case U'月':
      case U'월':
        return U'月';
      case U'日':
      case U'号':
      case U'號':
      case U'일':
        return U'日';
      default:
        return 0;
    }
  }
  std::size_t sign_end(std::size_t numeral) const {
    return skip_spaces(text_, numerals_[numeral].end) + 1;
  }
  bool adjoins(std::size_t numeral, std::size_t next) const {
    return next < numerals_.size() &&
           skip_spaces(text_, sign_end(numeral)) == numerals_[next].begin;
  }

  void find_signed() {
    for (std::size_t i = 0; i < numerals_.size(); ++i) {
      const char32_t sign = sign_of(i);
      std::size_t month = i;
      Date date;
      std::size_t begin = numerals_[i].begin;
      if (sign == U'年' && value(i)) {
        date.year = era_year(i, begin);
        month = adjoins(i, i + 1) ? i + 1 : kNone;
      }
      if (month == kNone || sign_of(month) != U'月' || !is_month(value(month))) continue;
      date.month = value(month);
      std::size_t last = month;
      const bool day = adjoins(month, month + 1) && is_day(value(month + 1)) &&
                       (sign_of(month + 1) == U'日' || lists_days(month + 1));
      if (!day && month == i) continue;
      if (day) {
        last = month + 1;
        date.day = value(last);
      }
      add(date, begin, sign_of(last) ? sign_end(last) : numerals_[last].end);
      const std::size_t first = i;
      if (day) last = more_days(last, date);
      for (std::size_t used = first; used <= last; ++used) used_[used] = true;
      i = last;
    }
  }

  // "8、9日", "8日至9日": the day at `numeral` is one of several.
  bool lists_days(std::size_t numeral) const {
    const std::size_t end = sign_of(numeral) ? sign_end(numeral) : numerals_[numeral].end;
    if (numeral + 1 >= numerals_.size() || sign_of(numeral + 1) != U'日') return false;
    const std::size_t gap = numerals_[numeral + 1].begin - end;
    return is_day(value(numeral + 1)) && gap >= 1 && gap <= 3 &&
           std::none_of(text_.begin() + static_cast<std::ptrdiff_t>(end),
                        text_.begin() + static_cast<std::ptrdiff_t>(end + gap),
                        [](const Character& c) { return c.folded == U'。' || c.folded == U'.'; });
  }

  std::size_t more_days(std::size_t last, Date date) {
    while (lists_days(last)) {
      ++last;
      date.day = value(last);
      add(date, numerals_[last].begin, sign_end(last));
    }
    return last;
  }

  // Japanese eras and the year of the Republic: the year before the first.
  // A small year without its era is no year that could be compared.
  std::optional<int> era_year(std::size_t numeral, std::size_t& begin) const {
    struct Era {
      std::u32string_view name;
      int zero;
    };
    constexpr std::array kEras = std::to_array<Era>({{U"明治", 1867},
                                                     {U"大正", 1911},
                                                     {U"昭和", 1925},
                                                     {U"平成", 1988},
                                                     {U"令和", 2018},
                                                     {U"民國", 1911},
                                                     {U"民国", 1911}});
    const int year = *value(numeral);
    std::size_t end = begin;
    while (end > 0 && text_[end - 1].kind == CharacterKind::kSpace) --end;
    for (const Era& era : kEras) {
      if (end < 2) break;
      if (text_[end - 2].folded == era.name[0] && text_[end - 1].folded == era.name[1]) {
        begin = end - 2;
        return year + era.zero;
      }
    }
    if (!is_year(year)) return std::nullopt;
    return gregorian(year, begin);
  }

  // ---- figures only: 08.10.2004, 2004-10-08
  // -------------------------------------------------------

  void find_numeric() {
    for (std::size_t i = 0; i + 2 < numerals_.size(); ++i) {
      const char32_t sign = folded_at(text_, numerals_[i].end);
      if (sign != U'.' && sign != U'/' && sign != U'-') continue;
      if (!joined_by(i, sign) || !joined_by(i + 1, sign)) continue;
      const std::optional<Date> date = numeric_date(i, sign);
      if (!date) continue;
      add(*date, numerals_[i].begin, numerals_[i + 2].end);
      used_[i] = used_[i + 1] = used_[i + 2] = true;
      i += 2;
    }
  }

  bool joined_by(std::size_t numeral, char32_t sign) const {
    const std::size_t end = numerals_[numeral].end;
    if (folded_at(text_, end) != sign) return false;
    const std::size_t next = sign == U'.' ? skip_spaces(text_, end + 1) : end + 1;
    return numerals_[numeral + 1].begin == next;
  }

  std::optional<Date> numeric_date(std::size_t i, char32_t sign) const {
    const std::optional<int> first = value(i);
    const std::optional<int> second = value(i + 1);
    const std::optional<int> third = value(i + 2);
    Date date;
    if (is_year(first) && is_month(second) && is_day(third)) {
      date.year = gregorian(*first, numerals_[i].begin);
      date.month = second;
      date.day = third;
      return date;
    }
    if (!is_year(third) || !is_day(first) || !is_day(second)) return std::nullopt;
    if (*first > 12 && *second > 12) return std::nullopt;
    const bool month_first = *second > 12;
    date.year = gregorian(*third, numerals_[i + 2].begin);
    date.month = month_first ? first : second;
    date.day = month_first ? second : first;
    date.ambiguous = sign != U'.' && *first <= 12 && *second <= 12 && *first != *second;
    return date;
  }

  const FoldedText& text_;
  std::vector<Figure> numerals_;
  std::vector<bool> used_;
  const MonthNames& months_;
  int years_ahead_;
  std::vector<Date> dates_;
};

}  // namespace

std::vector<Date> find_dates(const FoldedText& text, const std::vector<Figure>& numerals,
                             std::string_view language) {
  return DateFinder(text, numerals, language).find();
}

}  // namespace synoptic
