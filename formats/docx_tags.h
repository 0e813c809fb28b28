// The elements of WordprocessingML that matter for its text.  Threads: pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

enum class DocxTag : uint8_t {
  kOther,
  kAlternateContent,
  kBreak,
  kCell,
  kCellDeleted,
  kCellInserted,
  kCellMerge,
  kCellProperties,
  kChoice,
  kDeleted,
  kDeletedText,
  kDrawing,
  kEndnoteReference,
  kFallback,
  kFieldCharacter,
  kFieldInstruction,
  kFootnoteReference,
  kGallery,
  kInserted,
  kLevel,
  kList,
  kNoBreakHyphen,
  kNote,
  kNumbering,
  kOldParagraphProperties,
  kOldProperties,
  kOutlineLevel,
  kParagraph,
  kParagraphProperties,
  kParagraphStyle,
  kRow,
  kRowProperties,
  kRuby,  // the reading beside a word
  kRun,
  kRunProperties,
  kRunStyle,
  kSimpleField,
  kStructured,
  kSymbol,
  kTab,
  kTable,
  kText,
  kTextBox,
  kVanish,
  kVerticalAlignment,
};

// By the name without the prefix of its namespace.
DocxTag docx_tag(std::string_view name);

}  // namespace synoptic
