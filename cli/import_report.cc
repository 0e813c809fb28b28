#include "cli/import_report.h"

#include <algorithm>
#include <string_view>

namespace synoptic {

namespace {

constexpr std::size_t kMostChanges = 20;  // of one file; the store has all
constexpr std::size_t kExcerptBytes = 120;
constexpr std::size_t kBeforeDifference = 30;  // bytes shown for orientation

bool continues_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// `text` from a little before `from` on, cut between characters.
std::string excerpt(std::string_view text, std::size_t from) {
  std::size_t begin = from > kBeforeDifference ? from - kBeforeDifference : 0;
  while (begin > 0 && continues_character(text, begin)) --begin;
  std::size_t end = std::min(begin + kExcerptBytes, text.size());
  while (continues_character(text, end)) ++end;
  std::string cut(text.substr(begin, end - begin));
  std::replace(cut.begin(), cut.end(), '\n', ' ');
  return (begin > 0 ? "…" : "") + cut + (end < text.size() ? "…" : "");
}

std::string change_lines(const ImportReport& report, const ClauseChange& change) {
  const auto old_path = [&] { return report.before.units[change.before].path; };
  const auto path = [&] { return report.document.units[change.after].path; };
  const auto old_text = [&] { return report.before.text_of(change.before); };
  const auto text = [&] { return report.document.text_of(change.after); };
  switch (change.kind) {
    case ChangeKind::kUnchanged:
      return "";
    case ChangeKind::kRenumbered:
      return "  renumbered " + old_path() + " -> " + path() + "\n";
    case ChangeKind::kAdded:
      return "  added      " + path() + "  " + excerpt(text(), 0) + "\n";
    case ChangeKind::kRemoved:
      return "  removed    " + old_path() + "  " + excerpt(old_text(), 0) + "\n";
    case ChangeKind::kChanged:
      break;
  }
  const std::string_view before = old_text();
  const std::string_view after = text();
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto from = static_cast<std::size_t>(differ.first - before.begin());
  return "  changed    " + path() + "\n    - " + excerpt(before, from) + "\n    + " +
         excerpt(after, from) + "\n";
}

std::size_t count_of(const ImportReport& report, ChangeKind kind) {
  return static_cast<std::size_t>(
      std::count_if(report.changes.begin(), report.changes.end(),
                    [&](const ClauseChange& change) { return change.kind == kind; }));
}

std::string changes_summary(const ImportReport& report) {
  std::string all;
  const auto add = [&](ChangeKind kind, const char* what) {
    if (const std::size_t count = count_of(report, kind); count > 0) {
      all += (all.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    }
  };
  add(ChangeKind::kChanged, "changed");
  add(ChangeKind::kAdded, "added");
  add(ChangeKind::kRemoved, "removed");
  add(ChangeKind::kRenumbered, "renumbered");
  return all.empty() ? "no clause reads differently" : all;
}

std::string changes_text(const ImportReport& report) {
  std::string all;
  std::size_t shown = 0;
  std::size_t hidden = 0;
  for (const ClauseChange& change : report.changes) {
    if (change.kind == ChangeKind::kUnchanged) continue;
    if (shown == kMostChanges) {
      ++hidden;
      continue;
    }
    all += change_lines(report, change);
    ++shown;
  }
  if (hidden > 0) all += "  and " + std::to_string(hidden) + " more\n";
  return all;
}

std::string outcome_text(const ImportReport& report) {
  const std::string& language = report.version.language;
  const std::string number = std::to_string(report.version.number);
  switch (report.outcome) {
    case ImportOutcome::kAdded:
      return "added " + language;
    case ImportOutcome::kUnchanged:
      return "unchanged " + language + ", version " + number;
    case ImportOutcome::kNewVersion:
      break;
  }
  return "version " + number + " of " + language + ", " + changes_summary(report);
}

}  // namespace

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string report_text(const std::string& file, const ImportReport& report) {
  std::string text = file + ": " + outcome_text(report);
  if (report.version.role == TextRole::kOriginal) text += ", original";
  text += ", " + counted(report.version.units, "clause");
  if (report.counts) {
    text += ", " + std::to_string(report.counts->translation_paired) + " paired";
    if (report.counts->errors > 0) text += ", " + counted(report.counts->errors, "error");
    if (report.counts->warnings > 0) text += ", " + counted(report.counts->warnings, "warning");
  } else if (report.version.role == TextRole::kTranslation) {
    text += ", not paired: the work has no original yet";
  }
  if (report.realigned > 0)
    text += ", " + counted(report.realigned, "translation") + " paired anew";
  return text + "\n" + changes_text(report);
}

std::string language_note(const std::string& file, const ImportReport& report) {
  const std::string& named = report.language_in_name;
  if (named.empty()) return "";
  return "synoptic: " + file + ": reads as " + report.version.language + ", though its name says " +
         named + "; state " + named + "=" + file + " if it is\n";
}

}  // namespace synoptic
