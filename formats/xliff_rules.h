// Which rules of XLIFF a document breaks.
//
// After XLIFF 2.1 (OASIS, 2018): the elements and attributes of the core and its modules (a table),
// ids and references, inline codes, order, languages.  Of XLIFF 1.2: required attributes and ids.
// A warning states the rule and the place.  Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "formats/paired_text.h"
#include "formats/xml_tree.h"

namespace synoptic {

// Of the root of an XLIFF 2 document, by place.
std::vector<FormatWarning> xliff_warnings(const XmlNode& root);
std::vector<FormatWarning> xliff_one_warnings(const XmlNode& root);

// The parts of it.
class XliffWarnings {
 public:
  void add(const XmlNode& node, std::string rule) {
    warnings.push_back({node.line, node.column, std::move(rule)});
  }
  std::vector<FormatWarning> warnings;
};

// Elements, attributes and their values, by the table of xliff_table.cc.
void check_xliff_elements(const XmlNode& root, XliffWarnings& warnings);
// Inline codes and annotations of a unit, which share one space of ids.
void check_xliff_codes(const XmlNode& unit, XliffWarnings& warnings);
// References by fragments: #f=f1/u=u1/n=1.
void check_xliff_references(const XmlNode& root, XliffWarnings& warnings);
// Change tracking, glossary, matches, metadata, resource data, size restriction, validation.
void check_xliff_modules(const XmlNode& root, XliffWarnings& warnings);

bool is_nmtoken(std::string_view word);
std::vector<std::string> words_of(std::string_view text);  // between white space

inline constexpr std::string_view kXliffModules = "urn:oasis:names:tc:xliff:";
inline constexpr std::string_view kItsSpace = "http://www.w3.org/2005/11/its";

}  // namespace synoptic
