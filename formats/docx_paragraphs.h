// The paragraphs of a Word document as they come to an end: numbered, told what they are, and put
// together where their marks are deleted or hidden.  Threads: one object, one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "formats/docx_notes.h"
#include "formats/docx_numbering.h"
#include "formats/docx_styles.h"
#include "formats/docx_tags.h"
#include "formats/paragraph_text.h"

namespace synoptic {

// What the paragraphs of a part need of the others.  All outlive the reading.
struct DocxContext {
  const DocxStyles& styles;
  const DocxNumbering& numbering;
  Changes changes;
  std::string language;  // of spelled numbers
  DocxNoteFormat footnotes = {"decimal"};
  DocxNoteFormat endnotes = {"lowerRoman"};
};

// What a paragraph says of itself, without its style.
struct DocxProperties {
  std::string style;
  std::optional<int> list;
  std::optional<int> level;
  std::optional<int> outline_level;
};

// A paragraph while it is read.
struct DocxDraft {
  uint32_t number = 0;
  DocxProperties properties;
  std::string text;
  bool unread = false;        // all of it is muted
  bool mark_removed = false;  // it goes on in the next, which counts
  bool mark_hidden = false;   // it goes on in the next, and counts itself
  bool contents = false;      // an entry of a table of contents began here
  bool in_cell = false;
  TablePlace place;
  std::vector<Paragraph> behind;  // notes, text boxes
};

// Whether the tag sets one of them to `value`.
bool set_property(DocxProperties& properties, DocxTag tag, std::string_view value);

// Where finished paragraphs go.
struct DocxOutput {
  std::optional<DocxDraft> carried;  // the beginning of the next paragraph
  std::vector<Paragraph> paragraphs;
};

// Whether the fields of a part all end, so that a table of contents can be told by its field.
enum class FieldTrust { kBalanced, kDamaged };

class DocxParagraphs {
 public:
  // `context` outlives it.
  DocxParagraphs(const DocxContext& context, FieldTrust trust);

  void add(DocxDraft draft, DocxOutput& to);
  // At the end of a cell, a text box, a part: nothing goes on there.
  void flush(DocxOutput& to);

 private:
  void write(DocxDraft draft, DocxOutput& to);
  void number(Paragraph& paragraph, const DocxProperties& properties, const DocxStyle& style);

  const DocxContext& context_;
  const FieldTrust trust_;
  DocxCounters counters_;
};

}  // namespace synoptic
