// What the styles of an OpenDocument text say of its paragraphs, runs and lists (ODF 1.3, part 3,
// 16).  Threads: pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/xml_reader.h"

namespace synoptic {

inline constexpr std::size_t kOdtLevels = 10;

struct OdtLevel {
  bool defined = false;
  std::string bullet;  // empty: a number
  std::string format;  // text/number_formats.h; "none" shows nothing
  std::string prefix;
  std::string suffix;
  std::string pattern;  // "%1%.%2%."; where it is there, it replaces prefix, levels and suffix
  int shown_levels = 1;
  int start = 1;
};

using OdtListStyle = std::array<OdtLevel, kOdtLevels>;

struct OdtStyle {
  std::string parent;
  std::optional<std::string> list_style;  // empty: none
  std::optional<bool> hidden;
  bool raised = false;  // superscript
};

// Of whom a style tells; names are unique among the styles of one family.
enum class OdtFamily : uint8_t { kParagraph, kText };

enum class OdtPart : uint8_t { kStyles, kContent };

class OdtStyles {
 public:
  // Takes in the styles of a part.  Automatic styles of styles.xml belong to headers and footers.
  void read(std::string_view xml, const XmlSource& source, OdtPart part);

  // With what it takes from its ancestors.
  OdtStyle find(OdtFamily family, const std::string& name) const;
  // Null where there is none of that name.
  const OdtListStyle* list_style(const std::string& name) const;
  // That of headings.
  const OdtListStyle& outline() const { return outline_; }
  // As the default style declares it: "fr"; may be empty.
  const std::string& language() const { return language_; }

 private:
  friend class OdtStyleReader;
  std::unordered_map<std::string, OdtStyle> styles_[2];  // by family
  std::unordered_map<std::string, OdtListStyle> list_styles_;
  OdtListStyle outline_;
  std::string language_;
};

// The format of style:num-format: "decimal" of "1", "lowerRoman" of "i", "aiueoFullWidth" of
// "ア, イ, ウ, ...".
std::string odt_number_format(std::string_view num_format);

}  // namespace synoptic
