#include "text/repetitions.h"

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

bool joins_word(char32_t c) {
  return c == '\'' || c == '-' || c == 0x2019 || c == 0x2010 || c == 0x2011 || c == 0xAD ||
         c == 0xB7 || c == 0x02BC || c == 0x05F3 || c == 0x05F4 || is_ignorable(c);
}

// The word that begins at or behind `at`; empty at the end.
Span next_word(std::string_view utf8, std::size_t at) {
  while (at < utf8.size()) {
    const CodePoint c = code_point_at(utf8, at);
    if (is_letter(c.value) || is_digit(c.value)) break;
    at += c.bytes;
  }
  std::size_t end = at;
  for (std::size_t next = at; next < utf8.size();) {
    const CodePoint c = code_point_at(utf8, next);
    next += c.bytes;
    if (is_letter(c.value) || is_digit(c.value)) {
      end = next;
    } else if (!joins_word(c.value)) {
      break;
    }
  }
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
}

// White space alone; of "art- art- and" the hyphens belong to the words.
bool only_space_between(std::string_view between, bool hyphen_follows) {
  if (hyphen_follows && between.starts_with('-')) between.remove_prefix(1);
  if (between.empty()) return false;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = code_point_at(between, at);
    if (!is_space(c.value)) return false;
    at += c.bytes;
  }
  return true;
}

bool equal_but_for_case(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const CodePoint c = code_point_at(a, i);
    const CodePoint d = code_point_at(b, j);
    if (c.value != d.value && fold_character(c.value) != fold_character(d.value)) return false;
    i += c.bytes;
    j += d.bytes;
  }
  return i == a.size() && j == b.size();
}

bool is_name_or_number(std::string_view word) {
  bool roman = true;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_digit(c.value)) return true;
    roman = roman && c.value < 0x80 &&
            std::string_view("IVXLCDM").find(static_cast<char>(c.value)) != std::string_view::npos;
    ++letters;
    at += c.bytes;
  }
  return roman || (letters == 1 && is_upper(code_point_at(word, 0).value));
}

// A letter or sign that follows directly, as in "de de-facto", keeps the second from being the
// word.
bool goes_on(std::string_view utf8, Span word) {
  const CodePoint c = code_point_at(utf8, word.end);
  return joins_word(c.value) && !is_ignorable(c.value) &&
         is_letter(code_point_at(utf8, word.end + c.bytes).value);
}

}  // namespace

std::vector<Repetition> find_repetitions(std::string_view utf8) {
  std::vector<Repetition> found;
  Span last = next_word(utf8, 0);
  while (!last.empty()) {
    const Span word = next_word(utf8, last.end);
    if (word.empty()) break;
    const std::string_view text = slice(utf8, word);
    if (equal_but_for_case(slice(utf8, last), text) &&
        only_space_between(utf8.substr(last.end, word.begin - last.end),
                           utf8.substr(word.end).starts_with('-')) &&
        !is_name_or_number(slice(utf8, last)) && !is_name_or_number(text) && !goes_on(utf8, word)) {
      found.push_back({last, word, fold(text)});
    }
    last = word;
  }
  return found;
}

void for_each_spaced_word(std::string_view utf8, const std::function<void(Span)>& visit) {
  for (Span word = next_word(utf8, 0); !word.empty(); word = next_word(utf8, word.end)) {
    visit(word);
  }
}

}  // namespace synoptic
