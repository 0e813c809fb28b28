// The parts of a printed label: signs, ordinals, suffixes and what closes them.
//
// Shared by the readers of labels with a word (align/word_labels.cc) and of bare ones
// (align/bare_labels.cc).  Costs: nats.  Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/convention.h"
#include "align/labels.h"

namespace synoptic {

// White space, bidi marks, and the Ethiopic word space, which parts words as a blank does.
bool is_blank(char32_t c);
// ß and the Latin and Armenian ligatures.
bool folds_to_several(char32_t c);
bool is_open_bracket(char32_t c);
bool is_dash(char32_t c);

// What follows a numeral: its suffix ("bis", "a", "-1", ".04"), ordinal mark and closing signs.
struct Tail {
  std::string suffix;
  uint32_t range_end = 0;  // 7 in "5 to 7", whose suffix is "-7"; else 0
  Closing closing = Closing::kNone;
  std::size_t end = 0;
};

// `at` is the byte behind the numeral; `bracketed`: a bracket stands open before it; a suffix is
// looked for only behind a decimal number, and one of numbers ("4-1", "13.04") behind `counted`,
// the number where it has a word before it.
struct NumeralKind {
  bool bracketed = false;
  bool decimal = false;
  uint32_t counted = 0;
};
Tail read_tail(std::string_view line, std::size_t at, NumeralKind kind);

// "bis", " ter", "a"; `end` moves behind it.
std::string read_suffix(std::string_view line, std::size_t& end);

// ".04" of "13.04": a dot with up to three digits and no more; `end` moves behind it.
std::string read_dotted_suffix(std::string_view line, std::size_t& end);

// `price` where lower case follows.
double case_cost(std::string_view line, std::size_t at, double price);

// A numeral or letter with what it may mean.
struct Ordinal {
  NumeralSystem system = NumeralSystem::kDecimal;
  uint32_t mark = 0;  // alphabet of a letter
  uint32_t value = 0;
  std::size_t bytes = 0;
  double cost_nats = 0;
};

bool is_letter_system(NumeralSystem system);

// Every reading of what begins at `at`: numerals of all systems, ranks in all alphabets.
std::vector<Ordinal> read_ordinals(std::string_view line, std::size_t at,
                                   const Convention& convention);

// The line being read.
struct LineContext {
  std::string_view line;
  const Convention& convention;
  std::vector<LabelReading>& readings;
};

// Whether a misprint in its words is forgiven at all: in short words it makes another word.
bool may_be_misprinted(const LabelPattern& pattern);

// Labels with the words of any of `patterns` at byte `begin`.
void read_word_labels(const LineContext& context, const std::vector<const LabelPattern*>& patterns,
                      std::size_t begin);
// A learnt heading word whose ordinal is known by its place at best.
void read_implicit_label(const LineContext& context, const LabelPattern& pattern,
                         std::size_t begin);
// Numbers and letters without a word, and bullets.
void read_bare_label(const LineContext& context, std::size_t begin);
void read_bullet(const LineContext& context, std::size_t begin);

// What a line costs that looks like such a label and is none.
inline constexpr double kSkipWord = 8;
inline constexpr double kSkipBracket = 6;
inline constexpr double kSkipStop = 7;
inline constexpr double kSkipDash = 3;
inline constexpr double kSkipBare = 2.5;

}  // namespace synoptic
