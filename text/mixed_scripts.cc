#include "text/mixed_scripts.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/characters.h"
#include "text/lookalikes.h"

namespace synoptic {

namespace {

constexpr std::size_t kLongestEnding = 3;  // of a letter that may be a Roman number: "Vго"
constexpr std::size_t kLongestUnit = 3;    // "Ωm", "μg"
// One kana among so many letters is a name or a slip, no rule.
constexpr std::size_t kHiraganaShare = 50;
constexpr std::size_t kKatakanaShare = 8;

struct Letter {
  char32_t value = 0;
  Span span;
  int script = 0;
};

bool is_alphabetic_lookalike_script(int script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_ARMENIAN;
}

bool is_kana(int script) { return script == USCRIPT_KATAKANA || script == USCRIPT_HIRAGANA; }

bool is_roman(char32_t c) {
  return c < 0x80 &&
         std::string_view("IVXLCDM").find(static_cast<char>(c)) != std::string_view::npos;
}

// The two scripts of a word by the number of their letters.
struct Scripts {
  int main = 0;
  int other = 0;
  std::size_t main_letters = 0;
  std::size_t other_letters = 0;
};

// Nothing where the word is of one script, or of others than those that are taken for each other.
std::optional<Scripts> scripts_of(const std::vector<Letter>& word, int preferred) {
  Scripts found;
  for (const Letter& letter : word) {
    if (letter.script == 0) continue;
    if (!is_alphabetic_lookalike_script(letter.script)) return std::nullopt;
    if (found.main == 0) found.main = letter.script;
    if (letter.script == found.main) {
      ++found.main_letters;
    } else {
      if (found.other != 0 && letter.script != found.other) return std::nullopt;
      found.other = letter.script;
      ++found.other_letters;
    }
  }
  if (found.other == 0) return std::nullopt;
  const bool swap = found.other_letters > found.main_letters ||
                    (found.other_letters == found.main_letters && found.other == preferred);
  if (swap) {
    std::swap(found.main, found.other);
    std::swap(found.main_letters, found.other_letters);
  }
  return found;
}

// Where the one change of script is, in letters; 0 where there are several.
std::size_t change_of_script(const std::vector<Letter>& word) {
  std::size_t change = 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i].script == word[i - 1].script) continue;
    if (change != 0) return 0;
    change = i;
  }
  return change;
}

// A stem of one script and an ending of another that people write together.
bool is_on_purpose(const std::vector<Letter>& word) {
  const std::size_t change = change_of_script(word);
  if (change == 0) return false;
  const std::size_t rest = word.size() - change;
  const auto capitals = [&](std::size_t from, std::size_t to) {
    return std::all_of(word.begin() + static_cast<std::ptrdiff_t>(from),
                       word.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Letter& letter) { return is_upper(letter.value); });
  };
  if (change >= 2 && capitals(0, change) && !capitals(change, word.size())) return true;
  if (change == 1 && is_roman(word[0].value) && rest <= kLongestEnding && !capitals(1, word.size()))
    return true;
  // "eКазна", "iФорум".
  if (change == 1 && is_lower(word[0].value) && is_upper(word[1].value)) return true;
  const bool greek_unit = word.front().script == USCRIPT_GREEK && change == 1;
  return greek_unit && word.back().script == USCRIPT_LATIN && word.size() <= kLongestUnit;
}

// All foreign letters look like letters of the word's script, or are single ones inside it.
bool is_mistaken(const std::vector<Letter>& word, const Scripts& scripts) {
  bool alike = true;
  bool inside = scripts.other_letters * 3 <= scripts.main_letters;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i].script != scripts.other) continue;
    alike = alike && lookalike(word[i].value, scripts.main) != 0;
    inside = inside && i > 0 && i + 1 < word.size() && word[i - 1].script == scripts.main &&
             word[i + 1].script == scripts.main;
  }
  return alike || inside;
}

MixedWord mixed_word(std::string_view utf8, const std::vector<Letter>& word, Span span,
                     const Scripts& scripts) {
  MixedWord mixed{span, {}, {}, {}};
  uint32_t at = span.begin;
  for (const Letter& letter : word) {
    if (letter.script != scripts.other) continue;
    mixed.foreign.push_back(letter.span);
    mixed.intended += utf8.substr(at, letter.span.begin - at);
    const char32_t other = lookalike(letter.value, scripts.main);
    mixed.intended += to_utf8(other == 0 ? letter.value : other);
    if (other != 0 && mixed.foreign.size() == 1) mixed.native = to_utf8(other);
    at = letter.span.end;
  }
  mixed.intended += utf8.substr(at, span.end - at);
  return mixed;
}

// A character of Han or kana between those of the other: "ロ" for "口" in Chinese, "工" for "エ"
// in a word of katakana.  Numerals stand between kana by right.
void find_mistaken_kana(const std::vector<Letter>& word, const ScriptUse& use,
                        std::vector<MixedWord>& found) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const int own = word[i].script;
    const bool kana = own == USCRIPT_KATAKANA;
    if (!kana && own != USCRIPT_HAN) continue;
    if (kana == use.kana) continue;
    const int other = kana ? USCRIPT_HAN : USCRIPT_KATAKANA;
    if (!kana && (word[i].value == U'二' || word[i].value == U'八')) continue;
    const bool left = i > 0 && word[i - 1].script == other;
    const bool right = i + 1 < word.size() && word[i + 1].script == other;
    const bool beside_kana = (i > 0 && is_kana(word[i - 1].script)) ||
                             (i + 1 < word.size() && is_kana(word[i + 1].script));
    if (kana ? (!left && !right) || beside_kana : !left || !right) continue;
    const char32_t intended = lookalike(word[i].value, other);
    if (intended == 0) continue;
    found.push_back({word[i].span, {word[i].span}, to_utf8(intended), to_utf8(intended)});
  }
}

}  // namespace

ScriptUse script_use(std::string_view utf8) {
  ScriptUse use;
  use.main = main_script(utf8);
  if (use.main != USCRIPT_HAN && !is_kana(use.main)) return use;
  std::size_t letters = 0;
  std::size_t hiragana = 0;
  std::size_t katakana = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    at += c.bytes;
    const int script = script_of(c.value);
    letters += script != 0;
    hiragana += script == USCRIPT_HIRAGANA;
    katakana += script == USCRIPT_KATAKANA;
  }
  use.kana = hiragana * kHiraganaShare > letters || katakana * kKatakanaShare > letters;
  return use;
}

std::vector<MixedWord> find_mixed_words(std::string_view utf8, const ScriptUse& use) {
  std::vector<MixedWord> found;
  std::vector<Letter> word;
  bool mixed = false;
  const auto end_word = [&](std::size_t end) {
    if (mixed) {
      if (use.main == USCRIPT_HAN || is_kana(use.main)) find_mistaken_kana(word, use, found);
      const auto scripts = scripts_of(word, use.main);
      if (scripts && !is_on_purpose(word) && is_mistaken(word, *scripts)) {
        found.push_back(
            mixed_word(utf8, word, {word[0].span.begin, static_cast<uint32_t>(end)}, *scripts));
      }
    }
    word.clear();
    mixed = false;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    const std::size_t begin = at;
    at += c.bytes;
    if (is_ignorable(c.value)) continue;
    if (!is_letter(c.value)) {
      if (!word.empty()) end_word(begin);
      continue;
    }
    const int script = script_of(c.value);
    if (script == 0) continue;
    // Han, kana and the like stand beside letters without a space.
    const bool apart = !word.empty() && is_alphabetic_lookalike_script(script) !=
                                            is_alphabetic_lookalike_script(word.back().script);
    if (apart) end_word(begin);
    mixed = mixed || (!word.empty() && word.back().script != script);
    word.push_back({c.value, {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)}, script});
  }
  if (!word.empty()) end_word(utf8.size());
  return found;
}

}  // namespace synoptic
