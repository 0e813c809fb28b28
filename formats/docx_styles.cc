#include "formats/docx_styles.h"

#include <vector>

#include "formats/docx_parts.h"
#include "formats/number_word.h"

namespace synoptic {

namespace {

constexpr int kMostAncestors = 64;  // a ring of styles ends there

class StyleReader {
 public:
  void begin(const XmlTag& tag) {
    const std::string_view value = tag.local_attribute("val");
    if (tag.name == "style") {
      id_ = tag.local_attribute("styleId");
      style_ = {};
      const bool standard = !tag.local_attribute("default").empty() &&
                            is_on(tag.local_attribute("default")) &&
                            tag.local_attribute("type") == "paragraph";
      if (standard) standard_ = id_;
    } else if (tag.name == "name") {
      style_.name = value;
    } else if (tag.name == "basedOn") {
      style_.based_on = value;
    } else if (tag.name == "numId") {
      style_.list = whole_number(value);
      style_.list_style = id_;
    } else if (tag.name == "ilvl") {
      style_.level = whole_number(value);
    } else if (tag.name == "outlineLvl") {
      style_.outline_level = whole_number(value);
    } else if (tag.name == "vanish") {
      style_.hidden = is_on(value);
    } else if (tag.name == "lang") {
      if (language_.empty() && id_.empty()) language_ = value;
    } else if (tag.name == "tblStylePr") {
      ++conditional_;
      kept_ = style_;
    }
  }

  void end(std::string_view name) {
    if (name == "tblStylePr" && conditional_ > 0) {
      --conditional_;
      style_ = kept_;
    }
    if (name != "style") return;
    styles_.emplace(id_, std::move(style_));
    id_.clear();
  }

  void text(std::string_view) {}

  std::unordered_map<std::string, DocxStyle> styles_;
  std::string standard_;
  std::string language_;

 private:
  std::string id_;
  DocxStyle style_;
  DocxStyle kept_;  // what the style said before a part of it that holds for parts of a table
  int conditional_ = 0;
};

// `style` with what `ancestor` says beyond it.
void inherit(DocxStyle& style, const DocxStyle& ancestor) {
  if (!style.list && ancestor.list) {
    style.list = ancestor.list;
    style.list_style = ancestor.list_style;
  }
  if (!style.level) style.level = ancestor.level;
  if (!style.outline_level) style.outline_level = ancestor.outline_level;
  if (!style.hidden) style.hidden = ancestor.hidden;
}

}  // namespace

DocxStyles::DocxStyles(std::string_view xml, const XmlSource& source) {
  StyleReader reader;
  read_xml_with(xml, source, reader);
  for (const auto& [id, own] : reader.styles_) {
    DocxStyle style = own;
    const std::string* next = &own.based_on;
    for (int i = 0; i < kMostAncestors && !next->empty(); ++i) {
      const auto ancestor = reader.styles_.find(*next);
      if (ancestor == reader.styles_.end()) break;
      inherit(style, ancestor->second);
      next = &ancestor->second.based_on;
    }
    styles_.emplace(id, std::move(style));
  }
  if (const DocxStyle* standard = find(reader.standard_)) default_ = *standard;
  language_ = std::move(reader.language_);
}

const DocxStyle* DocxStyles::find(const std::string& id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? nullptr : &found->second;
}

const DocxStyle& DocxStyles::paragraph(const std::string& id) const {
  const DocxStyle* style = find(id);
  return style == nullptr ? default_ : *style;
}

}  // namespace synoptic
