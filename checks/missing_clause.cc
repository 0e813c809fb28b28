// A clause of the original that no clause of the translation stands for, and the reverse.
#include <algorithm>

#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

// Units of one side whose links are one-sided.
std::vector<bool> unpaired(const CheckInput& input, bool original_side) {
  const Document& document = original_side ? input.original : input.translation;
  std::vector<bool> alone(document.units.size());
  for (const Link& link : input.alignment.links) {
    const auto& here = original_side ? link.original : link.translation;
    const auto& there = original_side ? link.translation : link.original;
    if (!there.empty()) continue;
    for (const UnitId unit : here) alone[unit] = true;
  }
  return alone;
}

// One finding for a clause and everything that hangs under it.
void report(const CheckInput& input, bool original_side, const Check& check,
            std::vector<Finding>& findings) {
  const Document& document = original_side ? input.original : input.translation;
  const std::vector<bool> alone = unpaired(input, original_side);
  std::vector<std::size_t> finding_of(document.units.size(), SIZE_MAX);
  for (UnitId id = 0; id < document.units.size(); ++id) {
    if (!alone[id]) continue;
    const UnitId parent = document.units[id].parent;
    const bool under = parent != kNoUnit && finding_of[parent] != SIZE_MAX;
    if (!under) {
      Finding& finding = findings.emplace_back();
      finding.check = check.id;
      finding.severity = is_minor(document, id) ? Severity::kInfo : check.severity;
      finding.details = {{"path", document.units[id].path}, {"opening", opening_of(document, id)}};
      finding_of[id] = findings.size() - 1;
    } else {
      finding_of[id] = finding_of[parent];
    }
    Finding& finding = findings[finding_of[id]];
    (original_side ? finding.original : finding.translation).push_back(id);
    (original_side ? finding.original_spans : finding.translation_spans)
        .push_back(whole(document, id));
    if (under && !is_minor(document, id)) finding.severity = check.severity;
  }
}

void run_missing(const CheckInput& input, std::vector<Finding>& findings) {
  report(input, true, kMissingClause, findings);
}

void run_extra(const CheckInput& input, std::vector<Finding>& findings) {
  report(input, false, kExtraClause, findings);
}

}  // namespace

const Check kMissingClause = {
    "missing-clause",
    "Clause without counterpart in the translation",
    Severity::kError,
    Scope::kLink,
    "{path} has no counterpart in the translation: “{opening}”",
    run_missing,
    {
        {"en",
         "1. The ports keep their archives open.\n2. The rivers are dredged each spring.\n"
         "3. The pilots are paid by the day.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n3. Les pilotes sont payés à la journée.",
         true, "2"},
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged each spring.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n2. Les rivières sont draguées au "
         "printemps.",
         false, ""},
        {"en",
         "Article 1\nThe lamp is lit at dusk.\nArticle 2\nThe keeper signs the log.\n"
         "Article 3\nThe log is sent to the harbour office.",
         "zh", "第一条\n黄昏时点灯。\n第三条\n日志送交港务局。", true, "2"},
    },
    "Looks for clauses of the original that no clause of the translation stands for, neither "
    "under their number nor anywhere else."};

const Check kExtraClause = {
    "extra-clause",
    "Clause without counterpart in the original",
    Severity::kError,
    Scope::kLink,
    "{path} of the translation has no counterpart in the original: “{opening}”",
    run_extra,
    {
        {"en", "1. The ports keep their archives open.\n2. The pilots are paid by the day.", "de",
         "1. Die Häfen halten ihre Archive offen.\n2. Die Lotsen werden nach Tagen bezahlt.\n"
         "3. Die Flüsse werden in jedem Frühjahr ausgebaggert.",
         true, "3"},
        {"en", "1. The ports keep their archives open.\n2. The pilots are paid by the day.", "de",
         "1. Die Häfen halten ihre Archive offen.\n2. Die Lotsen werden nach Tagen bezahlt.", false,
         ""},
    },
    "Looks for clauses of the translation that no clause of the original stands for, neither "
    "under their number nor anywhere else."};

}  // namespace synoptic
