#include "formats/plain_text.h"

#include <algorithm>
#include <utility>

#include "formats/decoded_file.h"
#include "formats/page_furniture.h"
#include "formats/physical_lines.h"
#include "formats/wrapping.h"
#include "text/error.h"
#include "text/language.h"
#include "text/messages.h"

namespace synoptic {
namespace {

constexpr double kLeastConfidence = 0.3;  // below it a language is not named
// Blank lines alone tell of a page break where they are so many more than between paragraphs.
constexpr uint16_t kPageGap = 4;

// Blank lines between paragraphs, as most paragraphs have them.
uint16_t usual_gap(const std::vector<Line>& lines) {
  std::vector<uint16_t> gaps;
  for (const Line& line : lines) {
    if (line.blank_before > 0) gaps.push_back(line.blank_before);
  }
  if (gaps.empty()) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

void mark_page_gaps(std::vector<Line>& lines) {
  const uint16_t least = static_cast<uint16_t>(std::max<int>(kPageGap, usual_gap(lines) + 3));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].blank_before >= least) lines[i].page_break_before = true;
  }
}

// A clause is read as a whole by everything that follows: one of a hundred megabytes is no clause.
void refuse_long_lines(const Text& text, const ReadOptions& options) {
  for (const Line& line : text.lines) {
    if (line.span.size() <= options.most_line_bytes) continue;
    throw Error({text.file, say("line {line}", {{"line", std::to_string(line.number)}}),
                 say("the line is {bytes} bytes long, more than the limit of {limit}",
                     {{"bytes", std::to_string(line.span.size())},
                      {"limit", std::to_string(options.most_line_bytes)}}),
                 translate("break it into paragraphs, or raise the limit with --max-line-bytes")});
  }
}

}  // namespace

std::string language_of(const ReadOptions& options, std::string_view utf8) {
  if (!options.language.empty()) return options.language;
  LanguageGuess guess = identify_language(utf8);
  return guess.confidence >= kLeastConfidence ? std::move(guess.tag) : std::string();
}

Text read_plain_text(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  Decoded decoded = decode_file(bytes, name, options);
  Text text;
  text.file = name;
  text.encoding = std::move(decoded.encoding);
  text.replacements = replacements_of(decoded);
  text.bytes = text_of(decoded, name);
  text.lines = without_furniture(text.bytes, split_lines(text.bytes));
  if (text.lines.empty()) {
    throw Error({name, "", translate("it is empty but for white space"),
                 translate("check that it was saved")});
  }
  refuse_long_lines(text, options);
  mark_page_gaps(text.lines);
  text.hard_wrapped = is_hard_wrapped(text.bytes, text.lines);
  text.language = language_of(options, text.bytes);
  return text;
}

}  // namespace synoptic
