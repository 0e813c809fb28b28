#include "formats/docx_body.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "formats/docx_parts.h"
#include "formats/docx_story.h"
#include "formats/docx_tags.h"
#include "formats/number_word.h"
#include "formats/symbol_fonts.h"
#include "formats/table_counter.h"

namespace synoptic {

namespace {

constexpr std::string_view kNoBreakHyphen = "\u2011";

class BodyReader {
 public:
  BodyReader(const DocxContext& context, const DocxNoteTexts& notes, FieldTrust trust)
      : context_(context),
        trust_(trust),
        written_(context, trust),
        footnotes_(context.footnotes, notes.footnotes, context.language),
        endnotes_(context.endnotes, notes.endnotes, context.language) {
    stories_.emplace_back();
  }

  void begin(const XmlTag& tag) {
    const DocxTag kind = docx_tag(tag.name);
    nesting_.open.push_back({kind, 0, false});
    if (kind == DocxTag::kOther) return;
    const std::string_view value = tag.local_attribute("val");
    if (!begin_structure(kind, tag, value) && !begin_property(kind, value)) {
      begin_content(kind, tag);
    }
  }

  void end(std::string_view) {
    const DocxOpen closed = nesting_.open.back();
    nesting_.open.pop_back();
    nesting_.muted -= closed.mutes;
    switch (closed.tag) {
      case DocxTag::kParagraph:
        if (!paragraphs_.empty() && !in_drawing()) end_paragraph();
        break;
      case DocxTag::kText:
      case DocxTag::kDeletedText:
        end_text();
        break;
      case DocxTag::kFieldInstruction:
        story().fields.instruction(text_);
        text_.clear();
        break;
      case DocxTag::kCell:
        if (story().cells > 0) --story().cells;
        written_.flush(story().output);
        break;
      case DocxTag::kTable:
        tables_.end_table();
        break;
      case DocxTag::kDrawing:
        if (story().drawings > 0) --story().drawings;
        break;
      case DocxTag::kSimpleField:
        if (nesting_.muted == 0) story().fields.end();
        break;
      case DocxTag::kTextBox:
        end_text_box();
        break;
      case DocxTag::kNote:
        end_note();
        break;
      default:
        break;
    }
  }

  void text(std::string_view text) {
    if (nesting_.open.empty() || nesting_.muted > 0) return;
    const DocxTag tag = nesting_.open.back().tag;
    if (tag == DocxTag::kText || tag == DocxTag::kFieldInstruction ||
        (tag == DocxTag::kDeletedText && rejects())) {
      text_ += text;
    }
  }

  std::vector<Paragraph> finish() {
    written_.flush(story().output);
    return std::move(stories_.front().output.paragraphs);
  }

  bool fields_are_open() const { return stories_.front().fields.open() > 0; }

  DocxNotes notes;  // where the part holds notes

 private:
  bool rejects() const { return context_.changes == Changes::kRejected; }
  DocxStory& story() { return stories_.back(); }
  bool in_drawing() const { return stories_.back().drawings > 0; }

  // ---- elements that hold others ----

  bool begin_structure(DocxTag kind, const XmlTag& tag, std::string_view value) {
    switch (kind) {
      case DocxTag::kParagraph:
        if (!in_drawing()) begin_paragraph();
        return true;
      case DocxTag::kRun:
        run_ = {};
        return true;
      case DocxTag::kInserted:
      case DocxTag::kDeleted:
        begin_change(kind);
        return true;
      case DocxTag::kTable:
        tables_.begin_table();
        return true;
      case DocxTag::kRow:
        tables_.begin_row();
        return true;
      case DocxTag::kCell:
        ++story().cells;
        tables_.begin_cell(1);
        return true;
      case DocxTag::kChoice:
      case DocxTag::kFallback:
        if (nesting_.open.size() > 1 &&
            std::exchange(nesting_.open[nesting_.open.size() - 2].taken, true)) {
          nesting_.mute(nesting_.open.back());
        }
        return true;
      case DocxTag::kDrawing:
        ++story().drawings;
        nesting_.mute(nesting_.open.back());
        return true;
      case DocxTag::kTextBox:
        begin_text_box();
        return true;
      case DocxTag::kRuby:
        nesting_.mute(nesting_.open.back());
        return true;
      case DocxTag::kGallery:
        if (value == "Table of Contents") nesting_.mute_nearest(DocxTag::kStructured);
        return true;
      case DocxTag::kNote:
        note_ = tag.local_attribute("id");
        return true;
      default:  // also what only others ask for: kStructured
        return false;
    }
  }

  // A change is around text, or a property: of a paragraph's mark, a row, a number.
  void begin_change(DocxTag kind) {
    const bool removed = (kind == DocxTag::kDeleted) != rejects();
    if (!removed) return;
    switch (nesting_.outside(1)) {
      case DocxTag::kRunProperties:
        if (nesting_.outside(2) == DocxTag::kParagraphProperties && !paragraphs_.empty()) {
          paragraphs_.back().mark_removed = true;
        }
        break;
      case DocxTag::kRowProperties:
        nesting_.mute_nearest(DocxTag::kRow);
        break;
      case DocxTag::kNumbering:
        if (!paragraphs_.empty()) paragraphs_.back().properties.list = 0;
        break;
      default:
        nesting_.mute(nesting_.open.back());
    }
  }

  void begin_paragraph() {
    DocxDraft draft;
    draft.number = ++count_;
    draft.unread = nesting_.muted > 0;
    draft.contents = story().fields.in_contents();
    draft.in_cell = story().cells > 0;
    draft.place = tables_.place();
    paragraphs_.push_back(std::move(draft));
    run_ = {};
  }

  void begin_text_box() {
    DocxStory box;
    box.muted_outside = nesting_.muted;
    box.run_outside = std::exchange(run_, {});
    nesting_.muted -= story().drawings;
    stories_.push_back(std::move(box));
  }

  void end_text_box() {
    if (stories_.size() < 2) return;
    written_.flush(story().output);
    DocxStory box = std::move(stories_.back());
    stories_.pop_back();
    nesting_.muted = box.muted_outside;
    run_ = std::move(box.run_outside);
    std::vector<Paragraph>& to =
        paragraphs_.empty() ? story().output.paragraphs : paragraphs_.back().behind;
    std::move(box.output.paragraphs.begin(), box.output.paragraphs.end(), std::back_inserter(to));
  }

  void end_note() {
    written_.flush(story().output);
    std::vector<Paragraph> paragraphs = std::exchange(stories_.front().output.paragraphs, {});
    if (!note_.empty()) notes.emplace(std::exchange(note_, {}), std::move(paragraphs));
  }

  // ---- properties ----

  bool begin_property(DocxTag kind, std::string_view value) {
    switch (kind) {
      case DocxTag::kOldParagraphProperties:
        if (!rejects()) {
          nesting_.mute(nesting_.open.back());
        } else if (!paragraphs_.empty()) {
          paragraphs_.back().properties = {};
        }
        return true;
      case DocxTag::kOldProperties:
        nesting_.mute(nesting_.open.back());
        return true;
      case DocxTag::kParagraphProperties:
      case DocxTag::kRunProperties:
      case DocxTag::kRowProperties:
      case DocxTag::kCellProperties:
      case DocxTag::kNumbering:
        return true;
      case DocxTag::kCellMerge:
        if (value != "restart") nesting_.mute_nearest(DocxTag::kCell);
        return true;
      case DocxTag::kCellDeleted:
        if (!rejects()) nesting_.mute_nearest(DocxTag::kCell);
        return true;
      case DocxTag::kCellInserted:
        if (rejects()) nesting_.mute_nearest(DocxTag::kCell);
        return true;
      default:
        return nesting_.muted > 0 || paragraphs_.empty() ||
               set_property(paragraphs_.back().properties, kind, value) ||
               begin_run_property(kind, value);
    }
  }

  bool begin_run_property(DocxTag kind, std::string_view value) {
    const bool of_mark = nesting_.outside(2) == DocxTag::kParagraphProperties;
    switch (kind) {
      case DocxTag::kRunStyle:
        run_.style = value;
        return true;
      case DocxTag::kVanish:
        if (of_mark) {
          paragraphs_.back().mark_hidden = is_on(value);
        } else {
          run_.hidden = is_on(value);
        }
        return true;
      case DocxTag::kVerticalAlignment:
        if (!of_mark) run_.raised = value == "superscript";
        return true;
      default:
        return false;
    }
  }

  // ---- text ----

  // Whether text here is seen.
  bool seen() {
    return !paragraphs_.empty() && nesting_.muted == 0 && !paragraphs_.back().unread && !hidden() &&
           (trust_ == FieldTrust::kDamaged || story().fields.visible());
  }

  bool hidden() const {
    if (run_.hidden) return *run_.hidden;
    if (const DocxStyle* style = context_.styles.find(run_.style); style && style->hidden) {
      return *style->hidden;
    }
    return context_.styles.paragraph(paragraphs_.back().properties.style).hidden.value_or(false);
  }

  void append(std::string_view text) {
    if (seen()) paragraphs_.back().text += text;
  }

  void begin_content(DocxTag kind, const XmlTag& tag) {
    if (kind == DocxTag::kFieldCharacter && nesting_.muted == 0) return begin_field_character(tag);
    if (kind == DocxTag::kSimpleField && nesting_.muted == 0) {
      story().fields.begin();
      story().fields.instruction(tag.local_attribute("instr"));
      return story().fields.separate();
    }
    if (nesting_.outside(1) != DocxTag::kRun) return;
    switch (kind) {
      case DocxTag::kTab:
        return append("\t");
      case DocxTag::kBreak:
        return append("\n");
      case DocxTag::kNoBreakHyphen:
        return append(kNoBreakHyphen);
      case DocxTag::kSymbol:
        return append_symbol(tag);
      case DocxTag::kFootnoteReference:
        return call_note(tag, footnotes_);
      case DocxTag::kEndnoteReference:
        return call_note(tag, endnotes_);
      default:
        return;
    }
  }

  void begin_field_character(const XmlTag& tag) {
    const std::string_view type = tag.local_attribute("fldCharType");
    DocxFields& fields = story().fields;
    if (type == "begin") fields.begin();
    if (type == "separate") fields.separate();
    if (type == "end") fields.end();
    if (!paragraphs_.empty() && fields.in_contents()) paragraphs_.back().contents = true;
  }

  void append_symbol(const XmlTag& tag) {
    const std::string_view code = tag.local_attribute("char");
    unsigned value = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
    if (error == std::errc() && value > 0 && value <= 0xFFFF) {
      append(symbol_of(value, tag.local_attribute("font")));
    }
  }

  void end_text() {
    const std::string text = std::exchange(text_, {});
    const std::string raised = run_.raised ? raised_figures(text) : std::string();
    append(raised.empty() ? text : raised);
  }

  void call_note(const XmlTag& tag, DocxNoteCalls& calls) {
    if (!seen()) return;
    DocxDraft& draft = paragraphs_.back();
    const std::string_view own = tag.local_attribute("customMarkFollows");
    const auto mark =
        !own.empty() && is_on(own) ? DocxNoteCalls::Mark::kOwn : DocxNoteCalls::Mark::kCounted;
    draft.text +=
        calls.call(std::string(tag.local_attribute("id")), mark, draft.number, draft.behind);
  }

  // ---- paragraphs ----

  void end_paragraph() {
    DocxDraft draft = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (!draft.unread) written_.add(std::move(draft), story().output);
  }

  const DocxContext& context_;
  const FieldTrust trust_;
  DocxParagraphs written_;
  DocxNoteCalls footnotes_;
  DocxNoteCalls endnotes_;

  DocxNesting nesting_;
  std::vector<DocxStory> stories_;
  std::vector<DocxDraft> paragraphs_;  // those that are open, one inside a text box of the other
  DocxRun run_;
  TableCounter tables_;
  std::string text_;  // of the element that is open
  std::string note_;  // id
  uint32_t count_ = 0;
};

}  // namespace

DocxNotes read_docx_notes(std::string_view xml, const XmlSource& source,
                          const DocxContext& context) {
  const DocxNoteTexts none;  // a note calls no others
  BodyReader reader(context, none, FieldTrust::kBalanced);
  read_xml_with(xml, source, reader);
  return std::move(reader.notes);
}

std::vector<Paragraph> read_docx_body(std::string_view xml, const XmlSource& source,
                                      const DocxContext& context, const DocxNoteTexts& notes) {
  BodyReader reader(context, notes, FieldTrust::kBalanced);
  read_xml_with(xml, source, reader);
  if (!reader.fields_are_open()) return reader.finish();
  // A field without end hides all that follows: then instructions are told from text by their tags
  // alone.
  BodyReader careful(context, notes, FieldTrust::kDamaged);
  read_xml_with(xml, source, careful);
  return careful.finish();
}

}  // namespace synoptic
