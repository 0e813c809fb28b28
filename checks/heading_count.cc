// Headings without a number that one side has and the other lacks, where both have such headings.
//
// A numbered heading that is lost is a missing clause.  Headings in the margin are often printed in
// one language alone: where few have a counterpart, that is the layout and nothing is said.
#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

constexpr std::size_t kFewestPaired = 2;

bool is_plain_heading(const Document& document, UnitId unit) {
  return is_minor(document, unit) && document.units[unit].kind != UnitKind::kTitle &&
         !document.text_of(unit).empty() && !ends_finished(document.text_of(unit)) &&
         unit + 1 < document.units.size();
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  Finding finding;
  finding.check = kHeadingCount.id;
  finding.severity = kHeadingCount.severity;
  std::size_t paired = 0;
  for (const Link& link : input.alignment.links) {
    if (is_one_to_one(link)) {
      paired += is_plain_heading(input.original, link.original[0]) &&
                is_plain_heading(input.translation, link.translation[0]);
    } else if (link.translation.empty()) {
      for (const UnitId unit : link.original) {
        if (!is_plain_heading(input.original, unit)) continue;
        finding.original.push_back(unit);
        finding.original_spans.push_back(whole(input.original, unit));
      }
    } else if (link.original.empty()) {
      for (const UnitId unit : link.translation) {
        if (!is_plain_heading(input.translation, unit)) continue;
        finding.translation.push_back(unit);
        finding.translation_spans.push_back(whole(input.translation, unit));
      }
    }
  }
  const std::size_t original = paired + finding.original.size();
  const std::size_t translation = paired + finding.translation.size();
  if (paired < kFewestPaired || original == translation) return;
  finding.details = {{"expected", std::to_string(original)},
                     {"found", std::to_string(translation)}};
  findings.push_back(std::move(finding));
}

}  // namespace

const Check kHeadingCount = {
    "heading-count",
    "Another number of headings",
    Severity::kInfo,
    Scope::kDocument,
    "the original has {expected} headings without a number, the translation {found}",
    run,
    {
        {"en",
         "Rules of the port\n\n"
         "Open archives\n\n"
         "1. The ports keep their archives open to all.\n\n"
         "Dredging of rivers\n\n"
         "2. The rivers are dredged each spring.\n\n"
         "Wages of pilots\n\n"
         "3. Pilots are paid by the day.\n\n"
         "Lighting of lamps\n\n"
         "4. Lamps are lit at dusk.",
         "fr",
         "Règlement du port\n\n"
         "Archives ouvertes\n\n"
         "1. Les ports tiennent leurs archives ouvertes à tous.\n\n"
         "Dragage des rivières\n\n"
         "2. Les rivières sont draguées chaque printemps.\n\n"
         "3. Les pilotes sont payés à la journée.\n\n"
         "Allumage des feux\n\n"
         "4. Les feux sont allumés au crépuscule.",
         true, ""},
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged.", "zh",
         "一、各港口开放其档案。\n二、疏浚各河流。", false, ""},
    },
    "Counts the headings without a number under each clause that has a counterpart. One more or "
    "less is often a matter of layout, so it is only a hint."};

}  // namespace synoptic
