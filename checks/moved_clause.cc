// A clause that stands elsewhere in the translation, or under another clause's label.
#include <map>

#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

constexpr std::size_t kFewestSorted = 3;  // clauses without labels that are out of order together

UnitId parent_of(const Document& document, UnitId unit) { return document.units[unit].parent; }

// A clause that goes with the clause it belongs to.
bool goes_with_parent(const CheckInput& input, const Link& link,
                      const std::vector<uint32_t>& links) {
  const UnitId parent = parent_of(input.original, link.original[0]);
  if (parent == kNoUnit) return false;
  const Link& above = input.alignment.links[links[parent]];
  return above.moved && !above.translation.empty() &&
         above.translation[0] == parent_of(input.translation, link.translation[0]);
}

struct Family {
  std::size_t moved = 0;
  std::size_t all = 0;
};

// Children without labels of each unit of the original (kNoUnit: outermost), and how many of them
// stand elsewhere.
std::map<UnitId, Family> families_of(const CheckInput& input) {
  std::map<UnitId, Family> families;
  for (const Link& link : input.alignment.links) {
    if (link.original.empty() || link.translation.empty()) continue;
    const UnitId unit = link.original[0];
    if (is_numbered(input.original.units[unit])) continue;
    Family& family = families[parent_of(input.original, unit)];
    ++family.all;
    family.moved += link.moved;
  }
  return families;
}

// A list in another order as a whole: definitions, sorted by each language's alphabet.  Few
// paragraphs tell as much where half of them are elsewhere.
bool is_sorted_anew(const Family& family) {
  return family.moved >= kFewestSorted || 2 * family.moved >= family.all;
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<uint32_t> links = link_of_original(input);
  const std::map<UnitId, Family> families = families_of(input);
  std::map<UnitId, std::size_t> reported;  // finding of each list in another order
  for (const Link& link : input.alignment.links) {
    if (!link.moved || link.original.empty() || link.translation.empty()) continue;
    if (goes_with_parent(input, link, links)) continue;
    Finding finding = finding_of(kMovedClause, input, link);
    const uint32_t line = input.translation.units[link.translation[0]].line;
    finding.details.push_back({"line", std::to_string(line)});
    const UnitId parent = parent_of(input.original, link.original[0]);
    if (!is_numbered(input.original.units[link.original[0]]) &&
        is_sorted_anew(families.at(parent))) {
      const auto [entry, first] = reported.try_emplace(parent, findings.size());
      if (!first) {
        join(findings[entry->second], finding);
        continue;
      }
      finding.severity = Severity::kInfo;
    }
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
