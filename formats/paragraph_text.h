// Paragraphs of a word processor's document, put together to a text.
//
// Each becomes a line that starts a paragraph and whose number is the paragraph's, from 1, as the
// document counts them: also empty ones and those of tables and text boxes.  A label that the
// document computes is printed in front, set off by one blank, as the outline reads it.  A line
// break is a blank, but where it follows the end of a sentence or clause a new line, which the
// outline may join; a tab is a blank.  Text is put into NFC.
// Notes follow the paragraph that calls them and have its number.  A call is a raised figure ("¹"),
// or the mark in square brackets where it is no figure; the note begins with the same mark.
// Errors: Error with file, paragraph and what to do.  Threads: one object, one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

inline constexpr std::size_t kMostParagraphs = 500000;

struct Paragraph {
  uint32_t number = 0;  // 1-based paragraph of the source
  Role role = Role::kBody;
  uint8_t nesting = 0;  // as in Line
  TablePlace place = {};
  std::string label;  // computed; empty where there is none
  std::string text;   // '\n' is a line break
};

class ParagraphText {
 public:
  // `options` outlive it.
  ParagraphText(std::string file, const ReadOptions& options);

  // Paragraphs without label and text are dropped.
  void add(const Paragraph& paragraph);

  // `declared` is what the document says of its language; it counts where nothing else tells.
  Text finish(std::string_view declared) &&;

 private:
  void add_line(std::string_view text, const Paragraph& paragraph, bool first);

  const ReadOptions& options_;
  Text text_;
};

// How a note of that number or mark is called: "1" gives "¹", "iv" gives "[iv]".
std::string note_call(std::string_view mark);

// Figures as raised ones: "12" gives "¹²".  Empty where `text` is anything else.
std::string raised_figures(std::string_view text);

}  // namespace synoptic
