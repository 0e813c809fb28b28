// A paired clause that lacks a sentence, or has one that the original lacks.
#include <algorithm>
#include <cmath>

#include "checks/clause_facts.h"
#include "checks/clause_lengths.h"
#include "checks/declarations.h"
#include "checks/lost_sentences.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Set on sentences deleted from the UDHR in 59 languages, against clean texts of five collections.
constexpr double kLostSentence = 1.4;  // spreads, where a sentence fewer is counted
constexpr double kLostSentenceLog = 0.22;
constexpr double kLostPart = 2.0;  // where a part fewer is counted
constexpr double kLostPartLog = 0.35;
constexpr double kLostWords = 2.6;  // where nothing is counted
constexpr double kLostWordsLog = 0.45;
// What a sentence fewer and the lengths say together.
constexpr double kLostSentenceNats = 2.9;
constexpr double kLeastShort = 0.05;  // of the log ratio; what runs on is as long as ever
// A sentence that is paired with nothing, and is as long as what is missing.
constexpr double kLeastAlone = 25;        // characters
constexpr double kLeastAloneShare = 0.6;  // of the length to expect of it that is missing
constexpr double kMostAloneShare = 1.7;
constexpr double kAddedSentence = 2.2;
constexpr double kAddedSentenceLog = 0.35;

std::size_t count_segments(const Document& document, const std::vector<UnitId>& units) {
  std::size_t count = 0;
  for (const UnitId unit : units)
    count += document.first_segment[unit + 1] - document.first_segment[unit];
  return count;
}

// Sentences, and what semicolons and colons part inside them.
std::size_t count_parts(const Document& document, const std::vector<UnitId>& units) {
  std::size_t count = count_segments(document, units);
  for (const UnitId unit : units) {
    const std::string_view text = document.text_of(unit);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      at += c.bytes;
      count += at < text.size() && parts_clause(c.value);
    }
  }
  return count;
}

// A sentence of a script without spaces goes on behind a comma where others end one.
bool runs_on(const Document& document, const std::vector<UnitId>& units) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    return document.text_of(unit).find("\uFF0C") != std::string_view::npos;
  });
}

// Segments of the link's beads that have no counterpart on the other side.
std::vector<FindingSpan> segments_alone(const CheckInput& input, const Link& link, bool original) {
  const Document& document = original ? input.original : input.translation;
  std::vector<FindingSpan> segments;
  for (const UnitId unit : original ? link.original : link.translation) {
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      segments.push_back({document.segments[s].unit, document.segments[s].span});
    }
  }
  std::vector<FindingSpan> alone;
  uint32_t here = 0;
  uint32_t there = 0;
  for (const Bead& bead : link.beads) {
    const uint32_t here_end = original ? bead.original_end : bead.translation_end;
    const uint32_t there_end = original ? bead.translation_end : bead.original_end;
    if (there_end == there) {
      for (uint32_t s = here; s < here_end; ++s) alone.push_back(segments[s]);
    }
    here = here_end;
    there = there_end;
  }
  return alone;
}

// Whether sentences are paired with nothing, and account for what the translation is short of.
bool lacks_segment(const CheckInput& input, const Link& link, const ClauseLength& length) {
  if (!is_one_to_one(link)) return false;
  const std::vector<FindingSpan> alone = segments_alone(input, link, true);
  if (alone.empty() || !segments_alone(input, link, false).empty()) return false;
  double characters = 0;
  for (const FindingSpan& segment : alone) {
    characters += static_cast<double>(count_characters(slice(input.original.text, segment.span)));
  }
  const double expected = characters * std::exp(input.alignment.length.log_ratio);
  return characters >= kLeastAlone && -length.surplus >= kLeastAloneShare * expected &&
         -length.surplus <= kMostAloneShare * expected;
}

bool lacks_text(const CheckInput& input, const Link& link, const ClauseLength& length) {
  const LengthDeviation& deviation = length.deviation;
  const auto shorter = [&](double spreads, double log_ratio) {
    return deviation.spreads < -spreads && deviation.log_ratio < -log_ratio;
  };
  if (lacks_segment(input, link, length)) return true;
  if (!shorter(kLostSentence, kLostSentenceLog)) return false;
  if (count_segments(input.original, link.original) >
      count_segments(input.translation, link.translation)) {
    return true;
  }
  if (!ends_with_stop(input.original.text_of(link.original.back()))) return false;
  // What is one statement in the original may be said in fewer words; it has no part to lose.
  const std::size_t parts = count_parts(input.original, link.original);
  if (parts < 2 && !runs_on(input.original, link.original)) return false;
  return shorter(kLostWords, kLostWordsLog) ||
         (shorter(kLostPart, kLostPartLog) &&
          parts > count_parts(input.translation, link.translation));
}

bool has_more_text(const CheckInput& input, const Link& link, const LengthDeviation& deviation) {
  return deviation.spreads > kAddedSentence && deviation.log_ratio > kAddedSentenceLog &&
         count_segments(input.original, link.original) <
             count_segments(input.translation, link.translation);
}

Finding text_finding(const Check& check, const CheckInput& input, const Link& link,
                     const LengthDeviation& deviation) {
  Finding finding = finding_of(check, input, link);
  finding.details.push_back({"percent", percent_of_expected(deviation)});
  return finding;
}

void run_missing_text(const CheckInput& input, std::vector<Finding>& findings) {
  const ClauseLengths lengths(input);
  const LostSentences sentences(input, lengths);
  const auto lacks_sentence = [&](std::size_t l) {
    return is_one_to_one(input.alignment.links[l]) &&
           lengths.of(l).deviation.log_ratio < -kLeastShort &&
           sentences.evidence_nats(l) > kLostSentenceNats;
  };
  for (std::size_t l = 0; l < input.alignment.links.size(); ++l) {
    const Link& link = input.alignment.links[l];
    if (!lengths.comparable(l) ||
        is_flagged(findings, link.translation[0],
                   {&kDuplicateClause, &kTruncated, &kMergedClauses, &kDisplacedText}) ||
        (!lacks_text(input, link, lengths.of(l)) && !lacks_sentence(l)) ||
        lengths.made_up_by_kin(l)) {
      continue;
    }
    Finding finding = text_finding(kMissingText, input, link, lengths.of(l).deviation);
    if (auto lost = segments_alone(input, link, true); !lost.empty()) {
      finding.original_spans = std::move(lost);
    }
    findings.push_back(std::move(finding));
  }
}

void run_extra_text(const CheckInput& input, std::vector<Finding>& findings) {
  const ClauseLengths lengths(input);
  for (std::size_t l = 0; l < input.alignment.links.size(); ++l) {
    const Link& link = input.alignment.links[l];
    if (!lengths.comparable(l) ||
        is_flagged(findings, link.translation[0],
                   {&kDuplicateClause, &kSplitClause, &kMergedClauses, &kDisplacedText}) ||
        !has_more_text(input, link, lengths.of(l).deviation) || lengths.made_up_by_kin(l)) {
      continue;
    }
    Finding finding = text_finding(kExtraText, input, link, lengths.of(l).deviation);
    if (auto added = segments_alone(input, link, false); !added.empty()) {
      finding.translation_spans = std::move(added);
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kMissingText = {
    "missing-text",
    "Sentence without counterpart",
    Severity::kWarning,
    Scope::kBead,
    "{path} seems to lack a part of its text in the translation ({percent} % of the length to "
    "expect)",
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
        {"en",
         "1. The council meets in spring. It is led by the oldest member.\n"
         "2. The harbour is open by day. At night a lamp is lit.\n"
         "3. Each ship pays a fee. Small boats pay half of it.\n"
         "4. The clerk keeps the books. They are read once a year.\n"
         "5. A pilot is named by the council. He serves for life.\n"
         "6. The bridge is raised at noon, when the tall ships of the river pass it. A bell on "
         "the tower is rung.\n"
         "7. Fish is sold on the quay. The market ends at ten.\n"
         "8. The nets are dried on the wall. Nobody may cut them.\n"
         "9. The rules are read aloud. They bind all who hear them.",
         "es",
         "1. El consejo se reúne en primavera. Lo dirige el miembro mayor.\n"
         "2. El puerto abre de día. De noche se enciende una luz.\n"
         "3. Cada barco paga una tasa. Las barcas pagan la mitad.\n"
         "4. El escribano lleva los libros. Se leen una vez al año.\n"
         "5. El consejo nombra a un piloto. Sirve de por vida.\n"
         "6. El puente se alza a mediodía, cuando lo pasan los barcos altos del río.\n"
         "7. El pescado se vende en el muelle. El mercado acaba a las diez.\n"
         "8. Las redes se secan en el muro. Nadie debe cortarlas.\n"
         "9. Las reglas se leen en voz alta. Obligan a quien las oye.",
         true, "6"},
        {"en", "1. The ports keep their archives open. No fee is asked.", "de",
         "1. Die Häfen halten ihre Archive offen. Eine Gebühr wird nicht erhoben.", false, ""},
        {"en",
         "1. The ports keep their archives open. No fee is asked.\n"
         "2. The rivers are dredged each spring. The bridge is their end.",
         "de",
         "1. Die Häfen halten ihre Archive offen, und eine Gebühr wird nicht erhoben.\n"
         "2. Die Flüsse werden jedes Frühjahr ausgebaggert, bis hin zur Brücke.",
         false, ""},
    },
    "Looks for sentences of the original that nothing answers inside a clause that is "
    "otherwise translated. How long a translation is to be expected is learnt from the two "
    "texts themselves."};

const Check kExtraText = {
    "extra-text",
    "Sentence that the original lacks",
    Severity::kWarning,
    Scope::kBead,
    "{found} of the translation has a sentence more than the original ({percent} % of the length "
    "to expect)",
    run_extra_text,
    {
        {"de",
         "1. Die Häfen halten ihre Archive offen. Eine Gebühr wird nicht erhoben.\n"
         "2. Die Flüsse werden in jedem Frühjahr bis zur alten Brücke ausgebaggert.\n"
         "3. Die Lotsen werden nach Tagen bezahlt, und nach Nächten, wenn Schiffe warten.\n"
         "4. Die Lampen werden in der Dämmerung angezündet und am Morgen gelöscht.\n"
         "5. Der Wärter unterzeichnet das Buch und schickt es dem Hafenamt.\n"
         "6. Das Amt antwortet binnen eines Monats nach Eingang des Briefes.",
         "en",
         "1. The ports keep their archives open. They answer every letter that reaches them from "
         "abroad within a month of its arrival. No fee is asked.\n"
         "2. The rivers are dredged each spring, as far as the old bridge.\n"
         "3. Pilots are paid by the day, and by the night where ships are waiting.\n"
         "4. Lamps are lit at dusk and are put out at dawn.\n"
         "5. The keeper signs the log and sends it to the harbour office.\n"
         "6. The office answers within a month of the letter's arrival.",
         true, "1"},
        {"de", "1. Die Häfen halten ihre Archive offen. Eine Gebühr wird nicht erhoben.", "en",
         "1. The ports keep their archives open. No fee is asked.", false, ""},
    },
    "Looks for sentences of the translation that nothing in the original answers, inside a "
    "clause that is otherwise translated. It mirrors missing-text."};

}  // namespace synoptic
