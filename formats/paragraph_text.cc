#include "formats/paragraph_text.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/encoding.h"
#include "text/error.h"

namespace synoptic {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// What of `text` stands before its first line break that parts lines, tabs and other breaks as
// blanks; moves `text` behind it.
std::string take_line(std::string_view& text) {
  std::string line;
  while (!text.empty()) {
    const char c = text.front();
    if (c != '\t' && c != '\n' && c != '\r') {
      line += c;
      text.remove_prefix(1);
      continue;
    }
    while (!line.empty() && is_blank(line.back())) line.pop_back();
    bool breaks = false;
    while (!text.empty() &&
           (is_blank(text.front()) || text.front() == '\n' || text.front() == '\r')) {
      breaks = breaks || !is_blank(text.front());
      text.remove_prefix(1);
    }
    const char32_t before = code_point_before(line, line.size()).value;
    if (breaks && ends_clause(before) && before != ',') return line;
    const bool joined = breaks && is_unspaced(before) && is_unspaced(code_point_at(text, 0).value);
    if (!line.empty() && !text.empty() && !joined) line += ' ';
  }
  return line;
}

}  // namespace

ParagraphText::ParagraphText(std::string file, const ReadOptions& options) : options_(options) {
  text_.file = std::move(file);
  text_.encoding = "UTF-8";
}

void ParagraphText::add(const Paragraph& paragraph) {
  const std::string whole =
      paragraph.label.empty() ? paragraph.text : paragraph.label + ' ' + paragraph.text;
  std::string_view rest = whole;
  for (bool first = true; !rest.empty();) {
    const std::string line = to_nfc(take_line(rest));
    const std::string_view trimmed = trim(line);
    if (trimmed.empty()) continue;
    add_line(trimmed, paragraph, first);
    first = false;
  }
}

void ParagraphText::add_line(std::string_view text, const Paragraph& paragraph, bool first) {
  const auto refuse = [&](const std::string& why, const std::string& remedy) {
    throw Error({text_.file, "paragraph " + std::to_string(paragraph.number), why, remedy});
  };
  if (text.size() > options_.most_line_bytes) {
    refuse("the paragraph is " + std::to_string(text.size()) +
               " bytes long, more than the limit of " + std::to_string(options_.most_line_bytes),
           "break it into paragraphs, or raise the limit with --max-line-bytes");
  }
  if (text_.lines.size() >= kMostParagraphs) {
    refuse("the document has more than " + std::to_string(kMostParagraphs) + " paragraphs",
           "split the document");
  }
  Line line;
  line.span.begin = static_cast<uint32_t>(text_.bytes.size());
  text_.bytes += text;
  line.span.end = static_cast<uint32_t>(text_.bytes.size());
  text_.bytes += '\n';
  line.number = paragraph.number;
  line.role = paragraph.role;
  line.place = paragraph.place;
  line.starts_paragraph = first;
  line.nesting = first ? paragraph.nesting : uint8_t{0};
  text_.lines.push_back(line);
}

Text ParagraphText::finish(std::string_view declared) && {
  if (text_.lines.empty()) {
    throw Error({text_.file, "", "the document holds no text",
                 "check that it is the right one; pictures of text are not read"});
  }
  text_.language = language_of(options_, text_.bytes);
  if (text_.language.empty()) text_.language = declared;
  return std::move(text_);
}

std::string raised_figures(std::string_view text) {
  constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                        "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string raised;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    raised += kRaised[static_cast<std::size_t>(c - '0')];
  }
  return raised;
}

std::string note_call(std::string_view mark) {
  std::string raised = raised_figures(mark);
  return raised.empty() && !mark.empty() ? "[" + std::string(mark) + "]" : raised;
}

}  // namespace synoptic
