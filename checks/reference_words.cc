#include "checks/reference_words.h"

#include <algorithm>

#include "align/label_parts.h"

namespace synoptic {
namespace {

constexpr std::size_t kShortWord = 3;    // letters up to which a word has no other forms
constexpr std::size_t kLeastStem = 4;    // letters by which a word is known
constexpr std::size_t kLongestCut = 2;   // letters at the end of a word that may change
constexpr std::size_t kLongestEnd = 4;   // letters that may be added to a word
constexpr std::size_t kLongestHead = 4;  // letters written together in front of it
constexpr std::size_t kLongWord = 6;     // letters from which there may be twice as many
constexpr std::size_t kLongestMark = 4;  // letters of "No." and its kin
constexpr std::u32string_view kNumberSigns = U"№#";
constexpr std::u32string_view kOrdinalSigns = U".º°ª";
constexpr std::u32string_view kCommas = U",;、،؛/·";

constexpr LevelKind kLastKind = LevelKind::kPreamble;

std::optional<LevelKind> kind_named(std::string_view name) {
  for (auto kind = LevelKind::kPart; kind <= kLastKind;
       kind = static_cast<LevelKind>(static_cast<int>(kind) + 1)) {
    if (level_kind_name(kind) == name) return kind;
  }
  return std::nullopt;
}

bool is_one_of(char32_t c, std::u32string_view signs) {
  return signs.find(c) != std::u32string_view::npos;
}

std::u32string without_brackets(std::string_view words) {
  std::u32string letters = folded(words);
  std::erase_if(letters, [](char32_t c) { return is_one_of(c, U"()（）"); });
  while (!letters.empty() && letters.back() == U' ') letters.pop_back();
  while (!letters.empty() && letters.front() == U' ') letters.erase(0, 1);
  return letters;
}

std::size_t begin_of_word(const FoldedText& text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1].kind == CharacterKind::kLetter) --begin;
  const bool sign = begin == end && end > 0 && text[end - 1].kind == CharacterKind::kOther;
  return sign ? end - 1 : begin;
}

std::size_t end_of_word(const FoldedText& text, std::size_t begin) {
  if (kind_at(text, begin) == CharacterKind::kLetter) return word_end(text, begin);
  return std::min(begin + 1, text.size());
}

std::size_t skip_spaces_back(const FoldedText& text, std::size_t end) {
  while (end > 0 && text[end - 1].kind == CharacterKind::kSpace) --end;
  return end;
}

std::u32string letters_of(const FoldedText& text, std::size_t begin, std::size_t end) {
  std::u32string letters;
  for (std::size_t i = begin; i < end; ++i) letters.push_back(text[i].folded);
  return letters;
}

bool stands_at(const FoldedText& text, std::size_t at, std::u32string_view word) {
  if (at + word.size() > text.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char32_t letter, const Character& c) { return letter == c.folded; });
}

const std::vector<std::string>& rows_of(const Convention& convention, std::string_view key) {
  static const std::vector<std::string> none;
  const auto found = convention.words.find(key);
  return found == convention.words.end() ? none : found->second;
}

constexpr std::string_view kPlaceholder = "{n}";

// The kind behind the last "=" of a row.
std::optional<LevelKind> kind_of_row(std::string_view row) {
  const std::size_t equals = row.rfind('=');
  return equals == std::string_view::npos ? std::nullopt : kind_named(row.substr(equals + 1));
}

}  // namespace

bool is_reference_row(std::string_view row) {
  return kind_of_row(row).has_value() && row.find(kPlaceholder) != std::string_view::npos;
}

ReferenceWords::ReferenceWords(const Convention& convention) {
  for (const std::string& row : rows_of(convention, "reference")) add_row(row);
  for (const LabelPattern& pattern : convention.patterns) {
    if (pattern.fixed == 0) add(pattern.before, pattern.after, pattern.kind);
  }
  for (const std::string& word : rows_of(convention, "reference-and")) {
    joints_.emplace_back(folded(word), Joint::kAnd);
  }
  for (const std::string& word : rows_of(convention, "reference-to")) {
    joints_.emplace_back(folded(word), Joint::kTo);
  }
  for (const std::string& mark : rows_of(convention, "ordinal-mark")) {
    std::u32string letters = folded(mark);
    std::erase_if(letters,
                  [](char32_t c) { return is_one_of(c, U"-:'") || is_one_of(c, kOrdinalSigns); });
    if (!letters.empty()) ordinal_marks_.push_back(letters);
  }
  for (const std::string& particle : rows_of(convention, "insertion")) {
    insertion_ = folded(particle).front();
  }
}

void ReferenceWords::add_row(std::string_view row) {
  if (!is_reference_row(row)) return;
  const std::string_view words = row.substr(0, row.rfind('='));
  const std::size_t number = words.find(kPlaceholder);
  add(words.substr(0, number), words.substr(number + kPlaceholder.size()), *kind_of_row(row));
}

void ReferenceWords::add(std::string_view before, std::string_view after, LevelKind kind) {
  const std::u32string front = without_brackets(before);
  const std::u32string back = without_brackets(after);
  const bool framed = front.size() == 1 && !back.empty() && front.front() > 0x7F;
  if (!front.empty()) add_entry(before_, front, kind, framed);
  if (!back.empty() && (framed || front.empty())) add_entry(behind_, back, kind, framed);
}

void ReferenceWords::add_entry(std::vector<Entry>& entries, std::u32string words, LevelKind kind,
                               bool framed) {
  Entry entry{.word = std::move(words), .kind = kind, .framed = framed};
  std::u32string& word = entry.word;
  while (!word.empty() && is_one_of(word.front(), kOrdinalSigns)) word.erase(0, 1);
  while (!word.empty() && is_one_of(word.front(), U" -'")) word.erase(0, 1);
  while (!word.empty() && is_one_of(word.back(), U".º°ª-' ")) {
    entry.dotted = entry.dotted || word.back() == U'.';
    word.pop_back();
  }
  const std::size_t space = word.find_last_of(U" -'");
  if (space != std::u32string::npos && &entries == &before_) {
    const std::u32string last = word.substr(space + 1);
    if (last.size() <= kLongestMark) {
      number_marks_.push_back(last);
      return;
    }
    word = last;
  } else if (space != std::u32string::npos) {
    word.resize(word.find_first_of(U" -'"));
  }
  if (word.empty()) return;
  entry.glued = framed || is_unspaced(word.front());
  const std::size_t length = word.size();
  entry.stem =
      length <= kLeastStem || entry.dotted ? length : std::max(kLeastStem, length - kLongestCut);
  const bool known = std::any_of(entries.begin(), entries.end(), [&](const Entry& other) {
    return other.word == word && other.framed == framed && other.dotted == entry.dotted;
  });
  if (!known) entries.push_back(std::move(entry));
}

bool ReferenceWords::matches(const Entry& entry, std::u32string_view word, bool dotted) {
  if (entry.word.size() <= kShortWord) {
    return word == entry.word && (dotted || !entry.dotted);
  }
  const std::size_t at = word.find(std::u32string_view(entry.word).substr(0, entry.stem));
  const std::size_t head = entry.word.size() < kLongWord ? kLongestHead : 2 * kLongestHead;
  if (at == std::u32string_view::npos || at > head) return false;
  return word.size() - at <= entry.word.size() + kLongestEnd;
}

bool ReferenceWords::is_number_mark(std::u32string_view word) const {
  if (word.size() == 1 && is_one_of(word.front(), kNumberSigns)) return true;
  return std::find(number_marks_.begin(), number_marks_.end(), word) != number_marks_.end();
}

std::optional<ReferenceWord> ReferenceWords::before(const FoldedText& text, std::size_t end) const {
  for (int words = 0; words < 2; ++words) {
    end = skip_spaces_back(text, end);
    const Entry* best = nullptr;
    for (const Entry& entry : before_) {
      const std::size_t length = entry.word.size();
      if (entry.glued && (best == nullptr || length > best->word.size()) && length <= end &&
          stands_at(text, end - length, entry.word)) {
        best = &entry;
      }
    }
    if (best != nullptr) {
      return ReferenceWord{best->kind, end - best->word.size(), end, false, best->framed};
    }
    std::size_t last = end;
    while (last > 0 && is_one_of(text[last - 1].folded, kOrdinalSigns)) --last;
    const bool dotted = last < end;
    const std::size_t begin = begin_of_word(text, last);
    if (begin == last) return std::nullopt;
    const std::u32string word = letters_of(text, begin, last);
    for (const Entry& entry : before_) {
      if (!entry.glued && (best == nullptr || entry.stem > best->stem) &&
          matches(entry, word, dotted)) {
        best = &entry;
      }
    }
    if (best != nullptr) return ReferenceWord{best->kind, begin, end, dotted, false};
    if (!is_number_mark(word)) return std::nullopt;
    end = begin;
  }
  return std::nullopt;
}

std::optional<ReferenceWord> ReferenceWords::behind(const FoldedText& text,
                                                    std::size_t begin) const {
  for (int words = 0; words < 2; ++words) {
    while (begin < text.size() && is_one_of(text[begin].folded, U".º°ª-':)）")) ++begin;
    begin = skip_spaces(text, begin);
    const std::size_t end = end_of_word(text, begin);
    if (begin == end) return std::nullopt;
    const std::u32string word = letters_of(text, begin, end);
    const Entry* best = nullptr;
    for (const Entry& entry : behind_) {
      if (best != nullptr && entry.word.size() <= best->word.size()) continue;
      const bool found = entry.glued ? stands_at(text, begin, entry.word)
                                     : word.starts_with(entry.word.substr(0, entry.stem)) &&
                                           matches(entry, word, folded_at(text, end) == U'.');
      if (found) best = &entry;
    }
    if (best != nullptr) {
      std::size_t last = best->glued ? begin + best->word.size() : end;
      if (folded_at(text, last) == U':') last = end_of_word(text, last + 1);  // "§:n"
      return ReferenceWord{best->kind, begin, last, false, best->framed};
    }
    if (!is_ordinal_mark(word)) return std::nullopt;
    begin = end;
  }
  return std::nullopt;
}

Joint ReferenceWords::joint(const FoldedText& text, std::size_t begin, std::size_t end) const {
  while (begin < end && is_one_of(text[begin].folded, kOrdinalSigns)) ++begin;
  begin = std::min(skip_spaces(text, begin), end);
  end = std::max(begin, skip_spaces_back(text, end));
  if (begin == end) return Joint::kNone;
  if (end - begin == 1 && is_dash(text[begin].folded)) return Joint::kTo;
  const bool comma = is_one_of(text[begin].folded, kCommas);
  if (comma) begin = skip_spaces(text, begin + 1);
  if (begin >= end) return comma ? Joint::kAnd : Joint::kNone;
  const std::u32string word = letters_of(text, begin, end);
  for (const auto& [letters, joint] : joints_) {
    if (letters == word) return joint;
  }
  return Joint::kNone;
}

bool ReferenceWords::is_ordinal_mark(std::u32string_view letters) const {
  return std::find(ordinal_marks_.begin(), ordinal_marks_.end(), letters) != ordinal_marks_.end();
}

}  // namespace synoptic
