#include "text/spacing.h"

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr std::size_t kLeastLetters = 2;  // of a word on either side of a mark without its space

bool is_spaced_mark(char32_t c) {
  switch (c) {
    case ',':
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case 0xBB:    // »
    case 0x060C:  // ،
    case 0x061B:  // ؛
    case 0x061F:  // ؟
      return true;
    default:
      return false;
  }
}

bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

// Letters directly before `at`; a digit or sign of an address in the same token makes it 0.
std::size_t letters_before(std::string_view utf8, std::size_t at) {
  std::size_t letters = 0;
  while (at > 0) {
    const CodePoint c = code_point_before(utf8, at);
    if (!is_letter(c.value)) break;
    ++letters;
    at -= c.bytes;
  }
  const char32_t before = code_point_before(utf8, at).value;
  const bool in_name = is_digit(before) || before == '.' || before == '/' || before == '@' ||
                       before == ':' || before == '_';
  return in_name ? 0 : letters;
}

std::size_t letters_after(std::string_view utf8, std::size_t at) {
  std::size_t letters = 0;
  while (at < utf8.size()) {
    const CodePoint c = code_point_at(utf8, at);
    if (!is_letter(c.value)) break;
    ++letters;
    at += c.bytes;
  }
  const char32_t after = code_point_at(utf8, at).value;
  return after == '/' || after == '@' || after == '.' || after == '_' ? 0 : letters;
}

// "word,word", "end.Next"; "z.B.", "EU:n", "www.example.org" and "1,5" are not.
bool lacks_space_after(std::string_view utf8, std::size_t begin, std::size_t end, char32_t mark) {
  if (mark == 0xBB || mark == ':') return false;
  const char32_t after = code_point_at(utf8, end).value;
  if (!is_letter(after) || is_unspaced(after)) return false;
  if (letters_before(utf8, begin) < kLeastLetters || letters_after(utf8, end) < kLeastLetters) {
    return false;
  }
  if (is_upper(after) && is_upper(code_point_before(utf8, begin).value)) return false;  // ABC,DEF
  return mark != '.' || (is_upper(after) && is_lower(code_point_before(utf8, begin).value));
}

// Behind what ends a sentence two spaces are a habit of typists.
bool is_double_space(std::string_view utf8, std::size_t begin, std::size_t end) {
  if (begin + code_point_at(utf8, begin).bytes == end) return false;
  const char32_t before = code_point_before(utf8, begin).value;
  return is_word(before) && is_word(code_point_at(utf8, end).value);
}

// The run of blanks at `begin`; what it shows.
void add_blank(std::string_view utf8, std::size_t begin, std::size_t end,
               std::vector<SpacePlace>& found) {
  const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  const char32_t before = code_point_before(utf8, begin).value;
  const CodePoint mark = code_point_at(utf8, end);
  const char32_t after = code_point_at(utf8, end + mark.bytes).value;
  if (is_double_space(utf8, begin, end)) found.push_back({span, SpaceKind::kDouble, 0});
  const bool closes = mark.value == ')' || mark.value == ']';
  if (before == '(' || before == '[' || (closes && is_word(before))) {
    found.push_back({span, SpaceKind::kInsideBracket, closes ? mark.value : before});
  }
  const bool ends_word = is_word(before) || before == ')' || before == ']' || before == 0xBB;
  if (is_spaced_mark(mark.value) && ends_word && !is_word(after) && after != '.') {
    found.push_back({span, SpaceKind::kBefore, mark.value});
  }
}

}  // namespace

std::vector<SpacePlace> find_spacing(std::string_view utf8) {
  std::vector<SpacePlace> found;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    const std::size_t begin = at;
    at += c.bytes;
    if (is_blank(c.value)) {
      while (at < utf8.size()) {
        const CodePoint next = code_point_at(utf8, at);
        if (!is_blank(next.value)) break;
        at += next.bytes;
      }
      if (begin > 0) add_blank(utf8, begin, at, found);
    } else if (is_spaced_mark(c.value)) {
      const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
      const char32_t before = code_point_before(utf8, begin).value;
      if (lacks_space_after(utf8, begin, at, c.value)) {
        found.push_back({span, SpaceKind::kNoneAfter, c.value});
      }
      if (is_letter(before) && !is_word(code_point_at(utf8, at).value)) {
        found.push_back({span, SpaceKind::kNoneBefore, c.value});
      }
    }
  }
  return found;
}

std::vector<Span> find_half_width_marks(std::string_view utf8) {
  std::vector<Span> found;
  for (std::size_t at = utf8.find_first_of(",;:?!"); at != std::string_view::npos;
       at = utf8.find_first_of(",;:?!", at + 1)) {
    const char32_t before = code_point_before(utf8, at).value;
    const char32_t after = code_point_at(utf8, at + 1).value;
    if (is_unspaced(before) && is_unspaced(after) && before >= 0x2E80 && after >= 0x2E80) {
      found.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)});
    }
  }
  return found;
}

}  // namespace synoptic
