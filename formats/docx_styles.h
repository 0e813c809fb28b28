// What the styles of a Word document say of the paragraphs and runs that use them.
//
// A style takes from the one it is based on what it does not say itself (ECMA-376-1, 17.7.2).
// Threads: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/xml_reader.h"

namespace synoptic {

struct DocxStyle {
  std::string name;                  // "heading 1", in English whatever the language of the program
  std::string based_on;              // id
  std::optional<int> list;           // numId; 0 takes the number away
  std::string list_style;            // the style that says so, which a level may be linked to
  std::optional<int> level;          // ilvl
  std::optional<int> outline_level;  // 0-8; 9 is body text
  std::optional<bool> hidden;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  DocxStyles(std::string_view xml, const XmlSource& source);

  // With what it takes from others; for an empty or unknown id the default of paragraphs.
  const DocxStyle& paragraph(const std::string& id) const;
  // The same, and nothing for an empty or unknown id.
  const DocxStyle* find(const std::string& id) const;

  // BCP 47, as the document's defaults declare it; may be empty.
  const std::string& language() const { return language_; }

 private:
  std::unordered_map<std::string, DocxStyle> styles_;
  DocxStyle default_;
  std::string language_;
};

}  // namespace synoptic
