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
    open_.push_back({kind, 0, false});
    if (kind == DocxTag::kOther) return;
    const std::string_view value = tag.local_attribute("val");
    if (!begin_structure(kind, tag, value) && !begin_property(kind, value)) {
      begin_content(kind, tag);
    }
  }

  void end(std::string_view) {
    const DocxOpen closed = open_.back();
    open_.pop_back();
    muted_ -= closed.mutes;
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
      case DocxTag::kDrawing:
        if (story().drawings > 0) --story().drawings;
        break;
      case DocxTag::kSimpleField:
        if (muted_ == 0) story().fields.end();
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
    if (open_.empty() || muted_ > 0) return;
    const DocxTag tag = open_.back().tag;
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
  // The tag around the one that is open, n steps out.
  DocxTag outside(std::size_t n) const {
    return open_.size() > n ? open_[open_.size() - 1 - n].tag : DocxTag::kOther;
  }
  void mute(DocxOpen& open) {
    ++open.mutes;
    ++muted_;
  }
  // Mutes what is still to come in the nearest open element of that kind.
  void mute_nearest(DocxTag tag) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == tag) return mute(open_[i]);
    }
  }

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
      case DocxTag::kCell:
        ++story().cells;
        return true;
      case DocxTag::kChoice:
      case DocxTag::kFallback:
        if (open_.size() > 1 && std::exchange(open_[open_.size() - 2].taken, true)) {
          mute(open_.back());
        }
        return true;
      case DocxTag::kDrawing:
        ++story().drawings;
        mute(open_.back());
        return true;
      case DocxTag::kTextBox:
        begin_text_box();
        return true;
      case DocxTag::kRuby:
        mute(open_.back());
        return true;
      case DocxTag::kGallery:
        if (value == "Table of Contents") mute_nearest(DocxTag::kStructured);
        return true;
      case DocxTag::kNote:
        note_ = tag.local_attribute("id");
        return true;
      default:  // also what only others ask for: kRow, kTable, kStructured
        return false;
    }
  }

  // A change is around text, or a property: of a paragraph's mark, a row, a number.
  void begin_change(DocxTag kind) {
    const bool removed = (kind == DocxTag::kDeleted) != rejects();
    if (!removed) return;
    switch (outside(1)) {
      case DocxTag::kRunProperties:
        if (outside(2) == DocxTag::kParagraphProperties && !paragraphs_.empty()) {
          paragraphs_.back().mark_removed = true;
        }
        break;
      case DocxTag::kRowProperties:
        mute_nearest(DocxTag::kRow);
        break;
      case DocxTag::kNumbering:
        if (!paragraphs_.empty()) paragraphs_.back().properties.list = 0;
        break;
      default:
        mute(open_.back());
    }
  }

  void begin_paragraph() {
    DocxDraft draft;
    draft.number = ++count_;
    draft.unread = muted_ > 0;
    draft.contents = story().fields.in_contents();
    draft.in_cell = story().cells > 0;
    paragraphs_.push_back(std::move(draft));
    run_ = {};
  }

  void begin_text_box() {
    DocxStory box;
    box.muted_outside = muted_;
    box.run_outside = std::exchange(run_, {});
    muted_ -= story().drawings;
    stories_.push_back(std::move(box));
  }

  void end_text_box() {
    if (stories_.size() < 2) return;
    written_.flush(story().output);
    DocxStory box = std::move(stories_.back());
    stories_.pop_back();
    muted_ = box.muted_outside;
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
          mute(open_.back());
        } else if (!paragraphs_.empty()) {
          paragraphs_.back().properties = {};
        }
        return true;
      case DocxTag::kOldProperties:
        mute(open_.back());
        return true;
      case DocxTag::kParagraphProperties:
      case DocxTag::kRunProperties:
      case DocxTag::kRowProperties:
      case DocxTag::kCellProperties:
      case DocxTag::kNumbering:
        return true;
      case DocxTag::kCellMerge:
        if (value != "restart") mute_nearest(DocxTag::kCell);
        return true;
      case DocxTag::kCellDeleted:
        if (!rejects()) mute_nearest(DocxTag::kCell);
        return true;
      case DocxTag::kCellInserted:
        if (rejects()) mute_nearest(DocxTag::kCell);
        return true;
      default:
        return muted_ > 0 || paragraphs_.empty() ||
               set_property(paragraphs_.back().properties, kind, value) ||
               begin_run_property(kind, value);
    }
  }

  bool begin_run_property(DocxTag kind, std::string_view value) {
    const bool of_mark = outside(2) == DocxTag::kParagraphProperties;
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
    return !paragraphs_.empty() && muted_ == 0 && !paragraphs_.back().unread && !hidden() &&
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
    if (kind == DocxTag::kFieldCharacter && muted_ == 0) return begin_field_character(tag);
    if (kind == DocxTag::kSimpleField && muted_ == 0) {
      story().fields.begin();
      story().fields.instruction(tag.local_attribute("instr"));
      return story().fields.separate();
    }
    if (outside(1) != DocxTag::kRun) return;
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

  std::vector<DocxOpen> open_;
  std::vector<DocxStory> stories_;
  std::vector<DocxDraft> paragraphs_;  // those that are open, one inside a text box of the other
  DocxRun run_;
  std::string text_;  // of the element that is open
  std::string note_;  // id
  int muted_ = 0;
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
