#include "formats/docx_parts.h"

#include <array>
#include <vector>

#include "formats/xml_reader.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kUsualDocument = "word/document.xml";

struct Relationship {
  std::string type;  // the last word of it: "officeDocument", "styles"
  std::string target;
};

std::string folder_of_part(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(name.substr(0, slash + 1));
}

// "word/_rels/document.xml.rels" for "word/document.xml"; the package's own for "".
std::string relationships_name(const std::string& part) {
  const std::string folder = folder_of_part(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

std::vector<Relationship> read_relationships(const ZipArchive& archive, const std::string& part) {
  std::vector<Relationship> found;
  const std::string name = relationships_name(part);
  const auto xml = archive.read(name);
  if (!xml) return found;
  const auto begin = [&](const XmlTag& tag) {
    if (tag.name != "Relationship" || tag.attribute("TargetMode") == "External") return;
    const std::string_view type = tag.attribute("Type");
    std::string target(tag.attribute("Target"));
    target = target.starts_with('/') ? target.substr(1) : folder_of_part(part) + target;
    found.push_back({std::string(type.substr(type.rfind('/') + 1)), std::move(target)});
  };
  read_xml(*xml, {archive.file(), name}, {begin, [](std::string_view) {}, [](std::string_view) {}});
  return found;
}

}  // namespace

DocxParts find_docx_parts(const ZipArchive& archive) {
  DocxParts parts;
  for (Relationship& relationship : read_relationships(archive, "")) {
    if (relationship.type == "officeDocument") parts.document = std::move(relationship.target);
  }
  if (parts.document.empty()) parts.document = kUsualDocument;
  const std::array<std::pair<std::string_view, std::string*>, 5> wanted = {
      {{"styles", &parts.styles},
       {"numbering", &parts.numbering},
       {"footnotes", &parts.footnotes},
       {"endnotes", &parts.endnotes},
       {"settings", &parts.settings}}};
  for (const Relationship& relationship : read_relationships(archive, parts.document)) {
    for (const auto& [type, name] : wanted) {
      if (type == relationship.type) *name = relationship.target;
    }
  }
  return parts;
}

bool is_on(std::string_view value) { return value != "0" && value != "false" && value != "off"; }

}  // namespace synoptic
