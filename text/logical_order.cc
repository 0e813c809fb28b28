#include "text/logical_order.h"

#include <unicode/normalizer2.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <utility>

#include "text/bidi.h"
#include "text/characters.h"

namespace synoptic {

namespace {

constexpr uint16_t kOptions =
    UBIDI_KEEP_BASE_COMBINING | UBIDI_REMOVE_BIDI_CONTROLS | UBIDI_DO_MIRRORING;

icu::UnicodeString utf16_of(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::UnicodeString reordered(const icu::UnicodeString& seen, bool right_to_left) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(
      ubidi_openSized(seen.length(), 0, &status), ubidi_close);
  ubidi_setReorderingMode(bidi.get(), UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara(bidi.get(), seen.getBuffer(), seen.length(), right_to_left ? 1 : 0, nullptr,
                &status);
  icu::UnicodeString read;
  UChar* buffer = read.getBuffer(seen.length() + 1);
  const int32_t length =
      ubidi_writeReordered(bidi.get(), buffer, seen.length() + 1, kOptions, &status);
  read.releaseBuffer(U_SUCCESS(status) ? length : 0);
  return U_SUCCESS(status) ? read : seen;
}

// "FPRC 3" among right-to-left words: the number follows the Latin word.  Seen from the right it
// would be the first of the two.
icu::UnicodeString with_numbers_bound(const icu::UnicodeString& seen) {
  constexpr char16_t kLeftToRightMark = 0x200E;
  icu::UnicodeString bound;
  bool behind_latin = false;
  for (int32_t i = 0; i < seen.length(); ++i) {
    const UCharDirection direction = u_charDirection(seen[i]);
    const bool number = direction == U_EUROPEAN_NUMBER;
    bound += seen[i];
    if (direction == U_LEFT_TO_RIGHT) behind_latin = true;
    if (direction != U_LEFT_TO_RIGHT && !number && seen[i] != u' ') behind_latin = false;
    const bool ends = i + 1 == seen.length() || u_charDirection(seen[i + 1]) != U_EUROPEAN_NUMBER;
    if (number && ends && behind_latin) bound += kLeftToRightMark;
  }
  return bound;
}

constexpr std::array<std::pair<char16_t, char16_t>, 6> kPairs = {
    {{u'(', u')'}, {u'[', u']'}, {u'{', u'}'}, {u'«', u'»'}, {u'‹', u'›'}, {u'<', u'>'}}};

// Whether signs that open and close come in pairs, the one that opens first.
bool is_paired(const icu::UnicodeString& line, char16_t opening, char16_t closing) {
  int open = 0;
  for (int32_t i = 0; i < line.length() && open >= 0; ++i) {
    open += line[i] == opening ? 1 : line[i] == closing ? -1 : 0;
  }
  return open == 0;
}

// Some programs store brackets as they look, some as they are read: those that would be paired the
// other way round are turned.
void turn_brackets(icu::UnicodeString& line) {
  for (const auto& [opening, closing] : kPairs) {
    if (is_paired(line, opening, closing) || !is_paired(line, closing, opening)) continue;
    for (int32_t i = 0; i < line.length(); ++i) {
      if (line[i] == opening || line[i] == closing) {
        line.setCharAt(i, line[i] == opening ? closing : opening);
      }
    }
  }
}

bool is_presentation_form(char32_t c) {
  return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

}  // namespace

std::string logical_order(std::string_view seen, bool right_to_left) {
  if (!has_right_to_left(seen)) return std::string(seen);
  const icu::UnicodeString text = with_numbers_bound(utf16_of(seen));
  icu::UnicodeString read = reordered(text, right_to_left);
  turn_brackets(read);
  return utf8_of(read);
}

std::string without_presentation_forms(std::string_view utf8) {
  std::string plain;
  plain.reserve(utf8.size());
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    const std::string_view character = utf8.substr(at, c.bytes);
    at += c.bytes;
    if (U_FAILURE(status) || !is_presentation_form(c.value)) {
      plain += character;
      continue;
    }
    const icu::UnicodeString letters = nfkc->normalize(utf16_of(character), status);
    plain += U_SUCCESS(status) ? utf8_of(letters) : std::string(character);
  }
  return plain;
}

}  // namespace synoptic
