// What a project wants of the checks: which are on, how grave they are, what makes a run fail.
//
// One small TOML file, synoptic.toml, beside the texts or the store:
//
//     fail-on = "error"      # or "warning", "info", "never"
//
//     [checks]
//     length = "off"         # or "info", "warning", "error"
//
//     [languages.fr]         # goes before [checks]; "zh" holds for zh-Hans, which goes before it
//     length = "info"
//
// Errors: Error with file and line for what TOML, a check or a value is not.  Threads: plain
// values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"

namespace synoptic {

inline constexpr std::string_view kSettingsFile = "synoptic.toml";

// From which severity on a finding makes the exit status 1.
enum class FailOn : uint8_t { kInfo, kWarning, kError, kNever };

// The FailOn of that name: "error", "warning", "info", "never"; none for another word.
std::optional<FailOn> fail_on_of(std::string_view name);

// True where a finding of that severity makes the run fail.
bool fails(FailOn fail_on, Severity severity);

struct CheckRule {
  std::string check;                 // an id of checks/check.h
  std::optional<Severity> severity;  // none: off
};

struct LanguageRules {
  std::string language;  // BCP 47
  std::vector<CheckRule> rules;
};

struct Settings {
  std::vector<CheckRule> checks;
  std::vector<LanguageRules> languages;  // longer tags first
  std::optional<FailOn> fail_on;
};

// `name` is for messages.
Settings parse_settings(std::string_view toml, const std::string& name);

// The file `stated`; where that is empty, kSettingsFile in the first of `folders` that has one;
// where none has, settings that change nothing.
Settings find_settings(const std::string& stated, const std::vector<std::string>& folders);

// Drops findings of checks that are off for a translation in `language`, and sets severities.
void apply_settings(const Settings& settings, std::string_view language,
                    std::vector<Finding>& findings);

// The folder in which a file is, "." for none.
std::string folder_of(const std::string& file);

}  // namespace synoptic
