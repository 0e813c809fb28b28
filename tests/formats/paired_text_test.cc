// Files that hold pairs: what each row of good and of bad input gives.
#include "formats/paired_text.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "formats/paired_readers.h"
#include "formats/table_text.h"
#include "formats/xliff_writer.h"
#include "formats/xlsx_writer.h"
#include "formats/xml_head.h"
#include "text/error.h"

namespace synoptic {

namespace {

struct Case {
  std::string_view why;
  std::string bytes;
  std::string_view expected;  // rows "a|b;c|d" behind "en|fr: ", or "error: ", what it says
};

std::string shown(const PairedText& paired) {
  std::string all;
  for (const std::string& language : paired.languages) all += (all.empty() ? "" : "|") + language;
  all += ":";
  for (const PairedRow& row : paired.rows) {
    all += row.continues ? " +" : " ";
    if (!row.path.empty()) all += row.path + "=";
    for (std::size_t i = 0; i < row.cells.size(); ++i) all += (i > 0 ? "|" : "") + row.cells[i];
    all += ";";
  }
  return all;
}

std::string read(const std::string& bytes) {
  const PairedReader* reader = paired_reader_of(bytes);
  if (reader == nullptr) return "no pairs";
  try {
    return shown(reader->read(bytes, "file", {}));
  } catch (const Error& error) {
    return "error: " + std::string(error.what());
  }
}

std::string tmx(std::string_view body) {
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">"
         "<header srclang=\"en\"/><body>" +
         std::string(body) + "</body></tmx>";
}

std::string unit(std::string_view en, std::string_view fr) {
  return "<tu><tuv xml:lang=\"EN\"><seg>" + std::string(en) + "</seg></tuv><tuv xml:lang=\"fr\">" +
         "<seg>" + std::string(fr) + "</seg></tuv></tu>";
}

std::string xliff(std::string_view units) {
  return "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" "
         "trgLang=\"fr\"><file id=\"f\">" +
         std::string(units) + "</file></xliff>";
}

std::string utf16(std::string_view ascii) {
  std::string wide = "\xFF\xFE";
  for (const char c : ascii) wide += c, wide += '\0';
  return wide;
}

void check_all(std::initializer_list<Case> cases) {
  for (const Case& one : cases) {
    INFO(one.why);
    const std::string got = read(one.bytes);
    if (one.expected.starts_with("error: ")) {
      CHECK_THAT(got, Catch::Contains(std::string(one.expected.substr(7))));
      CHECK_THAT(got, Catch::StartsWith("error: "));
    } else {
      CHECK(got == one.expected);
    }
  }
}

}  // namespace

TEST_CASE("a TMX whose units stand inside of each other is read or refused, nothing worse") {
  const std::string deep =
      "<tu><tuv xml:lang='en'><seg>Bread<tuv xml:lang='fr'><tuv xml:lang='de'><tuv xml:lang='el'>"
      "</tuv></tuv></tuv> and salt</seg></tuv></tu>";
  CHECK_FALSE(read(tmx(deep)).empty());
  CHECK_FALSE(
      read(tmx("<tu><tuv xml:lang='en'><seg>Bread<tu></tu> and salt</seg></tuv></tu>")).empty());
  CHECK_FALSE(read(tmx("<tu><tu></tu></tuv></tu>")).empty());
}

TEST_CASE("Translation memories", "[formats][tmx]") {
  check_all({
      {"a unit", tmx(unit("One.", "Un.")), "en|fr: One.|Un.;"},
      {"codes go, what they mark stays",
       tmx(unit("<bpt i='1'>&lt;b></bpt>One<ept i='1'>&lt;/b></ept> <hi>two</hi><ph>x</ph>", "Un")),
       "en|fr: One two|Un;"},
      {"white space is one space", tmx(unit("\n  One\n  two ", "Un")), "en|fr: One two|Un;"},
      {"the source language goes first",
       tmx("<tu><tuv xml:lang='fr'><seg>Un</seg></tuv><tuv xml:lang='en-GB'><seg>One</seg></tuv>"
           "</tu>"),
       "en-GB|fr: One|Un;"},
      {"three languages, one of them missing in a unit",
       tmx(unit("One", "Un") + "<tu><tuv xml:lang='de'><seg>Zwei</seg></tuv></tu>"),
       "en|fr|de: One|Un|; ||Zwei;"},
      {"an old memory says lang", tmx("<tu><tuv lang='en'><seg>A</seg></tuv></tu>"), "en: A;"},
      {"paths join the sentences of a clause",
       tmx("<tu><prop type='x-path'>1</prop><tuv xml:lang='en'><seg>A.</seg></tuv></tu>"
           "<tu><prop type='x-path'>1</prop><tuv xml:lang='en'><seg>B.</seg></tuv></tu>"),
       "en: 1=A.; +1=B.;"},
      {"UTF-16", utf16(tmx(unit("One.", "Un."))), "en|fr: One.|Un.;"},
      {"an encoding that Expat does not know",
       "<?xml version='1.0' encoding='windows-1252'?><tmx><header srclang='en'/><body>" +
           unit("\x93One\x94", "\xC9t\xE9") + "</body></tmx>",
       "en|fr: “One”|Été;"},
      {"no text", tmx(""), "error: it holds no text"},
      {"an entity bomb", "<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx><body>&a;</body></tmx>",
       "error: line 1, column"},
      {"an entity of an outside DTD", tmx(unit("A&nbsp;B", "C")),
       "error: it refers to an entity that it does not declare"},
      {"cut off", tmx(unit("One", "Un")).substr(0, 160), "error: no well-formed XML"},
  });
}

TEST_CASE("XLIFF", "[formats][xliff]") {
  check_all({
      {"segments are sentences of their unit",
       xliff("<unit id='1'><segment><source>A.</source><target>B.</target></segment><ignorable>"
             "<source> </source></ignorable><segment><source>C.</source></segment></unit>"),
       "en|fr: A.|B.; +C.|;"},
      {"codes and marks",
       xliff("<group id='g'><unit id='1'><segment><source><pc id='1'>A</pc> <mrk id='2' "
             "type='term'>b</mrk><ph id='3'/></source><target>C</target></segment></unit></group>"),
       "en|fr: A b|C;"},
      {"what is not to be translated",
       xliff("<unit id='1' translate='no'><segment><source>X</source></segment></unit><unit id='2'>"
             "<segment><source>A</source><target>B</target></segment></unit>"),
       "en|fr: A|B;"},
      {"1.2 with segments",
       "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' "
       "datatype='x' source-language='en' target-language='de'><body><trans-unit id='1'>"
       "<source>A. B.</source><seg-source><mrk mtype='seg' mid='1'>A.</mrk> <mrk mtype='seg' "
       "mid='2'>B.</mrk></seg-source><target><mrk mtype='seg' mid='1'>C.</mrk></target>"
       "<alt-trans><target>no</target></alt-trans></trans-unit></body></file></xliff>",
       "en|de: A.|C.; +B.|;"},
      {"1.2 with codes",
       "<xliff version='1.2'><file original='a' datatype='x' source-language='en' "
       "target-language='de'><body><trans-unit id='1'><source><g id='1'>A</g><x id='2'/>"
       "<bpt id='3'>b</bpt></source><target>C</target></trans-unit></body></file></xliff>",
       "en|de: A|C;"},
      {"no source language", "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0'/>",
       "error: language of its source"},
      {"an unknown version", "<xliff xmlns='urn:x'/>", "error: namespace"},
  });
}

TEST_CASE("XLIFF that breaks a rule is read with a warning", "[formats][xliff]") {
  const std::pair<std::string, std::string_view> cases[] = {
      {"<unit id='1'><segment id='a'><source>A</source></segment><segment id='a'><source>B</source>"
       "</segment></unit>",
       "the id of a segment, code or annotation is used once in its unit"},
      {"<unit id='1'><segment><source>A</source><target xml:lang='de'>B</target></segment></unit>",
       "xml:lang of <target> is the language that <xliff> states"},
      {"<unit id='1'><segment><source>A<ph id='1' dataRef='d'/></source></segment></unit>",
       "dataRef is the id of a <data> of the unit"},
      {"<unit id='1'><segment><source>A<ec startRef='1'/></source></segment><segment><source>"
       "<sc id='1'/>B</source></segment></unit>",
       "<sc> and <ec> stand in this order"},
      {"<unit id='1'><segment><source>A</source><target order='2'>B</target></segment><segment>"
       "<source>C</source><target>D</target></segment></unit>",
       "each <target> of a unit has an order of its own"},
      {"<unit><segment><source>A</source></segment></unit>", "<unit> has the attribute id"},
      {"<unit id='1'><segment><source>A</source><target>B</target><source>C</source></segment>"
       "</unit>",
       "<segment> holds one <source>"},
  };
  for (const auto& [units, rule] : cases) {
    const std::string bytes = xliff(units);
    const PairedText paired = paired_reader_of(bytes)->read(bytes, "file", {});
    REQUIRE(!paired.warnings.empty());
    CHECK(paired.warnings[0].rule == rule);
    CHECK(paired.warnings[0].line == 1);
  }
}

TEST_CASE("Tables", "[formats][csv]") {
  check_all({
      {"tags", "en,fr\r\nOne,Un\r\n", "en|fr: One|Un;"},
      {"names, a column that is passed over, semicolons", "French;Notes;Deutsch\nUn;x;Eins\n",
       "fr|de: Un|Eins;"},
      {"tabs and a path", "path\ten\tfr\n1\tOne\tUn\n2\tTwo\t\n", "en|fr: 1=One|Un; 2=Two|;"},
      {"quotation marks", "en,fr\n\"a, \"\"b\"\"\",\"c\nd\"\n", "en|fr: a, \"b\"|c d;"},
      {"lines of clauses are kept where a path is", "path,en,fr\n1+2,\"a\nb\",c\n",
       "en|fr: 1+2=a\nb|c;"},
      {"a byte-order mark",
       "\xEF\xBB\xBF"
       "en,fr\nOne,Un\n",
       "en|fr: One|Un;"},
      {"never closed", "en,fr\n\"One,Un\n", "error: line 2: a field begins"},
      {"one language is no table", "en,notes\nOne,x\n", "no pairs"},
      {"a text is no table", "No, so it is.\n1. The towns share one watch.\n", "no pairs"},
      {"a header without rows", "en,fr\n", "no pairs"},
  });
}

TEST_CASE("The name of the root element", "[formats][xml]") {
  CHECK(xml_root_name(
            "<?xml version='1.0'?><!DOCTYPE t [<!ENTITY a 'b'>]><!-- c --><n:tmx a='b'>") == "tmx");
  CHECK(xml_root_name("text") == "");
  CHECK(xml_root_name("<!-- never closed") == "");
}

TEST_CASE("Pairs that are written are read back", "[formats][xlsx][xliff]") {
  ParallelText parallel{"w", {"en", "ar"}, {}};
  parallel.rows = {{"1", {"One.", "واحد."}}, {"1", {"Two.", ""}}, {"2+3", {"A.\nB.", "جيم"}}};
  for (ParallelText::Row& row : parallel.rows) row.labels.resize(2);
  parallel.rows[0].labels = {"1.", "١."};
  parallel.rows[1].marks = {{1, Severity::kError, "missing-text", "a <sentence> & more"}};
  const std::string rows = "en|ar: 1=One.|واحد.; +1=Two.|; 2+3=A.\nB.|جيم;";
  CHECK(read(to_xlsx(parallel)) == rows);
  CHECK(read(to_xliff(parallel, 1, "1.0")) == rows);
  const std::string bytes = to_xliff(parallel, 1, "1.0");
  const PairedText paired = paired_reader_of(bytes)->read(bytes, "file", {});
  CHECK(paired.warnings.empty());
  CHECK(paired.rows[0].labels == std::vector<std::string>{"1.", "١."});
}

}  // namespace synoptic
