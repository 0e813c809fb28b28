// XML as a tree, for formats whose rules look at several places of a document at once.
//
// Read by formats/xml_reader.h and refused as there; names are resolved against their namespaces.
// Errors: Error with the file, the line and the column.  Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct XmlAttribute {
  std::string space;  // namespace; empty for most
  std::string name;   // without its prefix
  std::string value;
};

// An element, or a text where `name` is empty.
struct XmlNode {
  std::string space;  // namespace
  std::string name;   // without its prefix
  std::string text;   // of a text
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  uint32_t line = 0;    // 1-based
  uint32_t column = 0;  // 1-based

  bool is_text() const { return name.empty(); }
  bool is(std::string_view wanted_space, std::string_view wanted_name) const {
    return space == wanted_space && name == wanted_name;
  }
  // Null where it is not there.
  const std::string* attribute(std::string_view wanted_name,
                               std::string_view wanted_space = {}) const;
  std::string attribute_or(std::string_view wanted_name, std::string_view otherwise) const;
};

inline constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

// The root.
XmlNode read_xml_tree(std::string_view bytes, const std::string& file);

}  // namespace synoptic
