#include "formats/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <type_traits>

#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::size_t kPiece = 1 << 20;  // bytes handed to Expat at once

std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  return whole.substr(whole.rfind(':') + 1);  // npos + 1 is 0
}

struct Reading {
  const XmlVisitor& visitor;
  XML_Parser parser;
  XmlTag tag = {};  // kept for its memory
  int depth = 0;
  const char* refused = nullptr;
  std::exception_ptr thrown = nullptr;  // by the visitor; not to pass through Expat

  void refuse(const char* why) {
    refused = why;
    XML_StopParser(parser, XML_FALSE);
  }

  template <typename Call>
  void visit(Call call) {
    if (thrown || refused) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

void on_begin(void* data, const char* name, const char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  if (++reading.depth > kMostXmlDepth) return reading.refuse("its elements nest too deep");
  reading.tag.name = local_name(name);
  reading.tag.attributes.clear();
  for (; *attributes != nullptr; attributes += 2) {
    reading.tag.attributes.emplace_back(attributes[0], attributes[1]);
  }
  reading.visit([&] { reading.visitor.begin(reading.tag); });
}

void on_end(void* data, const char* name) {
  auto& reading = *static_cast<Reading*>(data);
  --reading.depth;
  reading.visit([&] { reading.visitor.end(local_name(name)); });
}

void on_text(void* data, const char* text, int size) {
  auto& reading = *static_cast<Reading*>(data);
  reading.visit([&] { reading.visitor.text({text, static_cast<std::size_t>(size)}); });
}

void on_entity(void* data, const char*, int, const char*, int, const char*, const char*,
               const char*, const char*) {
  static_cast<Reading*>(data)->refuse("it declares entities");
}

std::string place_of(const XmlSource& source, XML_Parser parser) {
  const std::string line = "line " + std::to_string(XML_GetCurrentLineNumber(parser));
  if (source.part.empty()) return line;
  // A part is often one line.
  return source.part + ", " + line + ", byte " + std::to_string(XML_GetCurrentByteIndex(parser));
}

}  // namespace

std::string_view XmlTag::attribute(std::string_view wanted) const {
  for (const auto& [name, value] : attributes) {
    if (name == wanted) return value;
  }
  return {};
}

std::string_view XmlTag::local_attribute(std::string_view wanted) const {
  for (const auto& [name, value] : attributes) {
    if (name.substr(name.rfind(':') + 1) == wanted) return value;
  }
  return {};
}

void read_xml(std::string_view bytes, const XmlSource& source, const XmlVisitor& visitor) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  Reading reading{visitor, parser.get()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  bool last = false;
  while (!last) {
    const std::string_view piece = bytes.substr(0, kPiece);
    bytes.remove_prefix(piece.size());
    last = bytes.empty();
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) ==
        XML_STATUS_OK) {
      continue;
    }
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    const std::string why = reading.refused ? std::string("this XML is refused: ") + reading.refused
                                            : std::string("no well-formed XML: ") +
                                                  XML_ErrorString(XML_GetErrorCode(parser.get()));
    throw Error({source.file, place_of(source, parser.get()), why, "mend the file"});
  }
}

}  // namespace synoptic
