#include <algorithm>
#include <array>

#include "checks/declarations.h"
#include "checks/quantity_facts.h"

namespace synoptic {

namespace {

UnitId first_unit(const Finding& finding, const std::vector<UnitId>& place_of_translation) {
  if (!finding.original.empty()) return finding.original.front();
  if (!finding.translation.empty()) return place_of_translation[finding.translation.front()];
  return 0;
}

// For each translation unit the original unit near which it stands, so that a finding without an
// original is shown where a reader meets it.
std::vector<UnitId> places_of_translation(const CheckInput& input) {
  std::vector<UnitId> places(input.translation.units.size(), 0);
  UnitId last = 0;
  for (const Link& link : input.alignment.links) {
    if (!link.original.empty()) last = link.original.front();
    for (const UnitId unit : link.translation) places[unit] = last;
  }
  return places;
}

}  // namespace

std::span<const Check* const> all_checks() {
  static const std::array checks = {&kMissingClause,
                                    &kExtraClause,
                                    &kMovedClause,
                                    &kDisplacedText,
                                    &kMergedClauses,
                                    &kSplitClause,
                                    &kDuplicateClause,
                                    &kNumberingMismatch,
                                    &kNumberingSequence,
                                    &kItemCount,
                                    &kHeadingCount,
                                    &kNoteCount,
                                    &kTruncated,
                                    &kMissingText,
                                    &kExtraText,
                                    &kUntranslated,
                                    &kWrongLanguage,
                                    &kLength,
                                    &kReference,
                                    &kCitation,
                                    &kUrl,
                                    &kNumber,
                                    &kDate,
                                    &kAmount,
                                    &kName,
                                    &kAcronym,
                                    &kTerm,
                                    &kForbiddenTerm,
                                    &kModality,
                                    &kNegation,
                                    &kInconsistentTranslation,
                                    &kInconsistentSource,
                                    &kStale,
                                    &kEncodingDamage,
                                    &kControlCharacter,
                                    &kScriptMix,
                                    &kRepeatedWord,
                                    &kBracket,
                                    &kQuotation,
                                    &kEndPunctuation,
                                    &kSpacing};
  return checks;
}

const Check* find_check(std::string_view id) {
  for (const Check* check : all_checks()) {
    if (check->id == id) return check;
  }
  return nullptr;
}

std::vector<Finding> run_checks(const CheckInput& input) {
  std::vector<Finding> findings;
  const QuantityFacts quantities(input);
  CheckInput shared = input;
  shared.quantities = &quantities;
  for (const Check* check : all_checks()) check->run(shared, findings);
  const std::vector<UnitId> places = places_of_translation(input);
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    return first_unit(a, places) < first_unit(b, places);
  });
  return findings;
}

std::string message_of(const Finding& finding) {
  const Check* check = find_check(finding.check);
  if (check == nullptr) return finding.check;
  std::string message;
  const std::string_view pattern = check->message;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    message += pattern.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const Detail& detail : finding.details) {
      if (detail.name == name) message += detail.value;
    }
    at = close + 1;
  }
  return message;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

}  // namespace synoptic
