// A length that nothing else explains.
#include <cmath>

#include "checks/clause_facts.h"
#include "checks/clause_lengths.h"
#include "checks/declarations.h"

namespace synoptic {

namespace {

// Set by hand on clean texts.
constexpr double kSpreads = 3.0;
constexpr double kTitleSpreads = 2.2;  // a line of a title is lost more easily than seen
constexpr double kLogRatio = 0.55;
constexpr double kTitleLogRatio = 0.45;
// So far out that even a heading has lost its text.
constexpr double kRemnantSpreads = -5;
constexpr double kRemnantLogRatio = -1.2;
constexpr double kLeastSurplus = 40;  // characters of the original, lost or added

bool is_out(const CheckInput& input, const Link& link, const ClauseLength& length) {
  const bool title = input.original.units[link.original[0]].kind == UnitKind::kTitle;
  if (std::abs(length.deviation.spreads) < (title ? kTitleSpreads : kSpreads) ||
      std::abs(length.deviation.log_ratio) < (title ? kTitleLogRatio : kLogRatio)) {
    return false;
  }
  if (title || (length.deviation.spreads < kRemnantSpreads &&
                length.deviation.log_ratio < kRemnantLogRatio)) {
    return true;
  }
  // A heading is worded freely.
  const bool heading = input.original.units[link.original[0]].kind == UnitKind::kHeading ||
                       is_heading_text(input.original, link.original[0]);
  return !heading &&
         std::abs(length.surplus) >= kLeastSurplus * std::exp(input.alignment.length.log_ratio);
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const ClauseLengths lengths(input);
  for (std::size_t l = 0; l < input.alignment.links.size(); ++l) {
    const Link& link = input.alignment.links[l];
    if (!lengths.comparable(l) || !is_out(input, link, lengths.of(l)) ||
        is_flagged(
            findings, link.translation[0],
            {&kTruncated, &kMissingText, &kExtraText, &kUntranslated, &kWrongLanguage,
             &kDuplicateClause, &kMergedClauses, &kSplitClause, &kMovedClause, &kDisplacedText}) ||
        lengths.made_up_by_kin(l)) {
      continue;
    }
    Finding finding = finding_of(kLength, input, link);
    finding.details.push_back({"percent", percent_of_expected(lengths.of(l).deviation)});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kLength = {
    "length",
    "Length that the original does not explain",
    Severity::kWarning,
    Scope::kLink,
    "{path} has {percent} % of the length to expect in the translation",
    run,
    {
        {"en",
         "1. The ports keep their archives open to all who ask, on every working day of the year, "
         "and "
         "answer every letter within a month.\n"
         "2. The rivers are dredged each spring, as far as the old bridge.\n"
         "3. Pilots are paid by the day, and by the night where ships are waiting.\n"
         "4. Lamps are lit at dusk and are put out at dawn.\n"
         "5. The keeper signs the log and sends it to the harbour office.\n"
         "6. The office answers within a month of the letter's arrival.",
         "fr",
         "1. Les ports sont ouverts.\n"
         "2. Les rivières sont draguées chaque printemps jusqu'au vieux pont.\n"
         "3. Les pilotes sont payés à la journée, et à la nuit quand des navires attendent.\n"
         "4. Les feux sont allumés au crépuscule et éteints à l'aube.\n"
         "5. Le gardien signe le registre et l'envoie à la capitainerie.\n"
         "6. La capitainerie répond dans le mois qui suit l'arrivée de la lettre.",
         true, "1"},
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.",
         "zh", "1. 各港口向所有人开放其档案。\n2. 每年春季疏浚河流。", false, ""},
    },
    "Compares the length of a clause with what the pair of texts leads one to expect, where "
    "neither a lost sentence nor a broken end explains the difference."};

}  // namespace synoptic
