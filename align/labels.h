// Reads the label at the head of a line: "Art. 5a", "§ 12", "第十二条", "(iv)", "7.1.", "•".
//
// Reading is local: a LabelReader sees one line and returns every reading it allows.  Choosing is
// global (align/outline_search.h): "(i)" is a letter or a Roman one, "9. Oktober" a label or a
// date.
//
// Method: the convention's and the learnt word patterns are tried first (a misprint of one letter
// is forgiven at a price), then bare numerals and letters with their brackets and stops, then
// bullets.  White space, the Ethiopic word space and bidi marks inside a label don't count.
// Costs: nats, how much rarer such a line is as a label than the plainest one.
// Errors: none, a line without a number has no reading.  Threads: pure.
#pragma once

#include <string_view>
#include <vector>

#include "align/convention.h"
#include "align/document.h"
#include "align/pattern_index.h"
#include "text/numerals.h"

namespace synoptic {

// How a numeral is closed.
enum class Closing : uint8_t { kNone, kStop, kBracket, kBothBrackets, kDash, kOther };

// What the labels of one list have in common.
struct LabelStyle {
  LevelKind kind = LevelKind::kNumber;
  NumeralSystem system = NumeralSystem::kDecimal;  // of the last level; of no weight with a word
  uint32_t mark = 0;                               // bullet character, alphabet, or learnt word
  Closing closing = Closing::kNone;
  uint8_t depth = 1;  // levels printed: "7.1." has two

  friend bool operator==(const LabelStyle&, const LabelStyle&) = default;
};

struct LabelReading {
  Label label;   // "Art. 5a": {kArticle, 5, "a"}
  Span printed;  // the bytes of the line that are label, not text
  LabelStyle style;
  double cost_nats = 0;           // of reading it so
  double skip_nats = 0;           // of a line that looks like this and is no label
  uint32_t range_end = 0;         // the last ordinal of "5 to 7"; 0 where there is one ordinal
  bool alone = false;             // nothing but the label stands on the line
  bool next_in_order = false;     // the ordinal is known by its place only; label.ordinal is 0
  std::string_view ordinal_text;  // what stands for the ordinal then; points into the line
};

// Reads the lines of one document.  Threads: one at a time.
class LabelReader {
 public:
  // `learnt` are numbered patterns of this document (align/learnt_labels.h).  Both outlive this.
  LabelReader(const Convention& convention, const std::vector<LabelPattern>& learnt);

  // Example: "(i) the name" in English: letter 9 and Roman 1.
  std::vector<LabelReading> read(std::string_view line);

 private:
  const Convention& convention_;
  PatternIndex patterns_;
};

// Adds what the implicit patterns of this document read (align/learnt_labels.h).
void read_implicit_labels(std::string_view line, const Convention& convention,
                          const std::vector<LabelPattern>& learnt,
                          std::vector<LabelReading>& readings);

// The bytes at `at` that `folded` (case folded) matches, white space on both sides optional; 0
// where it does not.  At most `misprints` letters may differ, be missing or be too many.
std::size_t match_words(std::string_view line, std::size_t at, std::string_view folded,
                        int misprints);

// First byte after white space, bidi marks and Ethiopic word spaces.
std::size_t skip_blanks(std::string_view line, std::size_t at);

}  // namespace synoptic
