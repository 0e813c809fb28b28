// Where the reading of a Word document stands.  Plain values.
#pragma once

#include <optional>
#include <string>

#include "formats/docx_fields.h"
#include "formats/docx_paragraphs.h"
#include "formats/docx_tags.h"

namespace synoptic {

struct DocxRun {
  std::string style;
  std::optional<bool> hidden;
  bool raised = false;
};

struct DocxOpen {
  DocxTag tag = DocxTag::kOther;
  int mutes = 0;       // how much it added to BodyReader::muted_
  bool taken = false;  // of an AlternateContent, a Choice
};

// What is read on its own: the part, or a text box in it.
struct DocxStory {
  DocxOutput output;
  DocxFields fields;
  int muted_outside = 0;
  DocxRun run_outside;
  int cells = 0;
  int drawings = 0;
};

}  // namespace synoptic
