// Paragraphs of a format that knows its paragraphs, put together as a reader walks through it.
//
// White space inside a paragraph is collapsed as browsers do it (ASCII alone: U+00A0 stays), soft
// hyphens go.  A label waits for the text that it stands in front of, whatever elements lie
// between; where the next label comes first it stands alone on a line.  Notes wait for the end of
// the paragraph that calls them. Threads: a value. Example: label("(a)", 3), text("  fish\n", 3),
// end_paragraph() give the line "(a) fish".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

class ParagraphWriter {
 public:
  // `line` is that of the source, 1-based, on which the text begins.
  void text(std::string_view utf8, uint32_t line);

  // `printed` in front of the next text.
  void label(std::string printed, uint32_t line, std::string alias = {});

  // Where the paragraphs from here on stand.
  void set_place(TablePlace place) { place_ = place; }

  // The next paragraph begins an item, in `lists` of them.
  void begin_item(std::size_t lists);

  // Of the paragraph that is being written, else of the next.
  void set_role(Role role) { open_.back().role = role; }
  void set_alias(std::string alias) { open_.back().alias = std::move(alias); }

  bool has_text() const { return open_.back().begun; }
  bool has_label() const { return !open_.back().label.empty(); }

  // The text goes on in a new line: in the same paragraph where a sentence plainly goes on or the
  // paragraph is a heading, else in a new one.
  void break_line() { open_.back().line_ended = open_.back().begun; }

  // Nothing is lost where there is no text yet: label, role and alias wait on.
  void end_paragraph();

  // A line of preformatted text, as it stands, behind `blank_before` blank lines.
  void preformatted(std::string_view utf8, uint32_t line, uint16_t blank_before);

  // What is written between belongs to a note of the paragraph around it.
  void begin_note();
  void end_note();

  // Throws Error where there is no text.  The language is the user's word, else what the text and
  // `stated` (by the format, often wrong; may be empty) say together.
  Text finish(const std::string& name, const ReadOptions& options, std::string stated);

 private:
  struct Paragraph {
    std::string text;
    std::string label;
    std::string label_alias;
    std::string alias;
    uint32_t line = 0;
    uint32_t label_line = 0;
    Role role = Role::kBody;
    bool begun = false;
    bool space = false;       // white space since the last character
    bool line_ended = false;  // break_line() since the last character
    std::vector<Line> notes;  // whole paragraphs, their spans in note_bytes_
  };

  void add(Paragraph& paragraph, std::string_view word, uint32_t line);
  void emit(Paragraph& paragraph);
  void emit_label(Paragraph& paragraph);
  void put(std::string_view utf8, Line line);

  TablePlace place_;
  uint8_t nesting_ = 0;             // of the item that begins
  std::vector<Paragraph> open_{1};  // the notes that are open stand behind the text
  Text text_;
  std::string note_bytes_;
  std::size_t preformatted_bytes_ = 0;
};

// White space within as one space, none around: the label that is read from several lines.
std::string on_one_line(std::string_view utf8);

// Digits as raised ones, the rest as it is: "3" of "10<sup>3</sup>", a call of a note.
std::string raised(std::string_view utf8);

}  // namespace synoptic
