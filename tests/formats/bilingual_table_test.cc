// Documents that are a table with a column a language, in three formats.
#include "formats/bilingual_table.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "formats/paired_readers.h"
#include "tests/formats/samples.h"

using namespace synoptic;

namespace {

using Cells = std::vector<std::vector<std::string>>;

const Cells kMills = {{"1.", "The miller shall keep a book of wheat in the mill.",
                       "Le meunier tient dans le moulin un livre du blé."},
                      {"2.", "Bread is sold by weight in all towns.",
                       "Le pain se vend au poids dans toutes les villes."},
                      {"3.", "Salt is free of duty and nobody pays for it.",
                       "Le sel est franc de droits et nul ne le paie."}};

std::string html_of(const Cells& rows) {
  std::string html = "<html><body><h1>Charter</h1><table>";
  for (const auto& row : rows) {
    html += "<tr>";
    for (const std::string& cell : row) html += "<td>" + cell + "</td>";
    html += "</tr>";
  }
  return html + "</table></body></html>";
}

std::string docx_of(const Cells& rows) {
  std::string body = "<w:p><w:r><w:t>Charter</w:t></w:r></w:p><w:tbl>";
  for (const auto& row : rows) {
    body += "<w:tr>";
    for (const std::string& cell : row) {
      body += "<w:tc><w:p><w:r><w:t>" + cell + "</w:t></w:r></w:p></w:tc>";
    }
    body += "</w:tr>";
  }
  return samples::docx_of({.body = body + "</w:tbl>"});
}

std::string odt_of(const Cells& rows) {
  std::string body = "<text:p>Charter</text:p><table:table>";
  for (const auto& row : rows) {
    body += "<table:table-row>";
    for (const std::string& cell : row) {
      body += "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>";
    }
    body += "</table:table-row>";
  }
  return samples::odt_of({.body = body + "</table:table>"});
}

Cells cells_of(const PairedText& paired) {
  Cells cells;
  for (const PairedRow& row : paired.rows) cells.push_back(row.cells);
  return cells;
}

}  // namespace

TEST_CASE("a table with a column a language is two versions, in every format of documents") {
  const Cells expected = {{"1. " + kMills[0][1], "1. " + kMills[0][2]},
                          {"2. " + kMills[1][1], "2. " + kMills[1][2]},
                          {"3. " + kMills[2][1], "3. " + kMills[2][2]}};
  for (const std::string& bytes : {html_of(kMills), docx_of(kMills), odt_of(kMills)}) {
    const auto paired = read_pairs(bytes, "act", {});
    REQUIRE(paired);
    CHECK(paired->languages == std::vector<std::string>{"en", "fr"});
    CHECK(cells_of(*paired) == expected);
  }
}

TEST_CASE("a first row that names the languages is no text") {
  Cells named = {{"", "English", "Français"}};
  named.insert(named.end(), kMills.begin(), kMills.end());
  const auto paired = read_pairs(docx_of(named), "act", {});
  REQUIRE(paired);
  CHECK(paired->languages == std::vector<std::string>{"en", "fr"});
  CHECK(paired->rows.size() == 3);
}

TEST_CASE("other tables are text of one language") {
  const Cells one_language = {{"Wheat, which is sold by weight in all towns", "ten coins a sack"},
                              {"Salt, which is free of duty for everyone", "two coins a sack"},
                              {"Bread, which the miller's brother bakes", "one coin a loaf"}};
  CHECK_FALSE(read_pairs(html_of(one_language), "act", {}));
  CHECK_FALSE(read_pairs(docx_of({kMills[0], kMills[1]}), "act", {}));
  CHECK_FALSE(read_pairs("<html><body><p>No table at all.</p></body></html>", "act", {}));
  std::string mostly_text = html_of(kMills);
  const std::string sentence = "<p>The towns keep one watch over the river and pay for it.</p>";
  for (int i = 0; i < 20; ++i) mostly_text.insert(mostly_text.find("<table>"), sentence);
  CHECK_FALSE(read_pairs(mostly_text, "act", {}));
}
