#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "align/label_parts.h"
#include "text/characters.h"
#include "text/quantities.h"

namespace synoptic {

namespace {

// Costs in nats; set by hand on the shapes of the tests, checked on the measures.
constexpr double kWordAlone = 0.0;          // "Article 5" on a line of its own
constexpr double kWordBeforeText = 0.6;     // "Article 5 Scope"
constexpr double kWordBeforeLowercase = 4;  // "Article 5 of the Treaty ..."
constexpr double kMisprint = 2.5;
constexpr std::size_t kMostMisprinted = 80;  // bytes: a misprint is forgiven in a heading only

struct WordContext {
  const LineContext& base;
  const LabelPattern& pattern;
};

// "premier=1" rows of the language data.
std::optional<SpelledNumber> read_listed_ordinal(std::string_view text,
                                                 const Convention& convention) {
  const auto rows = convention.words.find("ordinal");
  if (rows == convention.words.end()) return std::nullopt;
  for (const std::string& row : rows->second) {
    const std::size_t equals = row.find('=');
    if (equals == std::string::npos) continue;
    const std::size_t bytes = match_words(text, 0, std::string_view(row).substr(0, equals), 0);
    if (bytes == 0 || is_letter(code_point_at(text, bytes).value)) continue;
    return SpelledNumber{static_cast<uint32_t>(std::stoul(row.substr(equals + 1))), bytes};
  }
  return std::nullopt;
}

// Number words by ICU's rules, by the language data, and tens with a unit of the other source
// behind them, with or without a short "and".
std::optional<SpelledNumber> read_number_words(std::string_view text,
                                               const Convention& convention) {
  constexpr std::size_t kMostJoiner = 3;
  const auto one = [&](std::string_view words) {
    const auto spelled = read_spelled_number(words, convention.language);
    return spelled ? spelled : read_listed_ordinal(words, convention);
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

// Equal for patterns that share their first word ("Article premier", "Article {n}").
uint32_t word_mark(const WordContext& context) {
  const LabelPattern& pattern = context.pattern;
  const std::string_view words = pattern.before.empty() ? pattern.after : pattern.before;
  const std::string_view first = words.substr(0, words.find(' '));
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
  read.ordinals = read_ordinals(base.line, read.number, base.convention);
  if (const auto spelled = read_number_words(base.line.substr(read.number), base.convention)) {
    read.ordinals.push_back({NumeralSystem::kSpelled, 0, spelled->value, spelled->bytes, 0});
  }
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
    if (!context.pattern.after.empty()) {
      const std::size_t word = skip_blanks(line, tail.end);
      std::size_t bytes = match_words(line, word, context.pattern.after, 0);
      if (bytes == 0) {
        bytes = match_words(line, word, context.pattern.after, 1);
        price += kMisprint;
      }
      if (bytes == 0) continue;
      tail.end = word + bytes;
      std::string suffix = read_suffix(line, tail.end);
      if (suffix.empty()) suffix = read_insertion(line, tail.end, context.base.convention);
      if (tail.suffix.empty()) tail.suffix = suffix;
      tail.end = read_tail(line, tail.end, {}).end;
    }
    const CodePoint next = code_point_at(line, tail.end);
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
  add_word_reading(context, {pattern.kind, pattern.fixed, ""}, begin, tail.end, cost);
}

}  // namespace

bool may_be_misprinted(const LabelPattern& pattern) { return pattern.before.size() >= 5; }

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
