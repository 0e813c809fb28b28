#include "formats/decision_file.h"

#include <catch2/catch.hpp>

#include "text/error.h"

namespace synoptic {

TEST_CASE("decisions come back from their lines", "[formats]") {
  const DecisionLine written{"fr",         "number", "7.1",           "0f3a91c2b7d64e58",
                             "2026-11-24", "",       "in\tthe\nannex"};
  const std::string text = std::string(decision_file_head()) + "\r\n" + decision_line(written);
  const std::vector<DecisionLine> read = parse_decisions("\xEF\xBB\xBF" + text, "d.tsv");
  REQUIRE(read.size() == 1);
  CHECK(read[0].language == "fr");
  CHECK(read[0].check == "number");
  CHECK(read[0].clause == "7.1");
  CHECK(read[0].key == written.key);
  CHECK(read[0].author.empty());
  CHECK(read[0].reason == "in the annex");
  CHECK(read[0].line == 4);
  CHECK(parse_decisions("", "d.tsv").empty());
}

TEST_CASE("a decision that is none is refused with its line", "[formats]") {
  struct Row {
    const char* text;
    const char* says;
  };
  const Row rows[] = {
      {"# a comment\nfr\tnumber\n", "d.tsv: line 2: it has 2 fields"},
      {"fr\tnumber\t1\tkey\tday\tA\twhy\tmore", "line 1: it has 8 fields"},
      {"fr\tnumber\t1\tkey\tday\tA\t", "line 1: a decision without"},
      {"fr\t\t1\tkey\tday\tA\twhy", "line 1: a decision without"},
      {"<<<<<<< ours\n", "line 1: it has 1 fields"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK_THROWS_WITH(parse_decisions(row.text, "d.tsv"), Catch::Contains(row.says));
  }
}

}  // namespace synoptic
