// How a clause ends, by the class of its last mark in any script.
// Errors: none.  Threads: pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace synoptic {

enum class EndMark : uint8_t { kNone, kStop, kQuestion, kExclamation, kColon, kSemicolon, kComma };
inline constexpr std::size_t kEndMarks = 7;

// Closing brackets and quotation marks behind the mark are set aside; a dash counts as a colon.
// The semicolon of a text in Greek is a question mark, a raised dot its semicolon; the question
// mark of Armenian stands in the last sentence, not behind it. Example: end_mark("Τι είναι;") is
// kQuestion, end_mark("法。」") is kStop.
EndMark end_mark(std::string_view utf8);

// A mark of that class anywhere.
bool has_question_mark(std::string_view utf8);

}  // namespace synoptic
