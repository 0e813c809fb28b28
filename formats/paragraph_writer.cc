#include "formats/paragraph_writer.h"

#include <algorithm>
#include <utility>

#include "formats/wrapping.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/error.h"
#include "text/language.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c < 0; });
}

// Whether a sentence plainly goes on from one line into the next.
bool goes_on(std::string_view before, std::string_view after) {
  const char32_t last = code_point_before(before, before.size()).value;
  if (ends_sentence(last) || last == ';' || last == ':') return false;
  return is_lower(code_point_at(after, 0).value);
}

void remove_soft_hyphens(std::string& text) {
  for (std::size_t at = text.find(kSoftHyphen); at != std::string::npos;
       at = text.find(kSoftHyphen, at)) {
    text.erase(at, kSoftHyphen.size());
  }
}

}  // namespace

void ParagraphWriter::text(std::string_view utf8, uint32_t line) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (is_blank(utf8[at])) {
      line += utf8[at] == '\n';
      open_.back().space = true;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < utf8.size() && !is_blank(utf8[at])) ++at;
    add(open_.back(), utf8.substr(begin, at - begin), line);
  }
}

void ParagraphWriter::add(Paragraph& paragraph, std::string_view word, uint32_t line) {
  if (paragraph.line_ended) {
    paragraph.line_ended = false;
    if (paragraph.role == Role::kHeading || goes_on(paragraph.text, word)) {
      paragraph.space = true;
    } else {
      const Role role = paragraph.role;
      const std::string alias = paragraph.alias;
      end_paragraph();
      paragraph.role = role;
      paragraph.alias = alias;
    }
  }
  if (!paragraph.begun) {
    if (trim(word).empty()) return;  // no-break spaces before the text
    paragraph.begun = true;
    paragraph.line = paragraph.label.empty() ? line : paragraph.label_line;
    if (!paragraph.label.empty()) {
      paragraph.text = std::exchange(paragraph.label, {}) + ' ';
      if (!paragraph.label_alias.empty()) paragraph.alias = paragraph.label_alias;
    }
  } else if (paragraph.space) {
    paragraph.text += ' ';
  }
  paragraph.space = false;
  paragraph.text += word;
}

void ParagraphWriter::label(std::string printed, uint32_t line, std::string alias) {
  end_paragraph();
  Paragraph& paragraph = open_.back();
  emit_label(paragraph);
  paragraph.label = std::move(printed);
  paragraph.label_line = line;
  paragraph.label_alias = std::move(alias);
}

void ParagraphWriter::begin_item(std::size_t lists) {
  end_paragraph();
  nesting_ = static_cast<uint8_t>(std::min<std::size_t>(lists, UINT8_MAX));
}

void ParagraphWriter::emit_label(Paragraph& paragraph) {
  if (paragraph.label.empty()) return;
  paragraph.text = std::exchange(paragraph.label, {});
  paragraph.line = paragraph.label_line;
  paragraph.alias = std::exchange(paragraph.label_alias, {});
  emit(paragraph);
}

void ParagraphWriter::end_paragraph() {
  Paragraph& paragraph = open_.back();
  paragraph.space = false;
  paragraph.line_ended = false;
  if (paragraph.begun) emit(paragraph);
}

void ParagraphWriter::emit(Paragraph& paragraph) {
  remove_soft_hyphens(paragraph.text);
  Line line;
  line.number = paragraph.line;
  line.starts_paragraph = true;
  line.nesting = std::exchange(nesting_, uint8_t{0});
  line.place = place_;
  line.role = open_.size() > 1 ? Role::kNote : paragraph.role;
  line.alias = std::move(paragraph.alias);
  const std::string text = std::exchange(paragraph.text, {});
  if (open_.size() > 1) {
    const auto begin = static_cast<uint32_t>(note_bytes_.size());
    note_bytes_ += text;
    line.span = {begin, static_cast<uint32_t>(note_bytes_.size())};
    open_.front().notes.push_back(std::move(line));
  } else {
    put(text, std::move(line));
    for (Line& note : std::exchange(paragraph.notes, {})) {
      const Span span = note.span;
      put(slice(note_bytes_, span), std::move(note));
    }
    note_bytes_.clear();
  }
  paragraph.alias.clear();
  paragraph.role = Role::kBody;
  paragraph.begun = false;
  paragraph.label_alias.clear();
}

void ParagraphWriter::put(std::string_view utf8, Line line) {
  const std::string normal = is_ascii(utf8) ? std::string(utf8) : to_nfc(utf8);
  const std::string_view trimmed = trim(normal);
  if (trimmed.empty()) return;
  if (!text_.bytes.empty()) text_.bytes += '\n';
  line.span.begin = static_cast<uint32_t>(text_.bytes.size());
  text_.bytes += trimmed;
  line.span.end = static_cast<uint32_t>(text_.bytes.size());
  text_.lines.push_back(std::move(line));
}

void ParagraphWriter::preformatted(std::string_view utf8, uint32_t number, uint16_t blank_before) {
  if (open_.size() > 1 || has_label()) {
    text(utf8, number);
    return end_paragraph();
  }
  end_paragraph();
  Line line;
  line.number = number;
  line.blank_before = blank_before;
  line.indent = static_cast<uint16_t>(
      std::min<std::size_t>(std::min(utf8.find_first_not_of(' '), utf8.size()), UINT16_MAX));
  preformatted_bytes_ += utf8.size();
  put(utf8, std::move(line));
}

void ParagraphWriter::begin_note() { open_.emplace_back(); }

void ParagraphWriter::end_note() {
  if (open_.size() == 1) return;
  end_paragraph();
  emit_label(open_.back());
  open_.pop_back();
  if (open_.size() == 1 && !open_.front().begun) {
    // A note that no text calls, as between two paragraphs.
    for (Line& note : std::exchange(open_.front().notes, {})) {
      const Span span = note.span;
      put(slice(note_bytes_, span), std::move(note));
    }
    note_bytes_.clear();
  }
}

Text ParagraphWriter::finish(const std::string& name, const ReadOptions& options,
                             std::string stated) {
  while (open_.size() > 1) end_note();
  end_paragraph();
  emit_label(open_.back());
  if (text_.lines.empty()) {
    throw Error({name, "", "it holds no text", "check that it is the file you mean"});
  }
  text_.file = name;
  if (2 * preformatted_bytes_ > text_.bytes.size()) {
    text_.hard_wrapped = is_hard_wrapped(text_.bytes, text_.lines);
  }
  text_.stated_language = std::move(stated);
  text_.language = options.language.empty()
                       ? weigh_language(identify_language(text_.bytes), text_.bytes.size(),
                                        text_.stated_language)
                       : options.language;
  return std::move(text_);
}

std::string on_one_line(std::string_view utf8) {
  std::string line;
  for (const char c : utf8) {
    if (!is_blank(c)) line += c;
    if (is_blank(c) && !line.empty() && line.back() != ' ') line += ' ';
  }
  return std::string(trim(line));
}

std::string raised(std::string_view utf8) {
  constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string made;
  for (const char c : utf8) {
    if (c >= '0' && c <= '9') {
      made += kRaised[c - '0'];
    } else {
      made += c;
    }
  }
  return made;
}

}  // namespace synoptic
