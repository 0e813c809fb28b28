// Where the reading of a Word document stands.  Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

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
  int mutes = 0;       // how much it added to DocxNesting::muted
  bool taken = false;  // of an AlternateContent, a Choice
};

// The elements that are open, and whether what stands in them is read.
struct DocxNesting {
  std::vector<DocxOpen> open;
  int muted = 0;  // not read where it is over 0

  // The tag around the one that is open, n steps out.
  DocxTag outside(std::size_t n) const {
    return open.size() > n ? open[open.size() - 1 - n].tag : DocxTag::kOther;
  }
  // What is still to come in the element.
  void mute(DocxOpen& element) {
    ++element.mutes;
    ++muted;
  }
  // The same in the nearest open element of that kind.
  void mute_nearest(DocxTag tag) {
    for (std::size_t i = open.size(); i-- > 0;) {
      if (open[i].tag == tag) return mute(open[i]);
    }
  }
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
