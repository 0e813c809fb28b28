#include "checks/quantity_facts.h"

#include <algorithm>
#include <optional>

#include "checks/gazette.h"
#include "checks/reference_finder.h"
#include "text/characters.h"
#include "text/digits.h"
#include "text/figures.h"
#include "text/folding.h"
#include "text/spellout.h"

namespace synoptic {
namespace {

constexpr std::size_t kLookAround = 48;       // bytes on each side of a number that tell what it is
constexpr std::size_t kNoteReachBehind = 12;  // and from there: "(AS 2004 4937) auf den 1. Jan."
constexpr std::size_t kNoteReach = 160;  // bytes from a date to the page that it is published on

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

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// A part of a dotted or slashed code: "SR 0.742.140", "A/RES/60/4".
bool is_in_code(std::string_view text, Span number) {
  const auto joins = [](char c) { return c == '.' || c == '/' || c == '-'; };
  const bool left =
      number.begin > 1 && joins(text[number.begin - 1]) && is_ascii_digit(text[number.begin - 2]);
  const bool right = number.end + 1 < text.size() && joins(text[number.end]) &&
                     is_ascii_digit(text[number.end + 1]);
  return left || right;
}

// The "00" of "6:00".
bool is_whole_hour(std::string_view text, Span number) {
  return slice(text, number) == "00" && number.begin > 1 && text[number.begin - 1] == ':' &&
         is_ascii_digit(text[number.begin - 2]);
}

// "1943-44" may be 1944, "6:30" half past eighteen.
void add_readings(std::string_view text, Span number, std::vector<std::string>& values) {
  const std::string_view digits = slice(text, number);
  const std::string_view before = text.substr(0, number.begin);
  if (digits.size() == 2 && before.size() > 4 && before.back() == '-' &&
      is_year(before.substr(before.size() - 5, 4))) {
    values.push_back(std::string(before.substr(before.size() - 5, 2)).append(digits));
  }
  const std::optional<int> hour = small_integer(digits);
  const std::string_view rest = text.substr(number.end);
  if (hour && *hour < 12 && rest.size() > 1 && rest[0] == ':' && is_ascii_digit(rest[1])) {
    values.push_back(std::to_string(*hour + 12));
  }
}

std::u32string roman_folded(int value) {
  std::u32string letters;
  for (const char c : roman(value)) letters.push_back(static_cast<char32_t>(c - 'A' + 'a'));
  return letters;
}

}  // namespace

SideQuantities::SideQuantities(const Document& document, const Convention& convention,
                               const std::vector<UnitId>& units)
    : document_(document), convention_(convention), units_(units) {
  for (const UnitId unit : units) add_unit(unit);
}

void SideQuantities::add_unit(UnitId unit) {
  const Unit& clause = document_.units[unit];
  const std::string_view text = document_.text_of(unit);
  const Quantities found = find_quantities(text, document_.language, &convention_.numbers);
  ReferenceFinder references(text, convention_);
  GazetteFinder gazettes(text);
  std::vector<Span> pages;
  for (const Quantity& quantity : found.numbers) {
    add_number(quantity);
    NumberClaim claim{.place = {unit, shifted(quantity.span, clause.text)}, .values = {}};
    claim.form = quantity.in_words  ? NumberForm::kWords
                 : quantity.spelled ? NumberForm::kOther
                                    : NumberForm::kFigures;
    claim.partial = quantity.partial;
    // "一" is a word for "a" as "one" is.
    if (is_in_unit(quantity) || (claim.form == NumberForm::kOther && quantity.value == "1")) {
      continue;
    }
    if (claim.form == NumberForm::kFigures && is_whole_hour(text, quantity.span)) continue;
    if (claim.form != NumberForm::kWords && is_label_like(text, quantity.span)) continue;
    if (claim.form == NumberForm::kFigures && gazettes.names_page(quantity.span)) {
      pages.push_back(quantity.span);
      continue;
    }
    claim.values.push_back(quantity.value);
    claim.values.insert(claim.values.end(), quantity.alternatives.begin(),
                        quantity.alternatives.end());
    add_readings(text, quantity.span, claim.values);
    const bool gloss = !numbers_.empty() && is_gloss(numbers_.back(), claim);
    claim.reference =
        !gloss && (references.names_clause(quantity.span, claim.form == NumberForm::kWords) ||
                   is_in_code(text, quantity.span));
    // "... the other Part three months before": what has a unit names no clause.
    if (claim.reference && claim.form == NumberForm::kWords) claim.reference = !unit_of(claim);
    numbers_.push_back(std::move(claim));
  }
  for (const Date& date : found.dates) {
    const bool noted = std::any_of(pages.begin(), pages.end(), [&](Span page) {
      if (page.end <= date.span.begin) return date.span.begin - page.end <= kNoteReachBehind;
      return page.begin >= date.span.end && page.begin - date.span.end <= kNoteReach;
    });
    dates_.push_back({{unit, shifted(date.span, clause.text)}, date, noted});
    for (const std::optional<int>& part : {date.year, date.month, date.day}) {
      if (part) said_.insert(std::to_string(*part));
    }
  }
  add_label(clause.label);
  const std::string_view label = document_.label_of(unit);
  for (const Quantity& number : find_quantities(label, document_.language).numbers) {
    add_number(number);
  }
}

const FoldedText& SideQuantities::folded_text() const {
  if (!text_) {
    text_.emplace();
    for (const UnitId unit : units_) {
      const FoldedText letters = folded_text_of(document_.text_of(unit));
      text_->insert(text_->end(), letters.begin(), letters.end());
      text_->push_back({U' ', U' ', 0, 0, CharacterKind::kSpace});
    }
  }
  return *text_;
}

// The "cent" of "28 pour cent".
bool SideQuantities::is_in_unit(const Quantity& quantity) const {
  if (!quantity.in_words || quantity.value != "100" || numbers_.empty()) return false;
  const NumberClaim& last = numbers_.back();
  const std::optional<NamedUnit> unit = unit_of(last);
  if (!unit) return false;
  const Span clause = document_.units[last.place.unit].text;
  return clause.begin + quantity.span.end == unit->span.end;
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
  return says_roman(*number) || says_in_words(folded_text(), *number, document_.language);
}

bool SideQuantities::says_any(const std::vector<std::string>& values) const {
  if (values.empty()) return false;
  if (said_otherwise_.contains(values.front())) return true;
  return std::any_of(values.begin(), values.end(),
                     [this](const std::string& value) { return says(value); });
}

bool SideQuantities::says_roman(int value) const {
  const std::u32string letters = roman_folded(value);
  if (letters.empty()) return false;
  const FoldedText& text = folded_text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at].kind != CharacterKind::kLetter) continue;
    const std::size_t end = word_end(text, at);
    if (end - at == letters.size() &&
        std::equal(letters.begin(), letters.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char32_t letter, const Character& c) { return c.folded == letter; })) {
      return true;
    }
    at = end;
  }
  return false;
}

std::optional<NamedUnit> SideQuantities::unit_of(const NumberClaim& claim) const {
  const Span clause = document_.units[claim.place.unit].text;
  const Span number = {claim.place.span.begin - clause.begin, claim.place.span.end - clause.begin};
  std::optional<NamedUnit> unit = synoptic::unit_of(document_.text_of(claim.place.unit), number,
                                                    document_.language, &convention_.units);
  if (unit) unit->span = shifted(unit->span, clause);
  return unit;
}

// "thirty (30)", "三十（30）"
bool SideQuantities::is_gloss(const NumberClaim& words, const NumberClaim& figures) const {
  if (words.form == NumberForm::kFigures || figures.form != NumberForm::kFigures ||
      words.place.unit != figures.place.unit || figures.place.span.begin < words.place.span.end) {
    return false;
  }
  const std::string_view text = document_.text;
  std::string_view between = slice(text, {words.place.span.end, figures.place.span.begin});
  while (between.starts_with(' ')) between.remove_prefix(1);
  const std::string_view behind = text.substr(figures.place.span.end);
  return (between == "(" && behind.starts_with(')')) ||
         (between == "\uFF08" && behind.starts_with("\uFF09"));
}

bool SideQuantities::is_misglossed(const NumberClaim& claim) const {
  const auto figures = std::find_if(numbers_.begin(), numbers_.end(),
                                    [&](const NumberClaim& n) { return is_gloss(claim, n); });
  return figures != numbers_.end() && figures->values.front() != claim.values.front();
}

std::string_view SideQuantities::printed(const NumberClaim& claim) const {
  return slice(document_.text, claim.place.span);
}

bool SideQuantities::has_namesake(const NumberClaim& claim) const {
  const auto rows = convention_.words.find("namesake");
  if (rows == convention_.words.end()) return false;
  const std::string word = fold(printed(claim));
  return std::any_of(rows->second.begin(), rows->second.end(),
                     [&](const std::string& row) { return fold(row) == word; });
}

double SideQuantities::place_of(const NumberClaim& claim) const {
  double before = 0;
  double total = 0;
  for (const UnitId unit : units_) {
    const Span text = document_.units[unit].text;
    if (unit == claim.place.unit) before = total + (claim.place.span.begin - text.begin);
    total += text.end - text.begin;
  }
  return total > 0 ? before / total : 0;
}

bool SideQuantities::knows_words() const {
  return !number_words(document_.language).numbers.empty();
}

namespace {

// Two second readings prove nothing.
bool agree(const NumberClaim& a, const NumberClaim& b) {
  const auto has = [](const NumberClaim& claim, const std::string& value) {
    return std::find(claim.values.begin(), claim.values.end(), value) != claim.values.end();
  };
  return has(a, b.values.front()) || has(b, a.values.front());
}

bool same_unit(const std::optional<NamedUnit>& a, const std::optional<NamedUnit>& b) {
  return a && b && a->meanings == b->meanings;
}

bool agree_exactly(const NumberClaim& a, const NumberClaim& b) {
  return a.values.front() == b.values.front();
}

// Pairs each number with one of the other side: first, of those said several times, those that have
// the same unit, then those whose likeliest readings are equal and those written alike.
void match(LinkQuantities& link) {
  const std::vector<NumberClaim>& original = link.original.numbers();
  const std::vector<NumberClaim>& translation = link.translation.numbers();
  std::vector<bool> used_original(original.size(), false);
  std::vector<bool> used_translation(translation.size(), false);
  const auto pass = [&](const auto& suits) {
    for (std::size_t o = 0; o < original.size(); ++o) {
      for (std::size_t t = 0; t < translation.size() && !used_original[o]; ++t) {
        if (used_translation[t] || !suits(original[o], translation[t])) continue;
        used_original[o] = used_translation[t] = true;
        link.agreed.push_back({o, t});
      }
    }
  };
  const auto repeats = [](const std::vector<NumberClaim>& numbers, const NumberClaim& claim) {
    return 1 < std::count_if(numbers.begin(), numbers.end(),
                             [&](const NumberClaim& other) { return agree_exactly(claim, other); });
  };
  pass([&](const NumberClaim& a, const NumberClaim& b) {
    return !a.reference && !b.reference && agree_exactly(a, b) &&
           (repeats(original, a) || repeats(translation, b)) &&
           same_unit(link.original.unit_of(a), link.translation.unit_of(b));
  });
  pass([](const NumberClaim& a, const NumberClaim& b) {
    return a.form == b.form && a.reference == b.reference && agree_exactly(a, b);
  });
  pass(agree_exactly);
  pass(agree);
  for (std::size_t o = 0; o < original.size(); ++o) {
    if (used_original[o]) continue;
    link.missing.push_back({o, link.translation.says_any(original[o].values)});
  }
  for (std::size_t t = 0; t < translation.size(); ++t) {
    if (used_translation[t]) continue;
    link.extra.push_back({t, link.original.says_any(translation[t].values)});
  }
}

}  // namespace

QuantityFacts::QuantityFacts(const CheckInput& input) {
  links_.reserve(input.alignment.links.size());
  for (const Link& link : input.alignment.links) {
    links_.push_back(
        {.original = {input.original, input.original_convention, link.original},
         .translation = {input.translation, input.translation_convention, link.translation},
         .agreed = {},
         .missing = {},
         .extra = {}});
    match(links_.back());
  }
}

std::string shown(const Date& date) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string text = date.year ? std::to_string(*date.year) : "";
  if (date.month) text += (text.empty() ? "" : "-") + two(*date.month);
  if (date.day) text += "-" + two(*date.day);
  return text;
}

}  // namespace synoptic
