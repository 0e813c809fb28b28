#include "formats/akoma_ntoso.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "formats/list_labels.h"
#include "formats/paragraph_writer.h"
#include "formats/xml_reader.h"
#include "text/characters.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Not of the text.
constexpr std::array<std::string_view, 5> kLeftOut = {"meta", "toc", "tocItem", "componentInfo",
                                                      "componentData"};

// Their text is a paragraph; elements inside mark words, but for those of kBlocks.
constexpr std::array<std::string_view, 12> kParagraphs = {"p",
                                                          "block",
                                                          "heading",
                                                          "subheading",
                                                          "num",
                                                          "docTitle",
                                                          "crossHeading",
                                                          "caption",
                                                          "listIntroduction",
                                                          "listWrapUp",
                                                          "docketNumber",
                                                          "li"};

// They begin and end paragraphs even inside one.
constexpr std::array<std::string_view, 20> kBlocks = {"p",
                                                      "block",
                                                      "blockList",
                                                      "blockContainer",
                                                      "ol",
                                                      "ul",
                                                      "li",
                                                      "table",
                                                      "tr",
                                                      "td",
                                                      "th",
                                                      "item",
                                                      "quotedStructure",
                                                      "toc",
                                                      "heading",
                                                      "content",
                                                      "list",
                                                      "point",
                                                      "num",
                                                      "subheading"};

constexpr std::array<std::string_view, 3> kItems = {"item", "point", "li"};
constexpr std::array<std::string_view, 3> kHeadings = {"heading", "subheading", "crossHeading"};

// A bare number of theirs is printed with a full stop, that of all others in brackets.
constexpr std::array<std::string_view, 9> kUpperLevels = {
    "article", "section", "chapter", "part", "title", "book", "tome", "division", "rule"};

struct Element {
  std::string name;
  std::string id;
  bool inside_paragraph = false;  // it marks words of a paragraph around it
  std::size_t items = 0;          // of a list: so many were begun
  std::string symbol;             // of a list: how its first item is labelled
};

bool is_bare(std::string_view num) {
  return !num.empty() && std::all_of(num.begin(), num.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }) && num.size() <= 6;
}

class Reader {
 public:
  void begin(const XmlTag& tag) {
    line_ = tag.line;
    if (left_out_ > 0 || is_one_of(kLeftOut, tag.name)) {
      ++left_out_;
      if (tag.name == "FRBRlanguage" && language_.empty()) language_ = tag.attribute("language");
      return;
    }
    const bool inside = !open_.empty() && in_paragraph_ > 0 && !is_one_of(kBlocks, tag.name);
    Element element{std::string(tag.name), id_of(tag), inside, 0, {}};
    if (tag.name == "authorialNote") return begin_note(tag, std::move(element));
    if (tag.name == "br" || tag.name == "eol") writer.break_line();
    if (tag.name == "sup") ++raised_;
    if (!inside) begin_block(tag, element);
    if (is_one_of(kParagraphs, tag.name)) ++in_paragraph_;
    open_.push_back(std::move(element));
  }

  void end(std::string_view name) {
    if (left_out_ > 0) {
      --left_out_;
      return;
    }
    if (name == "sup") --raised_;
    if (name == "num" && !open_.back().inside_paragraph) end_num();
    if (is_one_of(kParagraphs, name)) --in_paragraph_;
    if (name == "authorialNote") {
      writer.end_note();
      in_paragraph_ = around_notes_.back();
      around_notes_.pop_back();
    } else if (!open_.back().inside_paragraph) {
      writer.end_paragraph();
    }
    open_.pop_back();
  }

  void text(std::string_view piece) {
    const uint32_t line = line_;
    line_ += static_cast<uint32_t>(std::count(piece.begin(), piece.end(), '\n'));
    if (left_out_ > 0) return;
    if (in_num_) {
      num_ += piece;
    } else if (raised_ > 0) {
      writer.text(raised(piece), line);
    } else {
      if (!writer.has_text() && !trim(piece).empty()) place_paragraph();
      writer.text(piece, line);
    }
  }

  std::string language() const { return language_of_code(language_); }

  ParagraphWriter writer;

 private:
  static std::string id_of(const XmlTag& tag) {
    for (const std::string_view name : {"eId", "id", "xml:id"}) {
      if (const std::string_view id = tag.attribute(name); !id.empty()) return std::string(id);
    }
    return {};
  }

  void begin_block(const XmlTag& tag, Element& element) {
    writer.end_paragraph();
    if (tag.name == "num") {
      in_num_ = true;
      num_.clear();
      num_line_ = tag.line;
    } else if (tag.name == "ol" || tag.name == "ul") {
      for (const auto& [name, value] : tag.attributes) {
        if (name.ends_with(":symbol")) element.symbol = value;
      }
    } else if (tag.name == "li") {
      label_item(tag);
    }
  }

  // An item of a list as HTML has it, its number counted or stated.
  void label_item(const XmlTag& tag) {
    if (open_.empty()) return;
    Element& list = open_.back();
    writer.begin_item(static_cast<std::size_t>(std::count_if(
        open_.begin(), open_.end(),
        [](const Element& element) { return element.name == "ol" || element.name == "ul"; })));
    ++list.items;
    const std::string_view value = tag.attribute("value");
    if (!value.empty()) {
      writer.label(std::string(value), tag.line, id_of(tag));
    } else if (list.name == "ol") {
      const ListStyle style = list_style_of_symbol(list.symbol);
      writer.label(list_label(style, static_cast<int64_t>(list.items)), tag.line, id_of(tag));
    } else {
      writer.label("•", tag.line, id_of(tag));
    }
  }

  void end_num() {
    in_num_ = false;
    std::string label = on_one_line(num_);
    if (label.empty()) return;
    const Element* owner = open_.size() > 1 ? &open_[open_.size() - 2] : nullptr;
    if (is_bare(label)) {
      const bool upper = owner && is_one_of(kUpperLevels, owner->name);
      label = upper ? label + "." : "(" + label + ")";
    }
    writer.label(std::move(label), num_line_, owner ? owner->id : std::string());
  }

  void begin_note(const XmlTag& tag, Element element) {
    const std::string_view marker = tag.attribute("marker");
    std::string call;
    std::copy_if(marker.begin(), marker.end(), std::back_inserter(call),
                 [](char c) { return c != '(' && c != ')' && c != '[' && c != ']'; });
    if (writer.has_text()) writer.text(raised(call), tag.line);
    writer.begin_note();
    around_notes_.push_back(std::exchange(in_paragraph_, 0));
    element.inside_paragraph = false;
    open_.push_back(std::move(element));
  }

  // Role and alias of the paragraph that begins, by the elements around it.
  void place_paragraph() {
    Role role = Role::kBody;
    std::string alias;
    for (auto element = open_.rbegin(); element != open_.rend(); ++element) {
      if (alias.empty()) alias = element->id;
      if (role != Role::kBody) continue;
      if (is_one_of(kHeadings, element->name)) role = Role::kHeading;
      if (is_one_of(kItems, element->name)) role = Role::kItem;
      if (element->name == "td" || element->name == "th") role = Role::kCell;
      if (element->name == "authorialNote") role = Role::kNote;
    }
    writer.set_role(role);
    writer.set_alias(std::move(alias));
  }

  std::vector<Element> open_;
  std::vector<int> around_notes_;  // in_paragraph_ outside of the notes that are open
  std::string language_;
  std::string num_;
  uint32_t num_line_ = 0;
  uint32_t line_ = 1;
  bool in_num_ = false;
  int left_out_ = 0;
  int in_paragraph_ = 0;
  int raised_ = 0;
};

}  // namespace

bool is_akoma_ntoso(std::string_view bytes) { return xml_root(bytes) == "akomaNtoso"; }

Text read_akoma_ntoso(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  Reader reader;
  read_xml_with(bytes, name, reader);
  Text text = reader.writer.finish(name, options, reader.language());
  text.encoding = "UTF-8";
  return text;
}

}  // namespace synoptic
