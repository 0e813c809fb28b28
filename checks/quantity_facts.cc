#include "checks/quantity_facts.h"

#include <algorithm>
#include <optional>

#include "text/characters.h"
#include "text/digits.h"
#include "text/figures.h"
#include "text/folding.h"
#include "text/numerals.h"
#include "text/spellout.h"

namespace synoptic {
namespace {

constexpr std::size_t kLookAround = 48;  // bytes on each side of a number that tell what it is
constexpr std::size_t kListGap = 12;     // bytes between the numbers of "articles 3, 4 and 5"
constexpr std::size_t kLeastStem = 4;    // letters by which "subsections" is known by "subsection"

Span shifted(Span span, Span unit) { return {unit.begin + span.begin, unit.begin + span.end}; }

// "7.1" is 7 and 1 where it is a reference.
void add_parts(const std::string& value, std::set<std::string, std::less<>>& said) {
  const std::size_t point = value.find('.');
  if (point == std::string::npos) return;
  said.insert(value.substr(0, point));
  said.insert(canonical(value.substr(point + 1), {}));
}

// A number at the head of a clause that was not taken for its label: "53. Speaker", "22 The", "29",
// "༢ སུ་ཡིན་ཡང་", "ข้อ 1. บุคคล".
bool is_label_like(std::string_view text, Span number) {
  if (number.begin > kLookAround) return false;
  const FoldedText head = folded_text_of(text.substr(0, number.begin));
  const FoldedText rest = folded_text_of(text.substr(number.end, kLookAround));
  std::size_t words = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i].kind == CharacterKind::kDigit) return false;
    if (head[i].kind != CharacterKind::kLetter) continue;
    ++words;
    i = word_end(head, i);
  }
  const std::size_t next = skip_spaces(rest, 0);
  constexpr std::u32string_view kLabelEnds = U".)]:、．）";
  const bool ended = kLabelEnds.find(folded_at(rest, 0)) != std::u32string_view::npos;
  if (words > 0) return words == 1 && ended && kind_at(rest, 1) == CharacterKind::kSpace;
  if (ended || next == rest.size()) return true;
  const bool capital = rest[next].printed != rest[next].folded;
  const bool caseless = rest[next].kind == CharacterKind::kLetter && !is_lower(rest[next].printed);
  return capital || (next > 0 && caseless);
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && small_integer(digits).has_value() &&
         (digits.starts_with("18") || digits.starts_with("19") || digits.starts_with("20"));
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The word of ASCII letters or digits that ends in front of the space before `end`.
Span word_before(std::string_view text, uint32_t end) {
  if (end < 2 || text[end - 1] != ' ') return {end, end};
  uint32_t begin = end - 1;
  while (begin > 0 &&
         (is_ascii_digit(text[begin - 1]) || (text[begin - 1] >= 'A' && text[begin - 1] <= 'Z'))) {
    --begin;
  }
  return {begin, end - 1};
}

// The page or the year in a reference to a gazette ("AS 2010 933", "BBl 1946 II 1222 1227"): every
// language's edition has its own.  `last_page` is where the page before ended.
bool is_gazette(std::string_view text, Span number, uint32_t last_page) {
  if (last_page > 0 && number.begin == last_page + 1) return true;
  Span before = word_before(text, number.begin);
  if (!before.empty() && slice(text, before).find_first_not_of("IVX") == std::string_view::npos) {
    before = word_before(text, before.begin);
  }
  if (is_year(slice(text, before))) return true;
  const std::string_view rest = text.substr(number.end);
  return is_year(slice(text, number)) && rest.size() > 1 && rest[0] == ' ' &&
         is_ascii_digit(rest[1]);
}

// A part of a dotted or slashed code: "SR 0.742.140", "A/RES/60/4".
bool is_in_code(std::string_view text, Span number) {
  const auto joins = [](char c) { return c == '.' || c == '/' || c == '-'; };
  const bool left =
      number.begin > 1 && joins(text[number.begin - 1]) && is_ascii_digit(text[number.begin - 2]);
  const bool right = number.end + 1 < text.size() && joins(text[number.end]) &&
                     is_ascii_digit(text[number.end + 1]);
  return left || right;
}

std::u32string roman_folded(int value) {
  std::u32string letters;
  for (const char c : roman(value)) letters.push_back(static_cast<char32_t>(c - 'A' + 'a'));
  return letters;
}

// Tells the numbers that name a clause, by the words of the convention.
class ReferenceFinder {
 public:
  ReferenceFinder(std::string_view text, const Convention& convention)
      : text_(text), convention_(convention) {}

  // REQUIRES: called in order of the text.
  bool names_clause(Span number) {
    const bool listed = last_end_ > 0 && number.begin - last_end_ <= kListGap;
    const bool names = listed || in_brackets(number) || behind_word(number) || before_word(number);
    if (names) last_end_ = number.end;
    return names;
  }

 private:
  bool in_brackets(Span number) const {
    return number.begin > 0 && text_[number.begin - 1] == '(' && number.end < text_.size() &&
           text_[number.end] == ')';
  }

  bool behind_word(Span number) const {
    const std::size_t begin = number.begin > kLookAround ? number.begin - kLookAround : 0;
    std::string before = fold(text_.substr(begin, number.begin - begin));
    while (!before.empty() && (before.back() == ' ' || before.back() == '(')) before.pop_back();
    for (const LabelPattern& pattern : convention_.patterns) {
      if (pattern.fixed == 0 && !pattern.before.empty() && ends_in(before, pattern.before)) {
        return true;
      }
    }
    return false;
  }

  // `word` ends `text`, up to an inflection: "subsections", "статьями".
  static bool ends_in(std::string_view text, std::string_view word) {
    if (text.ends_with(word)) return true;
    const std::size_t space = text.find_last_of(' ');
    const std::string_view last = space == std::string_view::npos ? text : text.substr(space + 1);
    if (word.size() > kLeastStem) word.remove_suffix(word.back() & 0x80 ? 2 : 0);
    return word.size() >= kLeastStem && last.starts_with(word);
  }

  bool before_word(Span number) const {
    const std::string after = fold(text_.substr(number.end, kLookAround));
    return std::any_of(convention_.patterns.begin(), convention_.patterns.end(),
                       [&](const LabelPattern& pattern) {
                         return pattern.after.size() > 1 && after.starts_with(pattern.after);
                       });
  }

  std::string_view text_;
  const Convention& convention_;
  uint32_t last_end_ = 0;
};

}  // namespace

SideQuantities::SideQuantities(const Document& document, const Convention& convention,
                               const std::vector<UnitId>& units)
    : document_(document), convention_(convention) {
  for (const UnitId unit : units) add_unit(unit);
}

void SideQuantities::add_unit(UnitId unit) {
  const Unit& clause = document_.units[unit];
  const std::string_view text = document_.text_of(unit);
  const Quantities found = find_quantities(text, document_.language);
  const FoldedText letters = folded_text_of(text);
  ReferenceFinder references(text, convention_);
  uint32_t last_page = 0;
  for (const Quantity& quantity : found.numbers) {
    add_number(quantity);
    if (quantity.spelled || is_label_like(text, quantity.span)) continue;
    if (is_gazette(text, quantity.span, last_page)) {
      last_page = quantity.span.end;
      continue;
    }
    NumberClaim& claim = numbers_.emplace_back();
    claim.place = {unit, shifted(quantity.span, clause.text)};
    claim.values.push_back(quantity.value);
    claim.values.insert(claim.values.end(), quantity.alternatives.begin(),
                        quantity.alternatives.end());
    claim.reference = references.names_clause(quantity.span) || is_in_code(text, quantity.span);
    written_.insert(claim.values.begin(), claim.values.end());
  }
  for (const Date& date : found.dates) {
    dates_.push_back({{unit, shifted(date.span, clause.text)}, date});
    for (const std::optional<int>& part : {date.year, date.month, date.day}) {
      if (!part) continue;
      said_.insert(std::to_string(*part));
      written_.insert(std::to_string(*part));
    }
  }
  add_label(clause.label);
  text_.insert(text_.end(), letters.begin(), letters.end());
  text_.push_back({U' ', U' ', 0, 0, CharacterKind::kSpace});
  const std::string_view label = document_.label_of(unit);
  for (const Quantity& number : find_quantities(label, document_.language).numbers) {
    add_number(number);
  }
}

void SideQuantities::add_label(const Label& label) {
  for (const Level& level : label.levels) said_.insert(std::to_string(level.ordinal));
}

void SideQuantities::add_number(const Quantity& quantity) {
  said_.insert(quantity.value);
  add_parts(quantity.value, said_);
  said_otherwise_.insert(quantity.alternatives.begin(), quantity.alternatives.end());
}

bool SideQuantities::says(const std::string& value) const {
  if (said_.contains(value)) return true;
  const std::size_t point = value.find('.');
  if (point != std::string::npos) {
    return says(value.substr(0, point)) && says(canonical(value.substr(point + 1), {}));
  }
  const std::optional<int> number = small_integer(value);
  if (!number) return false;
  return says_roman(*number) || says_in_words(text_, *number, document_.language);
}

bool SideQuantities::says_any(const std::vector<std::string>& values) const {
  if (values.empty()) return false;
  if (said_otherwise_.contains(values.front())) return true;
  return std::any_of(values.begin(), values.end(),
                     [this](const std::string& value) { return says(value); });
}

bool SideQuantities::writes_any(const std::vector<std::string>& values) const {
  return std::any_of(values.begin(), values.end(),
                     [this](const std::string& value) { return written_.contains(value); });
}

bool SideQuantities::says_roman(int value) const {
  const std::u32string letters = roman_folded(value);
  if (letters.empty()) return false;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (text_[at].kind != CharacterKind::kLetter) continue;
    const std::size_t end = word_end(text_, at);
    if (end - at == letters.size() &&
        std::equal(letters.begin(), letters.end(), text_.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char32_t letter, const Character& c) { return c.folded == letter; })) {
      return true;
    }
    at = end;
  }
  return false;
}

bool SideQuantities::knows_words() const {
  return !number_words(document_.language).numbers.empty();
}

bool has_figures(const Document& document, const std::vector<UnitId>& units) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    const std::string_view text = document.text_of(unit);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (is_digit(c.value)) return true;
      if (is_unspaced(c.value) && !numerals_at(text, at).empty()) return true;
      at += c.bytes;
    }
    return false;
  });
}

std::string shown(const Date& date) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string text = date.year ? std::to_string(*date.year) : "";
  if (date.month) text += (text.empty() ? "" : "-") + two(*date.month);
  if (date.day) text += "-" + two(*date.day);
  return text;
}

}  // namespace synoptic
