#include "checks/document_codes.h"

#include <algorithm>

#include "checks/web_addresses.h"
#include "text/folded_text.h"

namespace synoptic {
namespace {

constexpr std::size_t kLongNumber = 3;  // digits that a day, month or fraction does not have
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kInlineDigits = 5;   // digits of a code without signs: "32016R0679"
constexpr std::size_t kLongestSeries = 2;  // letters in front of a hyphen: "C-10.2"

// A word of letters, digits and signs between them, and its pieces.
struct Run {
  std::size_t begin = 0;  // characters
  std::size_t end = 0;
  std::u32string signs;
  std::vector<std::size_t> digits;  // how many digits each number has
  std::vector<std::string> numbers;
  std::string letters;
  std::size_t letters_first = 0;  // letters in front of the first sign or digit
};

bool is_sign(char32_t c) {
  return c == U'/' || c == U'.' || c == U'-' || c == U':' || c == U'_' || c == 0x2011 ||
         c == 0xFF0F;
}

bool is_letter_of_code(const Character& c) {
  return c.kind == CharacterKind::kLetter && !is_unspaced(c.printed);
}

bool is_part(const FoldedText& text, std::size_t at) {
  return at < text.size() &&
         (text[at].kind == CharacterKind::kDigit || is_letter_of_code(text[at]));
}

std::string without_zeros(std::string number) {
  const std::size_t first = number.find_first_not_of('0');
  return first == std::string::npos ? "0" : number.substr(first);
}

Run run_at(const FoldedText& text, std::size_t begin) {
  Run run{.begin = begin, .end = begin, .signs = {}, .digits = {}, .numbers = {}, .letters = {}};
  while (is_part(text, run.end)) {
    if (text[run.end].kind == CharacterKind::kDigit) {
      std::string number;
      while (kind_at(text, run.end) == CharacterKind::kDigit) {
        number += static_cast<char>(text[run.end++].folded);
      }
      run.digits.push_back(number.size());
      run.numbers.push_back(without_zeros(std::move(number)));
    } else {
      while (run.end < text.size() && is_letter_of_code(text[run.end])) {
        run.letters += to_utf8(text[run.end++].folded);
        run.letters_first += run.signs.empty() && run.numbers.empty();
      }
    }
    if (run.end < text.size() && is_sign(text[run.end].folded) && is_part(text, run.end + 1)) {
      run.signs.push_back(text[run.end++].folded);
    }
  }
  return run;
}

bool has_only(const Run& run, char32_t sign) {
  return !run.signs.empty() && run.signs.find_first_not_of(sign) == std::u32string::npos;
}

bool has_long_number(const Run& run) {
  return std::any_of(run.digits.begin(), run.digits.end(),
                     [](std::size_t digits) { return digits >= kLongNumber; });
}

// "31.12.2004", "03/04/2004", "2004-10-08".
bool is_date(const Run& run) {
  if (run.numbers.size() != 3 || !run.letters.empty() || run.signs.size() != 2) return false;
  if (run.signs[0] != run.signs[1]) return false;
  const bool year_last = run.digits[0] <= 2 && run.digits[1] <= 2 && run.digits[2] % 2 == 0;
  const bool year_first = run.digits[0] == kYearDigits && run.digits[1] <= 2 && run.digits[2] <= 2;
  return year_last || year_first;
}

// "1.000.000".
bool is_grouped(const Run& run) {
  return run.numbers.front() != "0" &&
         std::all_of(run.digits.begin() + 1, run.digits.end(),
                     [](std::size_t digits) { return digits == kLongNumber; });
}

bool is_code(const Run& run) {
  if (run.numbers.empty() || is_date(run)) return false;
  const bool slashed = run.signs.find_first_of(U"/／") != std::u32string::npos;
  if (slashed) {
    return has_long_number(run) || (!run.letters.empty() && run.signs.size() > 1);
  }
  if (run.signs.empty()) {
    std::size_t digits = 0;
    for (const std::size_t count : run.digits) digits += count;
    return digits >= kInlineDigits && run.numbers.size() > 1 &&
           run.letters.size() <= kLongestSeries;
  }
  if (run.letters.empty()) {
    if (has_only(run, U'.')) {
      return run.signs.size() > 1 && has_long_number(run) && !is_grouped(run);
    }
    return has_only(run, U':') && has_long_number(run);
  }
  return run.signs.front() == U'-' && run.letters_first > 0 &&
         run.letters_first <= kLongestSeries && run.letters.size() == run.letters_first;
}

}  // namespace

std::vector<DocumentCode> find_document_codes(std::string_view utf8) {
  std::vector<DocumentCode> codes;
  const FoldedText text = folded_text_of(utf8);
  const std::vector<WebAddress> addresses = find_web_addresses(utf8);
  for (std::size_t at = 0; at < text.size();) {
    if (!is_part(text, at)) {
      ++at;
      continue;
    }
    Run run = run_at(text, at);
    at = run.end;
    if (!is_code(run)) continue;
    const Span span = bytes_of(text, run.begin, run.end);
    const bool in_address =
        std::any_of(addresses.begin(), addresses.end(), [&](const WebAddress& address) {
          return span.begin < address.span.end && address.span.begin < span.end;
        });
    if (!in_address) codes.push_back({span, std::move(run.numbers), std::move(run.letters)});
  }
  return codes;
}

std::vector<std::string> figures_of(std::string_view utf8) {
  std::vector<std::string> figures;
  bool open = false;
  for (const Character& c : folded_text_of(utf8)) {
    const bool digit = c.kind == CharacterKind::kDigit;
    if (digit && !open) figures.emplace_back();
    if (digit) figures.back() += static_cast<char>(c.folded);
    open = digit;
  }
  for (std::string& figure : figures) figure = without_zeros(std::move(figure));
  return figures;
}

}  // namespace synoptic
