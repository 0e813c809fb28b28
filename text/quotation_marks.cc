#include "text/quotation_marks.h"

#include <unicode/ulocdata.h>
#include <unicode/unistr.h>

#include <array>

#include "text/characters.h"

namespace synoptic {

namespace {

bool is_curved(char32_t c) { return c >= 0x201C && c <= 0x201F; }
bool is_angular(char32_t c) { return c == 0xAB || c == 0xBB; }

// "12\"", "צה\"ל".
bool is_no_quotation(std::string_view utf8, std::size_t at) {
  const char32_t before = code_point_before(utf8, at).value;
  return is_digit(before) || (is_letter(before) && is_letter(code_point_at(utf8, at + 1).value));
}

}  // namespace

std::vector<QuotationMark> find_quotation_marks(std::string_view utf8) {
  std::vector<QuotationMark> marks;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + c.bytes)};
    if (is_curved(c.value)) {
      marks.push_back({span, c.value, QuoteFamily::kCurved});
    } else if (is_angular(c.value)) {
      marks.push_back({span, c.value, QuoteFamily::kAngular});
    } else if (c.value == '"' && !is_no_quotation(utf8, at)) {
      marks.push_back({span, c.value, QuoteFamily::kStraight});
    }
    at += c.bytes;
  }
  return marks;
}

QuotationStyle quotation_style(std::string_view language) {
  QuotationStyle style;
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData* data = ulocdata_open(std::string(language).c_str(), &status);
  // The root's marks are those of no language.
  const bool known = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
  if (known && !language.empty()) {
    style.curved = style.angular = false;
    constexpr std::array kDelimiters = {ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END,
                                        ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END};
    for (const ULocaleDataDelimiterType type : kDelimiters) {
      std::array<UChar, 8> buffer{};
      const int32_t length = ulocdata_getDelimiter(data, type, buffer.data(),
                                                   static_cast<int32_t>(buffer.size()), &status);
      if (U_FAILURE(status) || length <= 0) continue;
      style.curved = style.curved || is_curved(buffer[0]);
      style.angular = style.angular || is_angular(buffer[0]);
      const bool outer = type == ULOCDATA_QUOTATION_START || type == ULOCDATA_QUOTATION_END;
      if (!outer) continue;
      if (!style.marks.empty()) style.marks += ' ';
      style.marks += to_utf8(buffer[0]);
    }
  }
  if (data != nullptr) ulocdata_close(data);
  return style;
}

}  // namespace synoptic
