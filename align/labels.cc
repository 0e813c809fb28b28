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

}  // namespace

std::vector<LabelReading> read_labels(std::string_view line, const Convention& convention,
                                      const std::vector<LabelPattern>& learnt) {
  std::vector<LabelReading> readings;
  std::size_t begin = skip_blanks(line, 0);
  if (begin >= line.size()) return readings;
  const CodePoint first = code_point_at(line, begin);
  const LineContext context{line, convention, readings};
  for (const LabelPattern& pattern : convention.patterns) {
    read_word_label(context, pattern, begin);
  }
  for (const LabelPattern& pattern : learnt) read_word_label(context, pattern, begin);
  // Three letters in a row are a word, unless they are a numeral ("iii", "十一条").
  const CodePoint second = code_point_at(line, begin + first.bytes);
  const CodePoint third = code_point_at(line, begin + first.bytes + second.bytes);
  const bool word = is_letter(first.value) && is_letter(second.value) && is_letter(third.value) &&
                    !is_unspaced(first.value);
  if (!word || !numerals_at(line, begin).empty()) read_bare_label(context, begin);
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
