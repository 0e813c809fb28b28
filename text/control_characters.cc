#include "text/control_characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <optional>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kByteOrderMark = 0xFEFF;

// Scripts whose letters neither join nor stack.
bool stands_apart(char32_t c) {
  switch (script_of(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HEBREW:
    case USCRIPT_ETHIOPIC:
    case USCRIPT_HANGUL:
      return true;
    default:
      return false;
  }
}

bool is_between_letters_apart(std::string_view utf8, Span span) {
  return stands_apart(code_point_before(utf8, span.begin).value) &&
         stands_apart(code_point_at(utf8, span.end).value);
}

std::optional<ControlKind> kind_of(std::string_view utf8, char32_t c, Span span) {
  if (c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x85) return std::nullopt;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return ControlKind::kControl;
  if (c < kZeroWidthSpace) return std::nullopt;
  if (c == kZeroWidthSpace || c == kNonJoiner || c == kJoiner) {
    if (is_between_letters_apart(utf8, span)) return ControlKind::kZeroWidth;
    return std::nullopt;
  }
  if (c == kByteOrderMark) return ControlKind::kByteOrder;
  if (c >= 0xE000 && u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR) {
    return ControlKind::kPrivateUse;
  }
  if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return ControlKind::kNoncharacter;
  return std::nullopt;
}

// Embeddings, overrides and isolates that wait for their ends.
class BidiBalance {
 public:
  void add(char32_t c, Span span) {
    if (c >= 0x202A && c <= 0x202E && c != 0x202C) {
      open_.push_back({span, c, ControlKind::kBidi});
    } else if (c >= 0x2066 && c <= 0x2068) {
      open_.push_back({span, c, ControlKind::kBidi});
    } else if (c == 0x202C || c == 0x2069) {
      const bool isolate = c == 0x2069;
      if (!open_.empty() && (open_.back().value >= 0x2066) == isolate) {
        open_.pop_back();
      } else {
        lone_.push_back({span, c, ControlKind::kBidi});
      }
    }
  }

  void append_to(std::vector<ControlCharacter>& found) const {
    found.insert(found.end(), open_.begin(), open_.end());
    found.insert(found.end(), lone_.begin(), lone_.end());
  }

 private:
  std::vector<ControlCharacter> open_;
  std::vector<ControlCharacter> lone_;
};

}  // namespace

std::vector<ControlCharacter> find_control_characters(std::string_view utf8) {
  std::vector<ControlCharacter> found;
  BidiBalance bidi;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(utf8, at);
    const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + c.bytes)};
    at += c.bytes;
    if (const auto kind = kind_of(utf8, c.value, span)) found.push_back({span, c.value, *kind});
    bidi.add(c.value, span);
  }
  bidi.append_to(found);
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return found;
}

}  // namespace synoptic
