// A sentence that stands several times in the original, or in the original of another work, and is
// translated in other words in one place.
//
// A note: formulas of law repeat, and a translator may have had a reason.
#include "checks/declarations.h"
#include "checks/repeated_sentences.h"

namespace synoptic {
namespace {

void run(const CheckInput& input, std::vector<Finding>& findings) {
  add_inconsistencies(kInconsistentTranslation, input, RepeatedSide::kOriginal, findings);
  add_departures(kInconsistentTranslation, input, findings);
}

}  // namespace

const Check kInconsistentTranslation = {
    "inconsistent-translation",
    "Same sentence, other translation",
    Severity::kInfo,
    Scope::kWork,
    "{path}: the same sentence is translated otherwise in {other}",
    run,
    {
        {"en",
         "1. The parties shall meet each year.\n\n2. It lasts.\n\n3. The parties shall meet each "
         "year.",
         "fr",
         "1. Les parties se réunissent chaque année.\n\n2. Il dure.\n\n3. Une session annuelle est "
         "tenue par tous.",
         true, ""},
        {"de",
         "1. Die Parteien treffen sich jedes Jahr.\n\n2. Die Parteien treffen sich jedes Jahr.",
         "en", "1. The parties meet every year.\n\n2. An annual session is held.", true, ""},
        {"en", "1. The parties shall meet each year.\n\n2. The parties shall meet each year.", "zh",
         "一、缔约方每年举行会议。\n\n二、各国应当年年开会商讨。", true, ""},
        {"en", "1. The parties shall meet each year.\n\n2. The parties shall meet each year.", "ru",
         "1. Стороны встречаются ежегодно.\n\n2. Участники проводят сессию раз в год.", true, ""},
        {"en", "1. The parties shall meet each year.\n\n2. The parties shall meet each year!", "fr",
         "1. Les parties se réunissent chaque année.\n\n2. Les Parties se réunissent, chaque "
         "année.",
         false, ""},
        {"en", "1. It ends.\n\n2. It ends.", "fr", "1. Il prend fin.\n\n2. Cela se termine.", false,
         ""},
        {"en", "1. The parties shall meet each year.\n\n2. The parties shall meet each month.",
         "fr",
         "1. Les parties se réunissent chaque année.\n\n2. Les parties se réunissent chaque mois.",
         false, ""},
        {"en", "1. The parties shall meet each year.\n\n2. The parties shall meet each year.", "zh",
         "一、缔约方每年举行会议。\n\n二、缔约方每年举行会议。", false, ""},
    },
    "Looks for sentences that come again in the original, or stand in the original of another work "
    "of "
    "the store, and are translated in another way."};

}  // namespace synoptic
