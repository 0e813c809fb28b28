#include "formats/docx_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "align/outline.h"
#include "formats/readers.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;
using samples::described_lines;
using samples::Docx;
using samples::docx_of;

namespace {

using Lines = std::vector<std::string>;

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

std::string paragraph(const std::string& content, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}

std::string item(const std::string& text, int list, int level = 0) {
  return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                  "\"/><w:numId w:val=\"" + std::to_string(list) +
                                  "\"/></w:numPr>");
}

struct Level {
  std::string format;
  std::string text;
  std::string more = "";  // XML
  int start = 1;
};

std::string levels(const std::vector<Level>& all) {
  std::string xml;
  for (std::size_t i = 0; i < all.size(); ++i) {
    xml += "<w:lvl w:ilvl=\"" + std::to_string(i) + "\"><w:start w:val=\"" +
           std::to_string(all[i].start) + "\"/><w:numFmt w:val=\"" + all[i].format + "\"/>" +
           all[i].more + "<w:lvlText w:val=\"" + all[i].text + "\"/></w:lvl>";
  }
  return xml;
}

std::string definition(int id, const std::vector<Level>& all, const std::string& more = "") {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + more + levels(all) +
         "</w:abstractNum>";
}

std::string list(int id, int definition, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(definition) + "\"/>" + overrides + "</w:num>";
}

std::string start_override(int level, int start) {
  return "<w:lvlOverride w:ilvl=\"" + std::to_string(level) + "\"><w:startOverride w:val=\"" +
         std::to_string(start) + "\"/></w:lvlOverride>";
}

Lines read(const Docx& docx, Changes changes = Changes::kAccepted) {
  ReadOptions options;
  options.language = "en";
  options.changes = changes;
  return described_lines(read_docx(docx_of(docx), "act.docx", options));
}

const std::vector<Level> kClauses = {
    {"decimal", "%1."}, {"decimal", "%1.%2."}, {"lowerLetter", "(%3)"}};

}  // namespace

TEST_CASE("Word numbers") {
  struct Row {
    const char* why;
    std::string numbering;
    std::string body;
    Lines lines;
  };
  const Row rows[] = {
      {"levels count and begin again",
       definition(0, kClauses) + list(1, 0),
       item("One", 1) + item("Part", 1, 1) + item("Letter", 1, 2) + item("Part", 1, 1) +
           item("Letter", 1, 2) + item("Two", 1),
       {"1 item: 1. One", "2 item: 1.1. Part", "3 item: (a) Letter", "4 item: 1.2. Part",
        "5 item: (a) Letter", "6 item: 2. Two"}},
      {"lists of one definition count on",
       definition(0, kClauses) + list(1, 0) + list(2, 0),
       item("One", 1) + paragraph(run("Between.")) + item("Two", 2),
       {"1 item: 1. One", "2 body: Between.", "3 item: 2. Two"}},
      {"but for one that overrides the start",
       definition(0, kClauses) + list(1, 0) + list(2, 0, start_override(0, 7)),
       item("One", 1) + item("Seven", 2) + item("Eight", 2),
       {"1 item: 1. One", "2 item: 7. Seven", "3 item: 8. Eight"}},
      {"a level that is passed over counts as used",
       definition(0, kClauses) + list(1, 0),
       item("Letter", 1, 2) + item("Part", 1, 1) + item("Two", 1),
       {"1 item: (a) Letter", "2 item: 1.2. Part", "3 item: 2. Two"}},
      {"articles that count through chapters",
       definition(0, {{"upperRoman", "Chapter %1"},
                      {"decimal", "Article %2", "<w:lvlRestart w:val=\"0\"/>"},
                      {"decimal", "%1.%2.%3", "<w:isLgl/>"}}) +
           list(1, 0),
       item("A", 1) + item("B", 1, 1) + item("C", 1) + item("D", 1, 1) + item("E", 1, 2),
       {"1 item: Chapter I A", "2 item: Article 1 B", "3 item: Chapter II C", "4 item: Article 2 D",
        "5 item: 2.2.1 E"}},
      {"a level that only the first makes begin again",
       definition(0, {{"decimal", "%1"},
                      {"decimal", "%1.%2"},
                      {"decimal", "%3", "<w:lvlRestart w:val=\"1\"/>"}}) +
           list(1, 0),
       item("A", 1) + item("B", 1, 1) + item("C", 1, 2) + item("D", 1, 1) + item("E", 1, 2) +
           item("F", 1) + item("G", 1, 2),
       {"1 item: 1 A", "2 item: 1.1 B", "3 item: 1 C", "4 item: 1.2 D", "5 item: 2 E",
        "6 item: 2 F", "7 item: 1 G"}},
      {"bullets of fonts of signs",
       definition(0, {{"bullet", "\uF0B7", "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>"},
                      {"bullet", "–"}}) +
           list(1, 0),
       item("A", 1) + item("B", 1, 1),
       {"1 item: • A", "2 item: – B"}},
      {"list 0 has no number, nor one that is not there",
       definition(0, kClauses) + list(1, 0),
       item("A", 0) + item("B", 9),
       {"1 body: A", "2 body: B"}},
      {"empty paragraphs are counted, with a label of their own",
       definition(0, {{"decimal", "Article %1"}}) + list(1, 0),
       item("", 1) + paragraph("") + paragraph(run("The lamps.")) + item("", 1),
       {"1 item: Article 1", "3 body: The lamps.", "4 item: Article 2"}},
      {"a level that a list defines anew",
       definition(0, kClauses) +
           list(1, 0,
                "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt "
                "w:val=\"upperLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:lvlOverride>"),
       item("A", 1) + item("B", 1),
       {"1 item: C) A", "2 item: D) B"}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(read({.body = row.body, .numbering = row.numbering}) == row.lines);
  }
}

TEST_CASE("Word styles number paragraphs") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
      "</w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:basedOn "
      "w:val=\"N\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/>"
      "</w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:basedOn "
      "w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>"
      "<w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:name w:val=\"Clause\"/><w:basedOn "
      "w:val=\"H2\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Off\"><w:name w:val=\"Plain\"/><w:basedOn "
      "w:val=\"H1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr><w:outlineLvl w:val=\"9\"/>"
      "</w:pPr></w:style>"
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:name w:val=\"Articles\"/><w:pPr><w:numPr>"
      "<w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
  const std::string numbering =
      definition(0, {{"decimal", "%1.", "<w:pStyle w:val=\"H1\"/>"},
                     {"decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>"}}) +
      definition(1, {{"upperRoman", "%1"}}, "<w:styleLink w:val=\"L\"/>") +
      definition(2, {}, "<w:numStyleLink w:val=\"L\"/>") + list(1, 0) + list(2, 1) + list(3, 2);
  const auto styled = [](const std::string& style, const std::string& text) {
    return paragraph(run(text), "<w:pStyle w:val=\"" + style + "\"/>");
  };
  const std::string body = styled("H1", "Ports") + styled("H2", "Lamps") + styled("Sub", "Logs") +
                           styled("Off", "Plain") + styled("H1", "Piers") + item("Linked", 3);
  CHECK(read({.body = body, .numbering = numbering, .styles = styles}) ==
        Lines{"1 heading: 1. Ports", "2 heading: 1.1 Lamps", "3 item: 1.2 Logs", "4 body: Plain",
              "5 heading: 2. Piers", "6 item: I Linked"});
}

TEST_CASE("Word text") {
  struct Row {
    const char* why;
    std::string body;
    Lines lines;
  };
  const std::string field = "<w:r><w:fldChar w:fldCharType=\"";
  const Row rows[] = {
      {"tabs, breaks, hyphens, signs",
       paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
                 "<w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:font=\"Symbol\" "
                 "w:char=\"F0B1\"/></w:r>",
                 "<w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs>"),
       {"1 body: a b c\u2011de±"}},
      {"a break behind a stop parts lines",
       paragraph(run("Light;") + "<w:r><w:br/></w:r>" + run("(b) dark.")),
       {"1 body: Light;", "1 body: (b) dark."}},
      {"hidden text is left out",
       paragraph(run("Seen") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r>" +
                 "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> too</w:t></w:r>"),
       {"1 body: Seen too"}},
      {"raised figures",
       paragraph(run("40 m") +
                 "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"),
       {"1 body: 40 m²"}},
      {"fields show their result",
       paragraph(run("See ") + field +
                 "begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>" + field +
                 "separate\"/></w:r>" + run("Article 5") + field + "end\"/></w:r>" +
                 "<w:fldSimple w:instr=\"PAGE\">" + run("!") + "</w:fldSimple>" + "<w:hyperlink>" +
                 run(" there") + "</w:hyperlink>"),
       {"1 body: See Article 5! there"}},
      {"a table of contents is left out",
       paragraph(field + "begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>" + field +
                 "separate\"/></w:r>" + run("Lamps 3")) +
           paragraph(run("Piers 9")) + paragraph(field + "end\"/></w:r>") + paragraph(run("Text.")),
       {"4 body: Text."}},
      {"but not all that follows one without end",
       paragraph(field + "begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>" + field +
                 "separate\"/></w:r>" + run("Lamps 3")) +
           paragraph(run("Text.")),
       {"1 body: Lamps 3", "2 body: Text."}},
      {"a table of contents in a block of its own",
       "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
       "</w:docPartObj></w:sdtPr><w:sdtContent>" +
           paragraph(run("Lamps 3")) + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" +
           paragraph(run("Kept")) + "</w:sdtContent></w:sdt>",
       {"2 body: Kept"}},
      {"cells in reading order, merged ones once",
       "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph(run("A")) +
           "</w:tc><w:tc>" + paragraph(run("B")) +
           "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/>"
           "</w:tcPr>" +
           paragraph(run("no")) + "</w:tc><w:tc><w:tbl><w:tr><w:tc>" + paragraph(run("C")) +
           "</w:tc></w:tr></w:tbl>" + paragraph(run("D")) + "</w:tc></w:tr></w:tbl>" +
           paragraph(run("E")),
       {"1 cell: A", "2 cell: B", "4 cell: C", "5 cell: D", "6 body: E"}},
      {"a text box once, behind its paragraph",
       paragraph(run("Round ") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
                 paragraph(run("Box")) +
                 "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                 "<w:txbxContent>" +
                 paragraph(run("Box")) +
                 "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" +
                 run("it")),
       {"1 body: Round it", "2 body: Box"}},
      {"a heading that runs into its text",
       paragraph(run("Lamps."),
                 "<w:outlineLvl w:val=\"0\"/><w:rPr><w:vanish/><w:specVanish/>"
                 "</w:rPr>") +
           paragraph(run(" They burn.")),
       {"1 heading: Lamps. They burn."}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(read({.body = row.body}) == row.lines);
  }
}

TEST_CASE("Word notes follow the paragraph that calls them") {
  const auto note = [](const std::string& id, const std::string& text) {
    return "<w:footnote w:id=\"" + id + "\">" +
           paragraph("<w:r><w:footnoteRef/></w:r>" + run(text)) + "</w:footnote>";
  };
  const auto call = [](const std::string& id) {
    return "<w:r><w:footnoteReference w:id=\"" + id + "\"/></w:r>";
  };
  Docx docx;
  docx.body = paragraph(run("Lamps burn.") + call("4") + run(" Long.")) +
              paragraph(run("Piers") + call("2") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r>");
  docx.footnotes = note("2", "Second.") + note("4", "First.");
  docx.endnotes = "<w:endnote w:id=\"1\">" + paragraph(run("At the end.")) + "</w:endnote>";
  CHECK(read(docx) == Lines{"1 body: Lamps burn.¹ Long.", "1 note: ¹ First.", "2 body: Piers²[i]",
                            "2 note: ² Second.", "2 note: [i] At the end."});
  docx.settings = "<w:endnotePr><w:numFmt w:val=\"decimal\"/></w:endnotePr>";
  CHECK(read(docx).back() == "2 note: ¹ At the end.");
}

TEST_CASE("Word's tracked changes") {
  const std::string numbers = definition(0, kClauses) + list(1, 0);
  const std::string number = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
  const std::string body =
      paragraph(run("The ") + "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>" +
                    run("new") + "</w:ins>" + run(" lamps"),
                number) +
      paragraph("<w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>",
                number + "<w:rPr><w:del/></w:rPr>") +
      paragraph("<w:ins>" + run("Added") + "</w:ins>", number + "<w:rPr><w:ins/></w:rPr>") +
      paragraph("<w:moveFrom>" + run("Here") + "</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>") +
      paragraph(run("Last"), number) +
      paragraph("<w:moveTo>" + run("Here") + "</w:moveTo>", "<w:rPr><w:moveTo/></w:rPr>") +
      "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>" + paragraph(run("Row")) +
      "</w:tc></w:tr></w:tbl>" + paragraph(run("End"));
  CHECK(read({.body = body, .numbering = numbers}) ==
        Lines{"1 item: 1. The new lamps", "2 item: 2. Added", "4 item: 3. Last", "6 body: Here",
              "7 cell: Row", "8 body: End"});
  CHECK(read({.body = body, .numbering = numbers}, Changes::kRejected) ==
        Lines{"1 item: 1. The old lamps", "2 item: 2. Gone", "3 body: Here", "5 item: 3. Last",
              "8 body: End"});
}

TEST_CASE("A Word document is told by what it holds") {
  const std::string bytes = docx_of({.body = paragraph(run("The lamps burn all night."))});
  CHECK(reader_of(bytes).name == "docx");
  const Text text = read_text(bytes, "act", {});
  CHECK(text.language == "en");
  CHECK_FALSE(text.hard_wrapped);
  CHECK(text.lines[0].starts_paragraph);
  CHECK(reader_of("PK\x03\x04 and no more").name == "text");
}

TEST_CASE("Word documents without text or of damaged parts are refused") {
  const auto error_of = [](const Docx& docx) {
    try {
      read(docx);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  CHECK_THAT(error_of({.body = paragraph("")}), Catch::Contains("act.docx: the document holds no"));
  CHECK_THAT(error_of({.body = "<w:p>"}), Catch::Contains("word/document.xml, line 1, byte"));
  CHECK_THAT(error_of({.body = paragraph(run("a")), .numbering = "<w:num>"}),
             Catch::Contains("word/numbering.xml"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:tbl>";
  CHECK_THAT(error_of({.body = deep}), Catch::Contains("nest too deep"));
}
