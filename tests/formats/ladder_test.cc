// Ladders of sentence aligners: both notations, and what is refused.
#include "formats/ladder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;

namespace {

SentenceText text_of(const std::string& bytes, const std::string& language) {
  ReadOptions options;
  options.language = language;
  return read_sentence_lines(bytes, language + ".txt", options);
}

std::string lines_of(const std::vector<Rung>& ladder) {
  std::string all;
  for (const Rung& rung : ladder) all += rung_line(rung);
  return all;
}

const SentenceText kBread = text_of("Bread is sold.\nBy weight.\nSalt is not.\n", "en");
const SentenceText kPain = text_of("Le pain se vend au poids.\nPas le sel.\n", "fr");

std::string error_of(const std::string& bytes) {
  return samples::error_of([&] { read_ladder(bytes, "a.ladder", kBread, kPain); });
}

}  // namespace

TEST_CASE("both notations of ladders are read") {
  const std::string expected = "[0,1]:[0]:0\n[2]:[1]:0\n";
  for (const char* bytes : {"[0,1]:[0]:0.52\n[2]:[1]:0.1\n", "[0, 1]:[0]\r\n\r\n[2]:[1]",
                            "0\t0\t0.3\n2\t1\t1\n3\t2\t0\n", "2\t1\n3\t2\n"}) {
    INFO(bytes);
    CHECK(lines_of(read_ladder(bytes, "a.ladder", kBread, kPain)) == expected);
  }
}

TEST_CASE("a ladder makes rows, and what it does not name stands alone") {
  const PairedText whole =
      paired_by(read_ladder("[0,1]:[0]\n[2]:[1]\n", "a.ladder", kBread, kPain), kBread, kPain);
  REQUIRE(whole.rows.size() == 2);
  CHECK(whole.rows[0].cells ==
        std::vector<std::string>{"Bread is sold. By weight.", "Le pain se vend au poids."});
  const PairedText part =
      paired_by(read_ladder("[1]:[0]\n", "a.ladder", kBread, kPain), kBread, kPain);
  std::vector<std::vector<std::string>> cells;
  for (const PairedRow& row : part.rows) cells.push_back(row.cells);
  CHECK(cells == std::vector<std::vector<std::string>>{{"Bread is sold.", ""},
                                                       {"By weight.", "Le pain se vend au poids."},
                                                       {"Salt is not.", ""},
                                                       {"", "Pas le sel."}});
}

TEST_CASE("what is no ladder of the two files is refused with its line") {
  const std::pair<const char*, const char*> rows[] = {
      {"[0]:[0]\n[5]:[1]\n", "a.ladder: line 2: there is no sentence 5: en.txt has 3"},
      {"[0]:[0]\n[1]:[0]\n", "a.ladder: line 2: sentence 0 of fr.txt is paired twice"},
      {"Bread is sold.\n", "a.ladder: line 1: this is no rung"},
      {"[0:[0]\n", "a.ladder: line 1: this is no rung"},
      {"[0]:[99999999999]\n", "a.ladder: line 1: this is no rung"},
      {"2\t1\n1\t2\n", "a.ladder: line 2: the numbers fall"},
  };
  for (const auto& [bytes, error] : rows) {
    INFO(bytes);
    CHECK(error_of(bytes).find(error) == 0);
  }
}
