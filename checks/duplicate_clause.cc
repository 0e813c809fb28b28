// The same text under two clauses of the translation whose originals differ.
#include <map>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"

namespace synoptic {

namespace {

constexpr std::size_t kLeastCharacters = 20;

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<uint32_t> links = link_of_translation(input);
  std::map<std::string, UnitId> first_with;
  for (UnitId unit = 0; unit < input.translation.units.size(); ++unit) {
    const std::string bare = bare_text(input.translation.text_of(unit));
    if (count_characters(bare) < kLeastCharacters) continue;
    const auto [first, added] = first_with.try_emplace(bare, unit);
    if (added) continue;
    const Link& a = input.alignment.links[links[first->second]];
    const Link& b = input.alignment.links[links[unit]];
    const bool same_original = !a.original.empty() && !b.original.empty() &&
                               links[first->second] != links[unit] &&
                               bare_text(input.original.text_of(a.original[0])) ==
                                   bare_text(input.original.text_of(b.original[0]));
    // A title page often repeats the title.
    const bool title = input.translation.units[first->second].kind == UnitKind::kTitle;
    if (same_original || title) continue;
    Finding& finding = findings.emplace_back();
    finding.check = kDuplicateClause.id;
    finding.severity = kDuplicateClause.severity;
    finding.original = b.original;
    finding.translation = {first->second, unit};
    finding.translation_spans = {whole(input.translation, first->second),
                                 whole(input.translation, unit)};
    finding.details = {{"path", input.translation.units[unit].path},
                       {"first", input.translation.units[first->second].path}};
  }
}

}  // namespace

const Check kDuplicateClause = {
    "duplicate-clause",
    "Same text under two clauses",
    Severity::kError,
    Scope::kDocument,
    "{path} of the translation repeats the text of {first}",
    run,
    {
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged each spring.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n2. Les ports tiennent leurs archives "
         "ouvertes.",
         true, "2"},
        {"en", "1. The ports keep their archives open.\n2. The ports keep their archives open.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n2. Les ports tiennent leurs archives "
         "ouvertes.",
         false, ""},
    },
    "Looks for one text under two numbers of the translation where the original says two "
    "different things: a paragraph that was pasted twice."};

}  // namespace synoptic
