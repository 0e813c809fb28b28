#include "text/phrases.h"

#include <algorithm>
#include <utility>

namespace synoptic {
namespace {

bool is_gap(char32_t c) { return c == U' ' || c == U'-'; }

// Where the first word of a phrase ends, as word_end() finds it in a text ("п" of "п'ятий"); in a
// script without spaces its first character.
std::size_t first_word(std::u32string_view phrase) {
  if (is_unspaced(phrase.front())) return 1;
  return std::min(phrase.find_first_of(U" '"), phrase.size());
}

// Matches `rest` from `at` on; returns the end, 0 if it does not match.
std::size_t match_rest(const FoldedText& text, std::size_t at, std::u32string_view rest) {
  for (const char32_t c : rest) {
    if (c == U' ') {
      if (!is_gap(folded_at(text, at))) return 0;
      while (is_gap(folded_at(text, at))) ++at;
    } else if (folded_at(text, at) == c) {
      ++at;
    } else {
      return 0;
    }
  }
  return at;
}

// A phrase ends where neither a word nor a number goes on: "tháng 1" is not in "tháng 12".
bool ends_at(const FoldedText& text, std::size_t end) {
  const CharacterKind last = text[end - 1].kind;
  if (last == CharacterKind::kLetter && is_unspaced(text[end - 1].folded)) return true;
  return last == CharacterKind::kOther || kind_at(text, end) != last;
}

std::u32string letters(const FoldedText& text, std::size_t begin, std::size_t end) {
  std::u32string word;
  for (std::size_t i = begin; i < end; ++i) word.push_back(text[i].folded);
  return word;
}

}  // namespace

void PhraseTable::add(std::string_view phrase, uint64_t value) {
  add_folded(folded(phrase), value);
}

void PhraseTable::add_folded(std::u32string phrase, uint64_t value) {
  std::replace(phrase.begin(), phrase.end(), U'-', U' ');
  while (!phrase.empty() && phrase.back() == U' ') phrase.pop_back();
  // ICU writes "الحادية  والعشرون" with two; one matches any number.
  const auto twice = [](char32_t a, char32_t b) { return a == U' ' && b == U' '; };
  phrase.erase(std::unique(phrase.begin(), phrase.end(), twice), phrase.end());
  if (phrase.empty()) return;
  const std::size_t first = first_word(phrase);
  std::vector<Entry>& entries = by_first_word_[phrase.substr(0, first)];
  std::u32string rest = phrase.substr(first);
  const auto longer = [&](const Entry& entry) { return entry.rest.size() > rest.size(); };
  const auto at = std::find_if_not(entries.begin(), entries.end(), longer);
  for (auto same = at; same != entries.end() && same->rest.size() == rest.size(); ++same) {
    if (same->rest == rest) return;
  }
  entries.insert(at, Entry{std::move(rest), value});
}

const std::vector<PhraseTable::Entry>* PhraseTable::entries(std::u32string_view word) const {
  const auto found = by_first_word_.find(word);
  return found == by_first_word_.end() ? nullptr : &found->second;
}

std::optional<PhraseMatch> PhraseTable::find(const FoldedText& text, std::size_t at) const {
  return find_prefix(text, at, SIZE_MAX, 0);
}

std::optional<PhraseMatch> PhraseTable::find_prefix(const FoldedText& text, std::size_t at,
                                                    std::size_t least, std::size_t more) const {
  const bool anywhere = is_unspaced(folded_at(text, at));
  const std::size_t end = anywhere ? at + 1 : word_end(text, at);
  const std::u32string word = letters(text, at, end);
  if (const std::vector<Entry>* found = entries(word)) {
    for (const Entry& entry : *found) {
      const std::size_t last = match_rest(text, end, entry.rest);
      if (last != 0 && ends_at(text, last)) return PhraseMatch{entry.value, last};
    }
  }
  if (anywhere) return std::nullopt;
  for (std::size_t size = word.size(); size-- > least && word.size() - size <= more;) {
    const std::vector<Entry>* found = entries(std::u32string_view(word).substr(0, size));
    if (found && found->back().rest.empty()) return PhraseMatch{found->back().value, at + size};
  }
  return std::nullopt;
}

}  // namespace synoptic
