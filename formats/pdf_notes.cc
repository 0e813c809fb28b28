#include "formats/pdf_notes.h"

#include <algorithm>

#include "formats/paragraph_text.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Parts of what the plain text measures.
constexpr float kSmall = 0.94f;
constexpr std::size_t kMostMarkCharacters = 4;
constexpr std::size_t kLinesNearMark = 40;  // of a note; a table of small type is longer

bool is_symbol(char32_t c) {
  return c == '*' || c == '#' || c == 0x2020 || c == 0x2021 || c == 0xA7 || c == 0xB6;
}

bool is_bracket(char32_t c) { return c == '(' || c == ')' || c == '[' || c == ']' || c == '.'; }

// "3" of "[3]", "3." and "3"; "**" of itself; empty for words.
std::string mark_of(std::string_view word) {
  std::string mark;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < word.size(); ++characters) {
    const CodePoint c = code_point_at(word, at);
    const std::string_view character = word.substr(at, c.bytes);
    at += c.bytes;
    if (is_bracket(c.value)) continue;
    if (!is_digit(c.value) && !is_symbol(c.value)) return {};
    mark += character;
  }
  return characters > kMostMarkCharacters ? std::string() : mark;
}

bool is_small(const PdfLine& line, const PdfMeasure& measure) {
  return line.height < kSmall * measure.height && !line.is_cell;
}

bool same_page(const PdfLine& a, const PdfLine& b) { return a.page == b.page; }

class NoteFinder {
 public:
  NoteFinder(std::vector<PdfLine>& lines, const PdfMeasure& measure)
      : lines_(lines), measure_(measure) {}

  void run() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && same_page(lines_[begin], lines_[end])) ++end;
      read_page(begin, end);
      begin = end;
    }
  }

 private:
  void read_page(std::size_t begin, std::size_t end) {
    const bool has_text = std::any_of(
        at(begin), at(end), [&](const PdfLine& line) { return !is_small(line, measure_); });
    bool found = false;
    for (std::size_t from = begin; has_text && from < end;) {
      std::size_t to = from + 1;
      while (to < end && lines_[from].region == lines_[to].region) ++to;
      // Under columns the notes of the whole page stand in an area of their own.
      found |= read_region(from, to, to == end);
      from = to;
    }
    open_ = found;
  }

  // True where there are notes.
  bool read_region(std::size_t begin, std::size_t end, bool last) {
    std::size_t first = end;
    while (first > begin && is_small(lines_[first - 1], measure_)) --first;
    if (first == end || (first == begin && !last)) return false;
    // A note that goes on from the page before has no mark.
    std::size_t note = first;
    while (note < end && note_mark(lines_[note]).empty()) ++note;
    if (note == end && !open_) return false;
    if (note > first && !open_) first = note;
    if (end - first > kLinesNearMark) return false;
    for (std::size_t i = first; i < end; ++i) lines_[i].is_note = true;
    return true;
  }

  std::vector<PdfLine>::iterator at(std::size_t i) {
    return lines_.begin() + static_cast<std::ptrdiff_t>(i);
  }

  std::vector<PdfLine>& lines_;
  const PdfMeasure& measure_;
  bool open_ = false;  // the page before has notes
};

}  // namespace

std::string note_mark(const PdfLine& line) {
  return line.words.size() < 2 ? std::string() : mark_of(line.words.front().text);
}

Span note_call_in(std::string_view text, const std::string& mark) {
  const auto span = [](std::size_t begin, std::size_t size) {
    return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + size)};
  };
  const std::string raised = raised_figures(mark);
  for (const std::string& wanted : {raised, mark}) {
    if (wanted.empty()) continue;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos;
         at = text.find(wanted, at + 1)) {
      const char32_t before = code_point_before(text, at).value;
      const char32_t after = code_point_at(text, at + wanted.size()).value;
      if (is_digit(after) || is_letter(after)) continue;
      // A number behind "(", "-" or "/" is part of what is said.
      const bool behind_word = is_letter(before) || ends_clause(before) || is_symbol(before);
      if (wanted == raised || behind_word) return span(at, wanted.size());
    }
  }
  return {};
}

void mark_notes(std::vector<PdfLine>& lines, const PdfMeasure& measure) {
  NoteFinder(lines, measure).run();
}

}  // namespace synoptic
