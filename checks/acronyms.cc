#include "checks/acronyms.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::size_t kMostLetters = 10;  // "UNCITRAL"; what is longer is a word that shouts
constexpr std::size_t kMostBefore = 4;    // small letters before the capitals: "kwiSABC"
constexpr std::size_t kMostBehind = 3;    // and behind them: "NGOs"
constexpr std::size_t kShoutingRun = 3;   // words of capitals one behind the other
constexpr double kShoutingShare = 0.8;    // of the letters of a text
constexpr std::size_t kLeastWord = 4;     // shorter ones may be spelled like a word by chance

bool is_cased(char32_t c) { return is_upper(c) || is_lower(c); }

// A run of cased letters and digits.
struct Token {
  Span span;
  Span capitals;          // the acronym in it, empty where there is none
  std::size_t upper = 0;  // letters of the run
  std::size_t lower = 0;
  bool all_capitals = false;     // at least two letters, none of them small
  bool follows_closely = false;  // nothing but spaces between it and the token before
};

// A mark on a letter is of no script.
bool is_mark(char32_t c) { return c >= 0x80 && is_letter(c) && script_of(c) == 0; }

Token read_token(std::string_view text, std::size_t at) {
  Token token;
  token.span.begin = static_cast<uint32_t>(at);
  std::size_t before = 0;
  std::size_t behind = 0;
  bool broken = is_digit(code_point_at(text, at).value);  // "12A" is a number
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    const bool upper = is_upper(c.value);
    const bool lower = !upper && is_lower(c.value);
    if (!upper && !lower && !is_digit(c.value) && !is_mark(c.value)) break;
    broken |= upper && behind > 0;
    if (upper && token.upper == 0) token.capitals.begin = static_cast<uint32_t>(at);
    token.upper += upper;
    token.lower += lower;
    if (lower) ++(token.upper == 0 ? before : behind);
    at += c.bytes;
    if (token.upper > 0 && behind == 0) token.capitals.end = static_cast<uint32_t>(at);
  }
  token.span.end = static_cast<uint32_t>(at);
  token.all_capitals = token.upper >= 2 && token.lower == 0;
  if (broken || token.upper < 2 || token.upper > kMostLetters || before > kMostBefore ||
      behind > kMostBehind) {
    token.capitals = {};
  }
  return token;
}

// "R.S.C." or "U.S": single capitals with a stop between them; where it ends, `at` for none.
std::size_t dotted_end(std::string_view text, std::size_t at) {
  std::size_t letters = 0;
  std::size_t end = at;
  for (std::size_t next = at;;) {
    const CodePoint c = code_point_at(text, next);
    if (!is_upper(c.value)) break;
    next += c.bytes;
    ++letters;
    end = next;
    if (next >= text.size() || text[next] != '.') break;
    end = ++next;
  }
  if (letters < 2) return at;
  const bool goes_on =
      end < text.size() && text[end - 1] != '.' && is_letter(code_point_at(text, end).value);
  return !goes_on && text.substr(at, end - at).find('.') != std::string_view::npos ? end : at;
}

// A Roman numeral as they are written, not the "VDC" of letters that could make one.
bool is_roman(std::string_view letters) {
  if (letters.find_first_of("IVXL") == std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 13> kParts = {
      "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    const bool repeats =
        kParts[part] == "M" || kParts[part] == "C" || kParts[part] == "X" || kParts[part] == "I";
    const int most = repeats ? 4 : 1;
    for (int i = 0; i < most && letters.starts_with(kParts[part]); ++i) {
      letters.remove_prefix(kParts[part].size());
    }
  }
  return letters.empty();
}

std::string key_of(std::string_view printed) {
  std::string key = fold(printed);
  std::erase(key, '.');
  return key;
}

struct UnitTokens {
  std::vector<Token> tokens;
  std::size_t upper = 0;
  std::size_t letters = 0;
};

UnitTokens read_tokens(std::string_view text) {
  UnitTokens unit;
  bool closely = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_cased(c.value) && !is_digit(c.value)) {
      closely = closely && is_space(c.value);
      unit.letters += is_letter(c.value);
      at += c.bytes;
      continue;
    }
    Token token;
    const std::size_t dotted = dotted_end(text, at);
    if (dotted != at) {
      token.span = token.capitals = {static_cast<uint32_t>(at), static_cast<uint32_t>(dotted)};
    } else {
      token = read_token(text, at);
    }
    token.follows_closely = closely;
    closely = true;
    at = std::max<std::size_t>(token.span.end, at + c.bytes);
    unit.upper += token.upper;
    unit.letters += token.upper + token.lower;
    unit.tokens.push_back(token);
  }
  return unit;
}

void silence_shouting(std::vector<Token>& tokens) {
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin + 1;
    while (end < tokens.size() && tokens[begin].all_capitals && tokens[end].all_capitals &&
           tokens[end].follows_closely) {
      ++end;
    }
    if (end - begin >= kShoutingRun) {
      for (std::size_t i = begin; i < end; ++i) tokens[i].capitals = {};
    }
    begin = end;
  }
}

// Folded words that a document writes in small letters, of those that could be acronyms.
std::set<std::string, std::less<>> words_in_small_letters(
    const std::vector<UnitTokens>& units, const Document& document,
    const std::set<std::string, std::less<>>& keys) {
  std::set<std::string, std::less<>> words;
  for (UnitId id = 0; id < units.size(); ++id) {
    const std::string_view text = document.text_of(id);
    for (const Token& token : units[id].tokens) {
      if (token.lower < kLeastWord - 1 || token.upper > 1 || token.span.size() < kLeastWord)
        continue;
      std::string word = fold(slice(text, token.span));
      if (keys.contains(word)) words.insert(std::move(word));
    }
  }
  return words;
}

}  // namespace

std::vector<Acronym> find_acronyms(const Document& document) {
  std::vector<UnitTokens> units;
  std::vector<Acronym> found;
  std::set<std::string, std::less<>> keys;
  for (UnitId id = 0; id < document.units.size(); ++id) {
    const std::string_view text = document.text_of(id);
    UnitTokens& unit = units.emplace_back(read_tokens(text));
    if (static_cast<double>(unit.upper) > kShoutingShare * static_cast<double>(unit.letters)) {
      continue;
    }
    silence_shouting(unit.tokens);
    const uint32_t offset = document.units[id].text.begin;
    for (const Token& token : unit.tokens) {
      const std::string_view printed = slice(text, token.capitals);
      if (printed.empty() || is_roman(printed)) continue;
      found.push_back(
          {id, {offset + token.capitals.begin, offset + token.capitals.end}, key_of(printed)});
      if (found.back().key.size() >= kLeastWord) keys.insert(found.back().key);
    }
  }
  const auto words = words_in_small_letters(units, document, keys);
  std::erase_if(found, [&](const Acronym& acronym) { return words.contains(acronym.key); });
  return found;
}

bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  if (a.size() < b.size()) return a.substr(head) == b.substr(head + 1);
  if (a.substr(head + 1) == b.substr(head + 1)) return true;
  return head + 1 < a.size() && a[head] == b[head + 1] && a[head + 1] == b[head] &&
         a.substr(head + 2) == b.substr(head + 2);
}

}  // namespace synoptic
