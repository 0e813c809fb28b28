// Several clauses rendered as one, and one rendered as several.
#include <algorithm>

#include "align/inline_lists.h"
#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

// Fewer numbers are left to cite by.  Paragraphs, headings and items with a bullet may be run
// together: the numbering loses nothing by it.
bool loses_a_number(const Document& many, const std::vector<UnitId>& units, const Unit& single) {
  const auto numbered = std::count_if(units.begin(), units.end(),
                                      [&](UnitId unit) { return is_numbered(many.units[unit]); });
  return numbered > (is_numbered(single) ? 1 : 0);
}

// Items of a list in running text, which the other side has in running text too.
bool are_one_paragraph(const Document& document, const std::vector<UnitId>& units) {
  return std::all_of(units.begin() + 1, units.end(),
                     [&](UnitId unit) { return is_inside_paragraph(document, unit); });
}

// A clause with all of its list, or a part of the list with the words before it: the other side
// says it in one sentence.  The clause keeps its number.
bool are_list_with_head(const Document& document, const std::vector<UnitId>& units) {
  const UnitId head = units[0];
  if (document.text_of(head).empty()) return false;
  return std::all_of(units.begin() + 1, units.end(), [&](UnitId unit) {
    UnitId above = document.units[unit].parent;
    while (above != kNoUnit && above != head) above = document.units[above].parent;
    return above == head;
  });
}

void report(const CheckInput& input, const Link& link, const Check& check, bool merged,
            std::vector<Finding>& findings) {
  const Document& many = merged ? input.original : input.translation;
  const std::vector<UnitId>& units = merged ? link.original : link.translation;
  if (are_one_paragraph(many, units)) return;
  Finding finding = finding_of(check, input, link);
  const Unit& single = merged ? input.translation.units[link.translation[0]]
                              : input.original.units[link.original[0]];
  if (!loses_a_number(many, units, single) || are_list_with_head(many, units)) {
    finding.severity = Severity::kInfo;
  }
  findings.push_back(std::move(finding));
}

void run_merged(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (link.original.size() > 1 && link.translation.size() == 1) {
      report(input, link, kMergedClauses, true, findings);
    }
  }
}

void run_split(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (link.original.size() == 1 && link.translation.size() > 1) {
      report(input, link, kSplitClause, false, findings);
    }
  }
}

}  // namespace

const Check kMergedClauses = {
    "merged-clauses",
    "Clauses run together in the translation",
    Severity::kWarning,
    Scope::kLink,
    "{path} are run together in {found} of the translation",
    run_merged,
    {
        {"en",
         "1. The lamp is lit at dusk and is put out at dawn.\n2. The keeper signs the log each "
         "night.\n"
         "3. The log is sent to the harbour office.\n4. The office answers within a month.",
         "it",
         "1. La lampada si accende al tramonto e si spegne all'alba. Il guardiano firma il "
         "registro ogni notte.\n"
         "3. Il registro è inviato alla capitaneria.\n4. La capitaneria risponde entro un mese.",
         true, "1"},
        {"en", "1. The lamp is lit at dusk.\n2. The keeper signs the log each night.", "it",
         "1. La lampada si accende al tramonto.\n2. Il guardiano firma il registro ogni notte.",
         false, ""},
    },
    "Looks for several numbered clauses of the original that stand as one in the translation. "
    "Every later reference to their numbers is then wrong."};

const Check kSplitClause = {
    "split-clause",
    "Clause split in the translation",
    Severity::kWarning,
    Scope::kLink,
    "{path} is split into {found} in the translation",
    run_split,
    {
        {"en",
         "1. The lamp is lit at dusk and is put out at dawn, and in fog it burns all day long. The "
         "keeper signs the log each night and notes every one of the 24 ships that pass.\n"
         "2. The rivers are dredged each spring, as far as the old bridge.\n"
         "3. Pilots are paid by the day, and by the night where ships are waiting.\n"
         "4. The log is sent to the harbour office in Riga.\n"
         "5. The office answers within a month and keeps the log for 30 years.",
         "it",
         "1. La lampada si accende al tramonto e si spegne all'alba, e con la nebbia arde tutto il "
         "giorno.\n2. Il guardiano firma il registro ogni notte e annota ognuna delle 24 navi che "
         "passano.\n3. I fiumi sono dragati ogni primavera, fino al vecchio ponte.\n"
         "4. I piloti sono pagati a giornata, e a notte quando vi sono navi in attesa.\n"
         "5. Il registro è inviato alla capitaneria di porto di Riga.\n"
         "6. La capitaneria risponde entro un mese e conserva il registro per 30 anni.",
         true, "1"},
        {"en", "1. The lamp is lit at dusk.\n2. The keeper signs the log each night.", "it",
         "1. La lampada si accende al tramonto.\n2. Il guardiano firma il registro ogni notte.",
         false, ""},
    },
    "Looks for one numbered clause of the original that stands as several in the translation. "
    "Every later reference to its number is then in doubt."};

}  // namespace synoptic
