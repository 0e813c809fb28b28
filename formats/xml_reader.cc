#include "formats/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <type_traits>

#include "formats/decoded_file.h"
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
  reading.tag.written = name;
  reading.tag.line = static_cast<uint32_t>(XML_GetCurrentLineNumber(reading.parser));
  reading.tag.column = static_cast<uint32_t>(XML_GetCurrentColumnNumber(reading.parser)) + 1;
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

void on_skipped_entity(void* data, const char*, int) {
  static_cast<Reading*>(data)->refuse("it refers to an entity that it does not declare");
}

// What the XML declaration says; empty where there is none.
std::string_view declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string_view()
                                       : declaration.substr(at + 1, end - at - 1);
}

// What Expat reads by itself.
bool is_native(std::string_view encoding) {
  std::string upper(encoding);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return upper.empty() || upper == "UTF-8" || upper.starts_with("UTF-16") || upper == "US-ASCII" ||
         upper == "ISO-8859-1";
}

std::string place_of(const XmlSource& source, XML_Parser parser) {
  const std::string line = "line " + std::to_string(XML_GetCurrentLineNumber(parser));
  if (source.part.empty()) {
    return line + ", column " + std::to_string(XML_GetCurrentColumnNumber(parser) + 1);
  }
  // A part is often one line.
  return source.part + ", " + line + ", byte " + std::to_string(XML_GetCurrentByteIndex(parser));
}

void parse(XML_Parser parser, std::string_view bytes, const XmlSource& source,
           const Reading& reading) {
  bool last = false;
  while (!last) {
    const std::string_view piece = bytes.substr(0, kPiece);
    bytes.remove_prefix(piece.size());
    last = bytes.empty();
    if (XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), last) == XML_STATUS_OK) {
      continue;
    }
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    const std::string why = reading.refused ? std::string("this XML is refused: ") + reading.refused
                                            : std::string("no well-formed XML: ") +
                                                  XML_ErrorString(XML_GetErrorCode(parser));
    throw Error({source.file, place_of(source, parser), why, "mend the file"});
  }
}

// The first bytes without the zeroes of UTF-16 and without a byte-order mark.
std::string plain_head(std::string_view bytes) {
  constexpr std::size_t kHead = 1 << 16;
  std::string head(bytes.substr(0, kHead));
  if (head.starts_with("\xEF\xBB\xBF")) return head.substr(3);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    head.erase(0, 2);
    std::erase(head, '\0');
  }
  return head;
}

}  // namespace

std::string xml_root(std::string_view bytes) {
  const std::string head = plain_head(bytes);
  std::size_t at = 0;
  const auto skip_to = [&](std::string_view end) {
    at = head.find(end, at);
    if (at != std::string::npos) at += end.size();
  };
  while ((at = head.find_first_not_of(" \t\r\n", at)) != std::string::npos) {
    const std::string_view rest = std::string_view(head).substr(at);
    if (rest.starts_with("<!--")) {
      skip_to("-->");
    } else if (rest.starts_with("<?")) {
      skip_to("?>");
    } else if (rest.starts_with("<!")) {
      at = head.find_first_of("[>", at);
      if (at != std::string::npos && head[at] == '[') skip_to("]");
      if (at != std::string::npos) skip_to(">");
    } else if (rest.starts_with('<')) {
      const std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
      return std::string(name.substr(name.rfind(':') + 1));
    } else {
      return {};
    }
    if (at == std::string::npos) break;
  }
  return {};
}

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
  const std::string encoding(declared_encoding(bytes));
  std::string converted;
  if (!is_native(encoding)) {
    converted = decode_file(bytes, source.file, {"", encoding}).utf8;
    bytes = converted;
  }
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(converted.empty() ? nullptr : "UTF-8"), &XML_ParserFree);
  Reading reading{visitor, parser.get()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  XML_SetSkippedEntityHandler(parser.get(), on_skipped_entity);
  parse(parser.get(), bytes, source, reading);
}

}  // namespace synoptic
