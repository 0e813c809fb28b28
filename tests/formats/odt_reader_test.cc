#include "formats/odt_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "formats/readers.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;
using samples::described_lines;
using samples::Odt;
using samples::odt_of;

namespace {

using Lines = std::vector<std::string>;

std::string paragraph(const std::string& content, const std::string& style = "P") {
  return "<text:p text:style-name=\"" + style + "\">" + content + "</text:p>";
}

std::string heading(const std::string& text, int level, const std::string& more = "") {
  return "<text:h text:outline-level=\"" + std::to_string(level) + "\" " + more + ">" + text +
         "</text:h>";
}

std::string item(const std::string& content, const std::string& more = "") {
  return "<text:list-item " + more + ">" + content + "</text:list-item>";
}

std::string list(const std::string& items, const std::string& more = "") {
  return "<text:list " + more + ">" + items + "</text:list>";
}

std::string number_level(int level, const std::string& format, const std::string& more) {
  return "<text:list-level-style-number text:level=\"" + std::to_string(level) +
         "\" style:num-format=\"" + format + "\" " + more + "/>";
}

const std::string kList = "text:style-name=\"L\"";
const std::string kListStyle =
    "<text:list-style style:name=\"L\">" + number_level(1, "1", "style:num-suffix=\".\"") +
    number_level(2, "1", "style:num-suffix=\".\" text:display-levels=\"2\"") +
    number_level(3, "a", "style:num-prefix=\"(\" style:num-suffix=\")\"") + "</text:list-style>" +
    "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" "
    "text:bullet-char=\"–\"/></text:list-style>" +
    "<text:list-style style:name=\"F\">" +
    number_level(1, "I", "loext:num-list-format=\"Part %1%:\" xmlns:loext=\"urn:loext\"") +
    number_level(2, "ア, イ, ウ, ...",
                 "loext:num-list-format=\"%1%-%2%\" xmlns:loext=\"urn:loext\"") +
    "</text:list-style>";
const std::string kOutline =
    "<text:outline-style style:name=\"Outline\">"
    "<text:outline-level-style text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/>"
    "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\" "
    "text:start-value=\"3\"/><text:outline-level-style text:level=\"3\" style:num-format=\"\"/>"
    "</text:outline-style>";

Lines read(const Odt& odt, Changes changes = Changes::kAccepted) {
  ReadOptions options;
  options.language = "en";
  options.changes = changes;
  return described_lines(read_odt(odt_of(odt), "act.odt", options));
}

}  // namespace

TEST_CASE("OpenDocument numbers") {
  struct Row {
    const char* why;
    std::string body;
    Lines lines;
  };
  const Row rows[] = {
      {"levels count and begin again",
       list(item(paragraph("One") + list(item(paragraph("Part") + list(item(paragraph("Letter")))) +
                                         item(paragraph("Part")))) +
                item(paragraph("Two") + paragraph("Second paragraph") +
                     list(item(paragraph("Part")))),
            kList),
       {"1 item: 1. One", "2 item: 1.1. Part", "3 item: (a) Letter", "4 item: 1.2. Part",
        "5 item: 2. Two", "6 body: Second paragraph", "7 item: 2.1. Part"}},
      {"a list begins anew, or goes on",
       list(item(paragraph("A")), kList + " xml:id=\"x\"") + paragraph("Between") +
           list(item(paragraph("B")), kList + " text:continue-numbering=\"true\"") +
           list(item(paragraph("C")), kList) +
           list(item(paragraph("D")), kList + " text:continue-list=\"x\""),
       {"1 item: 1. A", "2 body: Between", "3 item: 2. B", "4 item: 1. C", "5 item: 3. D"}},
      {"a list that goes on below",
       list(item(paragraph("A") + list(item(paragraph("B")))), kList) + paragraph("Between") +
           list(item(list(item(paragraph("C")))), kList + " text:continue-numbering=\"true\""),
       {"1 item: 1. A", "2 item: 1.1. B", "3 body: Between", "4 item: 1.2. C"}},
      {"a stated value; a header",
       list("<text:list-header>" + paragraph("Head") + "</text:list-header>" +
                item(paragraph("A"), "text:start-value=\"5\"") + item(paragraph("B")),
            kList),
       {"1 body: Head", "2 item: 5. A", "3 item: 6. B"}},
      {"bullets", list(item(paragraph("A")), "text:style-name=\"B\""), {"1 item: – A"}},
      {"the newer way to state a format",
       list(item(paragraph("A") + list(item(paragraph("B")) + item(paragraph("C")))),
            "text:style-name=\"F\""),
       {"1 item: Part I: A", "2 item: I-ア B", "3 item: I-イ C"}},
      {"headings count by the outline",
       heading("A", 1) + heading("B", 2) + heading("C", 2) + heading("D", 1) +
           heading("E", 1, "text:is-list-header=\"true\"") + heading("F", 2) + heading("G", 3) +
           heading("H", 1, "text:restart-numbering=\"true\" text:start-value=\"9\""),
       {"1 heading: I. A", "2 heading: I.3 B", "3 heading: I.4 C", "4 heading: II. D",
        "5 heading: E", "6 heading: II.3 F", "7 heading: G", "8 heading: IX. H"}},
      {"what programs store of a number is not printed twice",
       heading("<text:number>I.</text:number>A", 1),
       {"1 heading: I. A"}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(read({row.body, kListStyle, kOutline}) == row.lines);
  }
}

TEST_CASE("OpenDocument text") {
  const std::string styles =
      "<style:style style:name=\"Hid\" style:family=\"text\"><style:text-properties "
      "text:display=\"none\"/></style:style><style:style style:name=\"Sup\" "
      "style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/>"
      "</style:style>";
  struct Row {
    const char* why;
    std::string body;
    Lines lines;
  };
  const Row rows[] = {
      {"blanks, tabs, breaks, spans",
       paragraph("a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>"
                 "<text:span text:style-name=\"T1\">e</text:span><text:a>f</text:a>"),
       {"1 body: a  b c def"}},
      {"hidden and raised",
       paragraph("m<text:span text:style-name=\"Sup\">2</text:span><text:span "
                 "text:style-name=\"Hid\">no</text:span>."),
       {"1 body: m²."}},
      {"comments are left out",
       paragraph("a<office:annotation><dc:creator>N</dc:creator><text:p>no</text:p>"
                 "</office:annotation>b"),
       {"1 body: ab"}},
      {"notes follow the paragraph that calls them",
       paragraph("Lamps<text:note text:note-class=\"footnote\"><text:note-citation>1"
                 "</text:note-citation><text:note-body><text:p>See there.</text:p><text:p>And "
                 "here.</text:p></text:note-body></text:note> burn.") +
           paragraph("Next"),
       {"1 body: Lamps¹ burn.", "1 note: ¹ See there.", "1 note: And here.", "2 body: Next"}},
      {"cells in reading order",
       "<table:table><table:table-row><table:table-cell>" + paragraph("A") +
           "</table:table-cell><table:table-cell>" + paragraph("B") +
           "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell>" +
           paragraph("no") + "</table:covered-table-cell></table:table-row></table:table>" +
           paragraph("C"),
       {"1 cell: A", "2 cell: B", "4 body: C"}},
      {"a text box behind its paragraph",
       paragraph("Round <draw:frame><draw:text-box>" + paragraph("Box") +
                 "</draw:text-box></draw:frame>it"),
       {"1 body: Round it", "2 body: Box"}},
      {"a table of contents is left out",
       "<text:table-of-content><text:index-body>" + paragraph("Lamps 3") +
           "</text:index-body></text:table-of-content>" + paragraph("Lamps"),
       {"2 body: Lamps"}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(read({row.body, styles}) == row.lines);
  }
}

TEST_CASE("OpenDocument's tracked changes") {
  const std::string body =
      "<text:tracked-changes><text:changed-region xml:id=\"d\"><text:deletion>"
      "<office:change-info><dc:creator>N</dc:creator></office:change-info><text:p>old "
      "</text:p></text:deletion></text:changed-region><text:changed-region xml:id=\"i\">"
      "<text:insertion/></text:changed-region><text:changed-region xml:id=\"e\"><text:deletion>"
      "<text:p/><text:p>Gone. </text:p></text:deletion></text:changed-region>"
      "</text:tracked-changes>" +
      paragraph(
          "The <text:change text:change-id=\"d\"/><text:change-start "
          "text:change-id=\"i\"/>new ") +
      paragraph(
          "and bright <text:change-end text:change-id=\"i\"/>lamps.<text:change "
          "text:change-id=\"e\"/>");
  CHECK(read({body}) == Lines{"1 body: The new", "2 body: and bright lamps."});
  CHECK(read({body}, Changes::kRejected) == Lines{"1 body: The old lamps.", "1 body: Gone."});
}

TEST_CASE("An OpenDocument text is told by what it holds") {
  const std::string bytes = odt_of({paragraph("The lamps burn all night.")});
  CHECK(reader_of(bytes).name == "odt");
  CHECK(read_text(bytes, "act", {}).language == "en");
}
