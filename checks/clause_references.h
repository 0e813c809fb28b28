// References to clauses in running text: "section 36(2)(c)", "art. 9 ust. 2 lit. c)",
// "第九条第二款".
//
// A mention is a path of marks, each a number or letter with its place.  The words for article,
// section, paragraph are the convention's (checks/reference_words.h); "36(2)(c)" is known by its
// form alone.  Lists and ranges give a mention for each number printed.
// Numbers: digits of every script, Roman, Han, letters of the alphabets that the convention has.
// Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/convention.h"
#include "checks/reference_words.h"
#include "text/span.h"

namespace synoptic {

// A number or letter that names a clause.
struct ReferenceMark {
  Span span;  // bytes of the text given
  LevelKind kind = LevelKind::kNumber;
  std::vector<uint32_t> ordinals;  // what it may mean: "i" is 9 and 1
  std::u32string letters;          // folded, where it is printed in letters
  uint32_t inserted = 0;           // 1 of "36a", "36 bis" and "36-1"; 0 for most
  bool attached = false;           // printed directly behind the level over it: "(2)" of "36(2)"
  bool certain = true;             // false where it may be a word: "alinéa a"
};

struct ReferenceMention {
  std::vector<ReferenceMark> marks;  // the clause first, then what is inside: 36, 2, c
  uint32_t shared = 0;               // marks at the front that the mention before it printed
  bool listed = false;               // goes on the list of the mention before it
  bool ends_range = false;           // 9 of "articles 5 to 9"
};

// In order of the text.
std::vector<ReferenceMention> find_references(std::string_view text, const ReferenceWords& words,
                                              const Convention& convention);

// Letters in brackets or with one, whatever they are: "(a)", "b)".
std::vector<ReferenceMark> find_list_letters(std::string_view text, const ReferenceWords& words,
                                             const Convention& convention);

// Both name the same number: letters of one script letter by letter, others by their ordinals.
bool same_mark(const ReferenceMark& a, const ReferenceMark& b);

// Whether a finding of `check` marks this place, which another check then leaves alone.  `side`:
// Finding::original_spans or Finding::translation_spans, whose document the place is in.
bool is_marked(const std::vector<Finding>& findings, std::string_view check,
               std::vector<FindingSpan> Finding::*side, const FindingSpan& place);

// "article 9.2.3", for messages and tests; a range as "article 5, article -9".
std::string shown(const ReferenceMention& mention);

}  // namespace synoptic
