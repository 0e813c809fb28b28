#include "text/columns.h"

#include <unicode/uchar.h>

#include "text/characters.h"

namespace synoptic {
namespace {

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

}  // namespace

unsigned columns_of(char32_t c) {
  if (c < 0x80) return c < 0x20 || c == 0x7F ? 0 : 1;
  if (in(c, 0xA0, 0x2FF)) return c == 0xAD ? 0 : 1;
  if (in(c, 0x3041, 0x3096) || in(c, 0x4E00, 0x9FFF) || in(c, 0xAC00, 0xD7A3)) return 2;
  const auto code = static_cast<UChar32>(c);
  constexpr uint32_t kNoColumn = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if (U_GET_GC_MASK(code) & kNoColumn) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      columns += byte >= 0x20 && byte != 0x7F;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(utf8, at);
    columns += columns_of(c.value);
    at += c.bytes;
  }
  return columns;
}

bool is_east_asian(char32_t c) {
  if (c < 0x2E80 || in(c, 0xAC00, 0xD7FF)) return false;
  if (in(c, 0x2E80, 0x312F) || in(c, 0x31A0, 0x9FFF) || in(c, 0xF900, 0xFAFF)) return true;
  if (in(c, 0xFE30, 0xFE4F) || in(c, 0x20000, 0x3FFFF)) return true;
  // Full-width punctuation, but no full-width digits and letters.
  return in(c, 0xFF01, 0xFF0F) || in(c, 0xFF1A, 0xFF20) || in(c, 0xFF3B, 0xFF40) ||
         in(c, 0xFF5B, 0xFF65);
}

}  // namespace synoptic
