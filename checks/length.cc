// Texts cut short, sentences lost, and lengths that nothing else explains.
#include <algorithm>
#include <cmath>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Set by hand on injected defects and clean texts of the UDHR.
constexpr double kUnfinishedLogRatio = -0.20;  // cut off without a final stop
constexpr double kFinishedShare = 0.85;        // of this document's clauses end with a stop
constexpr std::size_t kFewestClauses = 6;
constexpr double kLostSentenceSpreads = 1.6;
constexpr double kLostSentenceLogRatio = 0.22;
constexpr double kLengthSpreads = 2.9;
constexpr double kTitleSpreads = 2.2;  // a line of a title is lost more easily than seen
constexpr double kLengthLogRatio = 0.45;
constexpr double kLeastLength = 25;

bool comparable(const CheckInput& input, const Link& link) {
  return !link.original.empty() && !link.translation.empty() &&
         length_of(input.original, link.original) >= kLeastLength &&
         length_of(input.translation, link.translation) > 0;
}

std::string percent_of_expected(const LengthDeviation& deviation) {
  return std::to_string(std::lround(100 * std::exp(deviation.log_ratio)));
}

// ---- truncated ----------------------------------------------------------------------------------

// A heading or the head of a list that ends with a colon may lose it; a full stop is not lost.
bool original_stops(const CheckInput& input, const Link& link) {
  return ends_with_stop(input.original.text_of(link.original.back()));
}

// Share of clauses that end with a stop among those whose originals do.
bool usually_finished(const CheckInput& input) {
  std::size_t all = 0;
  std::size_t finished = 0;
  for (const Link& link : input.alignment.links) {
    if (!comparable(input, link) || !original_stops(input, link)) continue;
    ++all;
    finished += ends_finished(input.translation.text_of(link.translation.back()));
  }
  return all >= kFewestClauses
             ? static_cast<double>(finished) >= kFinishedShare * static_cast<double>(all)
             : finished + 1 >= all && finished > 0;
}

void run_truncated(const CheckInput& input, std::vector<Finding>& findings) {
  if (!usually_finished(input)) return;
  for (const Link& link : input.alignment.links) {
    if (!comparable(input, link) || !original_stops(input, link)) continue;
    const UnitId last = link.translation.back();
    if (ends_finished(input.translation.text_of(last))) continue;
    const LengthDeviation deviation = length_deviation(input, link);
    if (deviation.log_ratio > kUnfinishedLogRatio) continue;
    Finding finding = finding_of(kTruncated, input, link);
    const Span text = input.translation.units[last].text;
    finding.translation_spans = {{last, {text.end, text.end}}};
    finding.details.push_back({"percent", percent_of_expected(deviation)});
    findings.push_back(std::move(finding));
  }
}

// ---- missing text -------------------------------------------------------------------------------

// Original segments of the link's beads that have no counterpart.
std::vector<FindingSpan> lost_segments(const CheckInput& input, const Link& link) {
  std::vector<const Segment*> segments;
  for (const UnitId unit : link.original) {
    for (uint32_t s = input.original.first_segment[unit];
         s < input.original.first_segment[unit + 1]; ++s) {
      segments.push_back(&input.original.segments[s]);
    }
  }
  std::vector<FindingSpan> lost;
  uint32_t from = 0;
  uint32_t from_translation = 0;
  for (const Bead& bead : link.beads) {
    if (bead.translation_end == from_translation) {
      for (uint32_t s = from; s < bead.original_end; ++s) {
        lost.push_back({segments[s]->unit, segments[s]->span});
      }
    }
    from = bead.original_end;
    from_translation = bead.translation_end;
  }
  return lost;
}

std::size_t count_segments(const Document& document, const std::vector<UnitId>& units) {
  std::size_t count = 0;
  for (const UnitId unit : units)
    count += document.first_segment[unit + 1] - document.first_segment[unit];
  return count;
}

void run_missing_text(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (!comparable(input, link) || is_flagged(findings, link.translation[0],
                                               {&kDuplicateClause, &kTruncated, &kMergedClauses}))
      continue;
    const LengthDeviation deviation = length_deviation(input, link);
    if (deviation.log_ratio > -kLostSentenceLogRatio || deviation.spreads > -kLostSentenceSpreads)
      continue;
    if (count_segments(input.original, link.original) <=
        count_segments(input.translation, link.translation)) {
      continue;
    }
    Finding finding = finding_of(kMissingText, input, link);
    finding.original_spans = lost_segments(input, link);
    finding.details.push_back({"percent", percent_of_expected(deviation)});
    findings.push_back(std::move(finding));
  }
}

// ---- length -------------------------------------------------------------------------------------

void run_length(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (!comparable(input, link)) continue;
    const LengthDeviation deviation = length_deviation(input, link);
    const bool title = input.original.units[link.original[0]].kind == UnitKind::kTitle;
    if (std::abs(deviation.spreads) < (title ? kTitleSpreads : kLengthSpreads) ||
        std::abs(deviation.log_ratio) < kLengthLogRatio) {
      continue;
    }
    if (is_flagged(findings, link.translation[0],
                   {&kTruncated, &kMissingText, &kUntranslated, &kWrongLanguage, &kDuplicateClause,
                    &kMergedClauses, &kSplitClause, &kMovedClause})) {
      continue;
    }
    Finding finding = finding_of(kLength, input, link);
    finding.details.push_back({"percent", percent_of_expected(deviation)});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kTruncated = {
    "truncated",
    "Clause cut short",
    Severity::kError,
    Scope::kLink,
    "{path} breaks off in the translation ({percent} % of the length to expect, no final stop)",
    run_truncated,
    {
        {"en",
         "1. The ports keep their archives open to all who ask, on every working day of the year.\n"
         "2. The rivers are dredged each spring.\n3. Pilots are paid by the day.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes à tous\n"
         "2. Les rivières sont draguées chaque printemps.\n3. Les pilotes sont payés à la journée.",
         true, "1"},
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.",
         "th", "1. ท่าเรือเปิดหอจดหมายเหตุของตนให้ทุกคน\n2. แม่น้ำถูกขุดลอกทุกฤดูใบไม้ผลิ", false, ""},
    },
    "Looks for clauses of the translation that are far too short for this pair of texts and "
    "stop without the full stop that their originals have."};

const Check kMissingText = {
    "missing-text",
    "Sentence without counterpart",
    Severity::kWarning,
    Scope::kBead,
    "{path} lacks a sentence in the translation ({percent} % of the length to expect)",
    run_missing_text,
    {
        {"en",
         "1. The ports keep their archives open. They answer every letter that reaches them from "
         "abroad within a month of its arrival. No fee is asked.\n"
         "2. The rivers are dredged each spring, as far as the old bridge.\n"
         "3. Pilots are paid by the day, and by the night where ships are waiting.\n"
         "4. Lamps are lit at dusk and are put out at dawn.\n"
         "5. The keeper signs the log and sends it to the harbour office.\n"
         "6. The office answers within a month of the letter's arrival.",
         "de",
         "1. Die Häfen halten ihre Archive offen. Eine Gebühr wird nicht erhoben.\n"
         "2. Die Flüsse werden in jedem Frühjahr bis zur alten Brücke ausgebaggert.\n"
         "3. Die Lotsen werden nach Tagen bezahlt, und nach Nächten, wenn Schiffe warten.\n"
         "4. Die Lampen werden in der Dämmerung angezündet und am Morgen gelöscht.\n"
         "5. Der Wärter unterzeichnet das Buch und schickt es dem Hafenamt.\n"
         "6. Das Amt antwortet binnen eines Monats nach Eingang des Briefes.",
         true, "1"},
        {"en", "1. The ports keep their archives open. No fee is asked.", "de",
         "1. Die Häfen halten ihre Archive offen. Eine Gebühr wird nicht erhoben.", false, ""},
    },
    "Looks for sentences of the original that nothing answers inside a clause that is "
    "otherwise translated. How long a translation is to be expected is learnt from the two "
    "texts themselves."};

const Check kLength = {
    "length",
    "Length that the original does not explain",
    Severity::kWarning,
    Scope::kLink,
    "{path} has {percent} % of the length to expect in the translation",
    run_length,
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
