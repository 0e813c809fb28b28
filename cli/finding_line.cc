#include "cli/finding_line.h"

#include "checks/check.h"

namespace synoptic {

FindingPlace place_of(const Comparison& comparison, const Finding& finding) {
  const bool translated = !finding.translation.empty() || finding.original.empty();
  const Document& document = translated ? comparison.translation : *comparison.original;
  const std::vector<UnitId>& units = translated ? finding.translation : finding.original;
  FindingPlace place{document.file, 0};
  if (units.empty() || units.front() >= document.units.size()) return place;
  place.line = document.units[units.front()].line;
  return place;
}

std::string finding_line(const Comparison& comparison, const Finding& finding) {
  const FindingPlace place = place_of(comparison, finding);
  std::string line = place.file;
  if (place.line > 0) line += ':' + std::to_string(place.line);
  line += ": " + severity_word(finding.severity) + ": " + finding.check + ": ";
  return line + in_own_direction(message_of(finding));
}

std::string dismissed_line(const Comparison& comparison, const DismissedFinding& dismissed) {
  const std::string words = dismissed.author.empty()
                                ? say("[dismissed: {reason}]", {{"reason", dismissed.reason}})
                                : say("[dismissed by {author}: {reason}]",
                                      {{"author", dismissed.author}, {"reason", dismissed.reason}});
  return finding_line(comparison, dismissed.finding) + " " + in_own_direction(words);
}

}  // namespace synoptic
