// Numerals at one place of a text, in every system that can stand in a label.
//
// Reading is local and lists every system that fits: "i" is Roman 1 and a letter, "C" Roman 100 and
// a letter; "十一" is Han 11.  Longest match of each system; a numeral is never cut out of a word
// or a longer number.
//
// Systems and their sources: decimal digits of all scripts (Unicode Nd); Roman, ASCII and U+2160-;
// Han with 十 百 千 and positional 〇 (multiplicative-additive); enclosed and parenthesized numbers
// by their Numeric_Value or compatibility decomposition (①, ㈠, ⑴, ⒈); Ethiopic (units, tens,
// hundreds, U+1369-137B); Hebrew letters as numbers (units, tens, hundreds added; טו = 15).
// Threads: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace synoptic {

enum class NumeralSystem : uint8_t {
  kDecimal,
  kRomanUpper,
  kRomanLower,
  kHan,
  kEnclosed,
  kEthiopic,
  kHebrew,
  kLetterUpper,  // rank in an alphabet; read by align/labels, which knows the alphabets
  kLetterLower,
  kLetterOther,
  kSpelled,  // "premier", read by text/quantities.h
  kBullet,
  kImplicit  // counted by place: an unknown ordinal word after a repeated heading word
};

struct Numeral {
  NumeralSystem system = NumeralSystem::kDecimal;
  uint32_t value = 0;
  std::size_t bytes = 0;
};

// All numerals that begin at byte `at`, none above 99,999.
std::vector<Numeral> numerals_at(std::string_view text, std::size_t at);

}  // namespace synoptic
