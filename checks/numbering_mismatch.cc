// Paired clauses whose printed numbers differ.
#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

bool is_repeated(const Unit& unit) { return unit.path.find('#') != std::string::npos; }

// The numbers differ in themselves, not only because a parent's does.
bool differs(const Unit& o, const Unit& t) {
  const Level& a = o.label.levels.back();
  const Level& b = t.label.levels.back();
  return a.ordinal != b.ordinal || a.suffix != b.suffix;
}

// What is printed is the same, wherever the two trees hang it.
bool prints_alike(const CheckInput& input, const Link& link) {
  return bare_text(input.original.label_of(link.original[0])) ==
         bare_text(input.translation.label_of(link.translation[0]));
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  // A count that is shifted as a whole is one fault: said once, where it begins.
  int64_t shift_before = 0;
  UnitId last_unit = kNoUnit;  // of the original, in the last finding
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link) || link.moved) continue;
    const Unit& o = input.original.units[link.original[0]];
    const Unit& t = input.translation.units[link.translation[0]];
    if (!is_numbered(o) || !is_numbered(t)) continue;
    const int64_t shift =
        int64_t{t.label.levels.back().ordinal} - int64_t{o.label.levels.back().ordinal};
    const bool goes_on = shift != 0 && shift == shift_before;
    shift_before = shift;
    if (o.path == t.path || !differs(o, t) || is_repeated(t) || is_repeated(o) || goes_on ||
        prints_alike(input, link)) {
      continue;
    }
    Finding finding = finding_of(kNumberingMismatch, input, link);
    finding.original_spans = {{link.original[0], o.printed_label}};
    finding.translation_spans = {{link.translation[0], t.printed_label}};
    // Clauses one behind the other have one cause.
    if (last_unit != kNoUnit && last_unit + 1 == link.original[0]) {
      join(findings.back(), finding);
    } else {
      findings.push_back(std::move(finding));
    }
    last_unit = link.original[0];
  }
}

}  // namespace

const Check kNumberingMismatch = {
    "numbering-mismatch",
    "Clause under another number",
    Severity::kWarning,
    Scope::kLink,
    "{path} bears the number {found} in the translation",
    run,
    {
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.\n"
         "3. Pilots are paid by the day.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes à tous.\n2. Les rivières sont draguées "
         "chaque printemps.\n"
         "4. Les pilotes sont payés à la journée.",
         true, "3"},
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged.", "zh",
         "一、各港口开放其档案。\n二、疏浚各河流。", false, ""},
    },
    "Compares the printed numbers of clauses that belong together by what they say. A clause "
    "is named only where its own number differs, not where that of the clause around it does."};

}  // namespace synoptic
