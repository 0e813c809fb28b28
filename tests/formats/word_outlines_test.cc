// A work as plain text, as a Word document and as an OpenDocument text has one outline.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "align/convention.h"
#include "align/outline.h"
#include "formats/readers.h"
#include "tests/formats/samples.h"

using namespace synoptic;

namespace {

Document outline_of(const std::string& bytes, const std::string& language) {
  ReadOptions options;
  options.language = language;
  return outline(read_text(bytes, "work", options), load_convention(language));
}

std::vector<std::string> described(const Document& document) {
  std::vector<std::string> units;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    units.push_back(document.units[unit].path + " " + std::string(document.text_of(unit)));
  }
  return units;
}

std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    made += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  }
  return made;
}

}  // namespace

TEST_CASE("A work has one outline in all formats") {
  const std::string folder = SYNOPTIC_SOURCE_DIR "/translations/port-cities/";
  for (const char* language : {"en", "fr", "el", "ar", "ja", "zh", "ru", "th"}) {
    INFO(language);
    std::ifstream file(folder + language + ".txt");
    std::stringstream bytes;
    bytes << file.rdbuf();
    const Document plain = outline_of(bytes.str(), language);
    std::string word;
    std::string open;
    for (UnitId unit = 0; unit < plain.units.size(); ++unit) {
      const std::string text =
          escaped(std::string(plain.label_of(unit)) + " " + std::string(plain.text_of(unit)));
      word += "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
      open += "<text:p>" + text + "</text:p>";
    }
    CHECK(described(outline_of(samples::docx_of({.body = word}), language)) == described(plain));
    CHECK(described(outline_of(samples::odt_of({.body = open}), language)) == described(plain));
  }
}

TEST_CASE("Numbers that a word processor computes are those of the outline") {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"6\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  std::string body = "<w:p><w:r><w:t>Charter of the Ports</w:t></w:r></w:p>";
  for (const char* level : {"0", "0", "1", "1"}) {
    body += std::string("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"") + level +
            "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>The lamps "
            "burn</w:t><w:footnoteReference w:id=\"1\"/>"
            "<w:t> all night.</w:t></w:r></w:p>";
  }
  const std::string notes =
      "<w:footnote w:id=\"1\"><w:p><w:r><w:t>2. See there.</w:t></w:r></w:p></w:footnote>";
  const Document document = outline_of(
      samples::docx_of({.body = body, .numbering = numbering, .footnotes = notes}), "en");
  std::vector<std::string> numbered;
  for (const Unit& unit : document.units) {
    if (!unit.label.levels.empty()) numbered.push_back(unit.path);
    if (unit.path == "7.1") CHECK(unit.line == 4);
  }
  CHECK(numbered == std::vector<std::string>{"6", "7", "7.1", "7.2"});
}
