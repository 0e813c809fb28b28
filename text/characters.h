// Facts of single characters, by ICU's tables, and folding.
//
// Text is UTF-8; a malformed byte decodes as U+FFFD of one byte.  Threads: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  // 0 at the end of the text
};

// What is asked for every character of a text; the answers for ASCII are inline, below.
namespace beyond_ascii {
CodePoint code_point_at(std::string_view text, std::size_t at);
CodePoint code_point_before(std::string_view text, std::size_t at);
bool is_space(char32_t c);
bool is_ignorable(char32_t c);
bool is_letter(char32_t c);
}  // namespace beyond_ascii

// The code point that begins at, or ends before, byte `at`.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : beyond_ascii::code_point_at(text, at);
}
inline CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at - 1]);
  return byte < 0x80 ? CodePoint{byte, 1} : beyond_ascii::code_point_before(text, at);
}

// White_Space, and the no-break and ideographic spaces.
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : beyond_ascii::is_space(c);
}
// Format characters: bidi marks, zero-width space and joiners.
inline bool is_ignorable(char32_t c) { return c >= 0xAD && beyond_ascii::is_ignorable(c); }
// Letters and the marks that belong to them.
inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : beyond_ascii::is_letter(c);
}
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);    // decimal digits of every script
int digit_value(char32_t c);  // 0-9; REQUIRES is_digit
bool is_punctuation(char32_t c);
bool ends_sentence(char32_t c);  // Sentence_Terminal: . ! ? 。 ؟ । ։ ። ...
bool ends_clause(char32_t c);    // the above, and ; : , with their kin of other scripts

// Simple case folding of one character; what folds to several stays as it is.
char32_t fold_character(char32_t c);

// Writing without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese, Tibetan.
bool is_unspaced(char32_t c);

// A small number that is equal for characters of one script; 0 for what belongs to none.
int script_of(char32_t c);
// Script of most letters of `text`, 0 where it has none.
int main_script(std::string_view text);

// Characters that are not white space.
std::size_t count_characters(std::string_view text);

std::size_t count_letters(std::string_view text);

std::string_view trim(std::string_view text);

// What stands between the marks: "a,,b" gives "a", "", "b", an empty text one empty part.  Views of
// `text`.
std::vector<std::string_view> split(std::string_view text, char mark);

std::string to_utf8(char32_t c);

}  // namespace synoptic
