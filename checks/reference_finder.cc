#include "checks/reference_finder.h"

#include <algorithm>
#include <string>

#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::size_t kLookAround = 48;  // bytes on each side of a number that tell what it is
constexpr std::size_t kListGap = 12;     // bytes between the numbers of "articles 3, 4 and 5"
constexpr std::size_t kLeastStem = 4;    // letters by which "subsections" is known by "subsection"

// `word` ends `text`, up to an inflection: "subsections", "статьями".
bool ends_in(std::string_view text, std::string_view word) {
  if (text.ends_with(word)) return true;
  const std::size_t space = text.find_last_of(' ');
  const std::string_view last = space == std::string_view::npos ? text : text.substr(space + 1);
  if (word.size() > kLeastStem) word.remove_suffix(word.back() & 0x80 ? 2 : 0);
  return word.size() >= kLeastStem && last.starts_with(word);
}

std::string folded_before(std::string_view text, Span number) {
  const std::size_t begin = number.begin > kLookAround ? number.begin - kLookAround : 0;
  return fold(text.substr(begin, number.begin - begin));
}

}  // namespace

bool ReferenceFinder::names_clause(Span number, bool in_words) {
  const bool listed = last_end_ > 0 && number.begin - last_end_ <= kListGap;
  // Words count what they stand before: "two parts".
  const bool names =
      listed || in_brackets(number) || behind_word(number) || (!in_words && before_word(number));
  if (names) last_end_ = number.end;
  return names;
}

bool ReferenceFinder::in_brackets(Span number) const {
  return number.begin > 0 && text_[number.begin - 1] == '(' && number.end < text_.size() &&
         text_[number.end] == ')';
}

bool ReferenceFinder::behind_word(Span number) const {
  std::string before = folded_before(text_, number);
  while (!before.empty() && (before.back() == ' ' || before.back() == '(')) before.pop_back();
  return std::any_of(
      convention_.patterns.begin(), convention_.patterns.end(), [&](const LabelPattern& pattern) {
        return pattern.fixed == 0 && !pattern.before.empty() && ends_in(before, pattern.before);
      });
}

// "5. cikk"
bool ReferenceFinder::before_word(Span number) const {
  const std::string after = fold(text_.substr(number.end, kLookAround));
  return std::any_of(
      convention_.patterns.begin(), convention_.patterns.end(), [&](const LabelPattern& pattern) {
        return pattern.after.size() > 1 && after.starts_with(pattern.after) &&
               (pattern.before.empty() || folded_before(text_, number).ends_with(pattern.before));
      });
}

}  // namespace synoptic
