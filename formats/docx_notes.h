// Calls of footnotes and endnotes in a Word document, and the notes that they call.  Threads: one
// object, one thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "formats/paragraph_text.h"

namespace synoptic {

// How notes are numbered, as settings.xml says.
struct DocxNoteFormat {
  std::string format;  // text/number_formats.h
  int start = 1;
};

// The paragraphs of notes by their ids.
using DocxNotes = std::map<std::string, std::vector<Paragraph>>;

struct DocxNoteTexts {
  DocxNotes footnotes;
  DocxNotes endnotes;
};

// Those of one kind, in the order in which they are called.
class DocxNoteCalls {
 public:
  // `notes` outlive it; `language` is that of spelled numbers.
  DocxNoteCalls(DocxNoteFormat format, const DocxNotes& notes, std::string language);

  enum class Mark : uint8_t { kCounted, kOwn };  // an own mark is text, here and in the note

  // Gives what stands where the note `id` is called; adds the note, with the number of the
  // paragraph that calls it, to `behind`.
  std::string call(const std::string& id, Mark mark, uint32_t number,
                   std::vector<Paragraph>& behind);

 private:
  DocxNoteFormat format_;
  const DocxNotes& notes_;
  std::string language_;
  int next_;
};

}  // namespace synoptic
