#include "text/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace synoptic {
namespace {

bool is_space(UChar32 c) { return u_isUWhiteSpace(c) || c == 0x00A0 || c == 0x202F; }

icu::UnicodeString plain_spaces(const icu::UnicodeString& text) {
  icu::UnicodeString plain;
  bool pending = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_space(c)) {
      pending = !plain.isEmpty();
    } else if (u_charType(c) != U_FORMAT_CHAR) {
      if (pending) plain.append(UChar32{' '});
      pending = false;
      plain.append(c);
    }
  }
  return plain;
}

// Most words of many texts; what is said above, without a detour by UTF-16.
std::string fold_ascii(std::string_view ascii) {
  std::string folded;
  folded.reserve(ascii.size());
  bool pending = false;
  for (const char c : ascii) {
    if (c == ' ' || (c >= 9 && c <= 13)) {
      pending = !folded.empty();
      continue;
    }
    if (pending) folded += ' ';
    pending = false;
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return folded;
}

}  // namespace

std::string fold(std::string_view utf8) {
  const bool ascii = std::all_of(utf8.begin(), utf8.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return fold_ascii(utf8);
  icu::UnicodeString text = plain_spaces(icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size()))));
  text.foldCase(U_FOLD_CASE_DEFAULT);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) text = nfc->normalize(text, status);
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

}  // namespace synoptic
