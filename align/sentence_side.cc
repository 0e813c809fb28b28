#include "align/sentence_side.h"

#include <algorithm>

#include "text/characters.h"
#include "text/quantities.h"
#include "text/territory_names.h"
#include "text/words.h"

namespace synoptic {

namespace {

constexpr std::size_t kStemCharacters = 5;
constexpr std::size_t kMostWords = 200;  // of one sentence

// What a sign stands for in every script; empty for one that tells nothing.
std::string_view sign_word(char32_t c) {
  switch (c) {
    case '?':
    case 0xFF1F:
    case 0x061F:
    case 0x37E:
      return "?";
    case '!':
    case 0xFF01:
      return "!";
    case ':':
    case 0xFF1A:
      return ":";
    case ';':
    case 0xFF1B:
    case 0x061B:
      return ";";
    case '(':
    case 0xFF08:
    case '[':
      return "(";
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x300C:
    case 0x300E:
      return "\"";
    case '%':
    case 0xFF05:
      return "%";
    default:
      return {};
  }
}

// Numbers by value, in figures or words; "one" is an article in too many languages.
void add_quantities(std::string_view sentence, std::string_view language,
                    std::vector<std::string>& words) {
  const Quantities quantities = find_quantities(sentence, language);
  for (const Quantity& number : quantities.numbers) {
    if (number.value != "1" && number.value != "0") words.push_back("#" + number.value);
  }
  for (const Date& date : quantities.dates) {
    if (date.year) words.push_back("#" + std::to_string(*date.year));
    if (date.month) words.push_back("#month " + std::to_string(*date.month));
    if (date.day) words.push_back("#" + std::to_string(*date.day));
  }
}

// Ends with a letter or figure, no sign.
bool ends_open(std::string_view sentence) {
  std::size_t end = sentence.size();
  while (end > 0) {
    const CodePoint c = code_point_before(sentence, end);
    if (!is_space(c.value)) return is_letter(c.value) || is_digit(c.value);
    end -= c.bytes;
  }
  return false;
}

bool is_figure(const Term& term) { return term.folded[0] >= '0' && term.folded[0] <= '9'; }

}  // namespace

std::string_view stem(std::string_view folded) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < folded.size() && count < kStemCharacters; ++count) {
    at += code_point_at(folded, at).bytes;
  }
  return folded.substr(0, at);
}

uint32_t Vocabulary::number(std::string_view word) {
  const auto [entry, added] =
      numbers_.try_emplace(std::string(word), static_cast<uint32_t>(words_.size()));
  if (added) {
    words_.emplace_back(word);
    holders.push_back(0);
  }
  return entry->second;
}

std::optional<uint32_t> Vocabulary::find(const std::string& word) const {
  const auto found = numbers_.find(word);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> sentence_words(std::string_view text, std::string_view language) {
  std::vector<std::string> words;
  for (const Term& term : search_terms(text, TermUse::kIndex)) {
    if (words.size() >= kMostWords) break;
    if (!is_figure(term)) words.emplace_back(stem(term.folded));
  }
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    const std::string_view sign = sign_word(c.value);
    if (!sign.empty()) words.emplace_back(sign);
  }
  add_quantities(text, language, words);
  if (!language.empty()) {
    for (const NamedPlace& place : TerritoryNames::of(language).find(text)) {
      if (place.certain) words.push_back("#place " + place.code);
    }
  }
  return words;
}

bool is_vocabulary_word(std::string_view word) {
  return stem(word) == word && word.find(' ') == std::string_view::npos &&
         fold_for_search(word) == word;
}

SentenceSide sentence_side(std::span<const std::string_view> sentences, std::string_view language,
                           Vocabulary& vocabulary) {
  SentenceSide side;
  side.first.push_back(0);
  std::vector<uint32_t> words;
  for (const std::string_view sentence : sentences) {
    words.clear();
    for (const std::string& word : sentence_words(sentence, language)) {
      words.push_back(vocabulary.number(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const uint32_t word : words) ++vocabulary.holders[word];
    ++vocabulary.sentences;
    side.words.insert(side.words.end(), words.begin(), words.end());
    side.first.push_back(static_cast<uint32_t>(side.words.size()));
    side.lengths.push_back(static_cast<float>(count_characters(sentence)));
    side.open.push_back(ends_open(sentence));
  }
  return side;
}

SentenceSide reduced(const SentenceSide& side, const std::vector<float>& telling) {
  SentenceSide few;
  few.lengths = side.lengths;
  few.open = side.open;
  few.first.push_back(0);
  for (std::size_t sentence = 0; sentence < side.size(); ++sentence) {
    for (const uint32_t word : side.of(sentence)) {
      if (telling[word] > 0) few.words.push_back(word);
    }
    few.first.push_back(static_cast<uint32_t>(few.words.size()));
  }
  return few;
}

}  // namespace synoptic
