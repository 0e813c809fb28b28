#include "checks/gazette.h"

#include <algorithm>

#include "text/digits.h"

namespace synoptic {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }

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

constexpr std::size_t kLongestNote = 500;    // bytes
constexpr std::size_t kLongestBehind = 150;  // of a sentence behind the gazette
constexpr std::string_view kDigits = "0123456789";

}  // namespace

bool is_year(std::string_view digits) {
  return digits.size() == 4 && small_integer(digits).has_value() &&
         (digits.starts_with("18") || digits.starts_with("19") || digits.starts_with("20"));
}

bool GazetteFinder::names_page(Span number) {
  if (!is_page(number)) return false;
  last_page_ = number.end;
  return true;
}

bool GazetteFinder::is_page(Span number) const {
  if (last_page_ > 0 && number.begin == last_page_ + 1) return true;
  Span before = word_before(text_, number.begin);
  if (!before.empty() && slice(text_, before).find_first_not_of("IVX") == std::string_view::npos) {
    before = word_before(text_, before.begin);
  }
  if (is_year(slice(text_, before))) return true;
  if (!before.empty() && before.begin > 0 && text_[before.begin - 1] == '[') return true;
  const std::string_view rest = text_.substr(number.end);
  if (!is_year(slice(text_, number)) || rest.empty() || rest[0] != ' ') return false;
  const std::size_t volume = rest.find_first_not_of("IVX", 1);
  if (volume == std::string_view::npos) return false;
  const std::size_t page = volume > 1 && rest[volume] == ' ' ? volume + 1 : volume;
  return page < rest.size() && (page == 1 || page > volume) && is_ascii_digit(rest[page]);
}

bool is_edition_note(std::string_view text) {
  const std::size_t close = text.rfind(')');
  if (text.size() > kLongestNote || close == std::string_view::npos) return false;
  const std::size_t open = text.rfind('(', close);
  if (open == std::string_view::npos || text.size() - close > kLongestBehind) return false;
  const std::string_view inside = text.substr(0, close);
  GazetteFinder gazettes(text);
  for (std::size_t at = inside.find_first_of(kDigits, open); at < close;) {
    const std::size_t end = std::min(inside.find_first_not_of(kDigits, at), inside.size());
    const Span number{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    if (is_ascii_capital(text[open + 1]) && gazettes.names_page(number)) return true;
    at = inside.find_first_of(kDigits, end);
  }
  return false;
}

}  // namespace synoptic
