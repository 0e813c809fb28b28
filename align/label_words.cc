// The words of a label as a line prints them: white space optional, case and joiners ignored.
#include <string>

#include "align/label_parts.h"
#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

std::size_t skip_joiners(std::string_view line, std::size_t at) {
  while (at < line.size() && is_ignorable(code_point_at(line, at).value)) {
    at += code_point_at(line, at).bytes;
  }
  return at;
}

}  // namespace

bool is_blank(char32_t c) { return is_space(c) || is_ignorable(c) || c == 0x1361 || c == 0x180E; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const CodePoint c = code_point_at(line, at);
    if (!is_blank(c.value)) break;
    at += c.bytes;
  }
  return at;
}

bool folds_to_several(char32_t c) {
  return c == 0xDF || c == 0x130 || c == 0x1E9E || c == 0x587 || (c >= 0xFB00 && c <= 0xFB17);
}

std::size_t match_words(std::string_view line, std::size_t at, std::string_view folded,
                        int misprints) {
  std::size_t i = at;
  std::size_t j = 0;
  while (j < folded.size()) {
    const CodePoint want = code_point_at(folded, j);
    if (is_blank(want.value)) {
      j += want.bytes;
      continue;
    }
    const std::size_t here = skip_blanks(line, i);
    // White space is optional, but only where the pattern has it, or where words touch anyway;
    // joiners may stand anywhere.
    if (skip_joiners(line, i) < here && j > 0 && !is_blank(code_point_before(folded, j).value) &&
        is_letter(want.value) && !is_unspaced(want.value)) {
      return 0;
    }
    const CodePoint have = code_point_at(line, here);
    if (have.bytes > 0 && fold_character(have.value) == want.value) {
      i = here + have.bytes;
      j += want.bytes;
      continue;
    }
    if (folds_to_several(have.value)) {
      const std::string letters = fold(line.substr(here, have.bytes));
      if (folded.substr(j).starts_with(letters)) {
        i = here + have.bytes;
        j += letters.size();
        continue;
      }
    }
    if (misprints == 0) return 0;
    // One letter missing, wrong, or too many.
    for (const auto& [line_step, word_step] : {std::pair{have.bytes, want.bytes},
                                               {std::size_t{0}, want.bytes},
                                               {have.bytes, std::size_t{0}}}) {
      const std::size_t next = here + line_step;
      const std::string_view left = folded.substr(j + word_step);
      if (left.empty()) return next > at ? next - at : 0;
      const std::size_t bytes = match_words(line, next, left, misprints - 1);
      if (bytes > 0) return next + bytes - at;
    }
    return 0;
  }
  return i - at;
}
}  // namespace synoptic
