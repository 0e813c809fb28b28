#include "text/folded_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace synoptic {
namespace {

CharacterKind kind_of(UChar32 c) {
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return CharacterKind::kDigit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharacterKind::kLetter;
    return c == ' ' || (c >= '\t' && c <= '\r') ? CharacterKind::kSpace : CharacterKind::kOther;
  }
  constexpr uint32_t kWordMask = U_GC_L_MASK | U_GC_M_MASK;
  if (U_GET_GC_MASK(c) & kWordMask) return CharacterKind::kLetter;
  if (u_charDigitValue(c) >= 0) return CharacterKind::kDigit;
  return u_isUWhiteSpace(c) ? CharacterKind::kSpace : CharacterKind::kOther;
}

UChar32 fold_character(UChar32 c, CharacterKind kind) {
  switch (kind) {
    case CharacterKind::kSpace:
      return ' ';
    case CharacterKind::kDigit:
      return '0' + u_charDigitValue(c);
    case CharacterKind::kLetter:
      // The two Turkish letters, so that a capital finds its small letter in any language.
      if (c == 0x0130 || c == 0x0131) return 'i';
      return u_foldCase(c, U_FOLD_CASE_DEFAULT);
    case CharacterKind::kOther:
      break;
  }
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0xFF0C) return ',';
  if (c == 0xFF0E) return '.';
  return c;
}

}  // namespace

FoldedText folded_text_of(std::string_view utf8) {
  FoldedText text;
  text.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  const auto size = static_cast<int32_t>(utf8.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    if (c >= 0x80 && u_charType(c) == U_FORMAT_CHAR) continue;
    const CharacterKind kind = kind_of(c);
    text.push_back({static_cast<char32_t>(fold_character(c, kind)), static_cast<char32_t>(c),
                    static_cast<uint32_t>(begin), static_cast<uint32_t>(i), kind});
  }
  return text;
}

std::u32string folded(std::string_view utf8) {
  std::u32string text;
  for (const Character& character : folded_text_of(utf8)) text.push_back(character.folded);
  return text;
}

std::size_t skip_spaces(const FoldedText& text, std::size_t at) {
  while (kind_at(text, at) == CharacterKind::kSpace) ++at;
  return at;
}

std::size_t word_end(const FoldedText& text, std::size_t at) {
  while (kind_at(text, at) == CharacterKind::kLetter) ++at;
  return at;
}

}  // namespace synoptic
