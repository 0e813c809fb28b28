// A clause that stands elsewhere in the translation, or under another clause's label.
#include <map>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/words.h"

namespace synoptic {

namespace {

constexpr std::size_t kFewestSorted = 3;  // clauses without labels that are out of order together

UnitId parent_of(const Document& document, UnitId unit) { return document.units[unit].parent; }

// A clause that goes with the one before it on both sides, or with the clause it belongs to: a
// block that was moved is one fault.
bool goes_with(const CheckInput& input, const Link& link, const std::vector<uint32_t>& links,
               UnitId original, UnitId translation) {
  if (original == kNoUnit) return false;
  const Link& other = input.alignment.links[links[original]];
  return other.moved && &other != &link && !other.translation.empty() &&
         other.translation.back() == translation;
}

bool goes_with_another(const CheckInput& input, const Link& link,
                       const std::vector<uint32_t>& links) {
  const UnitId o = link.original[0];
  const UnitId t = link.translation[0];
  return goes_with(input, link, links, parent_of(input.original, o),
                   parent_of(input.translation, t)) ||
         (o > 0 && t > 0 && goes_with(input, link, links, o - 1, t - 1));
}

std::string sorting_key(const Document& document, UnitId unit) {
  return fold_for_search(document.text_of(unit).substr(0, 48));
}

// Stands between its unnumbered siblings where the alphabet puts it.
bool is_in_alphabet(const Document& document, UnitId unit) {
  const std::string key = sorting_key(document, unit);
  const UnitId parent = parent_of(document, unit);
  const auto is_sibling = [&](UnitId other) {
    return parent_of(document, other) == parent && !is_numbered(document.units[other]);
  };
  UnitId before = unit;
  while (before > 0 && before != parent && !is_sibling(--before)) {
  }
  UnitId after = unit + 1;
  while (after < document.units.size() && document.units[after].parent != parent &&
         document.units[after].parent >= unit && document.units[after].parent != kNoUnit) {
    ++after;
  }
  const bool has_before = before < unit && is_sibling(before);
  const bool has_after = after < document.units.size() && is_sibling(after);
  return (has_before || has_after) && (!has_before || sorting_key(document, before) <= key) &&
         (!has_after || key <= sorting_key(document, after));
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
    if (goes_with_another(input, link, links)) continue;
    Finding finding = finding_of(kMovedClause, input, link);
    const uint32_t line = input.translation.units[link.translation[0]].line;
    finding.details.push_back({"line", std::to_string(line)});
    const UnitId parent = parent_of(input.original, link.original[0]);
    if (!is_numbered(input.original.units[link.original[0]]) &&
        (is_sorted_anew(families.at(parent)) ||
         (is_in_alphabet(input.original, link.original[0]) &&
          is_in_alphabet(input.translation, link.translation[0])))) {
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
