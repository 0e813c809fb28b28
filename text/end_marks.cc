#include "text/end_marks.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr char32_t kArmenianQuestion = 0x055E;
constexpr char32_t kEthiopicWordspace = 0x1361;  // two of them are a full stop

struct Marks {
  EndMark mark;
  std::u32string_view characters;
};
constexpr std::array kMarks = std::to_array<Marks>({
    {EndMark::kQuestion, U"?？؟՞፧⸮⁇\u037E"},
    {EndMark::kExclamation, U"!！՜"},
    {EndMark::kColon, U":：፥፦៖—–―"},
    {EndMark::kSemicolon, U";；؛፤"},
    {EndMark::kComma, U",，、،፣၊՝᠂"},
    {EndMark::kStop, U".。．｡…։।॥۔።។៕။།༎༏༐᠃᠉꓿\u05C3\u1362"},
});

EndMark class_of(char32_t c) {
  for (const Marks& marks : kMarks) {
    if (marks.characters.find(c) != std::u32string_view::npos) return marks.mark;
  }
  return EndMark::kNone;
}

bool is_closer(char32_t c) {
  const int type = u_charType(static_cast<UChar32>(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == '"' || c == '\'' ||
         c == 0x201C || c == 0xAB;
}

// Of the letter before `end`.
int script_before(std::string_view utf8, std::size_t end) {
  while (end > 0) {
    const CodePoint c = code_point_before(utf8, end);
    if (const int script = script_of(c.value); script != 0) return script;
    end -= c.bytes;
  }
  return 0;
}

bool asks_in_armenian(std::string_view utf8) {
  const std::size_t question = utf8.rfind(to_utf8(kArmenianQuestion));
  if (question == std::string_view::npos) return false;
  // No other sentence ended since.
  const std::size_t stop = utf8.find("։", question);
  return stop == std::string_view::npos || utf8.find("։", stop + 1) == std::string_view::npos;
}

}  // namespace

EndMark end_mark(std::string_view utf8) {
  for (std::size_t end = utf8.size(); end > 0;) {
    const CodePoint c = code_point_before(utf8, end);
    end -= c.bytes;
    if (is_space(c.value) || is_ignorable(c.value) || is_closer(c.value)) continue;
    if (c.value == kEthiopicWordspace) {
      if (code_point_before(utf8, end).value == kEthiopicWordspace) return EndMark::kStop;
      continue;
    }
    const EndMark mark = class_of(c.value);
    if (mark == EndMark::kStop && asks_in_armenian(utf8)) return EndMark::kQuestion;
    const bool raised = c.value == 0xB7;
    if (mark != EndMark::kSemicolon && !raised) return mark;
    const bool greek = script_before(utf8, end) == USCRIPT_GREEK;
    if (raised) return greek ? EndMark::kSemicolon : EndMark::kNone;
    return greek && c.value == ';' ? EndMark::kQuestion : EndMark::kSemicolon;
  }
  return EndMark::kNone;
}

bool has_question_mark(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    if (class_of(c.value) == EndMark::kQuestion) return true;
    if (c.value == ';' && script_before(utf8, at) == USCRIPT_GREEK) return true;
    at += c.bytes;
  }
  return false;
}

}  // namespace synoptic
