#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

namespace synoptic {

namespace {
UChar32 u(char32_t c) { return static_cast<UChar32>(c); }
bool has(char32_t c, UProperty property) { return u_hasBinaryProperty(u(c), property); }
}  // namespace

namespace beyond_ascii {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto i = static_cast<int32_t>(at);
  UChar32 c;
  U8_NEXT_OR_FFFD(bytes, i, static_cast<int32_t>(text.size()), c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(i) - at};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto i = static_cast<int32_t>(at);
  UChar32 c;
  U8_PREV_OR_FFFD(bytes, 0, i, c);
  return {static_cast<char32_t>(c), at - static_cast<std::size_t>(i)};
}

bool is_space(char32_t c) { return u_isUWhiteSpace(u(c)) || c == 0xFEFF; }

bool is_ignorable(char32_t c) { return u_charType(u(c)) == U_FORMAT_CHAR; }

bool is_letter(char32_t c) {
  constexpr uint32_t kMask = U_GC_L_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(u(c)) & kMask) != 0;
}

}  // namespace beyond_ascii

bool is_upper(char32_t c) { return u_isUUppercase(u(c)); }
bool is_lower(char32_t c) { return u_isULowercase(u(c)); }

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(u(c));
}

int digit_value(char32_t c) { return u_charDigitValue(u(c)); }

bool is_punctuation(char32_t c) { return u_ispunct(u(c)) || (U_GET_GC_MASK(u(c)) & U_GC_S_MASK); }

char32_t fold_character(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
  return static_cast<char32_t>(u_foldCase(u(c), U_FOLD_CASE_DEFAULT));
}

bool ends_sentence(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  // Ethiopic and Armenian question and exclamation signs lie outside the property.
  return has(c, UCHAR_S_TERM) || c == 0x0F0D || c == 0x0F0E || c == 0x037E;
}

bool ends_clause(char32_t c) {
  if (c < 0x80) return ends_sentence(c) || c == ';' || c == ':' || c == ',';
  // The Greek semicolon is a middle dot once normalized.
  return has(c, UCHAR_TERMINAL_PUNCTUATION) || ends_sentence(c) || c == 0xB7;
}

int script_of(char32_t c) {
  if (c < 0x80) return is_letter(c) ? USCRIPT_LATIN : 0;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(u(c), &status);
  return script <= USCRIPT_INHERITED ? 0 : static_cast<int>(script);
}

bool is_unspaced(char32_t c) {
  if (c < 0x0E00) return false;
  switch (script_of(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
      return true;
    default:
      return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65);
  }
}

int main_script(std::string_view text) {
  std::array<uint32_t, USCRIPT_CODE_LIMIT> counts{};
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    ++counts[static_cast<std::size_t>(script_of(c.value))];
  }
  std::size_t best = 0;
  for (std::size_t script = 1; script < counts.size(); ++script) {
    if (counts[script] > (best == 0 ? 0 : counts[best])) best = script;
  }
  return static_cast<int>(best);
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (!is_space(c.value) && !is_ignorable(c.value)) ++count;
  }
  return count;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    count += is_letter(c.value);
  }
  return count;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end) {
    const CodePoint c = code_point_at(text, begin);
    if (!is_space(c.value)) break;
    begin += c.bytes;
  }
  while (end > begin) {
    const CodePoint c = code_point_before(text, end);
    if (!is_space(c.value)) break;
    end -= c.bytes;
  }
  return text.substr(begin, end - begin);
}

std::string to_utf8(char32_t c) {
  std::string utf8;
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  UBool error = false;
  U8_APPEND(reinterpret_cast<uint8_t*>(bytes), length, U8_MAX_LENGTH, u(c), error);
  if (!error) utf8.assign(bytes, static_cast<std::size_t>(length));
  return utf8;
}

}  // namespace synoptic
