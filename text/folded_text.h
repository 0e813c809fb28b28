// A text as a row of characters that can be compared one to one, each with its bytes.
//
// Simple case folding keeps one character for one, so that a match found here is a span of the
// text. Decimal digits of every script become '0'-'9', white space of every kind ' ', hyphens '-',
// both apostrophes '\'', full-width commas and stops ',' and '.'; format characters (joiners, soft
// hyphens, directional marks) are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/characters.h"
#include "text/span.h"

namespace synoptic {

enum class CharacterKind : uint8_t { kLetter, kDigit, kSpace, kOther };

struct Character {
  char32_t folded = 0;
  char32_t printed = 0;
  uint32_t begin = 0;  // bytes of the text
  uint32_t end = 0;
  CharacterKind kind = CharacterKind::kOther;
};

using FoldedText = std::vector<Character>;

// Threads: pure.  Errors: none, a malformed byte becomes U+FFFD.
FoldedText folded_text_of(std::string_view utf8);

// The same characters, folded, as a string to look up.
std::u32string folded(std::string_view utf8);

inline CharacterKind kind_at(const FoldedText& text, std::size_t at) {
  return at < text.size() ? text[at].kind : CharacterKind::kOther;
}

inline char32_t folded_at(const FoldedText& text, std::size_t at) {
  return at < text.size() ? text[at].folded : U'\0';
}

// The first place at or behind `at` that is no space.
std::size_t skip_spaces(const FoldedText& text, std::size_t at);

// The end of the run of letters (and their marks) that begins at `at`.
std::size_t word_end(const FoldedText& text, std::size_t at);

// Bytes of characters [begin, end).  REQUIRES: begin < end.
inline Span bytes_of(const FoldedText& text, std::size_t begin, std::size_t end) {
  return {text[begin].begin, text[end - 1].end};
}

}  // namespace synoptic
