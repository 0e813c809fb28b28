#include "formats/odt_styles.h"

#include <algorithm>

#include "formats/number_word.h"

namespace synoptic {

namespace {

constexpr int kMostAncestors = 64;  // a ring of styles ends there

struct Format {
  std::string_view begins;  // the first of the numbers that name it, and more where it takes more
  std::string_view format;
};

// The first that fits is taken.
constexpr Format kFormats[] = {
    {"1st", "ordinal"},
    {"First", "ordinalText"},
    {"One", "cardinalText"},
    {"Α", "greekUpper"},
    {"α", "greekLower"},
    {"А", "russianUpper"},
    {"а", "russianLower"},
    {"א", "hebrew1"},
    {"أ, ب, ج", "arabicAbjad"},
    {"أ", "arabicAlpha"},
    {"ا", "arabicAlpha"},
    {"ก", "thaiLetters"},
    {"क", "hindiVowels"},
    {"가", "ganada"},
    {"ㄱ", "chosung"},
    {"일", "koreanCounting"},
    {"하나", "koreanLegal"},
    {"ア", "aiueoFullWidth"},
    {"ｱ", "aiueo"},
    {"イ", "irohaFullWidth"},
    {"ｲ", "iroha"},
    {"①", "decimalEnclosedCircle"},
    {"１", "decimalFullWidth"},
    {"一", "chineseCountingThousand"},
    {"壹, 贰", "chineseLegalSimplified"},
    {"壹", "ideographLegalTraditional"},
    {"壱", "japaneseLegal"},
    {"甲", "ideographTraditional"},
    {"子", "ideographZodiac"},
};

}  // namespace

std::string odt_number_format(std::string_view num_format) {
  if (num_format.empty()) return "none";
  if (num_format == "1") return "decimal";
  if (num_format == "a") return "lowerLetter";
  if (num_format == "A") return "upperLetter";
  if (num_format == "i") return "lowerRoman";
  if (num_format == "I") return "upperRoman";
  if (num_format == "01") return "decimalZero";
  if (num_format == "001") return "custom3";
  for (const Format& format : kFormats) {
    if (num_format.starts_with(format.begins)) return std::string(format.format);
  }
  // The figure one of some script names its figures.
  return std::string(num_format.substr(0, num_format.find(',')));
}

class OdtStyleReader {
 public:
  OdtStyleReader(OdtStyles& styles, OdtPart part) : styles_(styles), part_(part) {}

  void begin(const XmlTag& tag) {
    const auto attribute = [&](std::string_view name) {
      return std::string(tag.local_attribute(name));
    };
    if (tag.name == "automatic-styles" && part_ == OdtPart::kStyles) skipped_ = true;
    if (tag.name == "body") skipped_ = true;
    if (skipped_) return;
    if (tag.name == "style") return begin_style(tag);
    if (tag.name == "default-style") in_default_ = attribute("family") == "paragraph";
    if (tag.name == "text-properties") return text_properties(tag);
    if (tag.name == "list-style") list_ = &(styles_.list_styles_[attribute("name")] = {});
    if (tag.name == "outline-style") list_ = &styles_.outline_;
    if (!list_ || tag.name.find("level-style") == std::string_view::npos) return;
    const auto level = whole_number(tag.local_attribute("level")).value_or(0);
    if (level < 1 || level > static_cast<int>(kOdtLevels)) return;
    OdtLevel& made = (*list_)[static_cast<std::size_t>(level - 1)];
    made = {};
    made.defined = true;
    in_level_ = true;
    if (tag.name == "list-level-style-bullet") made.bullet = attribute("bullet-char");
    if (tag.name == "list-level-style-image") made.bullet = "•";
    made.format = odt_number_format(attribute("num-format"));
    made.prefix = attribute("num-prefix");
    made.suffix = attribute("num-suffix");
    made.pattern = attribute("num-list-format");
    made.shown_levels = whole_number(tag.local_attribute("display-levels")).value_or(1);
    made.start = whole_number(tag.local_attribute("start-value")).value_or(1);
  }

  void end(std::string_view name) {
    if (name == "automatic-styles") skipped_ = false;
    if (name == "style") style_ = nullptr;
    if (name == "default-style") in_default_ = false;
    if (name == "list-style" || name == "outline-style") list_ = nullptr;
    if (name.find("level-style") != std::string_view::npos) in_level_ = false;
  }

  void text(std::string_view) {}

 private:
  void begin_style(const XmlTag& tag) {
    const std::string_view family = tag.local_attribute("family");
    if (family != "paragraph" && family != "text") return;
    auto& styles = styles_.styles_[family == "text"];
    style_ = &(styles[std::string(tag.local_attribute("name"))] = {});
    style_->parent = tag.local_attribute("parent-style-name");
    for (const auto& [name, value] : tag.attributes) {
      if (name.ends_with(":list-style-name")) style_->list_style = value;
    }
  }

  void text_properties(const XmlTag& tag) {
    if (in_level_) return;
    if (in_default_ && styles_.language_.empty()) {
      const std::string_view language = tag.attribute("fo:language");
      if (language != "none" && language != "zxx") styles_.language_ = language;
    }
    if (!style_) return;
    const std::string_view display = tag.local_attribute("display");
    if (!display.empty()) style_->hidden = display == "none";
    const std::string_view position = tag.local_attribute("text-position");
    style_->raised = position.starts_with("super") ||
                     (whole_number(position.substr(0, position.find('%'))).value_or(0) > 0);
  }

  OdtStyles& styles_;
  const OdtPart part_;
  bool skipped_ = false;
  bool in_default_ = false;
  bool in_level_ = false;
  OdtStyle* style_ = nullptr;
  OdtListStyle* list_ = nullptr;
};

void OdtStyles::read(std::string_view xml, const XmlSource& source, OdtPart part) {
  OdtStyleReader reader(*this, part);
  read_xml_with(xml, source, reader);
}

OdtStyle OdtStyles::find(OdtFamily family, const std::string& name) const {
  const auto& styles = styles_[static_cast<std::size_t>(family)];
  OdtStyle found;
  const std::string* next = &name;
  for (int i = 0; i < kMostAncestors && !next->empty(); ++i) {
    const auto style = styles.find(*next);
    if (style == styles.end()) break;
    if (!found.list_style) found.list_style = style->second.list_style;
    if (!found.hidden) found.hidden = style->second.hidden;
    found.raised = found.raised || style->second.raised;
    next = &style->second.parent;
  }
  return found;
}

const OdtListStyle* OdtStyles::list_style(const std::string& name) const {
  const auto found = list_styles_.find(name);
  return found == list_styles_.end() ? nullptr : &found->second;
}

}  // namespace synoptic
