// A clause that stands elsewhere in the translation, or under another clause's label.
#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

void run(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (!link.moved || link.original.empty() || link.translation.empty()) continue;
    Finding finding = finding_of(kMovedClause, input, link);
    const uint32_t line = input.translation.units[link.translation[0]].line;
    finding.details.push_back({"line", std::to_string(line)});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kMovedClause = {
    "moved-clause",
    "Clause that stands elsewhere in the translation",
    Severity::kWarning,
    Scope::kLink,
    "{path} stands out of its order in the translation, as {found} on line {line}",
    run,
    {
        {"en",
         "1. The port of Riga keeps an archive of 1,200 maps.\n2. Rivers are dredged each spring.\n"
         "3. Pilots are paid by the day, and by the night where 40 ships or more are waiting.\n"
         "4. Lamps are lit at dusk.",
         "es",
         "1. El puerto de Riga conserva un archivo de 1.200 mapas.\n"
         "3. Los prácticos cobran por día, y por noche cuando esperan 40 buques o más.\n"
         "2. Los ríos se dragan cada primavera.\n4. Los faros se encienden al anochecer.",
         true, ""},
        {"en", "1. The port keeps an archive.\n2. Rivers are dredged each spring.", "es",
         "1. El puerto conserva un archivo.\n2. Los ríos se dragan cada primavera.", false, ""},
    },
    "Looks for clauses that were translated but stand at another place than in the original, "
    "under their own number or another's."};

}  // namespace synoptic
