#include <optional>
#include <utility>

#include "align/label_parts.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Costs in nats; set by hand on the shapes of the tests, checked on the measures.
constexpr double kNoClosing = 1.8;         // "5 The Minister"
constexpr double kNoClosingLetter = 6;     // "a The Minister"
constexpr double kLowercaseAfterBare = 2;  // "25 members of"
constexpr double kGlued = 0.4;             // "(1)Text"
constexpr double kLetterNoBracket = 0.8;   // "C. Text"
constexpr double kDotted = 0.5;            // "13.1" for one inserted behind 13, not under it
constexpr double kInsertedLetter = 0.5;    // "(ba)"
constexpr double kDottedInBrackets = 0.1;  // "(1.1)"
constexpr double kPadded = 2.0;            // "13.04" for the fourth under 13
constexpr double kRange = 0.5;             // "5 to 7 [Repealed]"
constexpr double kDashClosing = 0.6;       // "5 - Text"

// "7." before "1." and "2" before "(b)" open another level; "一、" before "13" does not.
bool opens_level(std::string_view line, std::size_t at) {
  const CodePoint next = code_point_at(line, at);
  if (is_open_bracket(next.value)) return true;
  const CodePoint last = code_point_before(line, at);
  return is_digit(next.value) &&
         (last.value == '.' || last.value == 0xFF0E || last.value == ')' || is_dash(last.value));
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

// What a bare numeral is, with the place of its label in the line.
struct BareNumeral {
  std::size_t begin = 0;   // of the label
  std::size_t number = 0;  // of the numeral
  bool bracketed = false;
  Ordinal ordinal;
};

void add_bare_reading(const LineContext& context, const BareNumeral& bare, const Tail& tail,
                      std::vector<Level> levels, double price) {
  LabelReading reading;
  reading.style = {LevelKind::kNumber, bare.ordinal.system, bare.ordinal.mark, tail.closing,
                   static_cast<uint8_t>(levels.size())};
  reading.skip_nats = levels.size() > 1 ? kSkipStop : bare_skip(bare.ordinal, tail);
  reading.label.levels = std::move(levels);
  reading.printed = {static_cast<uint32_t>(bare.begin), static_cast<uint32_t>(tail.end)};
  reading.cost_nats = bare_cost(context.line, bare.ordinal, tail) + price;
  reading.range_end = tail.range_end;
  context.readings.push_back(reading);
}

// "13.04", "(1.1)", "(g.6)": inserted behind 13, (1), (g), on the same level; "5 to 7 [Repealed]".
void read_inserted(const LineContext& context, const BareNumeral& bare) {
  const Ordinal& ordinal = bare.ordinal;
  const bool decimal = ordinal.system == NumeralSystem::kDecimal;
  if (!decimal && !is_letter_system(ordinal.system)) return;
  const std::size_t number_end = bare.number + ordinal.bytes;
  std::size_t end = number_end;
  const std::string suffix = read_dotted_suffix(context.line, end);
  if (!suffix.empty()) {
    const Tail tail = read_tail(context.line, end, {bare.bracketed, false});
    if (bare.bracketed && tail.closing != Closing::kBothBrackets) return;
    add_bare_reading(context, bare, tail, {{LevelKind::kNumber, ordinal.value, suffix}},
                     bare.bracketed ? kDottedInBrackets : kDotted);
    return;
  }
  if (!decimal || bare.bracketed) return;
  const Tail tail = read_tail(context.line, number_end, {false, true, ordinal.value});
  if (tail.range_end == 0) return;
  add_bare_reading(context, bare, tail, {{LevelKind::kNumber, ordinal.value, tail.suffix}}, kRange);
}

// "(ba)" inserted behind (b); "(ab)" two behind (z).
void read_letter_pair(const LineContext& context, BareNumeral bare) {
  const std::string_view line = context.line;
  if (line.size() < bare.number + 2) return;
  const char first = line[bare.number];
  const char second = line[bare.number + 1];
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!is_small(first) || !is_small(second) || first == second) return;
  const Tail tail = read_tail(line, bare.number + 2, {bare.bracketed, false});
  if (tail.closing != (bare.bracketed ? Closing::kBothBrackets : Closing::kBracket)) return;
  constexpr uint32_t kLetters = 26;
  for (const Ordinal& ordinal : read_ordinals(line.substr(bare.number, 1), 0, context.convention)) {
    if (!is_letter_system(ordinal.system)) continue;
    bare.ordinal = ordinal;
    add_bare_reading(context, bare, tail,
                     {{LevelKind::kNumber, ordinal.value, std::string(1, second)}},
                     kInsertedLetter);
    if (first != 'a') continue;
    const auto value = kLetters + static_cast<uint32_t>(second - 'a') + 1;
    add_bare_reading(context, bare, tail, {{LevelKind::kNumber, value, ""}}, kInsertedLetter);
  }
}

void read_bare(const LineContext& context, std::size_t begin, std::size_t at,
               const std::vector<Level>& before) {
  constexpr std::size_t kMostLevels = 6;
  const std::string_view line = context.line;
  const bool bracketed = is_open_bracket(code_point_at(line, at).value);
  std::size_t number = at;
  if (bracketed) number = skip_blanks(line, at + code_point_at(line, at).bytes);
  if (before.empty()) read_letter_pair(context, {begin, number, bracketed, {}});
  for (const Ordinal& ordinal : read_ordinals(line, number, context.convention)) {
    if (ordinal.value == 0) continue;
    const BareNumeral bare{begin, number, bracketed, ordinal};
    if (before.empty()) read_inserted(context, bare);
    const Tail tail = read_tail(line, number + ordinal.bytes,
                                {bracketed, ordinal.system == NumeralSystem::kDecimal});
    if (bracketed && tail.closing != Closing::kBothBrackets) continue;
    std::vector<Level> levels = before;
    levels.push_back({LevelKind::kNumber, ordinal.value, tail.suffix});
    if (opens_level(line, tail.end) && levels.size() < kMostLevels) {
      const std::size_t sure = context.readings.size();
      read_bare(context, begin, tail.end, levels);
      if (context.readings.size() > sure && !bracketed) continue;
    }
    const bool padded = !before.empty() && line[number] == '0';
    add_bare_reading(context, bare, tail, std::move(levels), padded ? kPadded : 0);
  }
}

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

}  // namespace

void read_bare_label(const LineContext& context, std::size_t begin) {
  // "*103", "**(2)": a sign that refers to a note.
  std::size_t at = begin;
  while (at < context.line.size() && context.line[at] == '*') ++at;
  read_bare(context, begin, at, {});
}

void read_bullet(const LineContext& context, std::size_t begin) {
  const std::string_view line = context.line;
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
  reading.skip_nats = bullet->needs_blank ? kSkipDash : kSkipBracket;
  reading.next_in_order = true;
  context.readings.push_back(reading);
}
}  // namespace synoptic
