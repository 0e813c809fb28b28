// What the search holds of a long text is dropped on the way: the outline must not show it.
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "align/convention.h"
#include "align/outline.h"
#include "align/verdict_trail.h"

namespace synoptic {
namespace {

// Each of `width` hypotheses descends from the one at its own place, or, every `merge` lines, all
// from the last.
std::vector<LineVerdict> walk(uint32_t width, std::size_t merge, std::size_t lines) {
  VerdictTrail trail;
  for (std::size_t i = 0; i < lines; ++i) {
    std::vector<VerdictTrail::Step> steps;
    for (uint32_t place = 0; place < width; ++place) {
      const bool merges = i % merge == merge - 1;
      LineVerdict verdict;
      verdict.ordinal = static_cast<uint32_t>(i) * width + place;
      steps.push_back({i == 0 ? 0 : merges ? width - 1 : place, verdict});
    }
    trail.add_line(steps);
  }
  return trail.finish(0);
}

}  // namespace

TEST_CASE("the verdicts of a beam that merges often, seldom, never") {
  constexpr uint32_t kWidth = 4;
  constexpr std::size_t kLines = 3000;
  for (const std::size_t merge : {std::size_t{1}, std::size_t{7}, std::size_t{700}, kLines + 1}) {
    const std::vector<LineVerdict> verdicts = walk(kWidth, merge, kLines);
    REQUIRE(verdicts.size() == kLines);
    const std::size_t last_merge = kLines / merge * merge;  // from there on place 0 was never left
    for (std::size_t i = 0; i < kLines; ++i) {
      const std::size_t place = i + 1 < last_merge ? kWidth - 1 : 0;
      INFO("merge " << merge << ", line " << i);
      REQUIRE(verdicts[i].ordinal == i * kWidth + place);
    }
  }
}

TEST_CASE("three thousand articles with items keep their paths") {
  constexpr std::size_t kArticles = 3000;
  std::string printed;
  for (std::size_t article = 1; article <= kArticles; ++article) {
    printed += "Article " + std::to_string(article) + "\n";
    printed += "The keeper shall keep:\n\n(a) a lamp;\n\n(b) a book.\n\n";
  }
  const Document document = outline(text_of_lines(printed, "en"), load_convention("en"));
  REQUIRE(document.units.size() == 3 * kArticles);
  for (std::size_t article = 1; article <= kArticles; ++article) {
    const std::string path = std::to_string(article);
    const std::size_t first = 3 * (article - 1);
    REQUIRE(document.units[first].path == path);
    REQUIRE(document.units[first + 1].path == path + ".1");
    REQUIRE(document.units[first + 2].path == path + ".2");
  }
}

}  // namespace synoptic
