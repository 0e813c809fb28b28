#include "formats/docx_notes.h"

#include <utility>

#include "text/number_formats.h"

namespace synoptic {

DocxNoteCalls::DocxNoteCalls(DocxNoteFormat format, const DocxNotes& notes, std::string language)
    : format_(std::move(format)),
      notes_(notes),
      language_(std::move(language)),
      next_(format_.start) {}

std::string DocxNoteCalls::call(const std::string& id, Mark mark, uint32_t number,
                                std::vector<Paragraph>& behind) {
  std::string called;
  if (mark == Mark::kCounted) {
    called = note_call(format_number(static_cast<uint32_t>(next_++), format_.format, language_));
  }
  const auto note = notes_.find(id);
  if (note == notes_.end()) return called;
  bool first = true;
  for (Paragraph paragraph : note->second) {
    paragraph.number = number;
    paragraph.role = Role::kNote;
    if (std::exchange(first, false) && !called.empty()) {
      paragraph.text = called + ' ' + paragraph.text;
    }
    behind.push_back(std::move(paragraph));
  }
  return called;
}

}  // namespace synoptic
