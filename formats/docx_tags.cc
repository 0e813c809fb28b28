#include "formats/docx_tags.h"

#include <unordered_map>

namespace synoptic {

DocxTag docx_tag(std::string_view name) {
  using enum DocxTag;
  static const std::unordered_map<std::string_view, DocxTag> tags = {
      {"AlternateContent", kAlternateContent},
      {"Choice", kChoice},
      {"Fallback", kFallback},
      {"br", kBreak},
      {"cellDel", kCellDeleted},
      {"cellIns", kCellInserted},
      {"cr", kBreak},
      {"del", kDeleted},
      {"delText", kDeletedText},
      {"docPartGallery", kGallery},
      {"drawing", kDrawing},
      {"endnote", kNote},
      {"endnoteReference", kEndnoteReference},
      {"fldChar", kFieldCharacter},
      {"fldSimple", kSimpleField},
      {"footnote", kNote},
      {"footnoteReference", kFootnoteReference},
      {"hMerge", kCellMerge},
      {"ilvl", kLevel},
      {"ins", kInserted},
      {"instrText", kFieldInstruction},
      {"moveFrom", kDeleted},
      {"moveTo", kInserted},
      {"noBreakHyphen", kNoBreakHyphen},
      {"numId", kList},
      {"numPr", kNumbering},
      {"numberingChange", kOldProperties},
      {"object", kDrawing},
      {"outlineLvl", kOutlineLevel},
      {"p", kParagraph},
      {"pPr", kParagraphProperties},
      {"pPrChange", kOldParagraphProperties},
      {"pStyle", kParagraphStyle},
      {"pict", kDrawing},
      {"ptab", kTab},
      {"r", kRun},
      {"rPr", kRunProperties},
      {"rPrChange", kOldProperties},
      {"rStyle", kRunStyle},
      {"rt", kRuby},
      {"sdt", kStructured},
      {"sym", kSymbol},
      {"t", kText},
      {"tab", kTab},
      {"tbl", kTable},
      {"tc", kCell},
      {"tcPr", kCellProperties},
      {"tcPrChange", kOldProperties},
      {"tr", kRow},
      {"trPr", kRowProperties},
      {"trPrChange", kOldProperties},
      {"txbxContent", kTextBox},
      {"vMerge", kCellMerge},
      {"vanish", kVanish},
      {"vertAlign", kVerticalAlignment},
  };
  const auto found = tags.find(name);
  return found == tags.end() ? kOther : found->second;
}

}  // namespace synoptic
