#include <algorithm>
#include <array>

#include "checks/declarations.h"
#include "checks/quantity_facts.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostDigits = 18;  // of a number that fits 64 bits

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

// Counts as the language writes them, and a kind ("before ;") in its words; what else a detail
// holds is data.
std::string detail_in_words(const Detail& detail) {
  if (detail.name == "kind") {
    const std::size_t word = std::min(detail.value.find(' '), detail.value.size());
    return translate_in_context("space", detail.value.substr(0, word)) + detail.value.substr(word);
  }
  const bool number = !detail.value.empty() && detail.value.size() <= kMostDigits &&
                      detail.value.find_first_not_of("0123456789") == std::string::npos;
  const bool counts = detail.name == "count" || detail.name == "percent";
  return number && counts ? format_number(std::stoull(detail.value)) : detail.value;
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
                                    &kDanglingReference,
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
                                    &kInconsistentTerm,
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

std::string message_of(const Finding& finding, Audience audience) {
  const Check* check = find_check(finding.check);
  if (check == nullptr) return finding.check;
  const std::string pattern = translate(check->message, audience);
  const bool in_words = audience == Audience::kPerson || pattern != check->message;
  std::vector<MessageValue> values;
  for (const Detail& detail : finding.details) {
    values.push_back({detail.name, in_words ? detail_in_words(detail) : detail.value});
  }
  return filled(pattern, values);
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

std::string severity_word(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return translate_in_context("severity", "info");
    case Severity::kWarning:
      return translate_in_context("severity", "warning");
    case Severity::kError:
      break;
  }
  return translate_in_context("severity", "error");
}

}  // namespace synoptic
