#include <catch2/catch.hpp>
#include <string>

#include "formats/csv_writer.h"
#include "formats/parallel_text.h"
#include "formats/tmx_writer.h"

namespace synoptic {

namespace {

// One unit for each text, one segment for each sentence between full stops.
Document document(const std::string& language,
                  const std::vector<std::pair<std::string, std::vector<std::string>>>& clauses) {
  Document document;
  document.language = language;
  for (const auto& [path, sentences] : clauses) {
    Unit unit;
    unit.path = path;
    document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
    unit.text.begin = static_cast<uint32_t>(document.text.size());
    for (const std::string& sentence : sentences) {
      if (document.text.size() > unit.text.begin) document.text += "  ";
      const auto begin = static_cast<uint32_t>(document.text.size());
      document.text += sentence;
      document.segments.push_back({{begin, static_cast<uint32_t>(document.text.size())},
                                   static_cast<UnitId>(document.units.size())});
    }
    unit.text.end = static_cast<uint32_t>(document.text.size());
    document.units.push_back(unit);
  }
  document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
  return document;
}

Link link(std::vector<UnitId> original, std::vector<UnitId> translation,
          std::vector<Bead> beads = {}) {
  Link made;
  made.original = std::move(original);
  made.translation = std::move(translation);
  made.beads = std::move(beads);
  return made;
}

struct Sample {
  Document en = document("en", {{"1", {"One, \"two\"."}}, {"2", {"A.", "B."}}, {"3", {"C."}}});
  Document fr = document("fr", {{"1", {"Un."}}, {"2", {"A et B."}}, {"2bis", {"De plus."}}});
  Document de = document("de", {{"1", {"Eins."}}, {"2+3", {"A.", "B und C."}}});
  Alignment to_fr{
      {link({0}, {0}, {{1, 1, 0}}), link({1}, {1}, {{2, 1, 0}}), link({}, {2}), link({2}, {})}, {}};
  Alignment to_de{{link({0}, {0}, {{1, 1, 0}}), link({1, 2}, {1}, {{1, 1, 0}, {3, 2, 0}})}, {}};

  ParallelText rows(RowSize size) const {
    return parallel_text("w", en, {{fr, to_fr}, {de, to_de}}, size);
  }
};

}  // namespace

TEST_CASE("Clauses as a table of values", "[formats][csv]") {
  CHECK(to_csv(Sample().rows(RowSize::kClause)) ==
        "path,en,fr,de\r\n"
        "1,\"One, \"\"two\"\".\",Un.,Eins.\r\n"
        "2+3,\"A.  B.\nC.\",A et B.,A.  B und C.\r\n"
        "2bis,,De plus.,\r\n");
}

TEST_CASE("Sentences as a table of values", "[formats][csv]") {
  CHECK(to_csv(Sample().rows(RowSize::kSentence)) ==
        "path,en,fr,de\r\n"
        "1,\"One, \"\"two\"\".\",Un.,Eins.\r\n"
        "2+3,\"A.  B.\nC.\",A et B.,A.  B und C.\r\n"
        "2bis,,De plus.,\r\n");
}

TEST_CASE("A translation memory of all languages", "[formats][tmx]") {
  const std::string tmx = to_tmx(Sample().rows(RowSize::kClause), RowSize::kClause, "1.0");
  CHECK(
      tmx ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<tmx version=\"1.4\">\n"
      "  <header creationtool=\"synoptic\" creationtoolversion=\"1.0\" segtype=\"paragraph\""
      " o-tmf=\"synoptic\" adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/>\n"
      "  <body>\n"
      "    <tu>\n"
      "      <prop type=\"x-work\">w</prop>\n"
      "      <prop type=\"x-path\">1</prop>\n"
      "      <tuv xml:lang=\"en\"><seg>One, &quot;two&quot;.</seg></tuv>\n"
      "      <tuv xml:lang=\"fr\"><prop type=\"x-cost-nats\">0.00</prop><seg>Un.</seg></tuv>\n"
      "      <tuv xml:lang=\"de\"><prop type=\"x-cost-nats\">0.00</prop><seg>Eins.</seg></tuv>\n"
      "    </tu>\n"
      "    <tu>\n"
      "      <prop type=\"x-work\">w</prop>\n"
      "      <prop type=\"x-path\">2+3</prop>\n"
      "      <tuv xml:lang=\"en\"><seg>A.  B.\nC.</seg></tuv>\n"
      "      <tuv xml:lang=\"fr\"><prop type=\"x-cost-nats\">0.00</prop><seg>A et B.</seg></tuv>\n"
      "      <tuv xml:lang=\"de\"><prop type=\"x-cost-nats\">0.00</prop><seg>A.  B und "
      "C.</seg></tuv>\n"
      "    </tu>\n"
      "  </body>\n"
      "</tmx>\n");
}

TEST_CASE("Text in XML", "[formats][tmx]") {
  struct Row {
    const char* why;
    std::string text;
    std::string xml;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"markup", "<a href=\"x\">&amp;</a>", "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"},
      {"white space stays", "a\tb\nc", "a\tb\nc"},
      {"a carriage return would be read as a line feed", "a\rb", "a&#13;b"},
      {"controls are no XML",
       std::string("a\0\x01\x1F\x0C"
                   "b",
                   6),
       "a����b"},
      {"delete and C1 controls are", "\x7F\xC2\x85", "\x7F\xC2\x85"},
      {"noncharacters", "\xEF\xBF\xBE\xEF\xBF\xBF", "��"},
      {"beyond the basic plane", "𠀀😀", "𠀀😀"},
      {"bytes that are no UTF-8", "a\xFF\xC3(\xE2\x82", "a��(��"},
      {"surrogates", "\xED\xA0\x80", "���"},
      {"overlong", "\xC0\xAF\xE0\x80\xAF", "�����"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(escape_xml(row.text) == row.xml);
  }
}

}  // namespace synoptic
