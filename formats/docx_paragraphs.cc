#include "formats/docx_paragraphs.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "formats/number_word.h"

namespace synoptic {

namespace {

bool is_contents_style(std::string_view name) {
  std::string lower(name.substr(0, 12));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower.starts_with("toc ");
}

bool is_heading_style(std::string_view name) {
  return name == "Title" || name == "Subtitle" || name == "title" || name == "subtitle";
}

Role role_of(const DocxDraft& draft, const DocxStyle& style, bool labelled) {
  constexpr int kBodyLevel = 9;
  const auto outline =
      draft.properties.outline_level ? draft.properties.outline_level : style.outline_level;
  if ((outline && *outline < kBodyLevel) || is_heading_style(style.name)) return Role::kHeading;
  if (draft.in_cell) return Role::kCell;
  return labelled ? Role::kItem : Role::kBody;
}

// `draft` with what was carried over from `before`.
void join(DocxDraft& draft, DocxDraft before) {
  if (before.mark_hidden) draft.properties = std::move(before.properties);
  draft.number = before.number;
  draft.text.insert(0, before.text);
  draft.contents = draft.contents && before.contents;
  draft.behind.insert(draft.behind.begin(), std::move_iterator(before.behind.begin()),
                      std::move_iterator(before.behind.end()));
}

}  // namespace

bool set_property(DocxProperties& properties, DocxTag tag, std::string_view value) {
  switch (tag) {
    case DocxTag::kParagraphStyle:
      properties.style = value;
      return true;
    case DocxTag::kOutlineLevel:
      properties.outline_level = whole_number(value);
      return true;
    case DocxTag::kList:
      if (properties.list != 0) properties.list = whole_number(value);
      return true;
    case DocxTag::kLevel:
      properties.level = whole_number(value);
      return true;
    default:
      return false;
  }
}

DocxParagraphs::DocxParagraphs(const DocxContext& context, FieldTrust trust)
    : context_(context), trust_(trust), counters_(context.numbering, context.language) {}

void DocxParagraphs::add(DocxDraft draft, DocxOutput& to) {
  if (auto before = std::exchange(to.carried, std::nullopt)) join(draft, std::move(*before));
  if (draft.mark_removed) draft.mark_hidden = false;
  const bool unseen = draft.mark_hidden && draft.text.empty() && draft.behind.empty();
  if (draft.mark_removed || draft.mark_hidden) {
    if (!unseen) to.carried = std::move(draft);
    return;
  }
  write(std::move(draft), to);
}

void DocxParagraphs::flush(DocxOutput& to) {
  auto draft = std::exchange(to.carried, std::nullopt);
  if (draft && (!draft->text.empty() || !draft->behind.empty())) write(std::move(*draft), to);
}

void DocxParagraphs::write(DocxDraft draft, DocxOutput& to) {
  const DocxStyle& style = context_.styles.paragraph(draft.properties.style);
  const bool emptied = draft.contents && trust_ == FieldTrust::kBalanced && draft.text.empty();
  if (emptied || is_contents_style(style.name)) return;
  Paragraph paragraph;
  paragraph.number = draft.number;
  paragraph.place = draft.place;
  number(paragraph, draft.properties, style);
  paragraph.role = role_of(draft, style, !paragraph.label.empty());
  paragraph.text = std::move(draft.text);
  to.paragraphs.push_back(std::move(paragraph));
  std::move(draft.behind.begin(), draft.behind.end(), std::back_inserter(to.paragraphs));
}

void DocxParagraphs::number(Paragraph& paragraph, const DocxProperties& properties,
                            const DocxStyle& style) {
  const int id = properties.list ? *properties.list : style.list.value_or(0);
  const DocxList* list = id == 0 ? nullptr : context_.numbering.list(id);
  if (list == nullptr) return;
  int level = properties.level.value_or(0);
  if (!properties.level && !properties.list) {
    const auto linked = context_.numbering.level_of_style(*list, style.list_style);
    level = linked ? static_cast<int>(*linked) : style.level.value_or(0);
  }
  paragraph.label = counters_.next(id, static_cast<std::size_t>(level));
  if (!paragraph.label.empty()) paragraph.nesting = static_cast<uint8_t>(level + 1);
}

}  // namespace synoptic
