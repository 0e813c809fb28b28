#include "cli/format_notes.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostNotes = 20;

std::string note_of(const std::string& file, const FormatWarning& warning) {
  std::string note = file + ": line " + std::to_string(warning.line);
  if (warning.column > 0) note += ", column " + std::to_string(warning.column);
  return note + ": breaks the rule: " + warning.rule;
}

}  // namespace

std::vector<std::string> format_notes(const PairedText& paired) {
  std::vector<std::string> notes;
  for (const FormatWarning& warning : paired.warnings) {
    if (notes.size() == kMostNotes) {
      notes.push_back(paired.file + ": and " + std::to_string(paired.warnings.size() - kMostNotes) +
                      " more");
      break;
    }
    notes.push_back(note_of(paired.file, warning));
  }
  if (paired.languages.size() == 1) {
    notes.push_back(paired.file + ": it holds text in " + paired.languages[0] + " alone");
  }
  return notes;
}

}  // namespace synoptic
