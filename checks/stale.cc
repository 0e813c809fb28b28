// A clause of the original that changed after its translation was made.
//
// Which clauses those are, the store knows: it keeps all versions of the original, and when the
// translation came in.
#include <algorithm>

#include "checks/clause_facts.h"
#include "checks/declarations.h"

namespace synoptic {
namespace {

void run(const CheckInput& input, std::vector<Finding>& findings) {
  if (input.changed_since.empty()) return;
  for (const Link& link : input.alignment.links) {
    if (link.translation.empty()) continue;
    const bool changed = std::any_of(link.original.begin(), link.original.end(), [&](UnitId unit) {
      return std::binary_search(input.changed_since.begin(), input.changed_since.end(), unit);
    });
    if (changed) findings.push_back(finding_of(kStale, input, link));
  }
}

}  // namespace

const Check kStale = {
    "stale",
    "Clause whose original changed since it was translated",
    Severity::kWarning,
    Scope::kWork,
    "{path} changed in the original after the translation was made",
    run,
    {
        {"en",
         "1. The gates open at six.\n2. The keeper has two keys.",
         "fr",
         "1. Les portes ouvrent à six heures.\n2. Le gardien a deux clés.",
         true,
         "2",
         {},
         "1. The gates open at six.\n2. The keeper has a key."},
        {"de",
         "1. Das Tor wird um sechs geöffnet.\n2. Der Wächter führt Buch.",
         "ru",
         "1. Ворота открываются в шесть.\n2. Сторож ведёт книгу.",
         true,
         "1",
         {},
         "1. Das Tor wird am Morgen geöffnet.\n2. Der Wächter führt Buch."},
        {"zh",
         "一、港口每日开放。\n二、灯塔由专人看守。",
         "en",
         "1. The port is open every day.\n2. The lighthouse is kept by a keeper.",
         true,
         "2",
         {},
         "一、港口每日开放。\n二、灯塔夜间点灯。"},
        {"en",
         "1. The gates open at six.\n2. The keeper has two keys.",
         "fr",
         "1. Les portes ouvrent à six heures.\n2. Le gardien a deux clés.",
         false,
         "",
         {},
         "1. The gates open at six.\n2. The keeper has two keys."},
        {"en",
         "1. The gates open at six.\n2. The keeper has two keys.",
         "ar",
         "١- تفتح الأبواب في السادسة.\n٢- للحارس مفتاحان.",
         false,
         "",
         {},
         "1. THE GATES OPEN AT SIX\n2. The keeper has  two keys."},
        {"en",
         "1. The gates open at six.\n2. The keeper has two keys.",
         "es",
         "1. Las puertas se abren a las seis.\n2. El guardián tiene dos llaves.",
         false,
         "",
         {},
         ""},
    },
    "Compares the version of the original that was the latest when the translation came into the "
    "store with the one of today: a clause that changed since, in more than capitals and signs, "
    "may need a new translation."};

}  // namespace synoptic
