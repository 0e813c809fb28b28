#include "text/word_numbers.h"

#include <algorithm>

namespace synoptic {
namespace {

// A number word inside a longer word must be so long, and leave at most so many letters.
constexpr std::size_t kLeastPrefix = 4;
constexpr std::size_t kMostBehindPrefix = 8;
// A word ends with a number word behind at most so many letters.
constexpr std::size_t kLongestClassPrefix = 6;
// Letters that join two number words: "and", "und"; Italian elides one instead ("centottanta").
constexpr std::size_t kLongestJoint = 3;
constexpr uint64_t kLeastSummand = 100;
constexpr uint64_t kLargest = 999'999'999'999'999;

// The largest power of ten that divides `value`.
uint64_t room_of(uint64_t value) {
  uint64_t room = 1;
  while (value != 0 && value % (room * 10) == 0) room *= 10;
  return room;
}

std::size_t skip_gap(const FoldedText& text, std::size_t at) {
  while (folded_at(text, at) == U' ' || folded_at(text, at) == U'-') ++at;
  return at;
}

}  // namespace

std::optional<PhraseMatch> WordNumberReader::word(std::size_t at) const {
  if (kind_at(text_, at) != CharacterKind::kLetter) return std::nullopt;
  if (own_) {
    if (const auto own = own_->numbers.find(text_, at)) return own;
    if (const auto end = ending(at)) return end;
  }
  return words_.numbers.find_prefix(text_, at, kLeastPrefix, kMostBehindPrefix);
}

std::optional<PhraseMatch> WordNumberReader::ending(std::size_t at) const {
  if (own_->endings.empty() || is_unspaced(text_[at].folded)) return std::nullopt;
  const std::size_t last = std::min(word_end(text_, at), at + kLongestClassPrefix + 1);
  for (std::size_t begin = at; begin < last; ++begin) {
    if (const auto found = own_->endings.find(text_, begin)) return found;
  }
  return std::nullopt;
}

std::optional<PhraseMatch> WordNumberReader::scale(std::size_t at) const {
  if (kind_at(text_, at) != CharacterKind::kLetter) return std::nullopt;
  return words_.scales.find(text_, at);
}

std::optional<PhraseMatch> WordNumberReader::next_scale(std::size_t end) const {
  return scale(skip_gap(text_, end));
}

// The number word behind one that ended at `end`, where its word ended too.
std::optional<PhraseMatch> WordNumberReader::next_word(std::size_t end) const {
  const std::size_t begin = skip_gap(text_, end);
  if (const auto found = word(begin)) return found;
  if (kind_at(text_, begin) != CharacterKind::kLetter || begin == end) return std::nullopt;
  const std::size_t joint = word_end(text_, begin);
  if (joint - begin > kLongestJoint || folded_at(text_, joint) != U' ') return std::nullopt;
  return word(skip_gap(text_, joint));
}

// The same where the word goes on: "hundertachtzig", "hundertundachtzig", "centottanta".
std::optional<PhraseMatch> WordNumberReader::next_in_word(std::size_t end) const {
  const std::size_t last = std::min(end + kLongestJoint, text_.size());
  for (std::size_t begin = end; begin <= last; ++begin) {
    if (const auto found = word(begin)) return found;
  }
  return word(end - 1);
}

// "deux" before "cent": the hundred that is counted.
std::optional<PhraseMatch> WordNumberReader::counted(std::optional<PhraseMatch> count) const {
  if (!count || count->value < 2 || count->value >= kLeastSummand) return count;
  const std::size_t begin = skip_gap(text_, count->end);
  if (begin == count->end) return count;
  const std::optional<PhraseMatch> hundred = word(begin);
  if (!hundred || hundred->value != kLeastSummand) return count;
  return PhraseMatch{count->value * kLeastSummand, hundred->end};
}

std::optional<WordNumber> WordNumberReader::read(std::size_t at) const {
  const std::optional<PhraseMatch> first = counted(word(at));
  if (!first) return std::nullopt;
  uint64_t sum = 0;         // what a scale word has closed
  uint64_t closed_by = 64;  // its power of ten
  std::size_t closed_end = 0;
  uint64_t section = first->value;
  std::size_t end = first->end;
  const auto goes_on = [&] {
    return kind_at(text_, end) == CharacterKind::kLetter && !is_unspaced(text_[end].folded);
  };
  // "sixteen billion, five hundred million"
  const auto behind_comma = [this](std::size_t at, uint64_t open) {
    return open == 0 && folded_at(text_, at) == U',' ? at + 1 : at;
  };
  while (sum + section <= kLargest) {
    if (const auto power = goes_on() ? std::nullopt : next_scale(end); power && section > 0) {
      // Scale words come down: "cinquante mille, quinze milliards" are two numbers.
      if (power->value >= closed_by) return WordNumber{sum, closed_end, false};
      for (uint64_t i = 0; i < power->value && section <= kLargest; ++i) section *= 10;
      sum += section;
      section = 0;
      closed_by = power->value;
      end = closed_end = power->end;
      continue;
    }
    if (sum + section < kLeastSummand) break;
    const std::optional<PhraseMatch> next =
        counted(goes_on() ? next_in_word(end) : next_word(behind_comma(end, section)));
    const uint64_t room = room_of(section == 0 ? sum : section);
    if (!next || next->value == 0 || next->value >= room) break;
    section += next->value;
    end = next->end;
  }
  if (sum + section > kLargest) return WordNumber{first->value, first->end, goes_on()};
  return WordNumber{sum + section, end, goes_on()};
}

}  // namespace synoptic
