#include "text/plausibility.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "text/characters.h"

namespace synoptic {
namespace {

// Set on the same texts as the weights of text/encoding_guess.cc.
constexpr double kUnmapped = -20;
constexpr double kControl = -10;  // C1, private use, not assigned
constexpr double kSymbolInWord = -3;
constexpr double kSymbol = -1;
constexpr double kLooseBox = -25;  // a line of a drawn table that touches no other
constexpr double kPunctuationInWord = -2;
constexpr double kMixedScripts = -3;
constexpr double kCapitalAfterSmall = -2;
constexpr double kRareHan = -3;  // beyond the first block
constexpr double kHalfwidthKana = -2;
constexpr double kLooseMark = -3;        // a combining mark after no letter
constexpr double kAccentRow = -0.7;      // letters beyond ASCII side by side in a Latin word
constexpr double kMisplacedLetter = -3;  // final sigma inside a word, Thai vowels out of order
constexpr double kNoBreakInWords = -1;   // a no-break space with letters on both sides
constexpr double kWideFaults = 4;        // one fault outweighs so much of what is right
constexpr double kCjkBonus = 0.3;        // two or three bytes made one character that is in use

enum class Kind { kOther, kLetter, kMark, kSymbol, kPunctuation, kDigit, kSpace };

Kind kind_of(char32_t c) {
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if (is_space(c)) return Kind::kSpace;
  if (mask & U_GC_L_MASK) return Kind::kLetter;
  if (mask & U_GC_M_MASK) return Kind::kMark;
  if (mask & U_GC_ND_MASK) return Kind::kDigit;
  if (mask & (U_GC_S_MASK | U_GC_NO_MASK)) return Kind::kSymbol;
  if (mask & U_GC_P_MASK) return Kind::kPunctuation;
  return Kind::kOther;
}

bool is_unreadable(char32_t c) {
  constexpr uint32_t kMask = U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK | U_GC_CC_MASK;
  return c >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & kMask) != 0;
}

bool may_stand_in_word(char32_t c) {
  // Apostrophes, hyphens, the Catalan and Greek middle dot, the Hebrew geresh.
  return c == 0x2019 || c == 0x2018 || c == 0x2BC || (c >= 0x2010 && c <= 0x2014) || c == 0xB7 ||
         c == 0x2026 || c == 0xAD || c == 0x5F3 || c == 0x5F4 || c == 0x5BE || c >= 0x2E80;
}

bool is_box(char32_t c) { return c >= 0x2500 && c <= 0x259F; }

bool is_cjk(int script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL;
}

bool is_thai_leading_vowel(char32_t c) { return c >= 0xE40 && c <= 0xE44; }
bool is_thai_consonant(char32_t c) { return c >= 0xE01 && c <= 0xE2E; }

struct Seen {
  char32_t c = ' ';
  Kind kind = Kind::kSpace;
  int script = 0;
};

double of_letter(const Seen& now, const Seen& before) {
  double score = 0;
  if (before.kind == Kind::kLetter && before.script != now.script &&
      !(is_cjk(before.script) && is_cjk(now.script)) && now.script != 0 && before.script != 0) {
    // A Latin word in Chinese text stands without spaces too.
    score += is_cjk(before.script) || is_cjk(now.script) ? kMixedScripts / 6 : kMixedScripts;
  }
  if (before.kind == Kind::kLetter && is_upper(now.c) && is_lower(before.c)) {
    score += kCapitalAfterSmall;
  }
  if (is_cjk(now.script)) {
    const bool rare = (now.c >= 0x3400 && now.c < 0x4E00) || now.c >= 0x9FA6;
    const bool hangul = now.c >= 0xAC00 && now.c <= 0xD7A3;
    score += now.c >= 0xFF61 && now.c <= 0xFF9F ? kHalfwidthKana
             : rare && !hangul                  ? kRareHan
                                                : kCjkBonus;
  }
  return score;
}

// Letters that have their place in a word.
double of_place(const Seen& now, const Seen& before, char32_t after) {
  constexpr char32_t kFinalSigma = 0x3C2;
  if (now.c == kFinalSigma && is_letter(after)) return kMisplacedLetter;
  if (is_thai_leading_vowel(now.c) && !is_thai_consonant(after)) return kMisplacedLetter;
  if (now.script == USCRIPT_LATIN && before.script == USCRIPT_LATIN && now.c >= 0x80 &&
      before.c >= 0x80) {
    return kAccentRow;
  }
  return 0;
}

double of_character(const Seen& now, const Seen& before, char32_t after) {
  if (is_unreadable(now.c)) return kControl;
  const bool in_word = before.kind == Kind::kLetter && is_letter(after);
  switch (now.kind) {
    case Kind::kLetter:
      return of_letter(now, before) + of_place(now, before, after);
    case Kind::kSpace:
      return now.c == 0xA0 && in_word ? kNoBreakInWords : 0;
    case Kind::kMark:
      return (before.kind == Kind::kLetter || before.kind == Kind::kMark) &&
                     !is_thai_leading_vowel(before.c)
                 ? 0
                 : kLooseMark;
    case Kind::kSymbol:
      if (now.c < 0x80) return 0;
      if (is_box(now.c)) return is_box(before.c) || is_box(after) ? 0 : kLooseBox;
      return in_word ? kSymbolInWord : kSymbol;
    case Kind::kPunctuation:
      return now.c >= 0x80 && in_word && !may_stand_in_word(now.c) ? kPunctuationInWord : 0;
    default:
      return 0;
  }
}

}  // namespace

double plausibility(const Decoded& decoded, std::size_t source_bytes) {
  const std::string_view text = decoded.utf8;
  double score = 0;
  uint32_t beyond_ascii = 0;
  Seen before;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    Seen now{c.value, kind_of(c.value), script_of(c.value)};
    if (c.value >= 0x80) ++beyond_ascii;
    if (c.value == 0xFFFD) {
      // The bytes at a sample's end may be half a character.
      if (at < text.size() || source_bytes < 64) score += kUnmapped;
    } else if (c.value >= 0x80 || before.c >= 0x80) {
      score += of_character(now, before, code_point_at(text, at).value);
    }
    before = now;
  }
  return beyond_ascii == 0 ? 0 : score / beyond_ascii;
}

double wide_plausibility(const Decoded& decoded) {
  const std::string_view text = decoded.utf8;
  double good = 0;
  double bad = 0;
  int before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    const bool control = c.value < 0x20 && !is_space(c.value);
    if (c.value == 0xFFFD || control || is_unreadable(c.value)) {
      bad += 10;
    } else if (c.value == ' ' || c.value == '\n' || (c.value < 0x80 && is_letter(c.value))) {
      good += 2;
    } else if (is_letter(c.value)) {
      good += 1;
    }
    // Read the wrong way round, the bytes of one block scatter over many.
    const int script = script_of(c.value);
    if (script != before && script != 0 && before != 0 && !(is_cjk(script) && is_cjk(before))) {
      bad += 1.5;
    }
    if (script != 0) before = script;
  }
  return good - kWideFaults * bad;
}

}  // namespace synoptic
