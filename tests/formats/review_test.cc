// The review sheet and the two files that are made of it, over documents small enough to see whole.
#include <zip.h>

#include <catch2/catch.hpp>
#include <string>

#include "formats/docx_writer.h"
#include "formats/html_page.h"
#include "formats/review_sheet.h"
#include "formats/xml_reader.h"

namespace synoptic {

namespace {

Document document(const std::string& language,
                  const std::vector<std::pair<std::string, std::string>>& clauses) {
  Document document;
  document.language = language;
  document.file = language + ".txt";
  for (const auto& [path, text] : clauses) {
    Unit unit;
    unit.path = path;
    if (!document.text.empty()) document.text += '\n';
    unit.text.begin = static_cast<uint32_t>(document.text.size());
    document.text += text;
    unit.text.end = static_cast<uint32_t>(document.text.size());
    document.units.push_back(unit);
  }
  return document;
}

Link link(std::vector<UnitId> original, std::vector<UnitId> translation, bool moved = false) {
  Link made;
  made.original = std::move(original);
  made.translation = std::move(translation);
  made.moved = moved;
  return made;
}

FindingSpan words(const Document& document, UnitId unit, std::string_view text) {
  const auto at = document.text.find(text, document.units[unit].text.begin);
  REQUIRE(at != std::string::npos);
  const auto begin = static_cast<uint32_t>(at);
  return {unit, {begin, begin + static_cast<uint32_t>(text.size())}};
}

// Clause 1 twice marked, 2 and 3 merged in German, 3 missing in Arabic, which adds 4.
struct Sample {
  Document en =
      document("en", {{"1", "Pay <12> & \"go\" by 3 May."}, {"2", "Two."}, {"3", "Three."}});
  Document de =
      document("de", {{"1", "Zahle <13> & \"geh\" bis 3. Mai."}, {"2", "Zwei und drei."}});
  Document ar = document("ar", {{"1", "ادفع ١٤"}, {"2", "اثنان"}, {"4", "زيادة"}});
  Alignment to_de{{link({0}, {0}), link({1, 2}, {1})}, {}};
  Alignment to_ar{{link({0}, {0}), link({1}, {1}, true), link({}, {2}), link({2}, {})}, {}};
  Finding number{
      "number", Severity::kError, {0}, {0}, {words(en, 0, "<12>")}, {words(de, 0, "<13>")}, {}};
  Finding clause{
      "quotation", Severity::kInfo, {0}, {0}, {words(en, 0, "<12> & \"go\"")}, {words(ar, 0, "١٤")},
      {}};
  Finding lost{"missing-clause", Severity::kError, {2}, {}, {}, {}, {}};
  Finding whole{"heading-count", Severity::kWarning, {}, {}, {}, {}, {}};

  ReviewInput input() const {
    return {"A & B",
            en,
            {{de, to_de}, {ar, to_ar}},
            {{&lost, 1, "Lost", "3 has no counterpart"},
             {&number, 0, "Number", "12 is <13>"},
             {&clause, 1, "Quotation", "\"go\""},
             {&whole, 1, "Headings", "no headings"}}};
  }
};

struct Reader {
  std::string all;    // <name> and text, in order
  std::string marks;  // "numbers:text|"
  int marked = 0;
  void begin(const XmlTag& tag) {
    all.append("<").append(tag.name).append(">");
    for (const char* reference : {"src", "href"}) {
      const std::string_view value = tag.attribute(reference);
      CHECK((value.empty() || value.starts_with('#')));
    }
    if (tag.name == "mark") {
      marked = 1;
      marks += std::string(tag.attribute("data-finding")) + ":";
    }
  }
  void end(std::string_view name) {
    if (name != "mark") return;
    marked = 0;
    marks += "|";
  }
  void text(std::string_view text) {
    all += text;
    if (marked) marks += text;
  }
};

std::string entry(const std::string& archive, const char* name) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  REQUIRE(zip != nullptr);
  zip_stat_t stat;
  REQUIRE(zip_stat(zip, name, 0, &stat) == 0);
  std::string bytes(stat.size, '\0');
  zip_file_t* file = zip_fopen(zip, name, 0);
  REQUIRE(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(stat.size));
  zip_fclose(file);
  zip_discard(zip);
  return bytes;
}

}  // namespace

TEST_CASE("A sheet has a line a clause, and cells that span what they merge", "[formats][review]") {
  const Sample sample;
  const ReviewInput input = sample.input();
  const ReviewSheet sheet = review_sheet(input);
  REQUIRE(sheet.rows.size() == 3);  // 1; 2 and 3; the added 4
  const SheetRow& merged = sheet.rows[1];
  REQUIRE(merged.lines.size() == 2);
  REQUIRE(merged.lines[0].cells.size() == 3);
  CHECK(merged.lines[0].cells[1].lines == 2);
  CHECK(merged.lines[0].cells[1].fate == ClauseFate::kMerged);
  CHECK(merged.lines[0].cells[2].fate == ClauseFate::kMoved);
  REQUIRE(merged.lines[1].cells.size() == 2);  // the German one reaches down
  CHECK(merged.lines[1].cells[1].missing);
  CHECK(sheet.rows[2].extra_in == 2);
  CHECK(sheet.rows[2].lines[0].path == "4");
  CHECK(sheet.columns[2].right_to_left);
  CHECK(sheet.columns[2].script == "Arab");
  CHECK(sheet.columns[2].paired == 2);
}

TEST_CASE("Findings are numbered down the page", "[formats][review]") {
  const Sample sample;
  const ReviewInput input = sample.input();
  const ReviewSheet sheet = review_sheet(input);
  CHECK(sheet.on_the_whole == std::vector<uint32_t>{1});
  CHECK(sheet.rows[0].findings == std::vector<uint32_t>{2, 3});
  CHECK(sheet.rows[1].findings == std::vector<uint32_t>{4});
}

TEST_CASE("The page is well-formed, marks exactly the words and fetches nothing",
          "[formats][html]") {
  const Sample sample;
  const ReviewInput input = sample.input();
  const ReviewSheet sheet = review_sheet(input);
  const std::string html = to_html(sheet, "1<2");
  Reader reader;
  read_xml_with(html, std::string("page"), reader);
  CHECK(reader.marks == "2 3:<12>|3: & \"go\"|2:<13>|3:١٤|");
  CHECK_THAT(reader.all, Catch::Contains("<title>A & B"));
  CHECK_THAT(reader.all, Catch::Contains("12 is <13>") && Catch::Contains("∅ no counterpart"));
  CHECK_THAT(html, Catch::Contains("rowspan=\"2\"") && Catch::Contains("lang=\"ar\" dir=\"rtl\""));
  CHECK_THAT(html, Catch::Contains("content=\"default-src 'none'") && Catch::Contains("1&lt;2"));
  CHECK(html.find("http", html.find("<head>")) == html.find("http-equiv"));
  CHECK(html.find("url(") == std::string::npos);
  CHECK(html == to_html(review_sheet(input), "1<2"));
}

TEST_CASE("The number of a mark waits for the end of the word", "[formats][html]") {
  struct Row {
    std::string text;
    std::string_view marked;
    const char* html;
  };
  const Row kRows[] = {
      {"the 43rd day", "43", "</mark>rd<a"}, {"سريعتر از", "سريع", "</mark>تر<a"},
      {"no word", "no", "</mark><a"},        {"尚未曾毁", "未", "</mark><a"},
      {"at 3.", "3", "</mark><a"},
  };
  for (const Row& row : kRows) {
    const Document en = document("en", {{"1", row.text}});
    const Document fr = document("fr", {{"1", "x"}});
    const Alignment alignment{{link({0}, {0})}, {}};
    const Finding finding{"x", Severity::kError, {0}, {0}, {words(en, 0, row.marked)}, {}, {}};
    const ReviewInput input{"x", en, {{fr, alignment}}, {{&finding, 0, "x", "x"}}};
    CHECK_THAT(to_html(review_sheet(input), "1"), Catch::Contains(row.html));
  }
}

TEST_CASE("No text gets out of its element", "[formats][html]") {
  const char* kTexts[] = {"</script><script>alert(1)</script>",
                          "\"><img src=x onerror=y>",
                          "]]>",
                          "<!--",
                          "&amp;",
                          "a\x01b",
                          "\xFF\xFE",
                          "'",
                          "\xE2\x80\xAEx"};
  for (const std::string text : kTexts) {
    Document en = document(text, {{text, text}});
    Document fr = document("fr", {{"1", text}});
    en.file = text;
    const Alignment alignment{{link({0}, {0})}, {}};
    const Finding finding{text, Severity::kError, {0}, {0}, {words(en, 0, text)}, {}, {}};
    const ReviewInput input{text, en, {{fr, alignment}}, {{&finding, 0, text, text}}};
    const std::string html = to_html(review_sheet(input), "1");
    Reader reader;
    INFO(text);
    read_xml_with(html, std::string("page"), reader);
    CHECK(reader.all.find("<img>") == std::string::npos);
    CHECK(html.find("<script>") == html.rfind("<script>"));
    CHECK(html.find("</script>") == html.rfind("</script>"));
    CHECK(html.find("<!--") == std::string::npos);
  }
}

TEST_CASE("A document for word processors has a comment a finding", "[formats][docx]") {
  const Sample sample;
  const ReviewInput input = sample.input();
  const std::string docx = to_docx(review_sheet(input));
  CHECK(docx == to_docx(review_sheet(input)));
  for (const char* part :
       {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml"}) {
    Reader reader;
    read_xml_with(entry(docx, part), std::string(part), reader);
  }
  const std::string body = entry(docx, "word/document.xml");
  const std::string comments = entry(docx, "word/comments.xml");
  Reader reader;
  read_xml_with(body, std::string("document"), reader);
  read_xml_with(comments, std::string("comments"), reader);
  for (const std::string id : {"2", "3", "4"}) {
    INFO(id);
    const std::string attribute = std::string("w:id=\"") + id + "\"";
    CHECK_THAT(comments, Catch::Contains("<w:comment " + attribute));
    for (const char* tag : {"commentRangeStart", "commentRangeEnd", "commentReference"}) {
      const std::string element = std::string("<w:") + tag + " " + attribute;
      CHECK(body.find(element) != std::string::npos);
      CHECK(body.find(element) == body.rfind(element));
    }
  }
  CHECK_THAT(body, Catch::Contains("<w:tblHeader/>") && Catch::Contains("<w:bidi/>"));
  CHECK_THAT(body,
             Catch::Contains("<w:vMerge w:val=\"restart\"/>") && Catch::Contains("<w:vMerge/>"));
  CHECK_THAT(body, Catch::Contains("&lt;13&gt;") && Catch::Contains("no headings"));
}

}  // namespace synoptic
