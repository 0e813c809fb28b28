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

TEST_CASE("A list inside a list of the same figures is the inner one in all formats") {
  const std::vector<std::string> expected = {"1 Bread.", "2 Mills shall:", "2.1 sieve;",
                                             "2.2 store.", "3 Salt."};
  CHECK(described(outline_of("<ol><li>Bread.<li>Mills shall:<ol><li>sieve;<li>store.</ol>"
                             "<li>Salt.</ol>",
                             "en")) == expected);
  std::vector<std::string> titled = expected;
  titled.insert(titled.begin(), "title Trade");
  CHECK(described(outline_of("# Trade\n\n1. Bread.\n2. Mills shall:\n   1. sieve;\n"
                             "   2. store.\n3. Salt.\n",
                             "en")) == titled);
  const std::string inner =
      "<text:list><text:list-item><text:p>sieve;</text:p></text:list-item>"
      "<text:list-item><text:p>store.</text:p></text:list-item></text:list>";
  const std::string list =
      "<text:list text:style-name=\"L1\"><text:list-item><text:p>Bread.</text:p></text:list-item>"
      "<text:list-item><text:p>Mills shall:</text:p>" +
      inner +
      "</text:list-item><text:list-item><text:p>Salt.</text:p></text:list-item></text:list>";
  std::string levels;
  std::string word_levels;
  for (const char* level : {"1", "2"}) {
    levels += std::string("<text:list-level-style-number text:level=\"") + level +
              "\" style:num-format=\"1\" style:num-suffix=\".\"/>";
  }
  const std::string styles = "<text:list-style style:name=\"L1\">" + levels + "</text:list-style>";
  CHECK(described(outline_of(samples::odt_of({.body = list, .automatic_styles = styles}), "en")) ==
        expected);
  for (const char* level : {"0", "1"}) {
    word_levels += std::string("<w:lvl w:ilvl=\"") + level +
                   "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%" +
                   static_cast<char>(level[0] + 1) + ".\"/></w:lvl>";
  }
  const std::string numbering = "<w:abstractNum w:abstractNumId=\"0\">" + word_levels +
                                "</w:abstractNum><w:num w:numId=\"1\">"
                                "<w:abstractNumId w:val=\"0\"/></w:num>";
  std::string body;
  const std::pair<const char*, const char*> items[] = {
      {"0", "Bread."}, {"0", "Mills shall:"}, {"1", "sieve;"}, {"1", "store."}, {"0", "Salt."}};
  for (const auto& [level, text] : items) {
    body += std::string("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"") + level +
            "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }
  CHECK(described(outline_of(samples::docx_of({.body = body, .numbering = numbering}), "en")) ==
        expected);
}
