#include "align/learnt_labels.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "align/labels.h"
#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

// Set by hand; small enough for a short act, large enough that prose does not meet them.
constexpr std::size_t kMostHeadCharacters = 30;  // label word and number lie within
constexpr std::size_t kFewestNumbered = 3;       // occurrences beside a rising number
constexpr double kRisingShare = 0.6;
constexpr double kAloneShare = 0.5;  // with nothing but punctuation behind
constexpr double kClosedShare = 0.8;
constexpr std::size_t kFewestUnnumbered = 5;
constexpr std::size_t kMostHeadingCharacters = 45;
constexpr double kDistinctShare = 0.7;

// Lines that carry one candidate word.
struct Sightings {
  std::vector<uint32_t> values;
  std::size_t alone = 0;
  std::size_t closed = 0;  // with a stop, colon or bracket behind the number
};

bool is_separator(char32_t c) { return is_space(c) || c == 0x1361 || c == 0x0F0B; }

// Trailing punctuation that belongs to no word.
std::string_view strip_marks(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (!is_separator(c.value) && !is_punctuation(c.value) && !is_ignorable(c.value)) break;
    text.remove_suffix(c.bytes);
  }
  return text;
}

struct HeadNumber {
  std::size_t at;
  Numeral numeral;
};

// The first numeral near the line's head that stands on its own.
bool find_head_number(std::string_view line, HeadNumber& found) {
  std::size_t characters = 0;
  bool after_letter = false;
  for (std::size_t at = 0; at < line.size() && characters < kMostHeadCharacters; ++characters) {
    const CodePoint c = code_point_at(line, at);
    const bool unspaced = is_unspaced(c.value);
    if (!after_letter || is_digit(c.value) || unspaced) {
      for (const Numeral& numeral : numerals_at(line, at)) {
        if (numeral.system == NumeralSystem::kRomanLower || numeral.value == 0) continue;
        if (after_letter && numeral.system != NumeralSystem::kDecimal &&
            numeral.system != NumeralSystem::kHan) {
          continue;
        }
        found = {at, numeral};
        return true;
      }
    }
    after_letter = is_letter(c.value) || is_digit(c.value);
    at += c.bytes;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    const bool separator = is_separator(c.value);
    words += !separator && !inside;
    inside = !separator;
  }
  return words;
}

using WordKey = std::pair<std::string, std::string>;  // folded words before and after

void sight(std::string_view line, std::map<WordKey, Sightings>& sightings) {
  HeadNumber head{};
  if (!find_head_number(line, head)) return;
  const std::string_view before = trim(line.substr(0, head.at));
  std::string_view after = line.substr(head.at + head.numeral.bytes);
  const bool cut_after = !after.empty() && is_letter(code_point_at(after, 0).value) &&
                         !is_unspaced(code_point_at(after, 0).value);
  if (before.empty()) {
    while (!after.empty()) {
      const CodePoint c = code_point_at(after, 0);
      if (!is_punctuation(c.value) && !is_separator(c.value)) break;
      after.remove_prefix(c.bytes);
    }
    after = strip_marks(after);
    if (after.empty() || count_words(after) > 2 || count_characters(after) > kMostHeadCharacters) {
      return;
    }
    Sightings& seen = sightings[{"", fold(after)}];
    seen.values.push_back(head.numeral.value);
    ++seen.alone;
    return;
  }
  const CodePoint last = code_point_before(before, before.size());
  const bool worded = is_letter(last.value) || last.value == ':' || last.value == '.';
  if (!worded || cut_after || count_words(before) > 3 ||
      !is_letter(code_point_at(before, 0).value)) {
    return;
  }
  const std::string_view rest = strip_marks(after);
  Sightings& seen = sightings[{fold(before), ""}];
  seen.values.push_back(head.numeral.value);
  seen.alone += rest.empty() || count_words(rest) <= 1;
  const char32_t sign = code_point_at(after, 0).value;
  seen.closed += sign != ',' && sign != '-' && is_punctuation(sign);
}

double rising_share(const std::vector<uint32_t>& values) {
  std::size_t rising = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    rising += values[i] == values[i - 1] + 1 || (values[i] == 1 && values[i - 1] > 1);
  }
  return static_cast<double>(rising) /
         static_cast<double>(std::max<std::size_t>(1, values.size() - 1));
}

std::size_t count_restarts(const std::vector<uint32_t>& values) {
  std::size_t restarts = 0;
  for (std::size_t i = 1; i < values.size(); ++i) restarts += values[i] < values[i - 1];
  return restarts;
}

bool is_known(const Convention& convention, const std::string& before, const std::string& after) {
  return std::any_of(
      convention.patterns.begin(), convention.patterns.end(), [&](const LabelPattern& pattern) {
        return pattern.fixed == 0 && pattern.before == before && pattern.after == after;
      });
}

// ---- lesson 2 -----------------------------------------------------------------------------------

struct Heads {
  std::vector<std::size_t> lines;
  std::set<std::string> rests;
};

// The first word; two syllables where syllables are what is marked (Tibetan).
std::string_view first_word(std::string_view line) {
  int separators = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_separator(c.value)) {
      ++separators;
      if (c.value != 0x0F0B || separators == 2)
        return line.substr(0, at + (c.value == 0x0F0B ? c.bytes : 0));
    }
    at += c.bytes;
  }
  return {};
}

bool stands_alone(const Text& text, std::size_t i) {
  if (!text.hard_wrapped) return true;
  const Line& line = text.lines[i];
  const auto parted = [](const Line& one) {
    return one.blank_before > 0 || one.page_break_before || one.starts_paragraph;
  };
  const bool before = i == 0 || parted(line);
  const bool after = i + 1 == text.lines.size() || parted(text.lines[i + 1]);
  return before && after;
}

std::map<std::string, Heads> short_lines_by_first_word(const Text& text) {
  std::map<std::string, Heads> groups;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const std::string_view line = slice(text.bytes, text.lines[i].span);
    if (line.size() > 6 * kMostHeadingCharacters || !stands_alone(text, i)) continue;
    if (count_characters(line) > kMostHeadingCharacters) continue;
    const std::string_view word = first_word(line);
    if (word.empty() || !is_letter(code_point_at(word, 0).value) || count_characters(word) < 3)
      continue;
    Heads& heads = groups[fold(word)];
    heads.lines.push_back(i);
    heads.rests.insert(fold(strip_marks(line.substr(word.size()))));
  }
  return groups;
}

// How many of the lines the language data read as labels with a word: those that know the word may
// not know the numbers behind it.
std::size_t count_worded(const Text& text, const std::vector<std::size_t>& lines,
                         const Convention& convention) {
  const auto is_worded = [](const LabelReading& reading) {
    const LevelKind kind = reading.style.kind;
    return kind != LevelKind::kNumber && kind != LevelKind::kBullet;
  };
  const std::vector<LabelPattern> none;
  LabelReader reader(convention, none);
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](std::size_t i) {
    const auto readings = reader.read(slice(text.bytes, text.lines[i].span));
    return std::any_of(readings.begin(), readings.end(), is_worded);
  }));
}

}  // namespace

std::vector<LabelPattern> learn_implicit_patterns(const Text& text, const Convention& convention,
                                                  const std::vector<LabelPattern>& found) {
  std::vector<LabelPattern> patterns;
  for (const auto& [word, heads] : short_lines_by_first_word(text)) {
    const std::size_t count = heads.lines.size();
    if (count < kFewestUnnumbered) continue;
    if (static_cast<double>(heads.rests.size()) < kDistinctShare * static_cast<double>(count))
      continue;
    // Headings have text between them: neighbouring lines that begin alike are a list.
    const std::size_t spread = heads.lines.back() - heads.lines.front();
    if (spread < 2 * (count - 1)) continue;
    const auto taught = [&word = word](const LabelPattern& pattern) {
      return !pattern.before.empty() &&
             (pattern.before.rfind(word, 0) == 0 || word.rfind(pattern.before, 0) == 0);
    };
    if (std::any_of(found.begin(), found.end(), taught)) continue;
    if (std::any_of(convention.patterns.begin(), convention.patterns.end(), taught) &&
        2 * count_worded(text, heads.lines, convention) >= count) {
      continue;
    }
    LabelPattern pattern;
    pattern.kind = LevelKind::kArticle;
    pattern.before = word;
    pattern.reading = "implicit";
    patterns.push_back(pattern);
  }
  return patterns;
}

std::vector<LabelPattern> learn_label_patterns(const Text& text, const Convention& convention) {
  std::map<WordKey, Sightings> sightings;
  for (const Line& line : text.lines) sight(slice(text.bytes, line.span), sightings);
  struct Candidate {
    WordKey word;
    std::size_t count;
    std::size_t restarts;
  };
  std::vector<Candidate> candidates;
  for (const auto& [word, seen] : sightings) {
    const auto count = seen.values.size();
    if (count < kFewestNumbered || rising_share(seen.values) < kRisingShare) continue;
    const auto all = static_cast<double>(count);
    const bool set_off = static_cast<double>(seen.alone) >= kAloneShare * all ||
                         static_cast<double>(seen.closed) >= kClosedShare * all;
    if (!set_off) continue;
    if (is_known(convention, word.first, word.second)) continue;
    candidates.push_back({word, count, count_restarts(seen.values)});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.count > b.count; });
  std::vector<LabelPattern> patterns;
  for (const Candidate& candidate : candidates) {
    LabelPattern pattern;
    pattern.kind = candidate.restarts >= 2 ? LevelKind::kParagraph
                   : patterns.empty()      ? LevelKind::kArticle
                                           : LevelKind::kChapter;
    pattern.before = candidate.word.first;
    pattern.after = candidate.word.second;
    patterns.push_back(pattern);
  }
  return patterns;
}

}  // namespace synoptic
