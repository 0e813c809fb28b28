// The paragraphs of a part of a Word document that holds text: the document, its notes.
//
// Method: one pass over the tags.  Open elements stand on a stack; those whose text is not to be
// read (deleted, moved away, the older wording of an alternative, a table of contents) mute what is
// in them.  A text box is a story of its own, whose paragraphs come behind the one that holds it.
// A paragraph whose mark is deleted goes on in the next, which gives it number and style.
// Time: linear.  Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "formats/docx_notes.h"
#include "formats/docx_paragraphs.h"
#include "formats/paragraph_text.h"

namespace synoptic {

DocxNotes read_docx_notes(std::string_view xml, const XmlSource& source,
                          const DocxContext& context);

std::vector<Paragraph> read_docx_body(std::string_view xml, const XmlSource& source,
                                      const DocxContext& context, const DocxNoteTexts& notes);

}  // namespace synoptic
