#include "formats/odt_body.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "formats/number_word.h"
#include "formats/odt_lists.h"
#include "formats/odt_tags.h"
#include "formats/table_counter.h"

namespace synoptic {

namespace {

constexpr int kMostColumns = 1000;  // of a cell
constexpr int kMostSpaces = 100;    // in a row; a document may state any number

struct Draft {
  uint32_t number = 0;
  Role role = Role::kBody;
  uint8_t nesting = 0;
  TablePlace place;
  std::string label;
  std::string text;
  bool hidden = false;
  std::vector<Paragraph> behind;  // notes, text boxes
};

struct Open {
  OdtTag tag = OdtTag::kOther;
  bool mutes = false;
  bool reads = false;   // a paragraph
  bool hides = false;   // a span
  bool raised = false;  // likewise
};

// What is read on its own: the document, a text box or note in it.
struct Story {
  std::optional<Draft> draft;    // the paragraph that is open
  std::optional<Draft> carried;  // the beginning of the next
  std::string citation;          // of a note; put in front of its first paragraph
  bool note = false;
  std::vector<Paragraph> paragraphs;
};

// A tracked change.
struct Change {
  bool insertion = false;
  std::vector<std::string> deleted;  // paragraphs
};

class OdtBody {
 public:
  OdtBody(const OdtStyles& styles, const ReadOptions& options)
      : styles_(styles),
        rejects_(options.changes == Changes::kRejected),
        lists_(styles, options.language.empty() ? styles.language() : options.language) {
    stories_.emplace_back();
  }

  void begin(const XmlTag& tag) {
    if (tag.name == "body") in_body_ = true;
    open_.push_back({in_body_ ? odt_tag(tag.name) : OdtTag::kOther});
    Open& open = open_.back();
    if (open.tag == OdtTag::kOther) return;
    if (begin_change(open, tag)) return;
    begin_text(open, tag);
    if (open.mutes) ++muted_;
  }

  void end(std::string_view) {
    const Open closed = open_.back();
    open_.pop_back();
    if (closed.mutes) --muted_;
    if (closed.hides) --hidden_;
    if (closed.raised) --raised_;
    if (end_change(closed)) return;
    switch (closed.tag) {
      case OdtTag::kParagraph:
      case OdtTag::kHeading:
        if (closed.reads) end_paragraph();
        return;
      case OdtTag::kNoteCitation:
        return call_note();
      case OdtTag::kShape:
      case OdtTag::kNote:
        return end_story();
      case OdtTag::kList:
        return lists_.end_list();
      case OdtTag::kItem:
      case OdtTag::kListHeader:
        return lists_.end_item();
      case OdtTag::kCell:
        --cells_;
        return;
      case OdtTag::kTable:
        return tables_.end_table();
      default:
        return;
    }
  }

  void text(std::string_view text) {
    if (open_.empty()) return;
    if (open_.back().tag == OdtTag::kNoteCitation) {
      if (stories_.back().note) stories_.back().citation += text;
      return;
    }
    if (raised_ > 0) {
      if (const std::string raised = raised_figures(text); !raised.empty()) return append(raised);
    }
    // Line ends of the file are blanks.
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '\n', ' ');
    std::replace(plain.begin(), plain.end(), '\t', ' ');
    append(plain);
  }

  std::vector<Paragraph> finish() {
    flush_carried();
    return std::move(stories_.front().paragraphs);
  }

 private:
  Story& story() { return stories_.back(); }

  // ---- tracked changes ----

  // Whether the element is one of tracked changes, which are then dealt with.
  bool begin_change(Open& open, const XmlTag& tag) {
    switch (open.tag) {
      case OdtTag::kTrackedChanges:
        in_changes_ = true;
        return true;
      case OdtTag::kChangedRegion: {
        const std::string_view id = tag.attribute("xml:id");
        change_ = &changes_[std::string(id.empty() ? tag.local_attribute("id") : id)];
        return true;
      }
      case OdtTag::kInsertion:
        if (change_) change_->insertion = true;
        return true;
      case OdtTag::kDeletion:
        return true;
      case OdtTag::kChangeStart:
      case OdtTag::kChangeEnd:
        if (rejects_ && !in_changes_ && change_of(tag).insertion) {
          inserted_ += open.tag == OdtTag::kChangeStart ? 1 : inserted_ > 0 ? -1 : 0;
        }
        return true;
      case OdtTag::kChangePoint:
        if (rejects_ && !in_changes_) put_back(change_of(tag).deleted);
        return true;
      default:
        break;
    }
    if (!in_changes_) return false;
    if (open.tag == OdtTag::kUnread) {
      open.mutes = true;
      ++muted_;
    } else if (open.tag == OdtTag::kParagraph || open.tag == OdtTag::kHeading) {
      if (change_) change_->deleted.emplace_back();
    } else if (open.tag == OdtTag::kTab || open.tag == OdtTag::kSpaces) {
      append(" ");
    }
    return true;
  }

  bool end_change(const Open& closed) {
    if (closed.tag == OdtTag::kTrackedChanges) {
      in_changes_ = false;
      change_ = nullptr;
      return true;
    }
    return in_changes_;
  }

  const Change& change_of(const XmlTag& tag) {
    return changes_[std::string(tag.local_attribute("change-id"))];
  }

  // The first of the deleted paragraphs goes on in the one that is open, the last goes on behind.
  void put_back(const std::vector<std::string>& deleted) {
    if (!story().draft) return;
    story().draft = joined(std::move(*story().draft));
    for (std::size_t i = 0; i < deleted.size(); ++i) {
      if (i > 0) {
        Draft rest;
        rest.number = story().draft->number;
        rest.role = story().draft->role;
        write(*std::exchange(story().draft, std::move(rest)));
      }
      story().draft->text += deleted[i];
    }
  }

  // ---- text ----

  void begin_text(Open& open, const XmlTag& tag) {
    switch (open.tag) {
      case OdtTag::kParagraph:
      case OdtTag::kHeading:
        return begin_paragraph(open, tag);
      case OdtTag::kSpan:
        return begin_span(open, tag);
      case OdtTag::kTab:
        return append("\t");
      case OdtTag::kLineBreak:
        return append("\n");
      case OdtTag::kSpaces: {
        const int count = whole_number(tag.local_attribute("c")).value_or(1);
        return append(std::string(static_cast<std::size_t>(std::min(count, kMostSpaces)), ' '));
      }
      case OdtTag::kShape:
      case OdtTag::kNote:
        stories_.emplace_back();
        story().note = open.tag == OdtTag::kNote;
        return lists_.begin_story();
      case OdtTag::kList:
        return lists_.begin_list(tag);
      case OdtTag::kItem:
        return lists_.begin_item(tag, OdtLists::Item::kItem);
      case OdtTag::kListHeader:
        return lists_.begin_item(tag, OdtLists::Item::kHeader);
      case OdtTag::kTable:
        return tables_.begin_table();
      case OdtTag::kTableRow:
        return tables_.begin_row();
      case OdtTag::kCell: {
        ++cells_;
        const int columns = whole_number(tag.local_attribute("number-columns-spanned")).value_or(1);
        return tables_.begin_cell(static_cast<uint32_t>(std::clamp(columns, 1, kMostColumns)));
      }
      case OdtTag::kConditional:
        open.mutes =
            tag.local_attribute("is-hidden") == "true" || tag.local_attribute("display") == "none";
        return;
      case OdtTag::kUnread:
        open.mutes = true;
        return;
      default:
        return;
    }
  }

  void begin_span(Open& open, const XmlTag& tag) {
    const OdtStyle style =
        styles_.find(OdtFamily::kText, std::string(tag.local_attribute("style-name")));
    open.hides = style.hidden.value_or(false);
    open.raised = style.raised;
    hidden_ += open.hides ? 1 : 0;
    raised_ += open.raised ? 1 : 0;
  }

  void begin_paragraph(Open& open, const XmlTag& tag) {
    const bool in_note =
        std::any_of(stories_.begin(), stories_.end(), [](const Story& s) { return s.note; });
    if (!in_note) ++count_;
    if (muted_ > 0) return;
    const OdtStyle style =
        styles_.find(OdtFamily::kParagraph, std::string(tag.local_attribute("style-name")));
    Draft draft;
    draft.number = count_;
    draft.place = tables_.place();
    draft.hidden = style.hidden.value_or(false);
    if (!draft.hidden && inserted_ == 0) {
      draft.label = open.tag == OdtTag::kHeading ? lists_.heading_label(tag, style.list_style)
                                                 : lists_.label(style.list_style);
    }
    if (!draft.label.empty()) draft.nesting = static_cast<uint8_t>(lists_.depth());
    draft.role = in_note                        ? Role::kNote
                 : open.tag == OdtTag::kHeading ? Role::kHeading
                 : cells_ > 0                   ? Role::kCell
                 : !draft.label.empty()         ? Role::kItem
                                                : Role::kBody;
    draft.text = std::exchange(story().citation, {});
    if (!draft.text.empty()) draft.text = note_call(draft.text) + ' ';
    story().draft = std::move(draft);
    open.reads = true;
  }

  void append(std::string_view text) {
    if (muted_ > 0 || hidden_ > 0) return;
    if (in_changes_) {
      if (change_ && !change_->deleted.empty()) change_->deleted.back() += text;
      return;
    }
    if (inserted_ == 0 && story().draft && !story().draft->hidden) story().draft->text += text;
  }

  void end_paragraph() {
    std::optional<Draft> draft = std::exchange(story().draft, std::nullopt);
    if (!draft || draft->hidden) return;
    draft = joined(std::move(*draft));
    if (inserted_ > 0) {  // so is its end
      story().carried = std::move(draft);
      return;
    }
    write(std::move(*draft));
  }

  // With what was carried over to it.
  Draft joined(Draft draft) {
    std::optional<Draft> before = std::exchange(story().carried, std::nullopt);
    if (!before) return draft;
    before->text += draft.text;
    std::move(draft.behind.begin(), draft.behind.end(), std::back_inserter(before->behind));
    return std::move(*before);
  }

  void flush_carried() {
    if (auto draft = std::exchange(story().carried, std::nullopt)) write(std::move(*draft));
  }

  void write(Draft draft) {
    std::vector<Paragraph>& to = story().paragraphs;
    to.push_back({draft.number, draft.role, draft.nesting, draft.place, std::move(draft.label),
                  std::move(draft.text)});
    std::move(draft.behind.begin(), draft.behind.end(), std::back_inserter(to));
  }

  // Puts the mark of the note that is open where it is called.
  void call_note() {
    if (stories_.size() < 2 || muted_ > 0 || hidden_ > 0 || inserted_ > 0) return;
    std::optional<Draft>& caller = stories_[stories_.size() - 2].draft;
    if (caller && !caller->hidden) caller->text += note_call(story().citation);
  }

  void end_story() {
    if (stories_.size() < 2) return;
    flush_carried();
    Story closed = std::move(stories_.back());
    stories_.pop_back();
    lists_.end_story();
    if (closed.note && (inserted_ > 0 || hidden_ > 0)) return;
    std::vector<Paragraph>& to = story().draft ? story().draft->behind : story().paragraphs;
    std::move(closed.paragraphs.begin(), closed.paragraphs.end(), std::back_inserter(to));
  }

  const OdtStyles& styles_;
  const bool rejects_;
  OdtLists lists_;
  std::vector<Open> open_;
  std::vector<Story> stories_;
  std::map<std::string, Change> changes_;
  Change* change_ = nullptr;  // the one that is read
  bool in_body_ = false;
  bool in_changes_ = false;
  int inserted_ = 0;  // ranges of insertions that are open and are rejected
  int muted_ = 0;
  int hidden_ = 0;
  int raised_ = 0;
  int cells_ = 0;
  TableCounter tables_;
  uint32_t count_ = 0;
};

}  // namespace

std::vector<Paragraph> read_odt_body(std::string_view xml, const XmlSource& source,
                                     const OdtStyles& styles, const ReadOptions& options) {
  OdtBody reader(styles, options);
  read_xml_with(xml, source, reader);
  return reader.finish();
}

}  // namespace synoptic
