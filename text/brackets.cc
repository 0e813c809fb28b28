#include "text/brackets.h"

#include <unicode/uchar.h>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr std::size_t kLongestNumber = 3;  // digits of a label
constexpr std::size_t kLongestLetters = 2;
constexpr std::size_t kLongestRoman = 6;

// Full-width and ASCII ones are one kind: texts mix them.
char32_t plain(char32_t c) {
  switch (c) {
    case 0xFF08:
    case 0xFE59:
    case 0xFE35:
      return '(';
    case 0xFF09:
    case 0xFE5A:
    case 0xFE36:
      return ')';
    case 0xFF3B:
      return '[';
    case 0xFF3D:
      return ']';
    case 0xFF5B:
      return '{';
    case 0xFF5D:
      return '}';
    default:
      return c;
  }
}

bool is_bracket(char32_t c) {
  if (c < 0x80) return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
  if (c < 0x0F3A) return false;
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE);
  return type != U_BPT_NONE || c == 0xFE35 || c == 0xFE36;
}

bool opens(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE) ==
         U_BPT_OPEN;
}

bool is_small_roman(char32_t c) {
  const char32_t folded = fold_character(c);
  return folded == 'i' || folded == 'v' || folded == 'x' || folded == 'l';
}

// א׳, nº.
bool is_mark_of_label(char32_t c) { return c == '\'' || c == 0x05F3 || c == 0x00BA; }

struct Token {
  std::size_t begin = 0;
  HalfLabel label = HalfLabel::kNone;
};

// The letters and digits directly before `end`.
Token token_before(std::string_view text, std::size_t end) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t inner_digits = 0;  // behind a letter, as seen from the end: "12a"
  bool roman = true;
  bool same = true;
  bool stop = false;
  char32_t first = 0;
  Token token{end, HalfLabel::kNone};
  while (token.begin > 0) {
    const CodePoint c = code_point_before(text, token.begin);
    const bool digit = is_digit(c.value);
    const bool mark = is_mark_of_label(c.value) || (c.value == '.' && digits + inner_digits > 0);
    if (!digit && !is_letter(c.value) && !mark) break;
    // A footnote's figure stands directly behind a word, an inserted letter's behind a stop:
    // "z.17".
    if (is_letter(c.value) && digits > 0 && letters == 0 && !stop) break;
    stop = stop || c.value == '.';
    token.begin -= c.bytes;
    digits += digit && letters == 0;
    inner_digits += digit && letters > 0;
    if (digit || mark) continue;
    ++letters;
    same = same && (first == 0 || c.value == first);
    first = c.value;
    roman = roman && is_small_roman(c.value);
    if (letters > kLongestRoman) return token;
  }
  if (letters == 0) {
    if (digits > 0 && digits <= kLongestNumber) token.label = HalfLabel::kDigits;
  } else if (inner_digits <= kLongestNumber) {
    // "aa", and two letters of a script without capitals: a conjunction may be the first.
    const bool caseless = !is_upper(first) && !is_lower(first);
    const bool two = letters == kLongestLetters && (same || caseless);
    if (letters == 1 || roman || two) token.label = HalfLabel::kLetters;
  }
  return token;
}

}  // namespace

std::vector<Bracket> find_brackets(std::string_view utf8) {
  std::vector<Bracket> brackets;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    const std::size_t begin = at;
    at += c.bytes;
    if (!is_bracket(c.value)) continue;
    const char32_t sign = plain(c.value);
    Bracket bracket;
    bracket.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
    bracket.opens = opens(sign);
    bracket.kind = bracket.opens
                       ? sign
                       : static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(sign)));
    if (sign == ')') {
      const Token token = token_before(utf8, begin);
      bracket.label = token.label;
      bracket.whole_label = token.label != HalfLabel::kNone &&
                            plain(code_point_before(utf8, token.begin).value) == '(';
    }
    brackets.push_back(bracket);
  }
  return brackets;
}

}  // namespace synoptic
