#include "formats/xml_tree.h"

#include <map>
#include <utility>

#include "formats/xml_reader.h"

namespace synoptic {

namespace {

class Reader {
 public:
  void begin(const XmlTag& tag) {
    Prefixes prefixes =
        open_.empty() ? Prefixes{{"xml", std::string(kXmlSpace)}} : prefixes_.back();
    for (const auto& [name, value] : tag.attributes) {
      if (name == "xmlns") prefixes[""] = value;
      if (name.starts_with("xmlns:")) prefixes[std::string(name.substr(6))] = value;
    }
    XmlNode node;
    node.name = tag.name;
    node.space = space_of(prefixes, prefix_of(tag.written));
    node.line = tag.line;
    node.column = tag.column;
    for (const auto& [name, value] : tag.attributes) {
      const std::string_view prefix = prefix_of(name);
      if (name == "xmlns" || prefix == "xmlns") continue;
      node.attributes.push_back({prefix.empty() ? "" : space_of(prefixes, prefix),
                                 std::string(name.substr(name.rfind(':') + 1)),
                                 std::string(value)});
    }
    prefixes_.push_back(std::move(prefixes));
    open_.push_back(std::move(node));
  }

  void end(std::string_view) {
    XmlNode done = std::move(open_.back());
    open_.pop_back();
    prefixes_.pop_back();
    (open_.empty() ? root : open_.back().children.emplace_back()) = std::move(done);
  }

  void text(std::string_view piece) {
    std::vector<XmlNode>& siblings = open_.back().children;
    if (siblings.empty() || !siblings.back().is_text()) siblings.emplace_back();
    siblings.back().text += piece;
  }

  XmlNode root;

 private:
  using Prefixes = std::map<std::string, std::string, std::less<>>;

  static std::string_view prefix_of(std::string_view written) {
    const std::size_t colon = written.rfind(':');
    return colon == written.npos ? "" : written.substr(0, colon);
  }
  static std::string space_of(const Prefixes& prefixes, std::string_view prefix) {
    const auto found = prefixes.find(prefix);
    return found == prefixes.end() ? std::string(prefix) : found->second;
  }

  std::vector<XmlNode> open_;
  std::vector<Prefixes> prefixes_;  // of each open element
};

}  // namespace

const std::string* XmlNode::attribute(std::string_view wanted_name,
                                      std::string_view wanted_space) const {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == wanted_name && attribute.space == wanted_space) return &attribute.value;
  }
  return nullptr;
}

std::string XmlNode::attribute_or(std::string_view wanted_name, std::string_view otherwise) const {
  const std::string* value = attribute(wanted_name);
  return value ? *value : std::string(otherwise);
}

XmlNode read_xml_tree(std::string_view bytes, const std::string& file) {
  Reader reader;
  read_xml_with(bytes, file, reader);
  return std::move(reader.root);
}

}  // namespace synoptic
