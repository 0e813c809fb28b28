#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "formats/plain_text.h"

using namespace synoptic;

namespace {

using Lines = std::vector<std::string>;

Text read(const std::string& bytes) { return read_plain_text(bytes, "draft.txt", {}); }

Lines lines_of(const Text& text) {
  Lines lines;
  for (const Line& line : text.lines) lines.emplace_back(slice(text.bytes, line.span));
  return lines;
}

std::string far(const std::string& words) { return std::string(40, ' ') + words; }

std::string far_foot(const std::string& words) {
  std::string foot = "\n";
  foot += far(words);
  foot += '\n';
  return foot;
}

// A page of twelve lines whose last sentence is cut.
std::string body(int page) {
  std::string lines;
  for (int i = 0; i < 12; ++i) {
    lines += "that clause " + std::string(1, static_cast<char>('a' + i)) + " of part " +
             std::string(1, static_cast<char>('k' + page)) + " binds all ports of the league and\n";
  }
  return lines;
}

// Pages with the given line at their foot, `break_` and a header between them.
std::string document(const std::vector<std::string>& feet, const std::string& break_,
                     const std::string& header) {
  std::string text = "CHARTER OF THE LEAGUE\n\nPreamble.\n\n";
  for (std::size_t page = 0; page < feet.size(); ++page) {
    if (page > 0) text += break_ + header;
    text += body(static_cast<int>(page)) + feet[page];
  }
  return text;
}

constexpr std::size_t kBodyLines = 12;
constexpr std::size_t kTitleLines = 2;

}  // namespace

TEST_CASE("page numbers and running headers go, with and without form feeds") {
  const std::vector<std::vector<std::string>> feet = {
      {far_foot("1"), far_foot("2"), far_foot("3")},
      {"\n- 1 -\n", "\n- 2 -\n", "\n- 3 -\n"},
      {"\nPage 1 of 3\n", "\nPage 2 of 3\n", "\nPage 3 of 3\n"},
      {"\n1/3\n", "\n2/3\n", "\n3/3\n"},
      {"\n第1页\n", "\n第2页\n", "\n第3页\n"},
      {"\nSeite 1\n", "\nSeite 2\n", "\nSeite 3\n"},
      {far_foot("١"), far_foot("٢"), far_foot("٣")},
  };
  for (const std::string break_ : {"\f", ""}) {
    for (const auto& numbers : feet) {
      for (const std::string header : {"", "CHARTER OF THE LEAGUE\n\n"}) {
        INFO(numbers[0] << (break_.empty() ? "no form feed" : "form feed") << " " << header);
        const Text text = read(document(numbers, break_, header));
        REQUIRE(text.lines.size() == kTitleLines + 3 * kBodyLines);
        CHECK(lines_of(text)[0] == "CHARTER OF THE LEAGUE");
        const Line& after = text.lines[kTitleLines + kBodyLines];
        CHECK(after.page_break_before);
        CHECK(after.blank_before == 0);
        CHECK_FALSE(text.lines[kTitleLines + kBodyLines + 1].page_break_before);
      }
    }
  }
}

TEST_CASE("a header with the page's number in it goes") {
  const Text text =
      read("League 1\n\n" + body(0) + "\fLeague 2\n\n" + body(1) + "\fLeague 3\n\n" + body(2));
  CHECK(text.lines.size() == 3 * kBodyLines);
}

TEST_CASE("a blank line of the text's own at a page's end is kept") {
  const Text text =
      read("TITLE WORDS\n\n" + body(0) + "\n" + far("1") + "\n\f" + "TITLE WORDS\n\n" + body(1) +
           "\n\n" + far("2") + "\n\fTITLE WORDS\n\n" + body(2));
  REQUIRE(text.lines.size() == 1 + 3 * kBodyLines);
  CHECK(text.lines[1 + kBodyLines].blank_before == 0);
  CHECK(text.lines[1 + 2 * kBodyLines].blank_before == 1);
  CHECK(text.lines[1 + 2 * kBodyLines].page_break_before);
}

TEST_CASE("numbers and titles that may be the document's own stay") {
  SECTION("numbers of sections on lines of their own") {
    std::string act = "HARBOUR ACT\n\n";
    for (int section = 1; section <= 6; ++section) {
      act += std::to_string(section) + "\n\n(1) The authority keeps a register of ships.\n\n";
      for (int line = 0; line < 9; ++line) act += "(2) The register is open to all, and to each.\n";
      act += "\n";
    }
    CHECK(read(act).lines.size() == 1 + 6 * 11);
  }
  SECTION("article headings at an even distance") {
    std::string act;
    for (int article = 1; article <= 5; ++article) {
      act += "Article " + std::to_string(article) + "\n\n";
      for (int line = 0; line < 10; ++line) act += "The authority keeps a register of ships.\n";
      act += "\n";
    }
    CHECK(read(act).lines.size() == 5 * 11);
  }
  SECTION("a section number at a page's edge beside the page number") {
    const Text text = read("ACT\n\n" + body(0) + "\n" + far("1") + "\n\f3\n\n(1) " + body(1) +
                           "\n" + far("2") + "\n\f4\n\n(1) " + body(2) + "\n" + far("3") + "\n");
    REQUIRE(text.lines.size() == 1 + 3 * kBodyLines + 2);
    CHECK(lines_of(text)[1 + kBodyLines] == "3");
    CHECK(lines_of(text)[2 + 2 * kBodyLines] == "4");
  }
  SECTION("a form feed alone") {
    const Text text = read("First part\n\fSecond part\n");
    CHECK(lines_of(text) == Lines{"First part", "Second part"});
    CHECK(text.lines[1].page_break_before);
    CHECK(text.lines[1].number == 2);
  }
}
