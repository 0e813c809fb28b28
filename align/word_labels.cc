#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "align/label_parts.h"
#include "text/characters.h"
#include "text/folded_text.h"
#include "text/quantities.h"

namespace synoptic {

namespace {

// Costs in nats; set by hand on the shapes of the tests, checked on the measures.
constexpr double kWordAlone = 0.0;          // "Article 5" on a line of its own
constexpr double kWordBeforeText = 0.6;     // "Article 5 Scope"
constexpr double kWordBeforeLowercase = 4;  // "Article 5 of the Treaty ..."
constexpr double kMisprint = 2.5;
constexpr std::size_t kFewestMisprinted = 4;    // letters of a word in which one is forgiven
constexpr std::size_t kMostOrdinalBytes = 256;  // more than any number takes in words
constexpr std::size_t kMostMisprinted = 80;     // bytes: a misprint is forgiven in a heading only

struct WordContext {
  const LineContext& base;
  const LabelPattern& pattern;
};

// By the `ordinal` rows of the language data.
std::optional<SpelledNumber> read_listed_ordinal(std::string_view utf8,
                                                 const Convention& convention) {
  if (convention.ordinals.empty()) return std::nullopt;
  const FoldedText text = folded_text_of(utf8.substr(0, std::min(utf8.size(), kMostOrdinalBytes)));
  if (kind_at(text, 0) != CharacterKind::kLetter) return std::nullopt;
  const std::optional<PhraseMatch> match = convention.ordinals.find(text, 0);
  if (!match) return std::nullopt;
  return SpelledNumber{static_cast<uint32_t>(match->value), text[match->end - 1].end};
}

// Number words by ICU's rules, by the language data, and tens with a unit of the other source
// behind them, with or without a short "and".
std::optional<SpelledNumber> read_number_words(std::string_view text,
                                               const Convention& convention) {
  constexpr std::size_t kMostJoiner = 3;
  const auto one = [&](std::string_view words) {
    const auto listed = read_listed_ordinal(words, convention);
    const auto spelled = read_spelled_number(words, convention.language);
    return listed && (!spelled || listed->bytes >= spelled->bytes) ? listed : spelled;
  };
  const auto number = one(text);
  if (!number || number->value % 10 != 0) return number;
  std::size_t at = skip_blanks(text, number->bytes);
  for (int words = 0; words < 2; ++words) {
    const auto unit = one(text.substr(at));
    if (unit && unit->value < 10) {
      return SpelledNumber{number->value + unit->value, at + unit->bytes};
    }
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (count_characters(text.substr(at, end - at)) > kMostJoiner) break;
    at = skip_blanks(text, end);
  }
  return number;
}

// "er" of "1er", "-я" of "2-я": the longest mark that no letter follows.
std::size_t ordinal_mark_bytes(std::string_view line, std::size_t at,
                               const Convention& convention) {
  for (const std::string& mark : convention.ordinal_marks) {
    if (skip_blanks(line, at) != at) return 0;
    const std::size_t bytes = match_words(line, at, mark, 0);
    if (bytes > 0 && !is_letter(code_point_at(line, at + bytes).value)) return bytes;
  }
  return 0;
}

// Equal for patterns that share their first word ("Article premier", "Article {n}").
uint32_t word_mark(const WordContext& context) {
  const LabelPattern& pattern = context.pattern;
  const std::string_view words = pattern.before.empty() ? pattern.after : pattern.before;
  std::size_t begin = 0;
  while (begin < words.size() && !is_letter(code_point_at(words, begin).value)) {
    begin += code_point_at(words, begin).bytes;
  }
  if (begin == words.size()) begin = 0;  // "§"
  const std::string_view first = words.substr(begin, words.find(' ', begin) - begin);
  return static_cast<uint32_t>(std::hash<std::string_view>{}(first));
}

// The label ends at `end`; adds its reading where what follows lets it be one.
void add_word_reading(const WordContext& context, const Level& level, std::size_t begin,
                      std::size_t end, double cost) {
  const std::string_view line = context.base.line;
  const std::size_t rest = skip_blanks(line, end);
  const CodePoint next = code_point_at(line, rest);
  LabelReading reading;
  reading.label.levels = {level};
  reading.printed = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  reading.style = {level.kind, NumeralSystem::kDecimal, word_mark(context), Closing::kNone, 1};
  reading.cost_nats = cost + (next.bytes == 0 ? kWordAlone : kWordBeforeText);
  if (next.bytes > 0) {
    reading.cost_nats += case_cost(line, rest, kWordBeforeLowercase);
    // "Article 5, paragraph 2 applies": a reference that opens a sentence.
    if (next.value == ',') reading.cost_nats += kWordBeforeLowercase;
  }
  reading.skip_nats = next.bytes == 0 ? kSkipWord : kSkipWord / 2;
  context.base.readings.push_back(reading);
}

// "之一" of "第四條之一", as "-1"; the particle is the language's `insertion`.
std::string read_insertion(std::string_view line, std::size_t& end, const Convention& convention) {
  const auto particles = convention.words.find("insertion");
  if (particles == convention.words.end()) return "";
  for (const std::string& particle : particles->second) {
    const std::size_t bytes = match_words(line, end, particle, 0);
    if (bytes == 0) continue;
    const std::size_t number = skip_blanks(line, end + bytes);
    for (const Numeral& numeral : numerals_at(line, number)) {
      if (numeral.value == 0) continue;
      end = number + numeral.bytes;
      return "-" + std::to_string(numeral.value);
    }
  }
  return "";
}

// Every number at `at`, in figures, letters and words, with an ordinal mark behind figures.
std::vector<Ordinal> read_numbers(std::string_view line, std::size_t at,
                                  const Convention& convention) {
  std::vector<Ordinal> ordinals = read_ordinals(line, at, convention);
  const std::size_t plain = ordinals.size();
  for (std::size_t i = 0; i < plain; ++i) {
    Ordinal marked = ordinals[i];
    if (is_letter_system(marked.system)) continue;
    marked.bytes += ordinal_mark_bytes(line, at + marked.bytes, convention);
    if (marked.bytes > ordinals[i].bytes) ordinals.push_back(marked);
  }
  if (const auto spelled = read_number_words(line.substr(at), convention)) {
    ordinals.push_back({NumeralSystem::kSpelled, 0, spelled->value, spelled->bytes, 0});
  }
  return ordinals;
}

// A short word with another letter is another word.
bool has_room_for_misprint(std::string_view words) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    letters += is_letter(c.value);
    at += c.bytes;
  }
  return letters >= kFewestMisprinted;
}

bool stands_alone(LevelKind kind) {
  return kind == LevelKind::kAnnex || kind == LevelKind::kProtocol || kind == LevelKind::kPreamble;
}

// Whether a word of a script with spaces goes on at `at`: "2. rész" is no label in "2. részes".
bool goes_on(std::string_view line, std::size_t at) {
  const char32_t last = code_point_before(line, at).value;
  const char32_t next = code_point_at(line, at).value;
  const auto spaced = [](char32_t c) {
    return is_letter(c) && !is_unspaced(c) && !(c >= 0xAC00 && c <= 0xD7A3);  // "제1장총칙"
  };
  return spaced(last) && spaced(next);
}

// Whether nothing but a sign follows the words that end at `words`, or the line ends there.
bool is_set_off(std::string_view line, std::size_t words, std::size_t label) {
  return label > words || skip_blanks(line, label) >= line.size();
}

// What may be read as the number of a label behind byte `at`, or at it.
struct WordNumber {
  std::size_t number = 0;  // where it begins
  bool bracketed = false;
  std::vector<Ordinal> ordinals;
};

WordNumber read_word_number(const LineContext& base, std::size_t at) {
  WordNumber read;
  read.number = skip_blanks(base.line, at);
  const CodePoint first = code_point_at(base.line, read.number);
  read.bracketed = is_open_bracket(first.value);
  if (read.bracketed) read.number = skip_blanks(base.line, read.number + first.bytes);
  read.ordinals = read_numbers(base.line, read.number, base.convention);
  // The "e" of "Grundsätze" is no number of a "Grundsatz"; "KAPITELX" has one.
  const char32_t number = code_point_at(base.line, read.number).value;
  const bool glued = is_letter(number) && !is_unspaced(number) &&
                     is_letter(code_point_before(base.line, read.number).value);
  if (glued) {
    std::erase_if(read.ordinals, [](const Ordinal& ordinal) {
      return ordinal.system != NumeralSystem::kRomanUpper;
    });
  }
  return read;
}

// After the pattern's first words: the number, its tail, the pattern's last words.
void read_after_word(const WordContext& context, std::size_t begin, const WordNumber& read,
                     double cost) {
  const std::string_view line = context.base.line;
  const std::size_t number = read.number;
  const bool bracketed = read.bracketed;
  for (const Ordinal& ordinal : read.ordinals) {
    if (ordinal.value == 0) continue;
    const bool letter = is_letter_system(ordinal.system);
    // Letters count annexes and parts, hardly articles; behind a known word they cost something.
    double price = cost + ordinal.cost_nats + (letter ? 3.0 : 0.0);
    std::size_t end = number + ordinal.bytes;
    const bool decimal = ordinal.system == NumeralSystem::kDecimal;
    Tail tail = read_tail(line, end, {bracketed, decimal, decimal ? ordinal.value : 0});
    std::size_t word_end = tail.end;
    if (!context.pattern.after.empty()) {
      // The pattern's own signs ("{n}. cikk", "({n})") come before those of any tail.
      std::size_t word = skip_blanks(line, end);
      std::size_t bytes = match_words(line, word, context.pattern.after, 0);
      if (bytes == 0) {
        word = skip_blanks(line, tail.end);
        bytes = match_words(line, word, context.pattern.after, 0);
      } else {
        tail = {};
      }
      if (bytes == 0 && has_room_for_misprint(context.pattern.after) &&
          line.size() - begin <= kMostMisprinted) {
        bytes = match_words(line, word, context.pattern.after, 1);
        price += kMisprint;
      }
      if (bytes == 0) continue;
      tail.end = word + bytes;
      if (goes_on(line, tail.end)) continue;
      std::string suffix = read_suffix(line, tail.end);
      if (suffix.empty()) suffix = read_insertion(line, tail.end, context.base.convention);
      if (tail.suffix.empty()) tail.suffix = suffix;
      word_end = tail.end;
      tail.end = read_tail(line, tail.end, {}).end;
    }
    const CodePoint next = code_point_at(line, tail.end);
    // "Second part" is a heading, "Two parts of it" a sentence.
    if (context.pattern.before.empty() && ordinal.system == NumeralSystem::kSpelled &&
        !is_set_off(line, word_end, tail.end)) {
      continue;
    }
    const bool cut = next.bytes > 0 && (is_letter(next.value) || is_digit(next.value)) &&
                     tail.end == number + ordinal.bytes && !is_unspaced(next.value) &&
                     ordinal.system != NumeralSystem::kDecimal;
    if (cut) continue;
    add_word_reading(context, {context.pattern.kind, ordinal.value, tail.suffix}, begin, tail.end,
                     price);
    context.base.readings.back().range_end = tail.range_end;
  }
}

// Labels that begin with the words of `context.pattern`.
void read_word_first(const WordContext& context, std::size_t begin) {
  const LabelPattern& pattern = context.pattern;
  const std::string_view line = context.base.line;
  double cost = 0;
  std::size_t bytes = match_words(line, begin, pattern.before, 0);
  if (bytes == 0 && may_be_misprinted(pattern) && line.size() - begin <= kMostMisprinted) {
    bytes = match_words(line, begin, pattern.before, 1);
    cost = kMisprint;
  }
  if (bytes == 0) return;
  const std::size_t end = begin + bytes;
  if (pattern.fixed == 0) {
    read_after_word(context, begin, read_word_number(context.base, end), cost);
    return;
  }
  if (is_letter(code_point_at(line, end).value) || cost > 0) return;
  const Tail tail = read_tail(line, end, {});
  // "Protocol" on a line of its own is a label; before other words it is one of a title.
  const bool alone = skip_blanks(line, tail.end) >= line.size();
  if (!alone && stands_alone(pattern.kind)) return;
  add_word_reading(context, {pattern.kind, pattern.fixed, ""}, begin, tail.end, cost);
}

}  // namespace

bool may_be_misprinted(const LabelPattern& pattern) {
  return has_room_for_misprint(pattern.before);
}

void read_word_labels(const LineContext& base, const std::vector<const LabelPattern*>& patterns,
                      std::size_t begin) {
  std::optional<WordNumber> first;  // the number at the line's head, read where it is asked for
  for (const LabelPattern* pattern : patterns) {
    const WordContext context{base, *pattern};
    if (!pattern->before.empty()) {
      read_word_first(context, begin);
      continue;
    }
    if (!first) first = read_word_number(base, begin);
    read_after_word(context, begin, *first, 0);
  }
}

// "Abala kejì.": the learnt word, then a few words that stand for the number.
void read_implicit_label(const LineContext& base, const LabelPattern& pattern, std::size_t begin) {
  const WordContext context{base, pattern};
  const std::string_view line = context.base.line;
  const std::size_t bytes = match_words(line, begin, context.pattern.before, 0);
  if (bytes == 0) return;
  const std::size_t rest = skip_blanks(line, begin + bytes);
  constexpr std::size_t kMostOrdinalCharacters = 40;
  if (rest >= line.size() || count_characters(line.substr(rest)) > kMostOrdinalCharacters) return;
  LabelReading reading;
  reading.label.levels = {{context.pattern.kind, 0, ""}};
  reading.printed = {static_cast<uint32_t>(begin), static_cast<uint32_t>(line.size())};
  reading.style = {context.pattern.kind, NumeralSystem::kDecimal, word_mark(context),
                   Closing::kNone, 1};
  reading.next_in_order = true;
  reading.ordinal_text = trim(line.substr(rest));
  // A number that is printed anyway says more than the place: "Mataki na farko (1)".
  for (std::size_t at = rest; at < line.size(); at += code_point_at(line, at).bytes) {
    const auto numerals = numerals_at(line, at);
    if (numerals.empty() || numerals[0].system != NumeralSystem::kDecimal) continue;
    if (numerals[0].value == 0) continue;
    reading.label.levels[0].ordinal = numerals[0].value;
    reading.next_in_order = false;
    break;
  }
  if (reading.next_in_order) {
    if (const auto spelled = read_number_words(line.substr(rest), context.base.convention)) {
      reading.label.levels[0].ordinal = spelled->value;
      reading.next_in_order = false;
    }
  }
  reading.cost_nats = reading.next_in_order ? 1.0 : 0.5;
  reading.skip_nats = kSkipWord;
  context.base.readings.push_back(reading);
}
}  // namespace synoptic
