#include "cli/import_report.h"

#include <algorithm>
#include <string_view>

#include "text/messages.h"
#include "text/width.h"

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

// "  added      "
std::string change_head(const std::string& what) {
  constexpr std::size_t kWordColumns = 11;
  const std::size_t columns = display_width(what);
  return "  " + what + std::string(columns < kWordColumns ? kWordColumns - columns : 1, ' ');
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
      return change_head(translate("renumbered")) + old_path() + " -> " + path() + "\n";
    case ChangeKind::kAdded:
      return change_head(translate("added")) + path() + "  " + excerpt(text(), 0) + "\n";
    case ChangeKind::kRemoved:
      return change_head(translate("removed")) + old_path() + "  " + excerpt(old_text(), 0) + "\n";
    case ChangeKind::kChanged:
      break;
  }
  const std::string_view before = old_text();
  const std::string_view after = text();
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto from = static_cast<std::size_t>(differ.first - before.begin());
  return change_head(translate("changed")) + path() + "\n    - " + excerpt(before, from) +
         "\n    + " + excerpt(after, from) + "\n";
}

std::size_t count_of(const ImportReport& report, ChangeKind kind) {
  return static_cast<std::size_t>(
      std::count_if(report.changes.begin(), report.changes.end(),
                    [&](const ClauseChange& change) { return change.kind == kind; }));
}

std::string changes_summary(const ImportReport& report) {
  std::string all;
  const auto add = [&](ChangeKind kind, const auto& words_of) {
    const std::size_t count = count_of(report, kind);
    if (count > 0) all += (all.empty() ? "" : translate(", ")) + words_of(count);
  };
  add(ChangeKind::kChanged,
      [](uint64_t count) { return say_count("{count} changed", "{count} changed", count); });
  add(ChangeKind::kAdded,
      [](uint64_t count) { return say_count("{count} added", "{count} added", count); });
  add(ChangeKind::kRemoved,
      [](uint64_t count) { return say_count("{count} removed", "{count} removed", count); });
  add(ChangeKind::kRenumbered,
      [](uint64_t count) { return say_count("{count} renumbered", "{count} renumbered", count); });
  return all.empty() ? translate("no clause reads differently") : all;
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
  if (hidden > 0) all += "  " + say_count("and {count} more", "and {count} more", hidden) + "\n";
  return all;
}

std::string outcome_text(const ImportReport& report) {
  const MessageValue language{"language", report.version.language};
  const MessageValue number{"number", std::to_string(report.version.number)};
  switch (report.outcome) {
    case ImportOutcome::kAdded:
      return say("added {language}", {language});
    case ImportOutcome::kUnchanged:
      return say("unchanged {language}, version {number}", {language, number});
    case ImportOutcome::kNewVersion:
      break;
  }
  return say("version {number} of {language}", {number, language}) + translate(", ") +
         changes_summary(report);
}

}  // namespace

std::string report_text(const std::string& file, const ImportReport& report) {
  std::string text = outcome_text(report);
  const auto add = [&](const std::string& words) { text += translate(", ") + words; };
  if (report.version.role == TextRole::kOriginal) add(translate("original"));
  add(say_count("{count} clause", "{count} clauses", report.version.units));
  if (report.counts) {
    add(say_count("{count} paired", "{count} paired", report.counts->translation_paired));
    if (report.counts->errors > 0) {
      add(say_count("{count} error", "{count} errors", report.counts->errors));
    }
    if (report.counts->warnings > 0) {
      add(say_count("{count} warning", "{count} warnings", report.counts->warnings));
    }
  } else if (report.version.role == TextRole::kTranslation) {
    add(translate("not paired: the work has no original yet"));
  }
  if (report.realigned > 0) {
    add(say_count("{count} translation paired anew", "{count} translations paired anew",
                  report.realigned));
  }
  text = file + ": " + in_own_direction(text);
  return text + "\n" + changes_text(report);
}

std::string language_note(const std::string& file, const ImportReport& report) {
  const std::string& named = report.language_in_name;
  if (named.empty()) return "";
  return "synoptic: " + file + ": " +
         in_own_direction(
             say("reads as {language}, though its name says {named}; state {stated} if it is",
                 {{"language", report.version.language},
                  {"named", named},
                  {"stated", named + "=" + file}})) +
         "\n";
}

}  // namespace synoptic
