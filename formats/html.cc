#include "formats/html.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "formats/decoded_file.h"
#include "formats/html_elements.h"
#include "formats/html_encoding.h"
#include "formats/html_guard.h"
#include "formats/list_labels.h"
#include "formats/paragraph_writer.h"
#include "formats/table_counter.h"
#include "formats/xml_reader.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

constexpr int64_t kMostColumns = 1000;         // of a cell
constexpr std::size_t kLongestCellLabel = 12;  // bytes of "(xviii)", of "Art. 12."
constexpr std::size_t kLeastShare = 4;         // main is the text where it holds a quarter of it

std::vector<const GumboNode*> children_of(const GumboNode& node) {
  const GumboVector& all =
      node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
  std::vector<const GumboNode*> children;
  for (unsigned i = 0; i < all.length; ++i) {
    children.push_back(static_cast<const GumboNode*>(all.data[i]));
  }
  return children;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
bool is_tag(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}
bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool is_left_out(const GumboElement& element) {
  return html_kind(element) == HtmlKind::kLeftOut || is_hidden(element);
}

// The text that is shown, blocks apart by a space; up to `most` bytes.
void collect_text(const GumboNode& node, std::size_t most, std::string& text) {
  if (is_text(node)) {
    text += node.v.text.text;
    return;
  }
  if (!is_element(node) || is_left_out(node.v.element)) return;
  const bool block = html_kind(node.v.element) != HtmlKind::kInline;
  if (block) text += ' ';
  for (const GumboNode* child : children_of(node)) {
    if (text.size() > most) return;
    collect_text(*child, most, text);
  }
  if (block) text += ' ';
}

std::string text_of_node(const GumboNode& node, std::size_t most) {
  std::string text;
  collect_text(node, most, text);
  return std::string(trim(text));
}

void find_elements(const GumboNode& node, GumboTag tag, std::vector<const GumboNode*>& found) {
  if (!is_element(node) || is_left_out(node.v.element)) return;
  if (node.v.element.tag == tag) {
    found.push_back(&node);
    return;
  }
  for (const GumboNode* child : children_of(node)) find_elements(*child, tag, found);
}

// The element that holds the text of the document.
const GumboNode& text_root(const GumboNode& root) {
  const std::size_t whole = text_of_node(root, std::string::npos).size();
  for (const GumboTag tag : {GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE}) {
    std::vector<const GumboNode*> found;
    find_elements(root, tag, found);
    if (found.size() != 1) continue;
    if (kLeastShare * text_of_node(*found[0], std::string::npos).size() > whole) return *found[0];
  }
  return root;
}

// ---- tables -------------------------------------------------------------------------------------

// Whether a cell holds what numbers the cell beside it: "(a)", "1.", "–".
bool is_label_cell(std::string_view text) {
  if (text.empty() || text.size() > kLongestCellLabel) return false;
  const char32_t first = code_point_at(text, 0).value;
  const char32_t last = code_point_before(text, text.size()).value;
  const bool mark = count_characters(text) == 1 && is_punctuation(first);
  const bool bullet = count_characters(text) == 1 && (first == 0x2022 || first == 0x25AA);
  return mark || bullet || last == '.' || last == ')' || last == 0xFF09 || last == 0x3001;
}

// A cell that is laid out like a page and no entry of a table.
bool holds_blocks(const GumboNode& cell) {
  std::size_t paragraphs = 0;
  for (const GumboNode* child : children_of(cell)) {
    if (!is_element(*child)) continue;
    switch (html_kind(child->v.element)) {
      case HtmlKind::kHeading:
      case HtmlKind::kList:
      case HtmlKind::kTable:
      case HtmlKind::kPreformatted:
        return true;
      case HtmlKind::kBlock:
        if (++paragraphs > 1) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

// ---- the walk -----------------------------------------------------------------------------------

struct List {
  ListStyle style;
  int64_t next = 1;
  int64_t step = 1;
};

ListStyle style_of_list(const GumboElement& list, std::size_t depth) {
  for (const char* property : {"list-style-type", "list-style"}) {
    const std::string_view value = inline_style(list, property);
    if (!value.empty()) return list_style_of_css(value.substr(0, value.find(' ')));
  }
  const std::string_view type = attribute(list, "type");
  if (list.tag == GUMBO_TAG_OL) return list_style_of_type(type);
  if (!type.empty()) return list_style_of_css(type);
  return list_style_of_css(depth == 0 ? "disc" : depth == 1 ? "circle" : "square");
}

class Walk {
 public:
  explicit Walk(const GumboNode& root) : root_(root) {}

  void run() { visit(root_); }

  ParagraphWriter writer;

 private:
  void visit(const GumboNode& node) {
    if (is_text(node)) return write(node.v.text);
    if (node.type == GUMBO_NODE_DOCUMENT) return visit_children(node);
    if (!is_element(node) || is_hidden(node.v.element)) return;
    const GumboElement& element = node.v.element;
    switch (html_kind(element)) {
      case HtmlKind::kLeftOut:
        return;
      case HtmlKind::kAroundPage:
        // The header of an article holds its title, that of the page a menu.
        return sections_ > 0 ? visit_block(node, role_) : void();
      case HtmlKind::kLineBreak:
        return writer.break_line();
      case HtmlKind::kHeading:
        return visit_block(node, Role::kHeading);
      case HtmlKind::kPreformatted:
        return visit_preformatted(node);
      case HtmlKind::kList:
        return visit_list(node);
      case HtmlKind::kItem:
        return visit_item(node);
      case HtmlKind::kTable:
        return visit_table(node);
      case HtmlKind::kRaised:
        ++raised_;
        visit_children(node);
        --raised_;
        return;
      case HtmlKind::kBlock: {
        const bool section = element.tag == GUMBO_TAG_ARTICLE || element.tag == GUMBO_TAG_SECTION ||
                             element.tag == GUMBO_TAG_MAIN;
        sections_ += section;
        visit_block(node, role_);
        sections_ -= section;
        return;
      }
      case HtmlKind::kInline:
        return visit_children(node);
    }
  }

  void visit_children(const GumboNode& node) {
    for (const GumboNode* child : children_of(node)) visit(*child);
  }

  void visit_block(const GumboNode& node, Role role) {
    writer.end_paragraph();
    const Role around = std::exchange(role_, role);
    visit_children(node);
    writer.end_paragraph();
    role_ = around;
  }

  void write(const GumboText& text) {
    const std::string_view bytes = text.text;
    if (!writer.has_text() && !trim(bytes).empty()) writer.set_role(role_);
    writer.text(raised_ > 0 ? raised(bytes) : std::string(bytes), text.start_pos.line);
  }

  void visit_list(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    List list{style_of_list(element, lists_.size()), 1, 1};
    const auto items = static_cast<int64_t>(
        std::count_if(element.children.data, element.children.data + element.children.length,
                      [](const void* child) {
                        return is_tag(*static_cast<const GumboNode*>(child), GUMBO_TAG_LI);
                      }));
    if (has_attribute(element, "reversed")) list = {list.style, items, -1};
    list.next = number_attribute(element, "start").value_or(list.next);
    lists_.push_back(std::move(list));
    visit_block(node, Role::kItem);
    lists_.pop_back();
  }

  void visit_item(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    List alone;  // an item outside of a list
    List& list = lists_.empty() ? alone : lists_.back();
    const int64_t number = number_attribute(element, "value").value_or(list.next);
    list.next = number + list.step;
    ListStyle style = list.style;
    if (const std::string_view own = inline_style(element, "list-style-type"); !own.empty()) {
      style = list_style_of_css(own);
    } else if (!attribute(element, "type").empty()) {
      style = list_style_of_type(attribute(element, "type"));
    }
    constexpr std::size_t kHead = 40;
    const std::string label = lists_.empty() ? "•" : list_label(style, number);
    writer.begin_item(lists_.size());
    if (!label.empty() && !begins_with_label(text_of_node(node, kHead), number)) {
      writer.label(label, element.start_pos.line);
    }
    visit_block(node, Role::kItem);
  }

  void visit_table(const GumboNode& node) {
    writer.end_paragraph();
    tables_.begin_table();
    visit_rows(node);
    writer.end_paragraph();
    tables_.end_table();
    writer.set_place(tables_.place());
  }

  void visit_rows(const GumboNode& node) {
    for (const GumboNode* child : children_of(node)) {
      if (!is_element(*child) || is_hidden(child->v.element)) continue;
      if (child->v.element.tag == GUMBO_TAG_TR) {
        visit_row(*child);
      } else if (child->v.element.tag == GUMBO_TAG_CAPTION) {
        visit_block(*child, role_);
      } else {
        visit_rows(*child);
      }
    }
  }

  void visit_row(const GumboNode& row) {
    std::vector<const GumboNode*> cells;
    std::vector<TablePlace> places;
    tables_.begin_row();
    for (const GumboNode* child : children_of(row)) {
      if (!is_element(*child) || is_left_out(child->v.element)) continue;
      const int64_t columns = number_attribute(child->v.element, "colspan").value_or(1);
      tables_.begin_cell(static_cast<uint32_t>(std::clamp<int64_t>(columns, 1, kMostColumns)));
      if (text_of_node(*child, kLongestCellLabel).empty()) continue;
      cells.push_back(child);
      places.push_back(tables_.place());
    }
    if (cells.size() == 2) {
      const std::string label = text_of_node(*cells[0], kLongestCellLabel);
      if (is_label_cell(label)) {
        writer.set_place(places[1]);
        writer.label(label, cells[0]->v.element.start_pos.line);
        return visit_block(*cells[1], Role::kItem);
      }
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool layout = cells.size() == 1 || holds_blocks(*cells[i]);
      writer.set_place(places[i]);
      visit_block(*cells[i], layout ? role_ : Role::kCell);
    }
  }

  void visit_preformatted(const GumboNode& node) {
    writer.end_paragraph();
    std::string text;
    collect_text(node, std::string::npos, text);
    uint32_t number = node.v.element.start_pos.line;
    uint16_t blank = 1;
    // The parser drops the line end behind the tag.
    const std::string_view source(
        node.v.element.original_tag.data + node.v.element.original_tag.length, 2);
    number += source.starts_with('\n') || source.starts_with("\r\n");
    for (std::size_t begin = 0; begin < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = std::string_view(text).substr(begin, end - begin);
      begin = end + 1;
      if (trim(line).empty()) {
        ++blank;
        continue;
      }
      writer.preformatted(line, number, std::exchange(blank, uint16_t{0}));
    }
  }

  const GumboNode& root_;
  std::vector<List> lists_;
  TableCounter tables_;
  Role role_ = Role::kBody;
  int raised_ = 0;
  int sections_ = 0;
};

std::string stated_language(const GumboNode& root) {
  for (const char* name : {"lang", "xml:lang"}) {
    const std::string tag = language_of_code(attribute(root.v.element, name));
    if (!tag.empty()) return tag;
  }
  return {};
}

}  // namespace

bool is_html(std::string_view bytes) {
  constexpr std::array<std::string_view, 23> kFirst = {
      "html",   "head", "body", "div",        "p",       "table",   "h1",    "h2",
      "h3",     "ol",   "ul",   "main",       "article", "section", "title", "meta",
      "center", "pre",  "dl",   "blockquote", "nav",     "span",    "header"};
  constexpr std::size_t kHead = 1024;
  std::string root = xml_root(bytes);
  for (char& c : root) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (std::find(kFirst.begin(), kFirst.end(), root) != kFirst.end()) return true;
  std::string head(bytes.substr(0, kHead));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return trim(head).starts_with("<!doctype html");
}

Text read_html(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  Decoded decoded = decode_html(bytes, name, options);
  const std::string& html = decoded.utf8;
  refuse_costly_html(html, name);
  GumboOptions settings = kGumboDefaultOptions;
  settings.max_errors = 0;
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&settings, html.data(), html.size()),
      [](GumboOutput* parsed) { gumbo_destroy_output(&kGumboDefaultOptions, parsed); });
  const GumboNode& page = *output->root;
  Walk walk(text_root(page));
  walk.run();
  Text text = walk.writer.finish(name, options, stated_language(page));
  text.encoding = decoded.encoding;
  text.replacements = replacements_of(decoded);
  return text;
}

}  // namespace synoptic
