// The sample work and its faulty drafts as pages: nothing is lost, nothing is said twice.
#include "cli/review_page.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/xml_reader.h"

namespace synoptic {

namespace {

const std::string kWork = std::string(SYNOPTIC_SOURCE_DIR) + "/translations/port-cities/";

// What the page holds, read back as XML.
struct Reader {
  std::map<std::string, std::multiset<std::string>> clauses;  // by class of the column
  std::map<std::string, std::vector<std::string>> marks;      // by column and number
  std::size_t findings = 0;
  std::string column;
  std::string clause;
  std::vector<std::string> marking;
  int deep = 0;  // inside <p>; badges and paths inside are no text of the clause
  bool aside = false;

  void begin(const XmlTag& tag) {
    if (tag.name == "td") column = std::string(tag.attribute("class").substr(0, 2));
    if (tag.name == "li") ++findings;
    if (tag.name == "p") {
      clause.clear();
      deep = 1;
    } else if (deep > 0) {
      ++deep;
    }
    aside = deep > 1 && (tag.name == "a" || tag.name == "bdi");
    if (tag.name != "mark") return;
    std::string numbers(tag.attribute("data-finding"));
    for (std::size_t at = 0; at != std::string::npos;) {
      const std::size_t end = numbers.find(' ', at);
      marking.push_back(column + "/" + numbers.substr(at, end - at));
      at = end == std::string::npos ? end : end + 1;
    }
  }
  void end(std::string_view name) {
    if (name == "mark") marking.clear();
    if (name == "a" || name == "bdi") aside = false;
    if (deep > 0 && --deep == 0) clauses[column].insert(squeezed(clause));
  }
  void text(std::string_view text) {
    if (deep == 0 || aside) return;
    clause += text;
    for (const std::string& mark : marking) {
      auto& pieces = marks[mark];
      if (pieces.empty()) pieces.emplace_back();
      pieces.back() += text;
    }
  }
  static std::string squeezed(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' && c != '\n') out += c;
    }
    return out;
  }
};

std::multiset<std::string> clauses_of(const Document& document) {
  std::multiset<std::string> all;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    all.insert(Reader::squeezed(std::string(document.label_of(unit)) +
                                std::string(document.text_of(unit))));
  }
  return all;
}

}  // namespace

TEST_CASE("every clause of every language stands on the page once", "[review]") {
  const Document original = read_document(kWork + "en.txt", {});
  std::vector<Comparison> all;
  for (const char* file : {"drafts/fr.txt", "drafts/ar.txt", "drafts/zh.txt", "ja.txt", "th.txt"}) {
    all.push_back(compare(original, read_document(kWork + file, {}, &original)));
  }
  std::vector<const Comparison*> comparisons;
  std::size_t findings = 0;
  for (const Comparison& comparison : all) {
    comparisons.push_back(&comparison);
    findings += comparison.findings.size();
  }
  REQUIRE(findings > 10);
  const std::string html = review_file("html", "", comparisons);
  Reader reader;
  read_xml_with(html, std::string("page"), reader);
  CHECK(reader.findings == findings);
  CHECK(reader.clauses["c0"] == clauses_of(original));
  for (std::size_t c = 0; c < all.size(); ++c) {
    INFO(all[c].translation.file);
    CHECK(reader.clauses[std::string("c").append(std::to_string(c + 1))] ==
          clauses_of(all[c].translation));
  }
}

TEST_CASE("the words of a finding are marked to the byte", "[review]") {
  const Document original = read_document(kWork + "en.txt", {});
  const Comparison comparison =
      compare(original, read_document(kWork + "drafts/fr.txt", {}, &original));
  const std::string html = review_file("html", "", {&comparison});
  Reader reader;
  read_xml_with(html, std::string("page"), reader);
  // The numbers of the page are not those of the list: compare what is marked, not under which.
  std::multiset<std::string> marked;
  std::multiset<std::string> expected;
  for (const auto& [mark, pieces] : reader.marks) marked.insert(mark.substr(0, 2) + pieces.front());
  const auto expect = [&](const Document& document, const std::vector<FindingSpan>& spans,
                          const std::string& column) {
    std::string words;
    for (const FindingSpan& span : spans) words += slice(document.text, span.span);
    if (!words.empty()) expected.insert(column + words);
  };
  for (const Finding& finding : comparison.findings) {
    expect(original, finding.original_spans, "c0");
    expect(comparison.translation, finding.translation_spans, "c1");
  }
  CHECK(marked == expected);
}

}  // namespace synoptic
