// A sentence that stands several times in the translation, for sentences of the original that
// differ.
//
// A note: formulas of law repeat, and a translator may have had a reason.
#include "checks/declarations.h"
#include "checks/repeated_sentences.h"

namespace synoptic {
namespace {

void run(const CheckInput& input, std::vector<Finding>& findings) {
  add_inconsistencies(kInconsistentSource, input, RepeatedSide::kTranslation, findings);
}

}  // namespace

const Check kInconsistentSource = {
    "inconsistent-source",
    "Same translation, other original",
    Severity::kInfo,
    Scope::kWork,
    "{path}: translated by the same sentence as {other}, which says it otherwise",
    run,
    {
        {"fr",
         "1. Les parties se réunissent chaque année.\n\n2. Il dure.\n\n3. Une session annuelle est "
         "tenue par tous.",
         "en",
         "1. The parties shall meet each year.\n\n2. It lasts.\n\n3. The parties shall meet each "
         "year.",
         true, ""},
        {"en", "1. The parties meet every year.\n\n2. An annual session is held.", "de",
         "1. Die Parteien treffen sich jedes Jahr.\n\n2. Die Parteien treffen sich jedes Jahr.",
         true, ""},
        {"zh", "一、缔约方每年举行会议。\n\n二、各国应当年年开会商讨。", "en",
         "1. The parties shall meet each year.\n\n2. The parties shall meet each year.", true, ""},
        {"ru", "1. Стороны встречаются ежегодно.\n\n2. Участники проводят сессию раз в год.", "en",
         "1. The parties shall meet each year.\n\n2. The parties shall meet each year.", true, ""},
        {"fr",
         "1. Les parties se réunissent chaque année.\n\n2. Les Parties se réunissent, chaque "
         "année.",
         "en", "1. The parties shall meet each year.\n\n2. The parties shall meet each year!",
         false, ""},
        {"fr", "1. Il prend fin.\n\n2. Cela se termine.", "en", "1. It ends.\n\n2. It ends.", false,
         ""},
        {"fr",
         "1. Les parties se réunissent chaque année.\n\n2. Les parties se réunissent chaque mois.",
         "en", "1. The parties shall meet each year.\n\n2. The parties shall meet each month.",
         false, ""},
        {"zh", "一、缔约方每年举行会议。\n\n二、缔约方每年举行会议。", "en",
         "1. The parties shall meet each year.\n\n2. The parties shall meet each year.", false, ""},
    },
    "Looks for sentences that come again in the translation and stand for different originals."};

}  // namespace synoptic
