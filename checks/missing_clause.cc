// A clause of the original that no clause of the translation stands for, and the reverse.
#include <algorithm>

#include "checks/clause_facts.h"
#include "checks/clause_lengths.h"
#include "checks/declarations.h"
#include "checks/gazette.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Units of one side whose links are one-sided.
std::vector<bool> unpaired(const CheckInput& input, bool original_side) {
  const Document& document = original_side ? input.original : input.translation;
  std::vector<bool> alone(document.units.size());
  for (const Link& link : input.alignment.links) {
    const auto& here = original_side ? link.original : link.translation;
    const auto& there = original_side ? link.translation : link.original;
    if (!there.empty()) continue;
    for (const UnitId unit : here) alone[unit] = true;
  }
  return alone;
}

// The pair of which `unit` is on one side; SIZE_MAX for none.
std::size_t link_of(const CheckInput& input, bool original_side, UnitId unit) {
  for (std::size_t l = 0; l < input.alignment.links.size(); ++l) {
    const Link& link = input.alignment.links[l];
    const auto& units = original_side ? link.original : link.translation;
    if (std::find(units.begin(), units.end(), unit) != units.end()) return l;
  }
  return SIZE_MAX;
}

// A paragraph without a label that the other side says in the clause over it or before it: the end
// of a sentence behind a list, or a line that is one with the last.
bool is_said_by_kin(const CheckInput& input, const ClauseLengths& lengths, bool original_side,
                    UnitId unit) {
  const Document& document = original_side ? input.original : input.translation;
  if (is_numbered(document.units[unit]) || unit == 0) return false;
  const UnitId parent = document.units[unit].parent;
  for (const UnitId kin : {parent, unit - 1}) {
    if (kin == kNoUnit) continue;
    const std::size_t link = link_of(input, original_side, kin);
    if (link == SIZE_MAX) continue;
    if (original_side ? lengths.has_room_for_original(link, unit)
                      : lengths.has_room_for_translation(link, unit)) {
      return true;
    }
  }
  return false;
}

// A label alone, over a clause whose counterpart bears the same: "(3) (a)" for "(3)".
bool is_label_of_child(const CheckInput& input, bool original_side, UnitId unit) {
  const Document& document = original_side ? input.original : input.translation;
  const Document& other = original_side ? input.translation : input.original;
  if (!document.text_of(unit).empty() || unit + 1 >= document.units.size()) return false;
  const std::size_t l = link_of(input, original_side, unit + 1);
  if (l == SIZE_MAX || document.units[unit + 1].parent != unit) return false;
  const Link& link = input.alignment.links[l];
  const auto& there = original_side ? link.translation : link.original;
  return !there.empty() && is_numbered(other.units[there[0]]) &&
         other.units[there[0]].label.levels.back().ordinal ==
             document.units[unit].label.levels.back().ordinal;
}

// "paragraph 1." on a line of its own, the last words of the sentence before it.
bool is_end_of_sentence(const Document& document, UnitId unit) {
  const Unit& clause = document.units[unit];
  if (unit == 0 || !document.text_of(unit).empty() || clause.printed_label.empty()) return false;
  const char32_t first = code_point_at(document.label_of(unit), 0).value;
  const std::string_view before = document.text_of(unit - 1);
  return is_lower(first) && !before.empty() && !ends_finished(before);
}

// What a note cut off: a paragraph that begins inside a sentence, behind a note or behind words
// that do not end one.  Where the other language says those words is a matter of its grammar.
bool is_rest_of_sentence(const Document& document, UnitId unit) {
  const Unit& clause = document.units[unit];
  if (unit == 0 || !clause.label.levels.empty()) return false;
  const std::string_view text = document.text_of(unit);
  const char32_t first = code_point_at(text, 0).value;
  if (!is_lower(first) && !is_punctuation(first) && !parts_clause(first)) return false;
  const std::string_view before = document.text_of(unit - 1);
  if (before.empty()) return false;
  if (is_edition_note(before) || ends_clause(first) || parts_clause(first)) return true;
  const char32_t last = code_point_before(before, before.size()).value;
  return is_letter(last) || is_digit(last);
}

// Whether its lack, or its being there, is a matter of the edition or of the layout alone.
bool is_of_edition(const Document& document, UnitId unit) {
  return is_minor(document, unit) || is_end_of_sentence(document, unit) ||
         is_rest_of_sentence(document, unit) ||
         (!is_numbered(document.units[unit]) && is_edition_note(document.text_of(unit)));
}

// One finding for a clause and everything that hangs under it.
void report(const CheckInput& input, bool original_side, const Check& check,
            std::vector<Finding>& findings) {
  const Document& document = original_side ? input.original : input.translation;
  const std::vector<bool> alone = unpaired(input, original_side);
  const ClauseLengths lengths(input);
  std::vector<std::size_t> finding_of(document.units.size(), SIZE_MAX);
  for (UnitId id = 0; id < document.units.size(); ++id) {
    if (!alone[id] || is_label_of_child(input, original_side, id)) continue;
    const UnitId parent = document.units[id].parent;
    const bool under = parent != kNoUnit && finding_of[parent] != SIZE_MAX;
    if (!under) {
      Finding& finding = findings.emplace_back();
      finding.check = check.id;
      const bool said = is_said_by_kin(input, lengths, original_side, id);
      finding.severity = said || is_of_edition(document, id) ? Severity::kInfo : check.severity;
      finding.details = {{"path", document.units[id].path}, {"opening", opening_of(document, id)}};
      finding_of[id] = findings.size() - 1;
    } else {
      finding_of[id] = finding_of[parent];
    }
    Finding& finding = findings[finding_of[id]];
    (original_side ? finding.original : finding.translation).push_back(id);
    (original_side ? finding.original_spans : finding.translation_spans)
        .push_back(whole(document, id));
    if (under && !is_minor(document, id)) finding.severity = check.severity;
  }
}

void run_missing(const CheckInput& input, std::vector<Finding>& findings) {
  report(input, true, kMissingClause, findings);
}

void run_extra(const CheckInput& input, std::vector<Finding>& findings) {
  report(input, false, kExtraClause, findings);
}

}  // namespace

const Check kMissingClause = {
    "missing-clause",
    "Clause without counterpart in the translation",
    Severity::kError,
    Scope::kLink,
    "{path} has no counterpart in the translation: “{opening}”",
    run_missing,
    {
        {"en",
         "1. The ports keep their archives open.\n2. The rivers are dredged each spring.\n"
         "3. The pilots are paid by the day.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n3. Les pilotes sont payés à la journée.",
         true, "2"},
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged each spring.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n2. Les rivières sont draguées au "
         "printemps.",
         false, ""},
        {"en",
         "Article 1\nThe lamp is lit at dusk.\nArticle 2\nThe keeper signs the log.\n"
         "Article 3\nThe log is sent to the harbour office.",
         "zh", "第一条\n黄昏时点灯。\n第三条\n日志送交港务局。", true, "2"},
    },
    "Looks for clauses of the original that no clause of the translation stands for, neither "
    "under their number nor anywhere else."};

const Check kExtraClause = {
    "extra-clause",
    "Clause without counterpart in the original",
    Severity::kError,
    Scope::kLink,
    "{path} of the translation has no counterpart in the original: “{opening}”",
    run_extra,
    {
        {"en", "1. The ports keep their archives open.\n2. The pilots are paid by the day.", "de",
         "1. Die Häfen halten ihre Archive offen.\n2. Die Lotsen werden nach Tagen bezahlt.\n"
         "3. Die Flüsse werden in jedem Frühjahr ausgebaggert.",
         true, "3"},
        {"en", "1. The ports keep their archives open.\n2. The pilots are paid by the day.", "de",
         "1. Die Häfen halten ihre Archive offen.\n2. Die Lotsen werden nach Tagen bezahlt.", false,
         ""},
    },
    "Looks for clauses of the translation that no clause of the original stands for, neither "
    "under their number nor anywhere else."};

}  // namespace synoptic
