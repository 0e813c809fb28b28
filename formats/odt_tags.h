// The elements of OpenDocument that matter for the text.  Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

enum class OdtTag : uint8_t {
  kOther,
  kCell,
  kChangeEnd,
  kChangePoint,
  kChangeStart,
  kChangedRegion,
  kConditional,  // seen or not by an attribute: hidden text, a section
  kDeletion,
  kHeading,
  kInsertion,
  kItem,
  kLineBreak,
  kList,
  kListHeader,
  kNote,
  kNoteCitation,
  kParagraph,
  kShape,  // holds paragraphs of its own: a frame, a text box, a drawing
  kSpaces,
  kSpan,
  kTable,
  kTableRow,
  kTab,
  kTrackedChanges,
  kUnread,  // tables of contents, comments, forms, what stands beside the text
};

// By the name without the prefix of its namespace.
OdtTag odt_tag(std::string_view name);

}  // namespace synoptic
