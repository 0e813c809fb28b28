// Brackets, repetitions, ends of clauses, spaces, quotation marks, invisible characters.
#include <catch2/catch.hpp>
#include <string>

#include "text/brackets.h"
#include "text/control_characters.h"
#include "text/end_marks.h"
#include "text/quotation_marks.h"
#include "text/repetitions.h"
#include "text/spacing.h"

namespace synoptic {

TEST_CASE("brackets know the labels they may belong to", "[typography]") {
  struct Row {
    std::string_view text;  // its last bracket is asked about
    HalfLabel label;
    bool whole;
  };
  const Row rows[] = {
      {"a)", HalfLabel::kLetters, false},       {"(a)", HalfLabel::kLetters, true},
      {"(12)", HalfLabel::kDigits, true},       {"125(1)z.17)", HalfLabel::kLetters, false},
      {"Text12)", HalfLabel::kDigits, false},   {"iv)", HalfLabel::kLetters, false},
      {"（一）", HalfLabel::kLetters, true},    {"ב)", HalfLabel::kLetters, false},
      {"the ports)", HalfLabel::kNone, false},  {"(EU)", HalfLabel::kNone, false},
      {"since 2004)", HalfLabel::kNone, false}, {"a]", HalfLabel::kNone, false},
      {"٣)", HalfLabel::kDigits, false},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto brackets = find_brackets(row.text);
    REQUIRE_FALSE(brackets.empty());
    CHECK(brackets.back().label == row.label);
    CHECK(brackets.back().whole_label == row.whole);
  }
  CHECK(find_brackets("（a)").front().kind == find_brackets("（a)").back().kind);
}

TEST_CASE("repetitions are words with only space between", "[typography]") {
  for (const std::string_view text : {"the the", "The the", "порт порт", "d'accord d'accord",
                                      "sa sa\u0301 sa\u0301", "항구는 항구는"}) {
    INFO(text);
    CHECK(find_repetitions(text).size() == 1);
  }
  for (const std::string_view text : {"the, the", "the. The", "1 1", "XI XI", "A A", "de de-facto",
                                      "ayrı-ayrı", "the then", "x2 x2", "各国各国"}) {
    INFO(text);
    CHECK(find_repetitions(text).empty());
  }
}

TEST_CASE("ends of clauses fall into classes", "[typography]") {
  struct Row {
    std::string_view text;
    EndMark mark;
  };
  const Row rows[] = {
      {"open.", EndMark::kStop},      {"open.”)", EndMark::kStop},
      {"法。」", EndMark::kStop},     {"हैं।", EndMark::kStop},
      {"ነው።", EndMark::kStop},        {"ነው፡፡", EndMark::kStop},
      {"ہیں۔", EndMark::kStop},       {"բաց է։", EndMark::kStop},
      {"Ո՞վ է։", EndMark::kQuestion}, {"Τι;", EndMark::kQuestion},
      {"who;", EndMark::kSemicolon},  {"νόμος\u00B7", EndMark::kSemicolon},
      {"من؟", EndMark::kQuestion},    {"و؛", EndMark::kSemicolon},
      {"namely—", EndMark::kColon},   {"如下：", EndMark::kColon},
      {"និង៖", EndMark::kColon},       {"and،", EndMark::kComma},
      {"เปิดอยู่", EndMark::kNone},      {"", EndMark::kNone},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(end_mark(row.text) == row.mark);
  }
}

TEST_CASE("spaces around marks", "[typography]") {
  struct Row {
    std::string_view text;
    SpaceKind kind;
    std::size_t count;
  };
  const Row rows[] = {
      {"ports , rivers", SpaceKind::kBefore, 1},  {"ports .5", SpaceKind::kBefore, 0},
      {"ports ...", SpaceKind::kBefore, 0},       {"two  ports", SpaceKind::kDouble, 1},
      {"end.  Next", SpaceKind::kDouble, 0},      {"1\u00A0200\u202Ft", SpaceKind::kDouble, 0},
      {"ports,rivers", SpaceKind::kNoneAfter, 1}, {"open.Next one", SpaceKind::kNoneAfter, 1},
      {"z.B. u.a.", SpaceKind::kNoneAfter, 0},    {"www.example.org", SpaceKind::kNoneAfter, 0},
      {"1,5", SpaceKind::kNoneAfter, 0},          {"( open )", SpaceKind::kInsideBracket, 2},
      {"ABC,DEF", SpaceKind::kNoneAfter, 0},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    std::size_t count = 0;
    for (const SpacePlace& place : find_spacing(row.text)) count += place.kind == row.kind;
    CHECK(count == row.count);
  }
  CHECK(find_half_width_marks("港口,河流;ABC,D").size() == 1);
}

TEST_CASE("quotation marks leave apostrophes, inches and gershayim alone", "[typography]") {
  CHECK(find_quotation_marks("“a” „b“ «c» \"d\"").size() == 8);
  CHECK(find_quotation_marks("l’eau ’n 12\" צה\"ל п’ять").empty());
  CHECK_FALSE(quotation_style("fr").curved);
  CHECK(quotation_style("").curved);
}

TEST_CASE("invisible characters", "[typography]") {
  for (const std::string_view text :
       {"a\x02", "Hä\u200Bfen", "a\uFEFFb", "\u202Bab", "ab\u2069", "\uE004", "пор\u200Dт"}) {
    CHECK(find_control_characters(text).size() == 1);
  }
  for (const std::string_view text : {"می\u200Cشود", "क्\u200Dष", "ท่า\u200Bเรือ", "Hä\u00ADfen",
                                      "\u202Bab\u202C", "\u2067ab\u2069", "a\tb\n", "a\u200Fb"}) {
    CHECK(find_control_characters(text).empty());
  }
}

}  // namespace synoptic
