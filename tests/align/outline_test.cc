#include "align/outline.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "align/convention.h"

namespace synoptic {
namespace {

std::string paths(std::string_view text, std::string_view language, bool wrapped = false) {
  Text lines = text_of_lines(text, language);
  lines.hard_wrapped = wrapped;
  const Document document = outline(lines, load_convention(language));
  std::string all;
  for (const Unit& unit : document.units) all += (all.empty() ? "" : " ") + unit.path;
  return all;
}

// "\\n" in a table is a line's end.
std::string with_lines(std::string_view text) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool end = text.substr(at, 2) == "\\n";
    lines += end ? '\n' : text[at];
    at += end;
  }
  return lines;
}

}  // namespace

TEST_CASE("every shape of label is read as the table says", "[outline]") {
  std::ifstream file(std::string(SYNOPTIC_SOURCE_DIR) + "/tests/cases/outlines.tsv");
  std::string line;
  int rows = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string language, text, expected, why;
    std::getline(fields, language, '\t');
    std::getline(fields, text, '\t');
    std::getline(fields, expected, '\t');
    std::getline(fields, why);
    INFO(why << "\n" << with_lines(text));
    CHECK(paths(with_lines(text), language) == expected);
    ++rows;
  }
  CHECK(rows > 30);
}

TEST_CASE("labels of one level count on, levels nest", "[outline]") {
  CHECK(paths("1. One\n2. Two\n2.1. Two one\n2.2 Two two\n3. Three", "en") == "1 2 2.1 2.2 3");
  CHECK(paths("1. One\n(a) A\n(b) B\n2. Two\n(a) A", "en") == "1 1.1 1.2 2 2.1");
  CHECK(paths("Article 1\nText.\nArticle 2\n(1) One.\n(2) Two.", "en") == "1 2 2.1 2.2");
  CHECK(paths("一、总则\n（一）宗旨\n（二）范围\n二、细则", "zh") == "1 1.1 1.2 2");
  CHECK(paths("第一条\n正文。\n第二条\n正文。", "zh") == "1 2");
}

TEST_CASE("bullets are counted within their clause", "[outline]") {
  CHECK(paths("7. In view:\n7.1.Education:\no Sharing;\no Giving;\n7.2. Culture:\no Taking.",
              "en") == "7 7.1 7.1.•1 7.1.•2 7.2 7.2.•1");
}

TEST_CASE("Roman and letter readings are settled by the list", "[outline]") {
  CHECK(paths("(a) one\n(b) two\n(c) three\n(d) four", "en") == "1 2 3 4");
  CHECK(paths("(i) one\n(ii) two\n(iii) three", "en") == "1 2 3");
  CHECK(paths("(g) seven\n(h) eight\n(i) nine\n(j) ten", "en") == "7 8 9 10");
}

TEST_CASE("a wrapped line that begins with a number stays in its sentence", "[outline]") {
  const std::string_view text =
      "1. At the meeting which the ministers of all ports held in Lisbon on 8 and\n"
      "9 October 2004, they agreed upon the text that had been laid before them\n"
      "2002) by the pilots and signed it in the hall of the harbour master, where\n"
      "it hangs to this day.\n"
      "2. The rivers are dredged.";
  CHECK(paths(text, "en", true) == "1 2");
}

TEST_CASE("a clause lost from a sequence leaves the others their numbers", "[outline]") {
  CHECK(paths("Article 1\nPorts.\nArticle 3\nRivers.\nArticle 4\nLamps.", "en") == "1 3 4");
  CHECK(paths("1. Ports\n2. Rivers\n2. Lamps\n4. Logs", "en") == "1 2 2#2 4");
}

TEST_CASE("a word beside a rising number is learnt where the language is unknown", "[outline]") {
  CHECK(paths("Qod I\nLorem ipsum dolor.\nQod II\nSit amet consectetur.\nQod III\nAdipiscing "
              "elit.\nQod IV\nSed do.",
              "") == "1 2 3 4");
  CHECK(paths("1. atala\nLorem ipsum dolor.\n2. atala\nSit amet.\n3. atala\nAdipiscing elit.",
              "") == "1 2 3");
}

TEST_CASE("the original settles what a translation alone leaves open", "[outline]") {
  const Document original =
      outline(text_of_lines("(t) the ports;\n(u) the rivers;\n(v) the pilots.", "en"),
              load_convention("en"));
  const Text lone = text_of_lines("(v) die Lotsen.", "de");
  const Convention german = load_convention("de");
  CHECK(outline(lone, german).units[0].path == "5");             // Roman
  CHECK(outline(lone, german, original).units[0].path == "22");  // the letter that the original has
  // It is not forced on it: what the translation adds is read as it stands.
  const Text longer = text_of_lines("(v) die Lotsen;\n(w) die Lampen;\n(x) die Bücher.", "de");
  CHECK(outline(longer, german, original).units[2].path == "24");
}

TEST_CASE("a title over two lines is one unit", "[outline]") {
  CHECK(paths("DECLARATION OF THE PORTS\non shared waters\n\n1. One.\n2. Two.", "en") ==
        "title 1 2");
}

}  // namespace synoptic
