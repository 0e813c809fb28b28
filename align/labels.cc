#include "align/labels.h"

#include "align/label_parts.h"
#include "text/characters.h"

namespace synoptic {

namespace {

void mark_alone(std::string_view line, std::vector<LabelReading>& readings) {
  for (LabelReading& reading : readings) {
    reading.alone = skip_blanks(line, reading.printed.end) >= line.size();
  }
}

// Behind "**" of "**Art. 5", as some texts print bold type.
std::size_t skip_emphasis(std::string_view line, std::size_t begin) {
  std::size_t at = begin;
  while (at < line.size() && line[at] == '*') ++at;
  return is_letter(code_point_at(line, at).value) ? at : begin;
}

}  // namespace

LabelReader::LabelReader(const Convention& convention, const std::vector<LabelPattern>& learnt)
    : convention_(convention), patterns_(convention.patterns, learnt) {}

std::vector<LabelReading> LabelReader::read(std::string_view line) {
  std::vector<LabelReading> readings;
  std::size_t begin = skip_blanks(line, 0);
  if (begin >= line.size()) return readings;
  const CodePoint first = code_point_at(line, begin);
  const LineContext context{line, convention_, readings};
  const std::size_t word = skip_emphasis(line, begin);
  read_word_labels(context, patterns_.patterns_at(line, word), word);
  for (LabelReading& reading : readings) reading.printed.begin = static_cast<uint32_t>(begin);
  // Three letters in a row are a word, unless they are a numeral or one letter ("iii", "الف").
  const CodePoint second = code_point_at(line, begin + first.bytes);
  const CodePoint third = code_point_at(line, begin + first.bytes + second.bytes);
  const bool is_word = is_letter(first.value) && is_letter(second.value) &&
                       is_letter(third.value) && !is_unspaced(first.value);
  if (!is_word || !read_ordinals(line, begin, convention_).empty()) read_bare_label(context, begin);
  read_bullet(context, begin);
  mark_alone(line, readings);
  return readings;
}

void read_implicit_labels(std::string_view line, const Convention& convention,
                          const std::vector<LabelPattern>& learnt,
                          std::vector<LabelReading>& readings) {
  const std::size_t begin = skip_blanks(line, 0);
  const LineContext context{line, convention, readings};
  for (const LabelPattern& pattern : learnt) read_implicit_label(context, pattern, begin);
  mark_alone(line, readings);
}

}  // namespace synoptic
