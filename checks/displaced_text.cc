// A clause whose text fits its neighbour's better, though the labels are in order.
#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

void run(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (!link.displaced || link.original.empty() || link.translation.empty()) continue;
    findings.push_back(finding_of(kDisplacedText, input, link));
  }
}

}  // namespace

const Check kDisplacedText = {
    "displaced-text",
    "Text that seems to belong to another clause",
    Severity::kWarning,
    Scope::kLink,
    "the text under {found} of the translation fits a clause near {path} better",
    run,
    {
        {"en",
         "1. The ports keep their archives open to all.\n"
         "2. The rivers are dredged each spring, by boats of 12 tons.\n"
         "3. Pilots are paid by the day, and by the night where ships are waiting in the roads or "
         "a "
         "storm has been announced by the watch.\n"
         "4. Lamps are lit at dusk and are put out at dawn.\n"
         "5. The keeper signs the log and sends it to the harbour office.\n"
         "6. The office answers within a month of the letter's arrival.",
         "de",
         "1. Die Häfen halten ihre Archive für alle offen.\n"
         "2. Lotsen werden nach Tagen bezahlt, und nach Nächten, wenn Schiffe auf der Reede warten "
         "oder die Wache einen Sturm angekündigt hat.\n"
         "3. Die Flüsse werden in jedem Frühjahr von Booten mit 12 Tonnen ausgebaggert.\n"
         "4. Die Lampen werden in der Dämmerung angezündet und am Morgen gelöscht.\n"
         "5. Der Wärter unterzeichnet das Buch und schickt es dem Hafenamt.\n"
         "6. Das Amt antwortet binnen eines Monats nach Eingang des Briefes.",
         true, "2"},
        {"en", "1. The port keeps an archive.\n2. Rivers are dredged each spring.", "es",
         "1. El puerto conserva un archivo.\n2. Los ríos se dragan cada primavera.", false, ""},
    },
    "Looks for clauses whose numbers are in order while their texts fit the neighbour's "
    "original better than their own: what happens when two paragraphs change places and the "
    "numbers do not."};

}  // namespace synoptic
