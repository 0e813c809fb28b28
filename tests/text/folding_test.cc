#include "text/folding.h"

#include <catch2/catch.hpp>
#include <string>

namespace synoptic {
namespace {

struct Row {
  const char* text;
  const char* folded;
  const char* why;
};

// clang-format off
const Row kRows[] = {
    {"", "", "nothing"},
    {"  ARTICLE  5 ", "article 5", "ASCII: case, runs of spaces, ends"},
    {"a\t\r\nb\vc\f", "a b c", "every ASCII space"},
    {"a\x1F" "b\x7F", "a\x1F" "b\x7F", "ASCII controls are no space"},
    {"  ARTICLE\u00A05", "article 5", "no-break space"},
    {"Straße", "strasse", "one letter to two"},
    {"Article\u200E 5", "article 5", "format characters go"},
    {"E\u0301", "é", "NFC"},
    {" \u00A0 ", "", "white space alone"},
};
// clang-format on

}  // namespace

TEST_CASE("text is folded alike with and without what is beyond ASCII", "[folding]") {
  for (const Row& row : kRows) {
    INFO(row.why);
    CHECK(fold(row.text) == row.folded);
    // The same by the other way: a letter beyond ASCII behind it.
    const std::string longer = std::string(row.text) + "é";
    const std::string folded = fold(longer);
    CHECK(folded.starts_with(row.folded));
  }
}

}  // namespace synoptic
