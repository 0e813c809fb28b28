#include "align/label_parts.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

constexpr double kMisprintedDigit = 2.0;   // "l5"
constexpr double kDoubleLetter = 1.0;      // "aa)"
constexpr std::size_t kLongestLetter = 4;  // characters: "الف"

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

bool is_other_closing(char32_t c) {
  return c == ':' || c == 0xFF1A || c == '/' || c == 0xFF0F || c == 0x1365 || c == 0x1366 ||
         c == ';' || c == 0x061B;
}

bool is_ordinal_mark(char32_t c) { return c == 0xBA || c == 0xB0 || c == 0xAA || c == 0x2116; }

// The sign behind a letter that is a number: "Α΄", "א'", however it was typed.
bool is_numeral_sign(char32_t c) {
  return c == '\'' || c == 0xB4 || c == 0x2019 || c == 0x2032 || c == 0x2B9 || c == 0x374 ||
         c == 0x384 || c == 0x5F3;
}

bool ends_word(std::string_view line, std::size_t at) {
  return !is_letter(code_point_at(line, at).value) && !is_digit(code_point_at(line, at).value);
}

constexpr std::array<std::string_view, 10> kLatinSuffixes = {
    "bis",     "ter",    "quater", "quinquies", "sexies",
    "septies", "octies", "novies", "nonies",    "decies"};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

Closing closing_of(char32_t c) {
  if (is_close_bracket(c)) return Closing::kBracket;
  if (is_stop(c)) return Closing::kStop;
  if (is_dash(c)) return Closing::kDash;
  if (is_other_closing(c)) return Closing::kOther;
  return Closing::kNone;
}

}  // namespace

bool is_open_bracket(char32_t c) {
  return c == '(' || c == '[' || c == 0xFF08 || c == 0x3014 || c == 0x3010 || c == 0xFF3B;
}

bool is_dash(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 ||
         c == 0x2212 || c == 0xFF0D || c == 0x05BE;
}

namespace {

// The letter of an inserted clause as others write it: 'b' for "5б" and "5β"; 0 for any other.
char suffix_letter(char32_t c) {
  constexpr std::u32string_view kCyrillic = U"абвгдежз";
  constexpr std::u32string_view kGreek = U"αβγδε";  // "1η" is an ordinal
  const char32_t folded = fold_character(c);
  if (folded < 0x80) return is_letter(folded) ? static_cast<char>(folded) : 0;
  for (const std::u32string_view letters : {kCyrillic, kGreek}) {
    const std::size_t rank = letters.find(folded);
    if (rank != std::u32string_view::npos) return static_cast<char>('a' + rank);
  }
  return 0;
}

// "bis" or another of its kind.
std::string_view read_latin_suffix(std::string_view line, std::size_t& end) {
  const std::size_t word = skip_blanks(line, end);
  for (const std::string_view suffix : kLatinSuffixes) {
    const std::size_t bytes = match_words(line, word, suffix, 0);
    if (bytes > 0 && !is_letter(code_point_at(line, word + bytes).value)) {
      end = word + bytes;
      return suffix;
    }
  }
  return {};
}

// Behind a hyphen or the signs of an ordinal: "5-bis", "5.º-A", "5º ter".
std::string read_joined_suffix(std::string_view line, std::size_t& end) {
  std::size_t at = end;
  if (at < line.size() && line[at] == '.') ++at;
  const CodePoint mark = code_point_at(line, at);
  at = is_ordinal_mark(mark.value) ? at + mark.bytes : end;
  const CodePoint dash = code_point_at(line, at);
  const bool joined = is_dash(dash.value);
  if (joined) at += dash.bytes;
  if (at == end) return "";
  if (const std::string_view suffix = read_latin_suffix(line, at); !suffix.empty()) {
    end = at;
    return std::string(suffix);
  }
  const CodePoint letter = code_point_at(line, at);
  const char plain = is_upper(letter.value) ? suffix_letter(letter.value) : char{0};
  const CodePoint next = code_point_at(line, at + letter.bytes);
  if (!joined || plain == 0 || is_letter(next.value) || is_digit(next.value)) return "";
  end = at + letter.bytes;
  return std::string(1, plain);
}

}  // namespace

std::string read_suffix(std::string_view line, std::size_t& end) {
  if (const std::string_view suffix = read_latin_suffix(line, end); !suffix.empty()) {
    return std::string(suffix);
  }
  std::size_t at = end;
  // "12/A. §"
  if (at < line.size() && line[at] == '/' && is_upper(code_point_at(line, at + 1).value)) ++at;
  std::string letters;
  while (at < line.size() && letters.size() < 2) {
    const CodePoint c = code_point_at(line, at);
    if (!is_letter(c.value)) break;
    const char letter = suffix_letter(c.value);
    letters += letter != 0 ? letter : '?';
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

std::string read_dotted_suffix(std::string_view line, std::size_t& end) {
  constexpr std::size_t kMostDigits = 3;
  if (end >= line.size() || line[end] != '.') return "";
  std::size_t at = end + 1;
  while (at < line.size() && is_ascii_digit(line[at])) ++at;
  const std::size_t digits = at - end - 1;
  if (digits == 0 || digits > kMostDigits) return "";
  if (is_letter(code_point_at(line, at).value)) return "";
  const bool goes_on = at + 1 < line.size() && line[at] == '.' && is_ascii_digit(line[at + 1]);
  if (goes_on) return "";
  const std::string suffix(line.substr(end, at - end));
  end = at;
  return suffix;
}

namespace {

// The number at `at`, all of it; 0 where there is none.
uint32_t read_number(std::string_view line, std::size_t at, std::size_t& end) {
  for (const Numeral& numeral : numerals_at(line, at)) {
    if (numeral.system != NumeralSystem::kDecimal) continue;
    end = at + numeral.bytes;
    return numeral.value;
  }
  return 0;
}

// A short word: "to", "et", "bis".
std::size_t skip_joiner(std::string_view line, std::size_t at) {
  constexpr std::size_t kMostLetters = 3;
  std::size_t letters = 0;
  while (is_letter(code_point_at(line, at).value)) {
    at += code_point_at(line, at).bytes;
    if (++letters > kMostLetters) return 0;
  }
  return letters > 0 ? at : 0;
}

// "4-1" is inserted behind 4, "5-7" and "5 to 7" are clauses that stand (or fell) together.
void read_numbered_suffix(std::string_view line, uint32_t counted, Tail& tail) {
  constexpr uint32_t kMostSpan = 100;
  const CodePoint sign = code_point_at(line, tail.end);
  std::size_t end = 0;
  const std::size_t apart = skip_blanks(line, tail.end);
  const std::size_t joiner = apart > tail.end ? skip_joiner(line, apart) : 0;
  std::size_t at = is_dash(sign.value) ? tail.end + sign.bytes : joiner;
  if (at == 0) return;
  if (joiner != 0) at = skip_blanks(line, at);
  const uint32_t number = read_number(line, at, end);
  if (number == 0 || is_letter(code_point_at(line, end).value)) return;
  const bool range = number > counted && number - counted <= kMostSpan;
  if (!range && (joiner != 0 || number > counted)) return;
  // "Article 5 to 7 applies" is a sentence, "Articles 5 to 7 [Repealed]" a label.
  const CodePoint next = code_point_at(line, skip_blanks(line, end));
  if (joiner != 0 && next.bytes > 0 && !is_upper(next.value) && !is_open_bracket(next.value)) {
    return;
  }
  tail.suffix = "-" + std::to_string(number);
  tail.range_end = range ? number : 0;
  tail.end = end;
}

}  // namespace

Tail read_tail(std::string_view line, std::size_t at, NumeralKind kind) {
  Tail tail;
  tail.end = at;
  if (kind.decimal) {
    tail.suffix = read_suffix(line, tail.end);
    if (tail.suffix.empty()) tail.suffix = read_joined_suffix(line, tail.end);
  }
  if (kind.counted > 0 && tail.suffix.empty()) {
    tail.suffix = read_dotted_suffix(line, tail.end);
    if (tail.suffix.empty()) read_numbered_suffix(line, kind.counted, tail);
  }
  for (int signs = 0; signs < 4; ++signs) {
    const std::size_t next = skip_blanks(line, tail.end);
    const CodePoint c = code_point_at(line, next);
    if (is_ordinal_mark(c.value) ||
        (is_numeral_sign(c.value) && next == tail.end && ends_word(line, next + c.bytes))) {
      tail.end = next + c.bytes;
      continue;
    }
    const Closing closing = c.bytes > 0 ? closing_of(c.value) : Closing::kNone;
    if (closing == Closing::kNone) break;
    // A blank before the sign makes it a dash or colon of the text, unless a bracket is open.
    const bool apart = next > tail.end;
    if (apart && !(kind.bracketed && tail.closing == Closing::kNone) &&
        !(closing == Closing::kDash || closing == Closing::kOther)) {
      break;
    }
    if (closing == Closing::kBracket && tail.closing == Closing::kBracket) break;
    tail.end = next + c.bytes;
    if (tail.closing == Closing::kNone || closing == Closing::kBracket) tail.closing = closing;
  }
  if (kind.bracketed && tail.closing == Closing::kBracket) tail.closing = Closing::kBothBrackets;
  return tail;
}

double case_cost(std::string_view line, std::size_t at, double price) {
  return is_lower(code_point_at(line, skip_blanks(line, at)).value) ? price : 0.0;
}

namespace {

// Rank of the letter at `at` in each alphabet that has it.
void read_letters(std::string_view line, std::size_t at, const Convention& convention,
                  std::vector<Ordinal>& all) {
  const CodePoint c = code_point_at(line, at);
  if (c.bytes == 0 || !is_letter(c.value)) return;
  // "στ)" and "الف)" are one letter of their lists; "aa)" comes behind "z)".
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (CodePoint next = c; next.bytes > 0 && is_letter(next.value) && count <= kLongestLetter;
       next = code_point_at(line, at + bytes)) {
    bytes += next.bytes;
    ++count;
  }
  if (count > kLongestLetter) return;
  const bool doubled = count == 2 && code_point_at(line, at + c.bytes).value == c.value;
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

// The digit that a scanned or careless hand turns into this letter; 0 where there is none.
char digit_meant(char c) {
  switch (c) {
    case 'l':
    case 'I':
    case '|':
      return '1';
    case 'O':
    case 'o':
      return '0';
    case 'S':
      return '5';
    case 'B':
      return '8';
    default:
      return is_ascii_digit(c) ? c : 0;
  }
}

// "l5" and "1S" for 15.
void read_misprinted_number(std::string_view line, std::size_t at, std::vector<Ordinal>& all) {
  constexpr std::size_t kMostDigits = 4;
  std::size_t end = at;
  uint32_t value = 0;
  bool digits = false;
  bool letters = false;
  for (; end < line.size() && digit_meant(line[end]) != 0; ++end) {
    (is_ascii_digit(line[end]) ? digits : letters) = true;
    value = value * 10 + static_cast<uint32_t>(digit_meant(line[end]) - '0');
    if (end - at >= kMostDigits) return;
  }
  const CodePoint next = code_point_at(line, end);
  if (!digits || !letters || is_letter(next.value) || is_digit(next.value)) return;
  all.push_back({NumeralSystem::kDecimal, 0, value, end - at, kMisprintedDigit});
}

}  // namespace

bool is_letter_system(NumeralSystem system) {
  return system == NumeralSystem::kLetterUpper || system == NumeralSystem::kLetterLower ||
         system == NumeralSystem::kLetterOther;
}

std::vector<Ordinal> read_ordinals(std::string_view line, std::size_t at,
                                   const Convention& convention) {
  std::vector<Ordinal> all;
  for (const Numeral& numeral : numerals_at(line, at)) {
    all.push_back({numeral.system, 0, numeral.value, numeral.bytes, 0});
  }
  read_letters(line, at, convention, all);
  read_misprinted_number(line, at, all);
  return all;
}

}  // namespace synoptic
