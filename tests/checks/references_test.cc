// References in running text, row by row.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "checks/clause_references.h"
#include "checks/web_addresses.h"

namespace synoptic {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream file(std::string(SYNOPTIC_SOURCE_DIR) + "/tests/cases/" + name);
  REQUIRE(file.good());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
    rows.push_back(fields);
  }
  return rows;
}

}  // namespace

TEST_CASE("references to clauses are found as they are printed", "[references]") {
  std::set<std::string> languages;
  for (const std::vector<std::string>& row : rows_of("references.tsv")) {
    REQUIRE(row.size() >= 3);
    CAPTURE(row[0], row[1]);
    languages.insert(row[0]);
    const Convention convention = load_convention(row[0]);
    const ReferenceWords words(convention);
    std::string found;
    for (const ReferenceMention& mention : find_references(row[1], words, convention)) {
      found.append(found.empty() ? "" : ", ").append(shown(mention));
    }
    CHECK(found == (row[2] == "-" ? "" : row[2]));
  }
  CHECK(languages.size() >= 35);
}

TEST_CASE("the marks of a reference are bytes of its text", "[references]") {
  const std::string text = "依第九条第二款，und Artikel 12 Absatz 3";
  const Convention convention = load_convention("zh");
  const ReferenceWords words(convention);
  const auto found = find_references(text, words, convention);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].marks.size() == 2);
  CHECK(slice(text, found[0].marks[0].span) == "九");
  CHECK(slice(text, found[0].marks[1].span) == "二");
}

TEST_CASE("every row of words for references is read", "[references]") {
  for (const std::string& language : known_languages()) {
    CAPTURE(language);
    const Convention convention = load_convention(language);
    const auto rows = convention.words.find("reference");
    if (rows == convention.words.end()) continue;
    for (const std::string& row : rows->second) {
      CAPTURE(row);
      CHECK(is_reference_row(row));
    }
  }
}

TEST_CASE("web addresses end where their sentence goes on", "[references]") {
  struct Case {
    std::string_view text, address;
  };
  const auto row = GENERATE(values<Case>({
      {"See https://www.example.org/a/, now", "https://www.example.org/a/"},
      {"(http://example.org/a_(b))", "http://example.org/a_(b)"},
      {"请访问www.example.org/list查询。", "www.example.org/list"},
      {"見よ「http://例え.jp/あ」", "http://例え.jp/あ"},
      {"Mail: office@example.org.", "office@example.org"},
      {"ｗｗｗ．ｅｘａｍｐｌｅ．ｏｒｇ を参照", "ｗｗｗ．ｅｘａｍｐｌｅ．ｏｒｇ"},
      {"انظر http://example.org/a، ثم", "http://example.org/a"},
  }));
  CAPTURE(row.text);
  const std::vector<WebAddress> found = find_web_addresses(row.text);
  REQUIRE(found.size() == 1);
  CHECK(slice(row.text, found[0].span) == row.address);
}

TEST_CASE("references in malformed and extreme text are read without harm", "[references]") {
  const Convention convention = load_convention("en");
  const ReferenceWords words(convention);
  CHECK(find_references("", words, convention).empty());
  CHECK(find_references("section \xFF\xC3", words, convention).empty());
  CHECK(find_references("section " + std::string(4000, '9'), words, convention).empty());
  CHECK(find_references(std::string(4000, '('), words, convention).empty());
  CHECK(find_web_addresses("@ www. http:// \xFF@\xFF").size() <= 2);
}

TEST_CASE("a place is marked by the spans of its own document alone", "[references]") {
  Finding finding;
  finding.check = "reference";
  finding.original_spans = {{5, {10, 20}}};
  const FindingSpan place{5, {12, 15}};
  CHECK(is_marked({finding}, "reference", &Finding::original_spans, place));
  CHECK_FALSE(is_marked({finding}, "reference", &Finding::translation_spans, place));
  CHECK_FALSE(is_marked({finding}, "citation", &Finding::original_spans, place));
  CHECK_FALSE(is_marked({finding}, "reference", &Finding::original_spans, {4, {12, 15}}));
}

}  // namespace synoptic
