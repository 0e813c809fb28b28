#include "formats/symbol_fonts.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr char32_t kPrivate = 0xF000;
constexpr std::string_view kBullet = "•";

struct Sign {
  char32_t code;
  std::string_view character;
};

constexpr Sign kSymbol[] = {
    {0x22, "∀"}, {0x24, "∃"}, {0x27, "∋"}, {0x2D, "−"}, {0x40, "≅"}, {0x5C, "∴"}, {0x5E, "⊥"},
    {0xA2, "′"}, {0xA3, "≤"}, {0xA5, "∞"}, {0xAB, "↔"}, {0xAC, "←"}, {0xAD, "↑"}, {0xAE, "→"},
    {0xAF, "↓"}, {0xB0, "°"}, {0xB1, "±"}, {0xB2, "″"}, {0xB3, "≥"}, {0xB4, "×"}, {0xB7, "•"},
    {0xB8, "÷"}, {0xB9, "≠"}, {0xBB, "≈"}, {0xBC, "…"}, {0xC6, "∅"}, {0xC7, "∩"}, {0xC8, "∪"},
    {0xCE, "∈"}, {0xD2, "®"}, {0xD3, "©"}, {0xD4, "™"}, {0xD6, "√"}, {0xE2, "®"}, {0xE3, "©"},
    {0xE4, "™"}, {0xE5, "∑"}, {0xF2, "∫"},
};
constexpr std::u32string_view kGreekUpper = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";  // A to Z
constexpr std::u32string_view kGreekLower = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";  // a to z

constexpr Sign kWingdings[] = {
    {0x6C, "●"}, {0x6E, "■"}, {0x6F, "☐"}, {0x71, "❑"}, {0x76, "❖"}, {0xA7, "▪"},
    {0xA8, "☐"}, {0xD8, "➢"}, {0xDF, "←"}, {0xE0, "→"}, {0xE1, "↑"}, {0xE2, "↓"},
    {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"},
};

template <std::size_t n>
std::string_view find_sign(const Sign (&signs)[n], char32_t code) {
  const auto found =
      std::find_if(signs, signs + n, [&](const Sign& sign) { return sign.code == code; });
  return found == signs + n ? std::string_view() : found->character;
}

}  // namespace

std::string symbol_of(char32_t code, std::string_view font) {
  const char32_t own = code >= kPrivate && code <= kPrivate + 0xFF ? code - kPrivate : code;
  std::string_view sign;
  if (font == "Symbol") {
    if (own >= 'A' && own <= 'Z') return to_utf8(kGreekUpper[own - 'A']);
    if (own >= 'a' && own <= 'z') return to_utf8(kGreekLower[own - 'a']);
    sign = find_sign(kSymbol, own);
  } else if (font.starts_with("Wingdings")) {
    if (font == "Wingdings") sign = find_sign(kWingdings, own);
  } else if (code == own && code >= 0x20) {
    return to_utf8(code);
  }
  if (!sign.empty()) return std::string(sign);
  const bool ascii = own >= 0x20 && own < 0x7F;
  if (font == "Symbol" && ascii) return to_utf8(own);
  return to_utf8(kPrivate + (own & 0xFF));
}

std::string bullet_of(std::string_view text, std::string_view font) {
  const CodePoint first = code_point_at(text, 0);
  if (first.bytes == 0) return {};
  const bool of_signs = font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings";
  const bool own = first.value >= kPrivate && first.value <= kPrivate + 0xFF;
  // "o" is the circle of a font of even width.
  if (of_signs || own || text == "o") return std::string(kBullet);
  return std::string(text);
}

}  // namespace synoptic
