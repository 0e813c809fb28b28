#include "align/outline_reasons.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "align/convention.h"
#include "align/outline.h"

namespace synoptic {
namespace {

struct Row {
  const char* text;
  uint32_t line;  // whose choice it is
  LineRole role;
  ListPlace place;
  uint32_t previous;
  const char* why;
};

// clang-format off
const Row kRows[] = {
    {"1. One\n2. Two", 1, LineRole::kLabelled, ListPlace::kFirst, 0, "the first of its list"},
    {"1. One\n2. Two", 2, LineRole::kLabelled, ListPlace::kFollows, 1, "counts on"},
    {"1. One\n2. Two\n2. Lamps\n3. Three", 3, LineRole::kLabelled, ListPlace::kRepeated, 2, "twice"},
    {"1. One\n2. Two\n5. Five\n6. Six", 3, LineRole::kLabelled, ListPlace::kGap, 2, "left out"},
    {"Article 1\nOne.\nArticle 2\nTwo.\nArticle 2 bis\nMore.", 5, LineRole::kLabelled,
     ListPlace::kInserted, 2, "inserted"},
    {"(c) three\n(d) four\n(e) five", 1, LineRole::kLabelled, ListPlace::kLate, 0, "not from a"},
    {"Chapter 1\nArticle 1\nOne.\nArticle 2\nTwo.\nChapter 2\nArticle 3\nThree.", 7,
     LineRole::kLabelled, ListPlace::kCountsOn, 0, "through chapters"},
    {"1. One\nNo label here.\n2. Two", 2, LineRole::kUnlabelled, ListPlace::kNone, 0, "a paragraph"},
};
// clang-format on

Text text_of(std::string_view utf8, bool wrapped) {
  Text text = text_of_lines(utf8, "en");
  text.hard_wrapped = wrapped;
  return text;
}

const LineReason& reason_for(const OutlineReasons& reasons, uint32_t line) {
  const auto found = std::find_if(reasons.lines.begin(), reasons.lines.end(),
                                  [&](const LineReason& reason) { return reason.line == line; });
  REQUIRE(found != reasons.lines.end());
  return *found;
}

}  // namespace

TEST_CASE("the choice for a line is told with its place in the list", "[outline]") {
  for (const Row& row : kRows) {
    CAPTURE(row.text, row.line, row.why);
    const Text text = text_of(row.text, false);
    const ExplainedOutline explained = explain_outline(text, load_convention("en"));
    const LineReason& reason = reason_for(explained.reasons, row.line);
    const ChoiceReason& chosen = reason.choices.front();
    CHECK(chosen.role == row.role);
    CHECK(chosen.place == row.place);
    CHECK(chosen.previous == row.previous);
  }
}

TEST_CASE("to explain an outline does not change it", "[outline]") {
  const Text text = text_of(
      "Article 1\n(i) the towns;\n(ii) their boats.\nArticle 2\no lamps;\no ropes.\n26 May", false);
  const Convention convention = load_convention("en");
  const Document plain = outline(text, convention);
  const Document explained = explain_outline(text, convention).document;
  REQUIRE(explained.units.size() == plain.units.size());
  for (std::size_t u = 0; u < plain.units.size(); ++u) {
    CHECK(explained.units[u].path == plain.units[u].path);
  }
}

TEST_CASE("rivals are told with what they would cost, one a reading", "[outline]") {
  const Text text = text_of(
      "1. At the meeting which the ministers of all ports held in Lisbon on 8 and\n"
      "9 October 2004, they agreed upon the text that had been laid before them by\n"
      "the pilots and signed it in the hall of the harbour master, where it hangs.\n"
      "2. The rivers are dredged.",
      true);
  const ExplainedOutline explained = explain_outline(text, load_convention("en"));
  const LineReason& reason = reason_for(explained.reasons, 2);
  const ChoiceReason& chosen = reason.choices.front();
  CHECK(chosen.role == LineRole::kProceeds);
  const auto rival =
      std::find_if(reason.choices.begin(), reason.choices.end(),
                   [](const ChoiceReason& choice) { return choice.role == LineRole::kLabelled; });
  REQUIRE(rival != reason.choices.end());
  CHECK(rival->place == ListPlace::kGap);
  CHECK(rival->previous == 1);
  CHECK(rival->own_nats() + rival->ahead_nats > chosen.own_nats() + chosen.ahead_nats);
  CHECK(std::count_if(reason.choices.begin(), reason.choices.end(), [](const ChoiceReason& choice) {
          return choice.role == LineRole::kUnlabelled;
        }) == 1);
  // A line in the middle of a paragraph that looks like no label is not told.
  CHECK(std::none_of(explained.reasons.lines.begin(), explained.reasons.lines.end(),
                     [](const LineReason& other) { return other.line == 3; }));
}

TEST_CASE("what the next lines say counts: a Roman one is no letter", "[outline]") {
  const Text text = text_of("1. One\n(i) one\n(ii) two\n(iii) three\n2. Two", false);
  const ExplainedOutline explained = explain_outline(text, load_convention("en"));
  const LineReason& reason = reason_for(explained.reasons, 2);
  const ChoiceReason& chosen = reason.choices.front();
  CHECK(reason.readings[chosen.reading].label.levels.back().ordinal == 1);
  for (const ChoiceReason& choice : reason.choices) {
    if (choice.role != LineRole::kLabelled || choice.reading == chosen.reading) continue;
    CHECK(choice.ahead_nats > chosen.ahead_nats);
  }
}

TEST_CASE("an empty text has no reasons", "[outline]") {
  CHECK(explain_outline(Text{}, load_convention("en")).reasons.lines.empty());
}

}  // namespace synoptic
