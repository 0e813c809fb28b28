// XML as a run of tags and texts, by Expat.  For files from anywhere: hostile ones are refused.
//
// Refused are documents that declare entities (which may grow without end or name files), that nest
// deeper than kMostXmlDepth, or that are not well-formed; nothing outside the document is ever
// read, a DTD that it names neither; a reference to an entity of such a DTD is refused, as its text
// would be lost.  In whatever encoding it declares.
// Errors: Error with the file, the part of it, line and column; what a visitor throws comes
// through. Threads: pure.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace synoptic {

inline constexpr int kMostXmlDepth = 200;

struct XmlTag {
  std::string_view name;  // without the prefix of a namespace
  std::vector<std::pair<std::string_view, std::string_view>> attributes;  // as written: xml:lang
  std::string_view written = {};  // the name with its prefix
  uint32_t line = 0;              // 1-based, where the tag begins
  uint32_t column = 0;            // 1-based

  // Empty where it is not there.
  std::string_view attribute(std::string_view wanted) const;
  // The same whatever the prefix of its namespace: "val" for w:val.
  std::string_view local_attribute(std::string_view wanted) const;
};

// What XML is read from, for messages.
struct XmlSource {
  XmlSource(std::string file_name, std::string part_name = {})
      : file(std::move(file_name)), part(std::move(part_name)) {}
  std::string file;
  std::string part;  // of an archive: "word/document.xml"
};

// A text may come in several pieces.
struct XmlVisitor {
  std::function<void(const XmlTag& tag)> begin;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

// The name of the outermost element, without a prefix; empty where the bytes don't begin as XML
// does. Never throws.  Example: "akomaNtoso" for "<?xml version='1.0'?><!-- act --><an:akomaNtoso".
std::string xml_root(std::string_view bytes);

void read_xml(std::string_view bytes, const XmlSource& source, const XmlVisitor& visitor);

// The same with the begin(), end() and text() of a reader that keeps what it needs.
template <typename Reader>
void read_xml_with(std::string_view bytes, const XmlSource& source, Reader& reader) {
  read_xml(bytes, source,
           {[&](const XmlTag& tag) { reader.begin(tag); },
            [&](std::string_view name) { reader.end(name); },
            [&](std::string_view text) { reader.text(text); }});
}

}  // namespace synoptic
