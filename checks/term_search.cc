#include "checks/term_search.h"

#include <algorithm>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {
namespace {

// Bytes of folded words.
constexpr std::size_t kLeastStem = 4;    // what two forms of a word have in common
constexpr std::size_t kMostEnding = 2;   // letters in which they may differ, word for word
constexpr double kHintedShare = 0.6;     // of the longer word, where a hint is enough
constexpr std::size_t kLeastInside = 5;  // a word that is found inside of another

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  auto size = static_cast<std::size_t>(end - a.begin());
  while (size > 0 && size < a.size() && (static_cast<unsigned char>(a[size]) & 0xC0) == 0x80)
    --size;
  return size;
}

bool is_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_letter(c.value) && !is_upper(c.value)) return false;
    letters += is_letter(c.value);
    at += c.bytes;
  }
  return letters >= 2;
}

bool is_same(const TermWord& term, const TermWord& word) {
  if (is_capitals(term.printed)) return word.printed.starts_with(term.printed);
  if (term.folded == word.folded) return true;
  const std::size_t common = common_prefix(term.folded, word.folded);
  if (common < kLeastStem) return false;
  return count_characters(std::string_view(term.folded).substr(common)) <= kMostEnding &&
         count_characters(std::string_view(word.folded).substr(common)) <= kMostEnding;
}

bool is_like(const TermWord& term, const TermWord& word) {
  if (is_same(term, word)) return true;
  if (term.folded.size() >= kLeastInside && word.folded.find(term.folded) != std::string::npos) {
    return true;
  }
  const std::size_t common = common_prefix(term.folded, word.folded);
  const std::size_t longer = std::max(term.folded.size(), word.folded.size());
  return common >= kLeastStem &&
         static_cast<double>(common) >= kHintedShare * static_cast<double>(longer);
}

// Words that can be forms of one another begin alike.
std::string_view head_of(const TermWord& word) {
  constexpr std::size_t kHead = 2;
  return std::string_view(word.folded).substr(0, kHead);
}

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

}  // namespace

std::vector<TermWord> term_words(std::string_view text) {
  std::vector<TermWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    std::size_t end = at + c.bytes;
    if (is_word_character(c.value)) {
      while (!is_unspaced(c.value) && end < text.size()) {
        const CodePoint next = code_point_at(text, end);
        if (!is_word_character(next.value) || is_unspaced(next.value)) break;
        end += next.bytes;
      }
      const std::string_view printed = text.substr(at, end - at);
      words.push_back({fold(printed),
                       std::string(printed),
                       {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}});
    }
    at = end;
  }
  return words;
}

std::size_t TermPattern::match_at(const std::vector<TermWord>& text, std::size_t at) const {
  if (words_.empty() || at + words_.size() > text.size()) return 0;
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
  return std::equal(words_.begin(), words_.end(), begin, is_same) ? at + words_.size() : 0;
}

std::string_view TermPattern::head() const {
  return words_.empty() ? std::string_view() : head_of(words_.front());
}

std::vector<Span> TermPattern::find(const std::vector<TermWord>& text) const {
  std::vector<Span> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = match_at(text, at);
    if (end != 0) found.push_back({text[at].span.begin, text[end - 1].span.end});
  }
  return found;
}

void TermIndex::add(std::string_view term) {
  patterns_.emplace_back(term);
  by_head_[std::string(patterns_.back().head())].push_back(patterns_.size() - 1);
}

std::vector<TermIndex::Match> TermIndex::find(const std::vector<TermWord>& text) const {
  std::vector<Match> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto terms = by_head_.find(std::string(head_of(text[at])));
    if (terms == by_head_.end()) continue;
    for (const std::size_t term : terms->second) {
      const std::size_t end = patterns_[term].match_at(text, at);
      if (end != 0) found.push_back({term, {text[at].span.begin, text[end - 1].span.end}});
    }
  }
  return found;
}

bool TermPattern::is_hinted(const std::vector<TermWord>& text) const {
  const bool unspaced = std::all_of(words_.begin(), words_.end(), [](const TermWord& word) {
    return is_unspaced(code_point_at(word.folded, 0).value);
  });
  if (unspaced) return !find(text).empty();
  return std::all_of(words_.begin(), words_.end(), [&](const TermWord& term) {
    return std::any_of(text.begin(), text.end(),
                       [&](const TermWord& word) { return is_like(term, word); });
  });
}

}  // namespace synoptic
