#include "align/pattern_index.h"

#include <algorithm>

#include "align/label_parts.h"
#include "text/characters.h"

namespace synoptic {

namespace {

constexpr uint16_t kUnknown = 0;  // may stand for anything: a blank, the end, "ß"
constexpr uint16_t kOther = 1;    // no pattern begins with it

}  // namespace

PatternIndex::PatternIndex(const std::vector<LabelPattern>& first,
                           const std::vector<LabelPattern>& then) {
  for (const LabelPattern& pattern : first) add(pattern);
  for (const LabelPattern& pattern : then) add(pattern);
}

void PatternIndex::add(const LabelPattern& pattern) {
  Entry entry{&pattern, {}, 0};
  for (std::size_t at = 0; at < pattern.before.size() && entry.characters < kCharacters;) {
    const CodePoint c = code_point_at(pattern.before, at);
    at += c.bytes;
    if (is_blank(c.value)) continue;
    const auto next = static_cast<Symbol>(kOther + 1 + symbols_.size());
    entry.beginning[entry.characters++] = symbols_.try_emplace(c.value, next).first->second;
  }
  entries_.push_back(entry);
}

const std::vector<const LabelPattern*>& PatternIndex::patterns_at(std::string_view line,
                                                                  std::size_t at) {
  const Beginning beginning = beginning_of(line, at);
  uint64_t key = 0;
  for (const Symbol symbol : beginning) key = key << 16 | symbol;
  const auto [found, is_new] = found_.try_emplace(key);
  if (is_new) {
    for (const Entry& entry : entries_) {
      if (may_match(beginning, entry)) found->second.push_back(entry.pattern);
    }
  }
  return found->second;
}

PatternIndex::Symbol PatternIndex::symbol_of(char32_t folded) const {
  const auto found = symbols_.find(folded);
  return found == symbols_.end() ? kOther : found->second;
}

PatternIndex::Beginning PatternIndex::beginning_of(std::string_view line, std::size_t at) const {
  Beginning beginning{};
  for (Symbol& symbol : beginning) {
    const CodePoint c = code_point_at(line, at);
    // Behind what is unknown nothing is compared.
    if (c.bytes == 0 || is_blank(c.value) || folds_to_several(c.value)) break;
    symbol = symbol_of(fold_character(c.value));
    at += c.bytes;
  }
  return beginning;
}

bool PatternIndex::may_match(const Beginning& line, const Entry& entry) {
  // The first difference, from these places on; kCharacters where there is none.
  const auto differ = [&](std::size_t in_line, std::size_t in_words) {
    for (; in_line < kCharacters && in_words < entry.characters; ++in_line, ++in_words) {
      if (line[in_line] == kUnknown) break;
      if (line[in_line] != entry.beginning[in_words]) return in_line;
    }
    return kCharacters;
  };
  const auto goes_on = [&](std::size_t in_line, std::size_t in_words) {
    return differ(in_line, in_words) == kCharacters;
  };
  const std::size_t at = differ(0, 0);
  if (at == kCharacters) return true;
  if (!may_be_misprinted(*entry.pattern)) return false;
  // Behind the one misprint (a wrong letter, a missing one, one too many) all must be right.
  return goes_on(at + 1, at + 1) || goes_on(at, at + 1) || goes_on(at + 1, at);
}

}  // namespace synoptic
