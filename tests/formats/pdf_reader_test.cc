#include "formats/pdf_reader.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "align/convention.h"
#include "align/outline.h"
#include "formats/readers.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;
using samples::pdf_of;
using samples::pdf_of_contents;
using Page = std::vector<samples::PdfPiece>;

namespace {

// False, and said so, where poppler-utils is not installed.
bool has_pdftotext() {
  static const bool has = std::system("command -v pdftotext >/dev/null") == 0;
  if (!has) WARN("skipped: pdftotext is missing (apt-get install poppler-utils)");
  return has;
}

// Lines below each other in type of 10 points: 6 points a character.
void set(Page& page, double left, double top, const std::vector<std::string>& lines,
         double size = 10) {
  for (const std::string& line : lines) {
    if (!line.empty()) page.push_back({left, top, size, line});
    top += 1.2 * size;
  }
}

// Label, path and text of each clause.
std::vector<std::string> clauses_of(const std::string& pdf) {
  ReadOptions options;
  options.language = "en";
  const Document document = outline(read_text(pdf, "act.pdf", options), load_convention("en"));
  std::vector<std::string> clauses;
  for (UnitId i = 0; i < document.units.size(); ++i) {
    std::string clause = document.units[i].path + '|';
    if (document.units[i].kind == UnitKind::kNote) clause += "note|";
    if (document.units[i].kind == UnitKind::kCell) clause += "cell|";
    clauses.push_back(clause + std::string(document.text_of(i)));
  }
  return clauses;
}

std::string error_of(const std::string& pdf) {
  return samples::error_of([&] { read_text(pdf, "act.pdf", {}); });
}

}  // namespace

TEST_CASE("paragraphs of a PDF are told from wrapped lines by geometry") {
  if (!has_pdftotext()) return;
  struct Row {
    const char* what;
    std::vector<std::string> lines;  // "" is white, blanks in front set a line in
    std::vector<std::string> clauses;
  };
  const Row rows[] = {
      {"white between paragraphs, words parted at a line's end",
       {"The towns of the river keep one watch over it and share",
        "what it costs, each by the num-", "ber of its people.", "",
        "They meet each year in spring to hear what the watch has",
        "seen, and to settle what it is paid."},
       {"title|The towns of the river keep one watch over it and share what it costs, each by the "
        "number of its people.",
        "¶1|They meet each year in spring to hear what the watch has seen, and to settle what it "
        "is paid."}},
      {"a short last line and no more",
       {"1. The towns of the river keep one watch over all of it.",
        "2. They share what it costs, "
        "each by the number of people",
        "that live in it.",
        "3. They meet each year in spring to "
        "hear what the watch",
        "has seen."},
       {"1|The towns of the river keep one watch over all of it.",
        "2|They share what it costs, each by the number of people that live in it.",
        "3|They meet each year in spring to hear what the watch has seen."}},
      {"first lines set in",
       {"   The towns of the river keep one watch over all of it,",
        "and they share what it costs, "
        "by the number of the people.",
        "   They meet each year in spring to hear what the watch",
        "has seen in the year before, and to settle what is paid.",
        "   They keep two boats ready "
        "by day and night, for which",
        "each pays its share before the spring meeting has begun."},
       {"title|The towns of the river keep one watch over all of it, and they share what it costs, "
        "by the number of the people.",
        "¶1|They meet each year in spring to hear what the watch has seen in the year before, and "
        "to settle what is paid.",
        "¶2|They keep two boats ready by day and night, for which each pays its share before the "
        "spring meeting has begun."}},
      {"labels that hang",
       {"1. The towns of the river keep", "   (a) one watch over all of the river from its spring",
        "       down to the sea and the islands that lie before it;",
        "   (b) two boats that lie ready by day and by night, in a",
        "       port that they choose.", "2. They meet each year in spring."},
       {"1|The towns of the river keep",
        "1.1|one watch over all of the river from its spring down to the sea and the islands that "
        "lie before it;",
        "1.2|two boats that lie ready by day and by night, in a port that they choose.",
        "2|They meet each year in spring."}},
  };
  for (const Row& row : rows) {
    Page page;
    set(page, 100, 100, row.lines);
    // The blanks in front are room.
    for (auto& piece : page) {
      const std::size_t blanks = piece.text.find_first_not_of(' ');
      piece.left += 6 * static_cast<double>(blanks);
      piece.text.erase(0, blanks);
    }
    INFO(row.what);
    CHECK(clauses_of(pdf_of({page})) == row.clauses);
  }
}

TEST_CASE("columns of a PDF are read one after the other, under what runs over both") {
  if (!has_pdftotext()) return;
  Page page;
  set(page, 130, 60, {"Charter of the River Towns and of the Ports on Its Banks"});
  set(page, 80, 100,
      {"1. The towns of the river keep", "one watch over all of it, from",
       "the spring to the sea, "
       "and hold",
       "it together by day and night.", "2. They share what it costs by"});
  set(page, 310, 100,
      {"the number of people that live", "in each of them when the year", "begins.",
       "3. They meet each year in the", "spring to hear what was seen."});
  CHECK(clauses_of(pdf_of({page})) ==
        std::vector<std::string>{
            "title|Charter of the River Towns and of the Ports on Its Banks",
            "1|The towns of the river keep one watch over all of it, from the spring to the sea, "
            "and hold it together by day and night.",
            "2|They share what it costs by the number of people that live in each of them when the "
            "year begins.",
            "3|They meet each year in the spring to hear what was seen."});
}

TEST_CASE("tables of a PDF are read row by row") {
  if (!has_pdftotext()) return;
  Page page;
  set(page, 80, 100, {"1. The towns pay for each of the boats that lie in their ports."});
  set(page, 80, 140, {"Port of the", "river"});
  set(page, 200, 140, {"Fee"});
  set(page, 300, 140, {"Payable before"});
  set(page, 80, 180, {"Ruse"});
  set(page, 200, 180, {"12"});
  set(page, 300, 180, {"the first day of", "each month"});
  set(page, 80, 220, {"Vienna"});
  set(page, 200, 220, {"15"});
  set(page, 300, 220, {"spring"});
  const Text text = read_text(pdf_of({page}), "act.pdf", {});
  const std::vector<std::string> lines = samples::lines_of(text);
  CHECK(lines ==
        std::vector<std::string>{"1. The towns pay for each of the boats that lie in their ports.",
                                 "Port of the", "river", "Fee", "Payable before", "Ruse", "12",
                                 "the first day of", "each month", "Vienna", "15", "spring"});
  CHECK(text.lines[1].role == Role::kCell);
  CHECK(text.lines[2].continues_paragraph);
}

TEST_CASE("running headers and page numbers of a PDF go, sentences that they cut are whole") {
  if (!has_pdftotext()) return;
  std::vector<Page> pages(3);
  const std::vector<std::vector<std::string>> texts = {
      {"1. The towns of the river keep one watch over all of it,",
       "and they share what it costs, "
       "by the number of the people"},
      {"that live in each of them when the year begins.", "2. They meet each year in the spring."},
      {"3. They keep two boats."}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    set(pages[i], 80, 40, {"River Charter"}, 8);
    set(pages[i], 290, 800, {"- " + std::to_string(i + 1) + " -"}, 8);
    set(pages[i], 80, 100, texts[i]);
  }
  CHECK(clauses_of(pdf_of(pages)) ==
        std::vector<std::string>{
            "1|The towns of the river keep one watch over all of it, and they share what it costs, "
            "by the number of the people that live in each of them when the year begins.",
            "2|They meet each year in the spring.", "3|They keep two boats."});
  CHECK(read_text(pdf_of(pages), "act.pdf", {}).lines.back().number == 3);
}

TEST_CASE("footnotes of a PDF stand behind the clause that calls them") {
  if (!has_pdftotext()) return;
  Page page;
  set(page, 80, 100,
      {"1. The towns of the river keep one watch over it in Annex I", "and share what it costs.",
       "", "2. They meet each year in the spring."});
  page.push_back({434, 97, 6, "1"});  // raised behind "Annex I"
  set(page, 80, 700, {"1 As amended by the second meeting of the towns."}, 7);
  CHECK(clauses_of(pdf_of({page})) ==
        std::vector<std::string>{
            "1|The towns of the river keep one watch over it in Annex I¹ and share what it costs.",
            "1.¶1|note|¹ As amended by the second meeting of the towns.",
            "2|They meet each year in the spring."});
}

TEST_CASE("PDF that is not read is refused with what to do") {
  if (!has_pdftotext()) return;
  const std::string good = pdf_of({{{80, 100, 10, "1. The towns keep one watch."}}});
  REQUIRE(error_of(good) == "no error");
  // Each form draws the next ten times.
  std::vector<std::string> forms;
  for (int i = 0; i < 12; ++i) {
    std::string draw;
    for (int k = 0; k < 10; ++k) draw += "/X Do ";
    if (i == 11) draw = "BT /F 10 Tf 80 700 Td (ha) Tj ET";
    forms.push_back("<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>" +
                    (i < 11 ? "/XObject<</X " + std::to_string(101 + i) + " 0 R>>" : "") +
                    ">>/Length " + std::to_string(draw.size()) + ">>stream\n" + draw +
                    "\nendstream");
  }
  const std::string blank(32, 'x');
  struct Row {
    const char* what;
    std::string pdf;
    const char* says;
  };
  const Row rows[] = {
      {"pictures alone", pdf_of({{}}),
       "act.pdf: the PDF holds no text, only pictures of it; "
       "recognise the text first (OCR)"},
      {"a password",
       pdf_of({{{80, 100, 10, "x"}}}, "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + blank +
                                          ")/U(" + blank + ")>>/ID[(a)(a)]"),
       "act.pdf: the PDF is encrypted; save it without a password"},
      {"cut off", good.substr(0, good.size() / 2), "act.pdf: the PDF is damaged or cut off"},
      {"nothing but the signature", "%PDF-1.7\n" + std::string(5000, 'x'),
       "act.pdf: the PDF is damaged or cut off"},
      {"without end", pdf_of_contents({"/X Do"}, forms), "act.pdf: it takes more time to read"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK_THAT(error_of(row.pdf), Catch::StartsWith(row.says));
  }
}

TEST_CASE("without pdftotext the message names its package") {
  const std::string path = std::getenv("PATH") ? std::getenv("PATH") : "";
  setenv("PATH", "/nonexistent", 1);
  const std::string error = error_of(pdf_of({{{80, 100, 10, "The towns"}}}));
  setenv("PATH", path.c_str(), 1);
  CHECK_THAT(error, Catch::Contains("install the package poppler-utils"));
}

TEST_CASE("pages without words are refused") {
  const std::string page = "<page width=\"595\" height=\"842\"></page>";
  CHECK_THROWS_AS(
      read_pdf_layout("<html><body><doc>" + page + "</doc></body></html>", "act.pdf", {}), Error);
}

TEST_CASE("a PDF is told by its signature") {
  CHECK(reader_of("%PDF-1.7\n").name == "pdf");
  std::string late(100, '\n');
  late += "%PDF-1.4";
  CHECK(reader_of(late).name == "pdf");
  CHECK(reader_of("The %PDF of this text is none").name == "text");
}
