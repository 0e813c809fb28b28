#include "align/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "text/characters.h"
#include "text/folding.h"
#include "text/quantities.h"

namespace synoptic {

namespace {

// Costs in nats; set by hand on the shapes of tests/cases/labels.tsv, checked on the measures.
constexpr double kWordAlone = 0.0;          // "Article 5" on a line of its own
constexpr double kWordBeforeText = 0.6;     // "Article 5 Scope"
constexpr double kWordBeforeLowercase = 4;  // "Article 5 of the Treaty ..."
constexpr double kMisprint = 2.5;
constexpr double kNoClosing = 1.8;         // "5 The Minister"
constexpr double kNoClosingLetter = 6;     // "a The Minister"
constexpr double kLowercaseAfterBare = 2;  // "25 members of"
constexpr double kGlued = 0.4;             // "(1)Text"
constexpr double kLetterNoBracket = 0.8;   // "C. Text"
constexpr double kDoubleLetter = 1.0;      // "aa)"
constexpr double kDashClosing = 0.6;       // "5 - Text"

constexpr double kSkipWord = 8;
constexpr double kSkipBracket = 4;
constexpr double kSkipStop = 3;
constexpr double kSkipBare = 1;

bool is_blank(char32_t c) { return is_space(c) || is_ignorable(c) || c == 0x1361 || c == 0x180E; }

bool is_open_bracket(char32_t c) {
  return c == '(' || c == '[' || c == 0xFF08 || c == 0x3014 || c == 0x3010 || c == 0xFF3B;
}

bool is_close_bracket(char32_t c) {
  return c == ')' || c == ']' || c == 0xFF09 || c == 0x3015 || c == 0x3011 || c == 0xFF3D;
}

bool is_stop(char32_t c) {
  switch (c) {
    case '.':
    case 0xFF0E:
    case 0x3001:
    case 0x3002:
    case 0xFF0C:
    case 0x060C:
    case 0x06D4:
    case 0x0964:
    case 0x0F0D:
    case 0x1362:
    case 0x1364:
    case 0x30FB:
    case 0xFF61:
    case 0x0589:
      return true;
    default:
      return false;
  }
}

bool is_dash(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 ||
         c == 0x2212 || c == 0xFF0D || c == 0x05BE;
}

bool is_other_closing(char32_t c) {
  return c == ':' || c == 0xFF1A || c == '/' || c == 0xFF0F || c == 0x1365 || c == 0x1366 ||
         c == ';' || c == 0x061B;
}

bool is_ordinal_mark(char32_t c) { return c == 0xBA || c == 0xB0 || c == 0xAA || c == 0x2116; }

// What follows a numeral: its suffix ("bis", "a"), ordinal mark and closing signs.
struct Tail {
  std::string suffix;
  Closing closing = Closing::kNone;
  std::size_t end = 0;
};

constexpr std::array<std::string_view, 10> kLatinSuffixes = {
    "bis",     "ter",    "quater", "quinquies", "sexies",
    "septies", "octies", "novies", "nonies",    "decies"};

// "bis", " ter", "a" glued to a decimal number; `end` moves behind it.
std::string read_suffix(std::string_view line, std::size_t& end) {
  const std::size_t word = skip_blanks(line, end);
  for (const std::string_view suffix : kLatinSuffixes) {
    const std::size_t bytes = match_words(line, word, suffix, 0);
    if (bytes > 0 && !is_letter(code_point_at(line, word + bytes).value)) {
      end = word + bytes;
      return std::string(suffix);
    }
  }
  std::size_t at = end;
  std::string letters;
  while (at < line.size() && letters.size() < 2) {
    const CodePoint c = code_point_at(line, at);
    if (!is_letter(c.value) || c.value > 0x24F) break;
    letters += static_cast<char>(c.value < 0x80 ? (c.value | 0x20) : '?');
    at += c.bytes;
  }
  const bool ends =
      !is_letter(code_point_at(line, at).value) && !is_digit(code_point_at(line, at).value);
  if (letters.empty() || !ends || letters.find('?') != std::string::npos) return "";
  static constexpr std::array<std::string_view, 9> kOrdinalEndings = {"er", "re", "st", "nd", "rd",
                                                                      "th", "os", "as", "te"};
  const bool ordinal = std::count(kOrdinalEndings.begin(), kOrdinalEndings.end(), letters) > 0;
  if (letters.size() == 2 && !ordinal && letters[0] != letters[1] && letters[0] != 'a') return "";
  end = at;
  return ordinal || letters == "o" || letters == "e" ? "" : letters;
}

Closing closing_of(char32_t c) {
  if (is_close_bracket(c)) return Closing::kBracket;
  if (is_stop(c)) return Closing::kStop;
  if (is_dash(c)) return Closing::kDash;
  if (is_other_closing(c)) return Closing::kOther;
  return Closing::kNone;
}

Tail read_tail(std::string_view line, std::size_t at, bool bracketed, bool decimal) {
  Tail tail;
  tail.end = at;
  if (decimal) tail.suffix = read_suffix(line, tail.end);
  for (int signs = 0; signs < 4; ++signs) {
    const std::size_t next = skip_blanks(line, tail.end);
    const CodePoint c = code_point_at(line, next);
    if (is_ordinal_mark(c.value)) {
      tail.end = next + c.bytes;
      continue;
    }
    const Closing closing = c.bytes > 0 ? closing_of(c.value) : Closing::kNone;
    if (closing == Closing::kNone) break;
    // A blank before the sign makes it a dash or colon of the text, unless a bracket is open.
    const bool apart = next > tail.end;
    if (apart && !(bracketed && tail.closing == Closing::kNone) &&
        !(closing == Closing::kDash || closing == Closing::kOther)) {
      break;
    }
    if (closing == Closing::kBracket && tail.closing == Closing::kBracket) break;
    tail.end = next + c.bytes;
    if (tail.closing == Closing::kNone || closing == Closing::kBracket) tail.closing = closing;
  }
  if (bracketed && tail.closing == Closing::kBracket) tail.closing = Closing::kBothBrackets;
  return tail;
}

double case_cost(std::string_view line, std::size_t at, double price) {
  return is_lower(code_point_at(line, skip_blanks(line, at)).value) ? price : 0.0;
}

// A numeral or letter with what it may mean.
struct Ordinal {
  NumeralSystem system;
  uint32_t mark = 0;  // alphabet of a letter
  uint32_t value = 0;
  std::size_t bytes = 0;
  double cost_nats = 0;
};

// Rank of the letter at `at` in each alphabet that has it.
void read_letters(std::string_view line, std::size_t at, const Convention& convention,
                  std::vector<Ordinal>& all) {
  const CodePoint c = code_point_at(line, at);
  if (c.bytes == 0 || !is_letter(c.value)) return;
  std::size_t bytes = c.bytes;
  const CodePoint second = code_point_at(line, at + bytes);
  const bool doubled = second.value == c.value && second.bytes > 0;
  if (doubled) bytes += second.bytes;
  if (is_letter(code_point_at(line, at + bytes).value)) {
    // "στ)" is one letter of the Greek list.
    bytes = c.bytes + second.bytes;
    if (is_letter(code_point_at(line, at + bytes).value)) return;
  }
  const std::string letter = fold(line.substr(at, doubled ? c.bytes : bytes));
  const NumeralSystem system = is_upper(c.value)   ? NumeralSystem::kLetterUpper
                               : is_lower(c.value) ? NumeralSystem::kLetterLower
                                                   : NumeralSystem::kLetterOther;
  std::vector<std::pair<uint32_t, uint32_t>> seen;  // value, alphabet
  for (uint32_t a = 0; a < convention.alphabets.size(); ++a) {
    const auto& alphabet = convention.alphabets[a];
    const auto found = std::find(alphabet.begin(), alphabet.end(), letter);
    if (found == alphabet.end()) continue;
    auto rank = static_cast<uint32_t>(found - alphabet.begin()) + 1;
    if (doubled) rank += static_cast<uint32_t>(alphabet.size());
    if (std::count_if(seen.begin(), seen.end(), [&](auto& s) { return s.first == rank; })) continue;
    seen.emplace_back(rank, a);
    all.push_back({system, a, rank, bytes, doubled ? kDoubleLetter : 0.0});
  }
  if (seen.empty() && bytes == c.bytes && c.value < 0x80) {
    all.push_back(
        {system, UINT32_MAX, static_cast<uint32_t>((c.value | 0x20) - 'a' + 1), bytes, 0});
  }
}

std::vector<Ordinal> read_ordinals(std::string_view line, std::size_t at,
                                   const Convention& convention) {
  std::vector<Ordinal> all;
  for (const Numeral& numeral : numerals_at(line, at)) {
    all.push_back({numeral.system, 0, numeral.value, numeral.bytes, 0});
  }
  read_letters(line, at, convention, all);
  return all;
}

// ---- labels with a word -------------------------------------------------------------------------

struct WordContext {
  std::string_view line;
  const Convention& convention;
  const LabelPattern& pattern;
  uint32_t mark;
  std::vector<LabelReading>& readings;
};

// The label ends at `end`; adds its reading where what follows lets it be one.
void add_word_reading(const WordContext& context, const Level& level, std::size_t begin,
                      std::size_t end, double cost) {
  const std::string_view line = context.line;
  const std::size_t rest = skip_blanks(line, end);
  const CodePoint next = code_point_at(line, rest);
  LabelReading reading;
  reading.label.levels = {level};
  reading.printed = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  reading.style = {level.kind, NumeralSystem::kDecimal, context.mark, Closing::kNone, 1};
  reading.cost_nats = cost + (next.bytes == 0 ? kWordAlone : kWordBeforeText);
  if (next.bytes > 0) {
    reading.cost_nats += case_cost(line, rest, kWordBeforeLowercase);
    // "Article 5, paragraph 2 applies": a reference that opens a sentence.
    if (next.value == ',') reading.cost_nats += kWordBeforeLowercase;
  }
  reading.skip_nats = next.bytes == 0 ? kSkipWord : kSkipWord / 2;
  context.readings.push_back(reading);
}

// After the pattern's first words: the number, its tail, the pattern's last words.
void read_after_word(const WordContext& context, std::size_t begin, std::size_t at, double cost) {
  const std::string_view line = context.line;
  std::size_t number = skip_blanks(line, at);
  const bool bracketed = is_open_bracket(code_point_at(line, number).value);
  if (bracketed) number = skip_blanks(line, number + code_point_at(line, number).bytes);
  std::vector<Ordinal> ordinals = read_ordinals(line, number, context.convention);
  if (const auto spelled = read_spelled_number(line.substr(number), context.convention.language)) {
    ordinals.push_back({NumeralSystem::kSpelled, 0, spelled->value, spelled->bytes, 0});
  }
  for (const Ordinal& ordinal : ordinals) {
    const bool letter = ordinal.system == NumeralSystem::kLetterUpper ||
                        ordinal.system == NumeralSystem::kLetterLower ||
                        ordinal.system == NumeralSystem::kLetterOther;
    // Letters count annexes and parts, hardly articles; behind a known word they cost something.
    double price = cost + ordinal.cost_nats + (letter ? 3.0 : 0.0);
    std::size_t end = number + ordinal.bytes;
    Tail tail = read_tail(line, end, bracketed, ordinal.system == NumeralSystem::kDecimal);
    if (!context.pattern.after.empty()) {
      const std::size_t word = skip_blanks(line, tail.end);
      std::size_t bytes = match_words(line, word, context.pattern.after, 0);
      if (bytes == 0) {
        bytes = match_words(line, word, context.pattern.after, 1);
        price += kMisprint;
      }
      if (bytes == 0) continue;
      tail.end = word + bytes;
      const std::string suffix = read_suffix(line, tail.end);
      if (tail.suffix.empty()) tail.suffix = suffix;
      tail.end = read_tail(line, tail.end, false, false).end;
    }
    const CodePoint next = code_point_at(line, tail.end);
    const bool cut = next.bytes > 0 && is_letter(next.value) &&
                     tail.end == number + ordinal.bytes && !is_unspaced(next.value) &&
                     ordinal.system != NumeralSystem::kDecimal;
    if (cut) continue;
    add_word_reading(context, {context.pattern.kind, ordinal.value, tail.suffix}, begin, tail.end,
                     price);
  }
}

void read_pattern(const WordContext& context, std::size_t begin) {
  const LabelPattern& pattern = context.pattern;
  const std::string_view line = context.line;
  if (pattern.before.empty() && pattern.fixed == 0) {
    read_after_word(context, begin, begin, 0);
    return;
  }
  double cost = 0;
  std::size_t bytes = match_words(line, begin, pattern.before, 0);
  if (bytes == 0 && pattern.before.size() >= 5) {
    bytes = match_words(line, begin, pattern.before, 1);
    cost = kMisprint;
  }
  if (bytes == 0) return;
  const std::size_t end = begin + bytes;
  if (pattern.fixed == 0) {
    read_after_word(context, begin, end, cost);
    return;
  }
  if (is_letter(code_point_at(line, end).value) || cost > 0) return;
  const Tail tail = read_tail(line, end, false, false);
  add_word_reading(context, {pattern.kind, pattern.fixed, ""}, begin, tail.end, cost);
}

// ---- learnt heading words whose ordinal is unknown ----------------------------------------------

// "Abala kejì.": the learnt word, then a few words that stand for the number.
void read_implicit(const WordContext& context, std::size_t begin) {
  const std::string_view line = context.line;
  const std::size_t bytes = match_words(line, begin, context.pattern.before, 0);
  if (bytes == 0) return;
  const std::size_t rest = skip_blanks(line, begin + bytes);
  constexpr std::size_t kMostOrdinalCharacters = 40;
  if (rest >= line.size() || count_characters(line.substr(rest)) > kMostOrdinalCharacters) return;
  LabelReading reading;
  reading.label.levels = {{context.pattern.kind, 0, ""}};
  reading.printed = {static_cast<uint32_t>(begin), static_cast<uint32_t>(line.size())};
  reading.style = {context.pattern.kind, NumeralSystem::kDecimal, context.mark, Closing::kNone, 1};
  reading.next_in_order = true;
  reading.ordinal_text = trim(line.substr(rest));
  // A number that is printed anyway says more than the place: "Mataki na farko (1)".
  for (std::size_t at = rest; at < line.size(); at += code_point_at(line, at).bytes) {
    const auto numerals = numerals_at(line, at);
    if (numerals.empty() || numerals[0].system != NumeralSystem::kDecimal) continue;
    reading.label.levels[0].ordinal = numerals[0].value;
    reading.next_in_order = false;
    break;
  }
  if (reading.next_in_order) {
    if (const auto spelled = read_spelled_number(line.substr(rest), context.convention.language)) {
      reading.label.levels[0].ordinal = spelled->value;
      reading.next_in_order = false;
    }
  }
  reading.cost_nats = reading.next_in_order ? 1.0 : 0.5;
  reading.skip_nats = kSkipWord;
  context.readings.push_back(reading);
}

// ---- bare labels --------------------------------------------------------------------------------

struct BareContext {
  std::string_view line;
  const Convention& convention;
  std::vector<LabelReading>& readings;
};

bool follows_directly(std::string_view line, std::size_t at) {
  const CodePoint c = code_point_at(line, at);
  return c.bytes > 0 && (is_digit(c.value) || is_open_bracket(c.value));
}

double bare_cost(std::string_view line, const Ordinal& ordinal, const Tail& tail) {
  const bool letter =
      ordinal.system != NumeralSystem::kDecimal && ordinal.system != NumeralSystem::kEnclosed &&
      ordinal.system != NumeralSystem::kHan && ordinal.system != NumeralSystem::kEthiopic;
  const CodePoint next = code_point_at(line, tail.end);
  const bool alone = skip_blanks(line, tail.end) >= line.size();
  const bool glued = !alone && tail.end == skip_blanks(line, tail.end);
  double cost = ordinal.cost_nats;
  switch (tail.closing) {
    case Closing::kNone:
      if (ordinal.system == NumeralSystem::kEnclosed) break;
      cost += letter ? kNoClosingLetter : kNoClosing;
      if (!alone) cost += case_cost(line, tail.end, kLowercaseAfterBare);
      if (glued && is_letter(next.value)) cost += kNoClosing;
      if (glued && !is_letter(next.value)) cost += kNoClosingLetter;
      return cost;
    case Closing::kDash:
      cost += kDashClosing;
      break;
    case Closing::kStop:
    case Closing::kOther:
      if (letter) cost += kLetterNoBracket;
      if (glued && is_lower(next.value)) cost += kLowercaseAfterBare;
      cost += case_cost(line, tail.end, letter ? 0.0 : 0.7);
      break;
    default:
      break;
  }
  if (glued && !is_letter(next.value) && !is_unspaced(next.value)) cost += 1.0;
  if (glued) cost += kGlued;
  return cost;
}

double bare_skip(const Ordinal& ordinal, const Tail& tail) {
  switch (tail.closing) {
    case Closing::kBothBrackets:
    case Closing::kBracket:
      return kSkipBracket;
    case Closing::kNone:
      return ordinal.system == NumeralSystem::kEnclosed ? kSkipBracket : kSkipBare;
    default:
      return kSkipStop;
  }
}

void read_bare(const BareContext& context, std::size_t begin, std::size_t at,
               const std::vector<Level>& before) {
  constexpr std::size_t kMostLevels = 6;
  const std::string_view line = context.line;
  const bool bracketed = is_open_bracket(code_point_at(line, at).value);
  std::size_t number = at;
  if (bracketed) number = skip_blanks(line, at + code_point_at(line, at).bytes);
  for (const Ordinal& ordinal : read_ordinals(line, number, context.convention)) {
    if (ordinal.value == 0) continue;
    const Tail tail = read_tail(line, number + ordinal.bytes, bracketed,
                                ordinal.system == NumeralSystem::kDecimal);
    if (bracketed && tail.closing != Closing::kBothBrackets) continue;
    std::vector<Level> levels = before;
    levels.push_back({LevelKind::kNumber, ordinal.value, tail.suffix});
    const bool opens_next =
        tail.closing != Closing::kNone || code_point_at(line, tail.end).value == '(';
    if (opens_next && follows_directly(line, tail.end) && levels.size() < kMostLevels) {
      const std::size_t sure = context.readings.size();
      read_bare(context, begin, tail.end, levels);
      if (context.readings.size() > sure && !bracketed) continue;
    }
    LabelReading reading;
    reading.label.levels = levels;
    reading.printed = {static_cast<uint32_t>(begin), static_cast<uint32_t>(tail.end)};
    reading.style = {LevelKind::kNumber, ordinal.system, ordinal.mark, tail.closing,
                     static_cast<uint8_t>(levels.size())};
    reading.cost_nats = bare_cost(line, ordinal, tail);
    reading.skip_nats = bare_skip(ordinal, tail);
    context.readings.push_back(reading);
  }
}

// ---- bullets ------------------------------------------------------------------------------------

struct BulletCost {
  double cost_nats;
  bool needs_blank;
};

std::optional<BulletCost> bullet_cost(char32_t c) {
  switch (c) {
    case 0x2022:
    case 0x25CF:
    case 0x25CB:
    case 0x25E6:
    case 0x25AA:
    case 0x25A0:
    case 0x25A1:
    case 0x25AB:
    case 0x2023:
    case 0x2043:
    case 0x27A2:
    case 0x27A4:
    case 0x25BA:
    case 0x25B6:
    case 0x2713:
    case 0x2714:
    case 0x2756:
    case 0x25C6:
    case 0x25C7:
    case 0x2605:
    case 0x2192:
    case 0x30FB:
    case 0xFF65:
    case 0xB7:
    case 0x2219:
    case 0x204C:
    case 0x27A3:
    case 0x25B7:
      return BulletCost{0.2, false};
    case '*':
      return BulletCost{0.5, true};
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2212:
    case 0x2010:
    case 0x2015:
      return BulletCost{0.7, true};
    case '+':
    case 0xA8:
      return BulletCost{1.2, true};
    case 'o':
      return BulletCost{1.8, true};
    default:
      break;
  }
  if (c >= 0xF000 && c <= 0xF0FF) return BulletCost{0.2, false};  // symbol fonts
  return std::nullopt;
}

void read_bullet(std::string_view line, std::size_t begin, std::vector<LabelReading>& readings) {
  const CodePoint c = code_point_at(line, begin);
  const auto bullet = bullet_cost(c.value);
  if (!bullet) return;
  std::size_t end = begin + c.bytes;
  // "--" and "— —" are one sign.
  while (is_dash(c.value) && code_point_at(line, end).value == c.value) end += c.bytes;
  const std::size_t text = skip_blanks(line, end);
  if (text >= line.size()) return;
  if (text == end && bullet->needs_blank && !is_unspaced(code_point_at(line, text).value)) return;
  LabelReading reading;
  reading.label.levels = {{LevelKind::kBullet, 0, ""}};
  reading.printed = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  reading.style = {LevelKind::kBullet, NumeralSystem::kBullet, static_cast<uint32_t>(c.value),
                   Closing::kNone, 1};
  reading.cost_nats = bullet->cost_nats;
  reading.skip_nats = bullet->needs_blank ? 2.0 : kSkipBracket;
  reading.next_in_order = true;
  readings.push_back(reading);
}

}  // namespace

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const CodePoint c = code_point_at(line, at);
    if (!is_blank(c.value)) break;
    at += c.bytes;
  }
  return at;
}

std::size_t match_words(std::string_view line, std::size_t at, std::string_view folded,
                        int misprints) {
  std::size_t i = at;
  std::size_t j = 0;
  while (j < folded.size()) {
    const CodePoint want = code_point_at(folded, j);
    if (is_blank(want.value)) {
      j += want.bytes;
      continue;
    }
    const std::size_t here = skip_blanks(line, i);
    // White space is optional, but only where the pattern has it, or where words touch anyway.
    if (here > i && j > 0 && !is_blank(code_point_before(folded, j).value) &&
        is_letter(want.value) && !is_unspaced(want.value)) {
      return 0;
    }
    const CodePoint have = code_point_at(line, here);
    std::string letter;
    if (have.bytes == 1) {
      letter = static_cast<char>(have.value >= 'A' && have.value <= 'Z' ? have.value | 0x20
                                                                        : have.value);
    } else if (have.bytes > 1) {
      letter = fold(line.substr(here, have.bytes));
    }
    const std::string_view rest = folded.substr(j);
    if (!letter.empty() && rest.substr(0, letter.size()) == letter) {
      i = here + have.bytes;
      j += letter.size();
      continue;
    }
    if (letter.empty() && have.bytes > 0 && is_ignorable(have.value)) {
      i = here + have.bytes;
      continue;
    }
    if (misprints == 0) return 0;
    // One letter missing, wrong, or too many.
    for (const auto& [line_step, word_step] : {std::pair{have.bytes, want.bytes},
                                               {std::size_t{0}, want.bytes},
                                               {have.bytes, std::size_t{0}}}) {
      const std::size_t next = here + line_step;
      const std::string_view left = folded.substr(j + word_step);
      if (left.empty()) return next > at ? next - at : 0;
      const std::size_t bytes = match_words(line, next, left, misprints - 1);
      if (bytes > 0) return next + bytes - at;
    }
    return 0;
  }
  return i - at;
}

std::vector<LabelReading> read_labels(std::string_view line, const Convention& convention,
                                      const std::vector<LabelPattern>& learnt) {
  std::vector<LabelReading> readings;
  std::size_t begin = skip_blanks(line, 0);
  if (begin >= line.size()) return readings;
  const CodePoint first = code_point_at(line, begin);
  // Some publishers frame the heading: "【第一条】", "- Article 5 -".
  const auto read_patterns = [&](const std::vector<LabelPattern>& patterns, bool own) {
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      const uint32_t mark = own ? static_cast<uint32_t>(p) + 1 : 0;
      const WordContext context{line, convention, patterns[p], mark, readings};
      if (own && patterns[p].reading == "implicit") {
        read_implicit(context, begin);
      } else {
        read_pattern(context, begin);
      }
    }
  };
  read_patterns(convention.patterns, false);
  read_patterns(learnt, true);
  if (!is_letter(first.value) || code_point_at(line, begin + first.bytes).bytes == 0 ||
      !is_letter(code_point_at(line, begin + 2 * first.bytes).value) || is_unspaced(first.value) ||
      !numerals_at(line, begin).empty()) {
    read_bare({line, convention, readings}, begin, begin, {});
  }
  read_bullet(line, begin, readings);
  for (LabelReading& reading : readings) {
    reading.alone = skip_blanks(line, reading.printed.end) >= line.size();
  }
  return readings;
}

}  // namespace synoptic
