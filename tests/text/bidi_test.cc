#include "text/bidi.h"

#include <catch2/catch.hpp>

#include "text/width.h"

using namespace synoptic;

namespace {

std::string seen(std::string_view line, bool right_to_left, TextOrder order = TextOrder::kVisual) {
  std::string all;
  for (const VisualCluster& cluster : visual_order(line, right_to_left, order)) all += cluster.text;
  return all;
}

}  // namespace

TEST_CASE("direction by the first strong character") {
  CHECK_FALSE(is_right_to_left(""));
  CHECK_FALSE(is_right_to_left("12 (a)"));
  CHECK_FALSE(is_right_to_left("Article 5 مادة"));
  CHECK(is_right_to_left("5. المادة"));
  CHECK(is_right_to_left("\"שלום\" means peace"));
}

TEST_CASE("direction of a clause in a language") {
  CHECK(reads_right_to_left("UNESCO تعمل مع المدن", "ar"));
  CHECK_FALSE(reads_right_to_left("Left in English", "ar"));
  CHECK_FALSE(reads_right_to_left("The word سلام is Arabic", "en"));
  CHECK(reads_right_to_left("مدينة", ""));
}

TEST_CASE("the order in which a line is seen") {
  CHECK(seen("abc אבג", false) == "abc גבא");
  CHECK(seen("abc אבג", true) == "גבא abc");
  CHECK(seen("אב 12 גד", true) == "דג 12 בא");
  CHECK(seen("(אב)", true) == "(בא)");
  CHECK(seen("אב.", true) == ".בא");
  CHECK(seen("אב\u200F.", true) == ".בא");
  CHECK(seen("סָפֵר", true) == "רפֵסָ");
}

TEST_CASE("a terminal that draws words from right to left gets their letters as they are read") {
  CHECK(seen("אב גד", true, TextOrder::kVisualWords) == "גד אב");
  CHECK(seen("abc אבג 12", true, TextOrder::kVisualWords) == "12 אבג abc");
  CHECK(seen("سلام", true, TextOrder::kVisualWords) == "سلام");
}

TEST_CASE("Arabic letters join, and vowel signs stay marks") {
  // beh initial, beh final
  CHECK(seen("بب", true) == "\uFE90\uFE91");
  // lam and alef become one, which is one column
  CHECK(seen("لا", true) == "\uFEFB");
  const std::string voweled = seen("بَب", true);
  CHECK(voweled == "\uFE90\uFE91\u064E");
  CHECK(display_width(voweled) == 2);
}

TEST_CASE("clusters know where they stand in the line") {
  const auto clusters = visual_order("a אב", true, TextOrder::kVisual);
  REQUIRE(clusters.size() == 4);
  CHECK(clusters[0].offset == 4);
  CHECK(clusters[1].offset == 2);
  CHECK(clusters[2].offset == 1);
  CHECK(clusters[3].offset == 0);
}
