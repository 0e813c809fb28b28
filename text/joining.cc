#include "text/joining.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/columns.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kHyphen = 0x2010;
constexpr char32_t kNonBreakingHyphen = 0x2011;
constexpr char32_t kZeroWidthSpace = 0x200B;

bool is_hyphen(char32_t c) { return c == '-' || c == kHyphen || c == kNonBreakingHyphen; }

bool is_word_part(char32_t c) { return is_letter(c) || is_digit(c) || is_ignorable(c); }

// The first and the last character that takes room.
char32_t last_of(std::string_view text) {
  CodePoint c = code_point_before(text, text.size());
  while (c.bytes < text.size() && columns_of(c.value) == 0) {
    text.remove_suffix(c.bytes);
    c = code_point_before(text, text.size());
  }
  return c.value;
}

char32_t first_of(std::string_view text) {
  CodePoint c = code_point_at(text, 0);
  while (c.bytes < text.size() && columns_of(c.value) == 0) {
    text.remove_prefix(c.bytes);
    c = code_point_at(text, 0);
  }
  return c.value;
}

// The run of word characters at the end and at the head of `text`.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const CodePoint c = code_point_before(text, begin);
    if (!is_word_part(c.value)) break;
    begin -= c.bytes;
  }
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (!is_word_part(c.value)) break;
    end += c.bytes;
  }
  return text.substr(0, end);
}

// The run of word characters and hyphens at the head of `text`, in which a letter comes first.
std::string_view hyphenated_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (!is_word_part(c.value) && (end == 0 || !is_hyphen(c.value))) break;
    end += c.bytes;
  }
  return text.substr(0, end);
}

std::string fold_hyphens(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_hyphen(c.value)) {
      plain += '-';
    } else {
      plain += word.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return fold(plain);
}

// No space between letters of unspaced scripts, nor between a line of East Asian text and a Latin
// word or a number in it; nor after a slash inside a word ("and/" + "or").
bool needs_space(std::string_view first, std::string_view second) {
  const char32_t last = last_of(first);
  const char32_t head = first_of(second);
  if (is_east_asian(last) || is_east_asian(head)) return false;
  if (is_unspaced(last) && is_unspaced(head)) return false;
  const bool in_word = first.size() > 1 && !is_space(static_cast<unsigned char>(first.end()[-2]));
  return last != '/' || !in_word;
}

// A word in capitals ("INTER-" + "NATIONAL") may be broken like one in small letters.
bool goes_on_as_word(std::string_view before, std::string_view after) {
  const char32_t head = first_of(after);
  if (is_lower(head)) return true;
  if (!is_upper(head)) return true;  // a script without case
  const auto is_capitals = [](std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint c = code_point_at(word, at);
      if (is_lower(c.value)) return false;
      at += c.bytes;
    }
    return true;
  };
  return before.size() > 1 && is_capitals(before) && is_capitals(after);
}

// Words after which a hyphen at a line's end is a suspended one ("Gerichts- und ..."), besides
// those that the document itself writes after "x- " inside a line.
constexpr std::array<std::string_view, 14> kConjunctions = {
    "and", "beziehungsweise", "bzw", "eller", "oder", "och", "og",
    "or",  "sowie",           "tai", "und",   "vagy", "või", "és"};

bool is_suspended(std::string_view after, const JoiningVocabulary& vocabulary) {
  const std::string word = fold(after);
  return std::find(kConjunctions.begin(), kConjunctions.end(), word) != kConjunctions.end() ||
         vocabulary.contains("- " + word);
}

Join join_at_hyphen(std::string_view first, std::string_view second, std::size_t hyphen_bytes,
                    const JoiningVocabulary& vocabulary) {
  const Join kept_close{0, ""};
  const Join kept_apart{0, " "};
  const Join dropped{hyphen_bytes, ""};
  const std::string_view stem = first.substr(0, first.size() - hyphen_bytes);
  const std::string_view before = last_word(stem);
  const std::string_view after = first_word(second);
  if (before.empty()) return kept_apart;  // a dash, not a hyphen
  const char32_t joint = last_of(before);
  const char32_t head = first_of(second);
  if (is_digit(joint) || is_digit(head)) return kept_close;
  if (!is_letter(head)) return after.empty() ? kept_apart : kept_close;
  const std::string solid = fold(std::string(before) + std::string(after));
  const bool one_word = goes_on_as_word(before, after);
  if (one_word && vocabulary.contains(solid)) return dropped;
  if (is_suspended(after, vocabulary)) return kept_apart;
  if (!one_word) return kept_close;
  return vocabulary.contains(fold(std::string(before) + "-" + std::string(after))) ? kept_close
                                                                                   : dropped;
}

}  // namespace

bool JoiningVocabulary::is_asked_for(std::string_view line) {
  return is_hyphen(code_point_before(line, line.size()).value);
}

void JoiningVocabulary::add_line(std::string_view line) {
  std::size_t at = 0;
  bool after_hyphen = false;
  while (at < line.size()) {
    const std::string_view word = hyphenated_word(line.substr(at));
    if (word.empty()) {
      after_hyphen = after_hyphen && line[at] == ' ';
      at += code_point_at(line, at).bytes;
      continue;
    }
    std::string folded = fold_hyphens(word);
    at += word.size();
    if (after_hyphen && folded.find('-') == std::string::npos) words_.insert("- " + folded);
    after_hyphen = folded.ends_with('-');
    // A hyphen at the line's end is what is to be judged, no evidence.
    if (at < line.size() || !after_hyphen) words_.insert(std::move(folded));
  }
}

bool JoiningVocabulary::contains(std::string_view folded_word) const {
  return words_.contains(std::string(folded_word));
}

Join join_lines(std::string_view first, std::string_view second,
                const JoiningVocabulary& vocabulary) {
  const CodePoint last = code_point_before(first, first.size());
  if (last.value == kSoftHyphen) return {last.bytes, ""};
  if (last.value == kZeroWidthSpace) return {0, ""};
  if (is_hyphen(last.value) && last.bytes < first.size()) {
    return join_at_hyphen(first, second, last.bytes, vocabulary);
  }
  return {0, needs_space(first, second) ? " " : ""};
}

}  // namespace synoptic
