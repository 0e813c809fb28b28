#include "cli/finding_key.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "storage/hash.h"

namespace synoptic {

namespace {

constexpr std::size_t kKeyBytes = 8;
// Between the sides of a key: no text holds it.
constexpr std::string_view kOtherSide("\0", 1);

bool touches(const std::vector<UnitId>& units, const std::vector<UnitId>& others) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    return std::find(others.begin(), others.end(), unit) != others.end();
  });
}

void make_set(std::vector<UnitId>& units) {
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
}

std::vector<std::string_view> marked(const Comparison& comparison, const Finding& finding) {
  std::vector<std::string_view> words;
  for (const FindingSpan& span : finding.original_spans) {
    words.push_back(slice(comparison.original->text, span.span));
  }
  words.push_back(kOtherSide);
  for (const FindingSpan& span : finding.translation_spans) {
    words.push_back(slice(comparison.translation.text, span.span));
  }
  return words;
}

}  // namespace

FindingClauses clauses_of(const Comparison& comparison, const Finding& finding) {
  FindingClauses clauses{finding.original, finding.translation};
  for (const Link& link : comparison.alignment.links) {
    if (!touches(link.original, finding.original) &&
        !touches(link.translation, finding.translation)) {
      continue;
    }
    std::copy(link.original.begin(), link.original.end(), std::back_inserter(clauses.original));
    std::copy(link.translation.begin(), link.translation.end(),
              std::back_inserter(clauses.translation));
  }
  make_set(clauses.original);
  make_set(clauses.translation);
  return clauses;
}

std::string key_of(const std::vector<std::string_view>& parts) {
  std::string all;
  for (const std::string_view part : parts) {
    all.append(std::to_string(part.size())).append(":").append(part);
  }
  const std::string hash = hash128(all);
  std::string hex;
  for (const char byte : std::string_view(hash).substr(0, kKeyBytes)) {
    const auto value = static_cast<uint8_t>(byte);
    hex += "0123456789abcdef"[value >> 4];
    hex += "0123456789abcdef"[value & 15];
  }
  return hex;
}

std::string marks_key(const Comparison& comparison, const Finding& finding) {
  return key_of(marked(comparison, finding));
}

std::string finding_key(const Comparison& comparison, const Finding& finding) {
  const FindingClauses clauses = clauses_of(comparison, finding);
  std::vector<std::string_view> parts;
  if (clauses == FindingClauses{}) {
    parts = {comparison.original->text, comparison.translation.text};
  }
  for (const UnitId unit : clauses.original) parts.push_back(comparison.original->text_of(unit));
  parts.push_back(kOtherSide);
  for (const UnitId unit : clauses.translation) {
    parts.push_back(comparison.translation.text_of(unit));
  }
  const std::string marks = marks_key(comparison, finding);
  parts.push_back(marks);
  return key_of(parts);
}

std::string clause_name(const Comparison& comparison, const Finding& finding) {
  if (!finding.original.empty()) return comparison.original->units[finding.original.front()].path;
  if (!finding.translation.empty()) {
    return comparison.translation.units[finding.translation.front()].path;
  }
  return std::string(kWholeText);
}

bool is_at(const Comparison& comparison, const Finding& finding, std::string_view path) {
  if (finding.original.empty() && finding.translation.empty()) return path == kWholeText;
  const auto names = [path](const Document& document, const std::vector<UnitId>& units) {
    return std::any_of(units.begin(), units.end(),
                       [&](UnitId unit) { return document.units[unit].path == path; });
  };
  return names(*comparison.original, finding.original) ||
         names(comparison.translation, finding.translation);
}

}  // namespace synoptic
