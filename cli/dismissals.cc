#include "cli/dismissals.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "checks/check.h"
#include "cli/finding_key.h"
#include "formats/output_file.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr std::string_view kMarksDetail = "marked words";
constexpr uint64_t kMostBytes = 64u << 20;

// `dismissal_of`: Finding -> std::optional<DismissedFinding> without the finding.
template <typename Function>
void take(Comparison& comparison, Function dismissal_of) {
  std::vector<Finding> open;
  for (Finding& finding : comparison.findings) {
    std::optional<DismissedFinding> dismissed = dismissal_of(finding);
    if (dismissed) {
      dismissed->finding = std::move(finding);
      comparison.dismissed.push_back(std::move(*dismissed));
    } else {
      open.push_back(std::move(finding));
    }
  }
  comparison.findings = std::move(open);
}

bool marks_the_same(const Decision& decision, std::string_view key) {
  return std::any_of(decision.details.begin(), decision.details.end(), [&](const Detail& detail) {
    return detail.name == kMarksDetail && detail.value == key;
  });
}

FindingClauses clauses_of(const Decision& decision) {
  FindingClauses clauses{decision.original, decision.translation};
  std::sort(clauses.original.begin(), clauses.original.end());
  std::sort(clauses.translation.begin(), clauses.translation.end());
  return clauses;
}

}  // namespace

void take_dismissed(Comparison& comparison, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return;
  take(comparison, [&](const Finding& finding) -> std::optional<DismissedFinding> {
    const FindingClauses clauses = clauses_of(comparison, finding);
    const std::string key = marks_key(comparison, finding);
    for (const Decision& decision : decisions) {
      if (decision.kind == DecisionKind::kDismissedFinding && decision.check == finding.check &&
          clauses_of(decision) == clauses && marks_the_same(decision, key)) {
        return DismissedFinding{
            {}, decision.note, decision.author, decision.decided_at, decision.id};
      }
    }
    return std::nullopt;
  });
}

void take_dismissed(Comparison& comparison, const std::vector<DecisionLine>& decisions) {
  if (decisions.empty()) return;
  take(comparison, [&](const Finding& finding) -> std::optional<DismissedFinding> {
    const std::string key = finding_key(comparison, finding);
    for (const DecisionLine& line : decisions) {
      if (line.check == finding.check && line.key == key) {
        return DismissedFinding{{}, line.reason, line.author, line.date, line.line};
      }
    }
    return std::nullopt;
  });
}

Decision decision_of(const Comparison& comparison, const Finding& finding,
                     const Dismissal& dismissal) {
  FindingClauses clauses = clauses_of(comparison, finding);
  Decision decision;
  decision.kind = DecisionKind::kDismissedFinding;
  decision.original = std::move(clauses.original);
  decision.translation = std::move(clauses.translation);
  decision.check = finding.check;
  decision.details = finding.details;
  decision.details.push_back({std::string(kMarksDetail), marks_key(comparison, finding)});
  decision.decided_at = dismissal.date;
  decision.author = dismissal.author;
  decision.note = dismissal.reason;
  return decision;
}

DecisionLine line_of(const Comparison& comparison, const Finding& finding,
                     const Dismissal& dismissal) {
  constexpr std::size_t kDay = 10;  // "2026-11-24"
  const std::string& language = comparison.translation.language;
  return {language.empty() ? "und" : language,
          finding.check,
          clause_name(comparison, finding),
          finding_key(comparison, finding),
          dismissal.date.substr(0, kDay),
          dismissal.author,
          dismissal.reason};
}

std::vector<const Finding*> findings_at(const Comparison& comparison, std::string_view check,
                                        std::string_view path) {
  std::vector<const Finding*> found;
  for (const Finding& finding : comparison.findings) {
    if (finding.check == check && is_at(comparison, finding, path)) found.push_back(&finding);
  }
  return found;
}

void require_check(const std::string& check) {
  if (find_check(check) == nullptr) {
    throw Error({"", "", say("there is no check \"{check}\"", {{"check", check}}),
                 say("`{command}` lists what there is", {{"command", "synoptic checks"}})});
  }
}

void require_reason(const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw Error({"", "", translate("a finding is not dismissed without a reason"),
                 translate("say why it may stand: --reason TEXT")});
  }
}

std::string decision_file_path(const std::string& stated, const std::vector<std::string>& folders) {
  if (!stated.empty()) return stated;
  const auto in = [](const std::string& folder) {
    return (std::filesystem::path(folder) / kDecisionFile).lexically_normal().string();
  };
  for (const std::string& folder : folders) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(in(folder), ignored)) return in(folder);
  }
  return in(folders.front());
}

std::vector<DecisionLine> read_decision_file(const std::string& path, bool stated) {
  std::error_code ignored;
  if (!stated && !std::filesystem::exists(path, ignored)) return {};
  return parse_decisions(read_file(path, kMostBytes, EmptyFile::kAllowed), path);
}

void append_to_decision_file(const std::string& path, const std::vector<DecisionLine>& lines) {
  std::error_code ignored;
  std::string contents = std::filesystem::exists(path, ignored)
                             ? read_file(path, kMostBytes, EmptyFile::kAllowed)
                             : std::string();
  if (contents.empty()) contents = decision_file_head();
  if (!contents.ends_with('\n')) contents += '\n';
  for (const DecisionLine& line : lines) contents += decision_line(line);
  write_file(path, contents);
}

}  // namespace synoptic
