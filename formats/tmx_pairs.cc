#include "formats/tmx_pairs.h"

#include <algorithm>

#include "formats/xml_head.h"
#include "formats/xml_reader.h"
#include "text/error.h"

namespace synoptic {

namespace {

// Elements that hold a program's code, not text.
bool is_code(std::string_view name) {
  return name == "bpt" || name == "ept" || name == "it" || name == "ph" || name == "ut";
}

struct Variant {
  std::string language;
  std::string text;
  std::string label;
  int segments = 0;
};

class Reader {
 public:
  explicit Reader(const std::string& file) { paired.file = file; }

  void begin(const XmlTag& tag) {
    if (!rooted_ && tag.name != "tmx") {
      throw Error({paired.file, "line " + std::to_string(tag.line),
                   "it is no TMX, its root is <" + std::string(tag.name) + ">", "mend the file"});
    }
    rooted_ = true;
    if (tag.name == "header") header(tag);
    // In a damaged file they stand anywhere, and what they hold moves.
    if (tag.name == "tu" || tag.name == "tuv") text_ = nullptr;
    if (tag.name == "tu") {
      row_ = {};
      row_.line = tag.line;
      variants_.clear();
    }
    if (tag.name == "tuv") variant(tag);
    if (tag.name == "prop") begin_property(tag);
    if (tag.name == "seg" && !variants_.empty()) begin_segment(tag);
    if (is_code(tag.name)) ++code_;
  }

  void end(std::string_view name) {
    if (is_code(name)) --code_;
    if (name == "seg" || name == "prop") text_ = nullptr;
    if (name == "tuv" && !variants_.empty() && variants_.back().segments == 0) {
      warn(row_, "a <tuv> holds one <seg>");
    }
    if (name == "tu") {
      text_ = nullptr;
      end_unit();
    }
  }

  void text(std::string_view piece) {
    if (text_ != nullptr && code_ == 0) *text_ += piece;
  }

  // Puts the original first.
  void finish() {
    if (source_.empty()) paired.warnings.push_back({1, 0, "the header names the srclang"});
    const auto covers = [&](const std::string& language) {
      return language == source_ || language.starts_with(source_ + "-");
    };
    const auto found = source_.empty() || source_ == "*all*"
                           ? paired.languages.begin()
                           : std::find_if(paired.languages.begin(), paired.languages.end(), covers);
    if (found == paired.languages.end() || found == paired.languages.begin()) return;
    const auto column = static_cast<std::size_t>(found - paired.languages.begin());
    const auto to_front = [&](auto& values) {
      values.resize(paired.languages.size());
      const auto at = values.begin() + static_cast<std::ptrdiff_t>(column);
      std::rotate(values.begin(), at, at + 1);
    };
    for (PairedRow& row : paired.rows) {
      to_front(row.cells);
      to_front(row.labels);
    }
    to_front(paired.languages);
  }

  PairedText paired;

 private:
  void warn(const PairedRow& row, const char* rule) {
    paired.warnings.push_back({row.line, 0, rule});
  }

  void header(const XmlTag& tag) {
    const std::string_view source = tag.attribute("srclang");
    source_ = source == "*all*" ? "*all*" : tidy_language(std::string(source));
  }

  void variant(const XmlTag& tag) {
    const std::string_view stated = tag.attribute("xml:lang");
    const std::string_view language = stated.empty() ? tag.attribute("lang") : stated;
    if (language.empty()) paired.warnings.push_back({tag.line, tag.column, "a <tuv> has xml:lang"});
    variants_.push_back({tidy_language(std::string(language)), "", "", 0});
  }

  void begin_property(const XmlTag& tag) {
    const std::string_view type = tag.attribute("type");
    if (type == "x-path" && variants_.empty()) text_ = &row_.path;
    if (type == "x-label" && !variants_.empty()) text_ = &variants_.back().label;
  }

  void begin_segment(const XmlTag& tag) {
    if (variants_.back().segments++ == 0) {
      text_ = &variants_.back().text;
    } else {
      paired.warnings.push_back({tag.line, tag.column, "a <tuv> holds one <seg>"});
    }
  }

  void end_unit() {
    if (variants_.empty()) warn(row_, "a <tu> holds a <tuv>");
    for (Variant& variant : variants_) {
      if (variant.language.empty()) continue;
      const std::size_t column = language_column(paired.languages, variant.language);
      row_.cells.resize(paired.languages.size());
      row_.labels.resize(paired.languages.size());
      if (!row_.cells[column].empty()) {
        warn(row_, "a language has one <tuv> in a <tu>; the first is taken");
        continue;
      }
      // Only where a path is stated do line ends part clauses.
      row_.cells[column] = row_.path.empty() ? squeezed(variant.text) : std::move(variant.text);
      row_.labels[column] = std::move(variant.label);
    }
    variants_.clear();
    paired.rows.push_back(std::move(row_));
    row_ = {};
  }

  std::string source_;
  bool rooted_ = false;
  PairedRow row_;
  std::vector<Variant> variants_;
  std::string* text_ = nullptr;
  int code_ = 0;
};

}  // namespace

bool looks_like_tmx(std::string_view bytes) { return xml_root_name(bytes) == "tmx"; }

PairedText read_tmx_pairs(std::string_view bytes, const std::string& file) {
  Reader reader(file);
  read_xml_with(bytes, file, reader);
  reader.finish();
  reader.paired.encoding = "UTF-8";
  tidy(reader.paired);
  return std::move(reader.paired);
}

}  // namespace synoptic
