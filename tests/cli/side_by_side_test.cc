#include "cli/side_by_side.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "align/outline.h"
#include "text/error.h"
#include "text/width.h"

namespace synoptic {
namespace {

Document document_of(std::string_view text, std::string_view language) {
  return to_document(text_of_lines(text, language));
}

const Document& original() {
  static const Document document = document_of(
      "1. The lamp is lit at dusk.\n2. The keeper signs the log each night.\n"
      "2.1. The log is kept for 30 years.\n3. The office answers within a month.",
      "en");
  return document;
}

Comparison with(std::string_view text, std::string_view language) {
  return compare(original(), document_of(text, language));
}

std::string shown(const std::vector<const Comparison*>& comparisons, const Selection& selection,
                  std::size_t width) {
  return render(side_by_side(original(), comparisons, selection),
                {width, false, TextOrder::kLogical});
}

}  // namespace

TEST_CASE("a lost clause is visible in its row, with its finding beneath", "[view]") {
  const Comparison french = with(
      "1. La lampe est allumée au crépuscule.\n2. Le gardien signe le registre chaque nuit.\n"
      "3. Le bureau répond dans le mois.",
      "fr");
  const std::string view = shown({&french}, {}, 100);
  CHECK_THAT(view, Catch::Contains("∅ no counterpart") && Catch::Contains("E 2.1"));
  CHECK_THAT(view, Catch::Contains("Le gardien signe"));
}

TEST_CASE("a path selects its clause and what hangs under it", "[view]") {
  const Comparison french = with(
      "1. La lampe est allumée au crépuscule.\n2. Le gardien signe le registre chaque nuit.\n"
      "2.1. Le registre est gardé 30 ans.\n3. Le bureau répond dans le mois.",
      "fr");
  const std::string view = shown({&french}, {"2", false}, 100);
  CHECK_THAT(view, Catch::Contains("2.1. Le registre") && !Catch::Contains("La lampe"));
  CHECK_THROWS_AS(shown({&french}, {"9", false}, 100), Error);
  CHECK(side_by_side(original(), {&french}, {"", true}).rows.empty());
}

TEST_CASE("no line is wider than asked for, in any script", "[view]") {
  const Comparison chinese = with(
      "1. 黄昏时点灯。\n2. 守灯人每夜在日志上签名。\n2.1. 日志保存三十年。\n3. "
      "办公室在一个月内答复。",
      "zh");
  const Comparison arabic = with(
      "1. يوقد المصباح عند الغسق.\n2. يوقع الحارس السجل كل ليلة.\n2.1. يحفظ السجل ٣٠ سنة.\n"
      "3. يجيب المكتب خلال شهر.",
      "ar");
  const Comparison thai = with(
      "1. จุดตะเกียงเมื่อพลบค่ำ\n2. ผู้ดูแลลงนามในสมุดบันทึกทุกคืน\n2.1. เก็บสมุดบันทึกไว้ ๓๐ ปี\n"
      "3. สำนักงานตอบภายในหนึ่งเดือน",
      "th");
  for (const std::size_t width : {40, 80, 120}) {
    std::istringstream lines(shown({&chinese, &arabic, &thai}, {}, width));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
}

}  // namespace synoptic
