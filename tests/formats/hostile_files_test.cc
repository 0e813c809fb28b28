// Hostile files for every reader: each is refused, or read, in little time and memory.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "formats/paired_readers.h"
#include "formats/readers.h"
#include "formats/zip_folder.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;
using samples::zip_of;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

constexpr double kMostSeconds = 2;
constexpr long kMostKilobytes = 200 << 10;

enum Outcome { kRefused = 0, kRead = 1, kBroken = 2 };

Outcome read_any(const std::string& bytes) {
  try {
    if (const PairedReader* reader = paired_reader_of(bytes)) {
      reader->read(bytes, "x", {});
    } else if (is_zip_folder(bytes)) {
      files_in_zip(bytes, "x");
    } else {
      read_text(bytes, "x", {});
    }
    return kRead;
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kInput && !error.parts().remedy.empty() ? kRefused : kBroken;
  } catch (...) {
    return kBroken;
  }
}

double seconds(const rusage& used) {
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return of(used.ru_utime) + of(used.ru_stime);
}

struct Measured {
  int outcome = kBroken;
  double seconds = 0;
  long kilobytes = 0;
};

// In a process of its own, with those that it starts.
Measured measure(const std::string& bytes) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) _exit(read_any(bytes));
  int status = 0;
  rusage used{};
  REQUIRE(wait4(child, &status, 0, &used) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : kBroken, seconds(used), used.ru_maxrss};
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

const std::string kLaughs =
    "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
const std::string kOutside = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>";

std::string word_of(const std::string& document) {
  return zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}});
}

std::string odt_of(const std::string& content) {
  return zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text", false}, {"content.xml", content}});
}

std::string xlsx_of(const std::string& sheet) {
  return zip_of({{"[Content_Types].xml", "<Types/>"},
                 {"xl/workbook.xml", sheet},
                 {"xl/worksheets/sheet1.xml", sheet}});
}

// The size of the last entry's contents, as the directory says it, one more.
std::string lying(std::string zip) {
  const std::size_t at = zip.rfind("PK\x01\x02");
  zip[at + 24] = static_cast<char>(zip[at + 24] + 1);
  return zip;
}

struct Row {
  const char* what;
  std::string bytes;
  bool may_be_read = false;
};

std::vector<Row> archives() {
  const std::string large(80 << 20, ' ');
  const std::string docx = samples::docx_of({"<w:p><w:r><w:t>The towns</w:t></w:r></w:p>"});
  const std::string odt = samples::odt_of({"<text:p>The towns</text:p>"});
  const std::string zip = zip_of({{"en.txt", std::string(5000, 'x')}});
  return {{"bomb: docx", word_of(large)},
          {"bomb: odt", odt_of(large)},
          {"bomb: xlsx", xlsx_of(large)},
          {"bomb: zip", zip_of({{"en.txt", large}})},
          {"size: docx", lying(word_of("<w:document/>"))},
          {"size: odt", lying(odt_of("<x/>"))},
          {"size: zip", lying(zip)},
          {"cut: docx", docx.substr(0, docx.size() / 2)},
          {"cut: odt", odt.substr(0, odt.size() / 2)},
          {"cut: zip", zip.substr(0, zip.size() / 2)}};
}

std::vector<Row> entities() {
  std::vector<Row> rows;
  for (const std::string& head : {kLaughs, kOutside}) {
    rows.push_back({"entities: akoma", head + "<akomaNtoso><act><p>&c;&a;</p></act></akomaNtoso>"});
    rows.push_back(
        {"entities: formex", head + "<ACT s='formex.publications.europa.eu'><P>&c;&a;</P></ACT>"});
    rows.push_back({"entities: tmx", head + "<tmx version='1.4'><body>&c;&a;</body></tmx>"});
    rows.push_back({"entities: xliff", head + "<xliff version='2.1'><file>&c;&a;</file></xliff>"});
    rows.push_back({"entities: docx", word_of(head + "<w:document>&c;&a;</w:document>")});
    rows.push_back({"entities: odt", odt_of(head + "<office:document-content>&c;&a;"
                                                   "</office:document-content>")});
    rows.push_back({"entities: xlsx", xlsx_of(head + "<workbook>&c;&a;</workbook>")});
  }
  return rows;
}

std::vector<Row> nesting() {
  const std::string word =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";
  return {{"nesting: html", "<html>" + repeated("<div>", 200000) + "x"},
          {"nesting: html marks", "<html>" + repeated("<p>x<b><i>", 100000)},
          {"nesting: markdown quotes", "# A\n\n# B\n\n" + std::string(100000, '>') + " x\n", true},
          {"nesting: markdown links", "# A\n\n# B\n\n" + std::string(100000, '[') + "x\n", true},
          {"nesting: akoma", "<akomaNtoso>" + repeated("<section>", 100000)},
          {"nesting: formex", "<ACT s='formex.publications.europa.eu'>" + repeated("<P>", 100000)},
          {"nesting: tmx", "<tmx version='1.4'>" + repeated("<hi>", 100000)},
          {"nesting: xliff", "<xliff version='2.1'>" + repeated("<g>", 100000)},
          {"nesting: docx", word_of(word + repeated("<w:tbl><w:tr><w:tc>", 50000))},
          {"nesting: odt", odt_of("<x>" + repeated("<table>", 100000))}};
}

void check_all(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Measured measured = measure(row.bytes);
    INFO(row.what << ": " << measured.seconds << " s, " << measured.kilobytes << " kB");
    CHECK((measured.outcome == kRefused || (row.may_be_read && measured.outcome == kRead)));
    if (kSanitized) continue;
    CHECK(measured.seconds < kMostSeconds);
    CHECK(measured.kilobytes < kMostKilobytes);
  }
}

}  // namespace

TEST_CASE("hostile archives take little time and memory") { check_all(archives()); }

TEST_CASE("entities are never followed, whatever the format") { check_all(entities()); }

TEST_CASE("nesting without end is refused, whatever the format") { check_all(nesting()); }
