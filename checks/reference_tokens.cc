#include "checks/reference_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "align/label_parts.h"
#include "text/digits.h"

namespace synoptic {
namespace {

constexpr std::size_t kMostDigits = 5;      // of the number of a clause
constexpr std::size_t kLongestRoman = 8;    // letters: "xxxviii" and one more
constexpr std::size_t kLongestLetters = 2;  // letters: "aa", "στ"
constexpr std::u32string_view kOpening = U"(（[";
constexpr std::u32string_view kClosing = U")）]";
constexpr std::u32string_view kOrdinalSigns = U"ºª";  // letters to Unicode
constexpr std::u32string_view kHan = U"〇零一二三四五六七八九十百千廿卅";

// What follows the number of a clause that was inserted behind it, in all languages of Europe.
constexpr std::array<std::u32string_view, 9> kInsertions = {U"bis",       U"ter",    U"quater",
                                                            U"quinquies", U"sexies", U"septies",
                                                            U"octies",    U"nonies", U"decies"};

bool is_one_of(char32_t c, std::u32string_view signs) {
  return c != U'\0' && signs.find(c) != std::u32string_view::npos;
}

bool is_roman_letter(char32_t c) { return is_one_of(c, U"ivxlcdm"); }

class Tokenizer {
 public:
  Tokenizer(std::string_view utf8, const FoldedText& text, const ReferenceWords& words,
            const Convention& convention)
      : utf8_(utf8), text_(text), words_(words), convention_(convention) {}

  std::vector<ReferenceToken> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      switch (text_[at].kind) {
        case CharacterKind::kDigit:
          at = read_digits(at);
          break;
        case CharacterKind::kLetter:
          at = read_letters(at);
          break;
        default:
          ++at;
      }
      at = std::max(at, begin + 1);
    }
    return std::move(tokens_);
  }

 private:
  std::size_t read_digits(std::size_t begin) {
    std::size_t end = begin;
    uint32_t value = 0;
    while (kind_at(text_, end) == CharacterKind::kDigit) {
      if (end - begin < kMostDigits) value = value * 10 + (text_[end].folded - U'0');
      ++end;
    }
    if (end - begin > kMostDigits) return end;
    ReferenceToken token{.form = TokenForm::kDigits, .inner_begin = begin, .inner_end = end};
    token.ordinals = {value};
    token.end = read_insertion(end, value, token.inserted);
    // "63a)" without a bracket before it is 63 and a letter of its own.
    const bool opened = begin > 0 && is_one_of(text_[begin - 1].folded, kOpening);
    if (token.end == end + 1 && !opened && is_one_of(folded_at(text_, token.end), kClosing)) {
      token.end = end;
      token.inserted = 0;
    }
    return close(token, begin);
  }

  // "a", " bis", "-1", "之一" behind the number.
  std::size_t read_insertion(std::size_t at, uint32_t counted, uint32_t& inserted) const {
    const char32_t next = folded_at(text_, at);
    if (next == U'-' && kind_at(text_, at + 1) == CharacterKind::kDigit) {
      std::size_t end = at + 1;
      uint32_t value = 0;
      while (kind_at(text_, end) == CharacterKind::kDigit && end - at <= kMostDigits) {
        value = value * 10 + (text_[end++].folded - U'0');
      }
      if (value == 0 || value > counted) return at;
      inserted = value;
      return end;
    }
    std::size_t begin = at;
    if (next == U' ' || next == U'-') ++begin;
    if (kind_at(text_, begin) != CharacterKind::kLetter) return at;
    const std::size_t end = word_end(text_, begin);
    std::u32string word;
    for (std::size_t i = begin; i < end; ++i) word.push_back(text_[i].folded);
    if (begin == at && end - begin == 1 && word.front() < 0x2E80 && !words_.is_ordinal_mark(word) &&
        !is_one_of(word.front(), kOrdinalSigns)) {
      inserted = rank(begin);
      return inserted == 0 ? at : end;
    }
    const auto known = std::find(kInsertions.begin(), kInsertions.end(), word);
    // "5 bis 9" is a range.
    const bool ranges = kind_at(text_, skip_spaces(text_, end)) == CharacterKind::kDigit &&
                        words_.joint(text_, at, end) == Joint::kTo;
    if (known == kInsertions.end() || ranges) return at;
    inserted = static_cast<uint32_t>(known - kInsertions.begin()) + 1;
    return end;
  }

  // The rank of a lone letter in its alphabet, 0 where it has none.
  uint32_t rank(std::size_t at) const {
    for (const Ordinal& ordinal : read_ordinals(utf8_, text_[at].begin, convention_)) {
      if (is_letter_system(ordinal.system) && ordinal.bytes == text_[at].end - text_[at].begin) {
        return ordinal.value;
      }
    }
    return 0;
  }

  std::size_t read_letters(std::size_t begin) {
    if (is_one_of(text_[begin].folded, kHan)) return read_han(begin);
    if (is_one_of(text_[begin].folded, kOrdinalSigns)) return begin + 1;
    const bool glued = is_unspaced(text_[begin].printed);
    const std::size_t end = glued ? begin + 1 : spaced_word_end(begin);
    const bool closed = is_one_of(folded_at(text_, end), kClosing);
    const bool joined = begin > 0 && (is_one_of(text_[begin - 1].folded, U"'") ||
                                      (!closed && text_[begin - 1].kind == CharacterKind::kDigit));
    // "R.S.C."
    const bool initial =
        (begin > 0 && text_[begin - 1].folded == U'.') ||
        (folded_at(text_, end) == U'.' && kind_at(text_, end + 1) == CharacterKind::kLetter);
    if (joined || initial || folded_at(text_, end) == U'\'' || end - begin > kLongestRoman)
      return end;
    const bool opened = begin > 0 && is_one_of(text_[begin - 1].folded, kOpening);
    if (glued && !(opened && closed)) return end;
    ReferenceToken token{
        .form = TokenForm::kLetters, .end = end, .inner_begin = begin, .inner_end = end};
    if (!reads(token, closed)) return end;
    return close(token, begin);
  }

  // The "a" of "第三条a款" is a word of its own.
  std::size_t spaced_word_end(std::size_t begin) const {
    std::size_t end = begin;
    while (kind_at(text_, end) == CharacterKind::kLetter && !is_unspaced(text_[end].printed)) ++end;
    return end;
  }

  // Lone letters, "aa" in brackets, and Roman numerals in capitals or in brackets.
  bool reads(ReferenceToken& token, bool closed) const {
    const std::size_t length = token.inner_end - token.inner_begin;
    bool roman = true;
    bool capital = true;
    for (std::size_t i = token.inner_begin; i < token.inner_end; ++i) {
      roman = roman && is_roman_letter(text_[i].folded);
      capital = capital && text_[i].printed != text_[i].folded;
      token.letters.push_back(text_[i].folded);
    }
    const bool numeral = roman && (capital || closed);
    const bool short_enough = length == 1 || (closed && length <= kLongestLetters);
    if (!numeral && !short_enough) return false;
    const std::size_t bytes = text_[token.inner_end - 1].end - text_[token.inner_begin].begin;
    // What follows without a space in another script is no part of it.
    const std::string_view text = utf8_.substr(0, text_[token.inner_end - 1].end);
    for (const Ordinal& ordinal :
         read_ordinals(text, text_[token.inner_begin].begin, convention_)) {
      if (ordinal.bytes != bytes || ordinal.value == 0) continue;
      // A lone letter is one rather than a numeral.
      const bool first = length == 1 && is_letter_system(ordinal.system);
      token.ordinals.insert(first ? token.ordinals.begin() : token.ordinals.end(), ordinal.value);
    }
    return !token.ordinals.empty() || length == 1;
  }

  std::size_t read_han(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && is_one_of(text_[end].folded, kHan)) ++end;
    ReferenceToken token{.form = TokenForm::kHan, .inner_begin = begin, .inner_end = end};
    const std::size_t bytes = text_[end - 1].end - text_[begin].begin;
    for (const Numeral& numeral : numerals_at(utf8_, text_[begin].begin)) {
      if (numeral.bytes == bytes) token.ordinals.push_back(numeral.value);
    }
    if (token.ordinals.empty()) return end;
    token.end = end;
    return close(token, begin);
  }

  // Takes the brackets in and keeps the token.
  std::size_t close(ReferenceToken token, std::size_t begin) {
    token.begin = begin;
    if (begin > 0 && is_one_of(text_[begin - 1].folded, kOpening)) {
      token.opened = true;
      --token.begin;
    }
    if (is_one_of(folded_at(text_, token.end), kClosing)) {
      token.closed = true;
      ++token.end;
    }
    if (token.opened && !token.closed) {
      token.opened = false;
      ++token.begin;
    }
    const std::size_t end = token.end;
    tokens_.push_back(std::move(token));
    return end;
  }

  std::string_view utf8_;
  const FoldedText& text_;
  const ReferenceWords& words_;
  const Convention& convention_;
  std::vector<ReferenceToken> tokens_;
};

}  // namespace

std::vector<ReferenceToken> reference_tokens(std::string_view utf8, const FoldedText& text,
                                             const ReferenceWords& words,
                                             const Convention& convention) {
  return Tokenizer(utf8, text, words, convention).run();
}

}  // namespace synoptic
