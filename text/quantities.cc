#include "text/quantities.h"

#include <algorithm>
#include <utility>

#include "text/dates.h"
#include "text/digits.h"
#include "text/figures.h"
#include "text/folded_text.h"
#include "text/months.h"
#include "text/spellout.h"
#include "text/word_numbers.h"

namespace synoptic {
namespace {

// The words for one are articles, pronouns and ordinals of rank in too many languages.
constexpr uint64_t kLeastSpelled = 2;
constexpr int kFirstBareYear = 2400;  // of a calendar that is ahead of the Gregorian one
constexpr int kLastBareYear = 2650;
// Years of the Republic are written without their era: "111年度" is 2022.
constexpr int kRepublic = 1911;
constexpr int kLastRepublicYear = 150;

// Numbers in figures and in words, by one pass over the characters.
class NumberScanner {
 public:
  NumberScanner(const FoldedText& text, std::string_view language, const NumberWords* own)
      : text_(text), style_(number_style(language)), words_(text, number_words(language), own) {}

  std::vector<Figure> scan() {
    for (std::size_t at = 0; at < text_.size();) at = scan_at(at);
    return std::move(numerals_);
  }

 private:
  std::size_t scan_at(std::size_t at) {
    if (text_[at].kind == CharacterKind::kSpace) return at + 1;
    if (folded_at(text_, at) == U'&' && folded_at(text_, at + 1) == U'#')
      return after_reference(at);
    if (std::optional<Figure> numeral = read_figure(text_, at, style_)) {
      if (text_[at].kind == CharacterKind::kDigit) add_scale(*numeral);
      return add(std::move(*numeral));
    }
    if (text_[at].kind != CharacterKind::kLetter) return at + 1;
    const bool anywhere = is_unspaced(text_[at].folded);
    const std::size_t end = anywhere ? at + 1 : word_end(text_, at);
    const std::optional<WordNumber> number = words_.read(at);
    if (!number) return end;
    if (number->value >= kLeastSpelled) {
      numerals_.push_back({.begin = at,
                           .end = number->end,
                           .value = std::to_string(number->value),
                           .alternatives = {},
                           .spelled = true,
                           .in_words = true,
                           .partial = number->partial});
    }
    return std::max(number->end, end);
  }

  // The denominator of "百分之五" and "千分之五" is a sign, not a number; the numerator may be read
  // as per cent too.
  std::size_t add(Figure numeral) {
    const std::size_t end = numeral.end;
    const bool parts = folded_at(text_, end) == U'分' && folded_at(text_, end + 1) == U'之';
    const int power = numeral.value == "100" ? 2 : numeral.value == "1000" ? 3 : 4;
    if (parts && numeral.value.size() == static_cast<std::size_t>(power) + 1 &&
        numeral.value == scaled("1", power)) {
      power_ = power;
      return end + 2;
    }
    if (power_ != 0) {
      numeral.alternatives.push_back(scaled(numeral.value, -power_));
      if (power_ > 2) numeral.alternatives.push_back(scaled(numeral.value, 2 - power_));
      power_ = 0;
    }
    numerals_.push_back(std::move(numeral));
    return end;
  }

  // "&#39;" is a character, not a number.
  std::size_t after_reference(std::size_t at) const {
    at += 2;
    while (kind_at(text_, at) == CharacterKind::kDigit) ++at;
    return at;
  }

  // "2.5 million": the word behind the figures multiplies them.
  void add_scale(Figure& numeral) const {
    const std::size_t word = skip_spaces(text_, numeral.end);
    const std::optional<PhraseMatch> scale = words_.scale(word);
    if (!scale) return;
    numeral.alternatives.push_back(numeral.value);
    numeral.value = scaled(numeral.value, static_cast<int>(scale->value));
    numeral.end = scale->end;
  }

  const FoldedText& text_;
  NumberStyle style_;
  WordNumberReader words_;
  std::vector<Figure> numerals_;
  int power_ = 0;  // of the denominator just read
};

bool inside(const Span& span, const std::vector<Date>& dates) {
  return std::any_of(dates.begin(), dates.end(), [&](const Date& date) {
    return span.begin >= date.span.begin && span.end <= date.span.end;
  });
}

// A year of a calendar that is ahead of the Gregorian one stands for its Gregorian year too.
void add_gregorian(Quantity& quantity, int ahead) {
  const std::optional<int> year = small_integer(quantity.value);
  if (ahead == 0 || !year || *year < kFirstBareYear || *year > kLastBareYear) return;
  quantity.alternatives.push_back(std::to_string(*year - ahead));
}

void add_republican(const FoldedText& text, std::size_t end, Quantity& quantity) {
  const std::optional<int> year = small_integer(quantity.value);
  if (!year || *year > kLastRepublicYear) return;
  if (folded_at(text, skip_spaces(text, end)) != U'年') return;
  quantity.alternatives.push_back(std::to_string(*year + kRepublic));
}

}  // namespace

Quantities find_quantities(std::string_view utf8, std::string_view language,
                           const NumberWords* own) {
  const FoldedText text = folded_text_of(utf8);
  std::vector<Figure> numerals = NumberScanner(text, language, own).scan();
  Quantities quantities;
  quantities.dates = find_dates(text, numerals, language);
  const int ahead = years_ahead(language);
  for (Figure& numeral : numerals) {
    const Span span = bytes_of(text, numeral.begin, numeral.end);
    if (inside(span, quantities.dates)) continue;
    Quantity quantity{.span = span,
                      .value = std::move(numeral.value),
                      .spelled = numeral.spelled,
                      .in_words = numeral.in_words,
                      .partial = numeral.partial,
                      .alternatives = std::move(numeral.alternatives)};
    add_gregorian(quantity, ahead);
    add_republican(text, numeral.end, quantity);
    quantities.numbers.push_back(std::move(quantity));
  }
  return quantities;
}

}  // namespace synoptic
