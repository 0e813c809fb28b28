#include "text/number_formats.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

using namespace synoptic;

TEST_CASE("Numbers of word processors") {
  std::ifstream table(SYNOPTIC_SOURCE_DIR "/tests/cases/number_formats.tsv");
  REQUIRE(table.good());
  std::string line;
  std::size_t rows = 0;
  while (std::getline(table, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string format, language, number, expected;
    std::getline(cells, format, '\t');
    std::getline(cells, language, '\t');
    std::getline(cells, number, '\t');
    std::getline(cells, expected, '\t');
    INFO(line);
    CHECK(format_number(static_cast<uint32_t>(std::stoul(number)), format, language) == expected);
    ++rows;
  }
  CHECK(rows > 100);
}
