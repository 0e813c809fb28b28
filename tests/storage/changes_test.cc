#include "storage/changes.h"

#include "tests/storage/samples.h"

namespace synoptic {

namespace {

// "=1 ~2 >3:4 +5 -6": unchanged, changed, renumbered, added, removed.
std::string told(const Document& before, const Document& after) {
  std::string all;
  for (const ClauseChange& change : changes_between(before, after)) {
    const std::string old_path = change.before == kNoUnit ? "" : before.units[change.before].path;
    const std::string path = change.after == kNoUnit ? "" : after.units[change.after].path;
    if (!all.empty()) all += ' ';
    switch (change.kind) {
      case ChangeKind::kUnchanged:
        all += "=" + path;
        break;
      case ChangeKind::kChanged:
        all += "~" + path;
        break;
      case ChangeKind::kRenumbered:
        all += ">" + old_path + ":" + path;
        break;
      case ChangeKind::kAdded:
        all += "+" + path;
        break;
      case ChangeKind::kRemoved:
        all += "-" + old_path;
        break;
    }
  }
  return all;
}

Document clauses(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<samples::Clause> all;
  for (const auto& [path, text] : texts) all.push_back({path, {text}});
  return samples::document("en", all);
}

}  // namespace

TEST_CASE("Changes between versions by clause", "[storage][changes]") {
  const Document base = clauses({{"1", "a"}, {"2", "b"}, {"3", "c"}});
  CHECK(told(base, base) == "=1 =2 =3");
  CHECK(told(base, clauses({{"1", "a"}, {"2", "B"}, {"3", "c"}})) == "=1 ~2 =3");
  CHECK(told(base, clauses({{"1", "a"}, {"2", "new"}, {"3", "b"}, {"4", "c"}})) ==
        "=1 +2 >2:3 >3:4");
  CHECK(told(base, clauses({{"1", "a"}, {"2", "c"}})) == "=1 -2 >3:2");
  CHECK(told(base, clauses({{"2", "b"}, {"3", "c"}})) == "-1 =2 =3");
  CHECK(told(base, clauses({})) == "-1 -2 -3");
  CHECK(told(clauses({}), base) == "+1 +2 +3");
  // Equal texts stay where they are.
  CHECK(told(clauses({{"1", "x"}, {"2", "x"}}), clauses({{"2", "x"}})) == "-1 =2");
  // A text that stands under two paths does not leave its own.
  CHECK(told(clauses({{"1", "x"}}), clauses({{"1", "x"}, {"2", "x"}})) == "=1 +2");
}

}  // namespace synoptic
