#include "formats/docx_numbering.h"

#include <algorithm>

#include "formats/docx_parts.h"
#include "formats/number_word.h"
#include "formats/symbol_fonts.h"
#include "text/number_formats.h"

namespace synoptic {

class NumberingReader {
 public:
  explicit NumberingReader(DocxNumbering& numbering) : numbering_(numbering) {}

  void begin(const XmlTag& tag) {
    const std::string_view value = tag.local_attribute("val");
    const auto number = [&](std::string_view attribute) {
      return whole_number(tag.local_attribute(attribute)).value_or(-1);
    };
    if (tag.name == "abstractNum") {
      definition_ = number("abstractNumId");
      numbering_.definitions_[definition_];
    } else if (tag.name == "numStyleLink") {
      numbering_.borrowed_[definition_] = value;
    } else if (tag.name == "num") {
      list_ = &numbering_.lists_[number("numId")];
    } else if (tag.name == "abstractNumId") {
      if (list_) list_->definition = number("val");
    } else if (tag.name == "lvlOverride") {
      override_ = static_cast<std::size_t>(std::max(number("ilvl"), 0));
    } else if (tag.name == "startOverride") {
      if (list_ && override_ < kListLevels) list_->starts[override_] = whole_number(value);
    } else if (tag.name == "lvl") {
      begin_level(static_cast<std::size_t>(std::max(number("ilvl"), 0)));
    } else if (level_) {
      in_level(tag, value);
    }
  }

  void end(std::string_view name) {
    if (name == "lvl") level_ = nullptr;
    if (name == "num") list_ = nullptr;
  }

  void text(std::string_view) {}

 private:
  void begin_level(std::size_t level) {
    if (level >= kListLevels) return;
    level_ = list_ ? &list_->levels[level] : &numbering_.definitions_[definition_][level];
    *level_ = {};
    level_->defined = true;
  }

  void in_level(const XmlTag& tag, std::string_view value) {
    if (tag.name == "start") {
      level_->start = whole_number(value).value_or(0);
    } else if (tag.name == "numFmt") {
      // A Choice names what a Fallback words in older terms; "001, 002, 003, ..." is padded.
      const std::string_view custom = tag.local_attribute("format");
      level_->format = value;
      if (value == "custom") {
        level_->format = "custom" + std::to_string(std::min(custom.find(','), custom.size()));
      }
    } else if (tag.name == "lvlText") {
      level_->text = value;
    } else if (tag.name == "lvlRestart") {
      level_->restart = whole_number(value);
    } else if (tag.name == "isLgl") {
      level_->legal = is_on(value);
    } else if (tag.name == "pStyle") {
      level_->style = value;
    } else if (tag.name == "vanish") {
      level_->hidden = is_on(value);
    } else if (tag.name == "rFonts") {
      level_->font = tag.local_attribute("ascii");
    }
  }

  DocxNumbering& numbering_;
  int definition_ = -1;
  DocxList* list_ = nullptr;
  std::size_t override_ = 0;
  DocxLevel* level_ = nullptr;
};

DocxNumbering::DocxNumbering(std::string_view xml, const XmlSource& source,
                             const DocxStyles& styles) {
  NumberingReader reader(*this);
  read_xml_with(xml, source, reader);
  // A definition that only names a style of lists has the levels of that style's list.
  for (const auto& [definition, style] : borrowed_) {
    const DocxStyle* lender = styles.find(style);
    const DocxList* lent = lender && lender->list ? list(*lender->list) : nullptr;
    if (lent == nullptr) continue;
    const auto levels = definitions_.find(lent->definition);
    if (levels != definitions_.end()) definitions_[definition] = DocxLevels(levels->second);
  }
}

const DocxList* DocxNumbering::list(int id) const {
  const auto found = lists_.find(id);
  if (found == lists_.end() || !definitions_.contains(found->second.definition)) return nullptr;
  return &found->second;
}

const DocxLevel& DocxNumbering::level(const DocxList& list, std::size_t level) const {
  const auto own = list.levels.find(level);
  return own != list.levels.end() ? own->second : definitions_.at(list.definition)[level];
}

std::optional<std::size_t> DocxNumbering::level_of_style(const DocxList& list,
                                                         std::string_view style) const {
  for (std::size_t i = 0; i < kListLevels; ++i) {
    if (!style.empty() && level(list, i).style == style) return i;
  }
  return std::nullopt;
}

// ---- counting -----------------------------------------------------------------------------------

DocxCounters::DocxCounters(const DocxNumbering& numbering, std::string language)
    : numbering_(numbering), language_(std::move(language)) {}

int DocxCounters::start(const DocxList& list, std::size_t level, const Counts& counts) const {
  return counts.starts[level].value_or(numbering_.level(list, level).start);
}

std::string DocxCounters::next(int id, std::size_t level) {
  const DocxList* list = numbering_.list(id);
  if (list == nullptr || level >= kListLevels) return {};
  Counts& counts = counts_[list->definition];
  for (std::size_t i = 0; i <= level; ++i) {
    if (!list->starts[i] || !begun_.emplace(id, i).second) continue;
    counts.starts[i] = list->starts[i];
    for (std::size_t j = i; j < kListLevels; ++j) counts.values[j].reset();
  }
  // A level that is passed over counts as used once.
  for (std::size_t above = 0; above < level; ++above) {
    std::optional<int>& value = counts.values[above];
    if (!value) value = start(*list, above, counts);
  }
  std::optional<int>& value = counts.values[level];
  value = value ? *value + 1 : start(*list, level, counts);
  for (std::size_t below = level + 1; below < kListLevels; ++below) {
    const auto restart = numbering_.level(*list, below).restart;
    if (!restart || static_cast<int>(level) < *restart) counts.values[below].reset();
  }
  return label(*list, level, counts);
}

std::string DocxCounters::label(const DocxList& list, std::size_t level,
                                const Counts& counts) const {
  const DocxLevel& shown = numbering_.level(list, level);
  if (!shown.defined || shown.hidden) return {};
  if (shown.format == "bullet") return bullet_of(shown.text, shown.font);
  std::string label;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char next = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || next < '1' || next > '9') {
      label += shown.text[i];
      continue;
    }
    ++i;
    const auto named = static_cast<std::size_t>(next - '1');
    if (named > level) continue;
    const DocxLevel& other = numbering_.level(list, named);
    const int value = counts.values[named].value_or(0);
    const bool figures = shown.legal && other.format != "none";
    label +=
        format_number(static_cast<uint32_t>(value), figures ? "decimal" : other.format, language_);
  }
  return label;
}

}  // namespace synoptic
