#include "text/letter_shapes.h"

#include <unicode/uchar.h>

#include <cstddef>

namespace synoptic {

namespace {

constexpr uint32_t kLigature = 0x800000;  // over all shapes of single letters

int joining_type(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE);
}

bool joins_forward(int type) {
  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING || type == U_JT_LEFT_JOINING;
}

bool joins_back(int type) {
  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING || type == U_JT_RIGHT_JOINING;
}

}  // namespace

bool is_alef(char32_t c) { return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x627; }

std::vector<uint32_t> letter_shapes(std::u32string_view letters) {
  std::vector<char32_t> plain;
  for (const char32_t c : letters) {
    if (joining_type(c) != U_JT_TRANSPARENT) plain.push_back(c);
  }
  std::vector<uint32_t> shapes;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const int type = joining_type(plain[i]);
    const bool before = i > 0 && joins_forward(joining_type(plain[i - 1])) && joins_back(type);
    if (plain[i] == kLam && i + 1 < plain.size() && is_alef(plain[i + 1])) {
      shapes.push_back(kLigature + 2 * static_cast<uint32_t>(plain[++i]) + before);
      continue;
    }
    const bool after =
        i + 1 < plain.size() && joins_forward(type) && joins_back(joining_type(plain[i + 1]));
    shapes.push_back(4 * static_cast<uint32_t>(plain[i]) + 2 * before + after);
  }
  return shapes;
}

}  // namespace synoptic
