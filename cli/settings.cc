#include "cli/settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>

#include "checks/check.h"
#include "cli/pipeline.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr uint64_t kMostBytes = 1u << 20;
constexpr std::string_view kFailOn = "fail-on";
constexpr std::string_view kChecks = "checks";
constexpr std::string_view kLanguages = "languages";

// A file of settings while it is read.
class Reader {
 public:
  explicit Reader(const std::string& name) : name_(name) {}

  Settings read(const toml::table& all) const {
    Settings settings;
    for (auto&& [key, node] : all) {
      const std::string name(static_cast<std::string_view>(key));
      if (name == kFailOn) {
        settings.fail_on = fail_on(node);
      } else if (name == kChecks) {
        settings.checks = rules(table(name, node));
      } else if (name == kLanguages) {
        settings.languages = languages(table(name, node));
      } else {
        fail(node.source(), say("\"{name}\" is no setting", {{"name", name}}),
             translate("there are fail-on, [checks] and [languages.TAG]"));
      }
    }
    return settings;
  }

  [[noreturn]] void fail(const toml::source_region& at, const std::string& cause,
                         const std::string& remedy) const {
    throw Error(
        {name_, say("line {line}", {{"line", std::to_string(at.begin.line)}}), cause, remedy});
  }

 private:
  const toml::table& table(const std::string& name, const toml::node& node) const {
    if (const toml::table* found = node.as_table()) return *found;
    fail(node.source(), say("\"{name}\" is no table", {{"name", name}}),
         say("write [{name}] on a line of its own, and below it what it holds", {{"name", name}}));
  }

  std::string word(const toml::node& node) const {
    if (const auto found = node.value<std::string>()) return *found;
    return {};
  }

  FailOn fail_on(const toml::node& node) const {
    if (const std::optional<FailOn> found = fail_on_of(word(node))) return *found;
    fail(node.source(), translate("this is no severity to fail on"),
         translate("write \"error\", \"warning\", \"info\" or \"never\""));
  }

  CheckRule rule(std::string_view name, const toml::node& node) const {
    CheckRule rule{std::string(name), std::nullopt};
    if (find_check(rule.check) == nullptr) {
      fail(node.source(), say("there is no check \"{check}\"", {{"check", rule.check}}),
           say("`{command}` lists what there is", {{"command", "synoptic checks"}}));
    }
    const std::string value = word(node);
    for (const Severity severity : {Severity::kInfo, Severity::kWarning, Severity::kError}) {
      if (value == severity_name(severity)) rule.severity = severity;
    }
    if (!rule.severity && value != "off") {
      fail(node.source(), say("this is nothing that \"{check}\" can be", {{"check", rule.check}}),
           translate("write \"off\", \"info\", \"warning\" or \"error\""));
    }
    return rule;
  }

  std::vector<CheckRule> rules(const toml::table& all) const {
    std::vector<CheckRule> rules;
    for (auto&& [key, node] : all) rules.push_back(rule(static_cast<std::string_view>(key), node));
    return rules;
  }

  std::vector<LanguageRules> languages(const toml::table& all) const {
    std::vector<LanguageRules> languages;
    for (auto&& [key, node] : all) {
      const std::string tag(static_cast<std::string_view>(key));
      if (!is_language_tag(tag)) {
        fail(node.source(), say("\"{tag}\" is no language tag", {{"tag", tag}}),
             translate("write one such as fr or zh-Hans"));
      }
      languages.push_back({tag, rules(table(tag, node))});
    }
    std::stable_sort(languages.begin(), languages.end(), [](const auto& a, const auto& b) {
      return a.language.size() > b.language.size();
    });
    return languages;
  }

  const std::string& name_;
};

const CheckRule* rule_in(const std::vector<CheckRule>& rules, std::string_view check) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const CheckRule& rule) { return rule.check == check; });
  return found == rules.end() ? nullptr : &*found;
}

const CheckRule* rule_for(const Settings& settings, std::string_view language,
                          std::string_view check) {
  for (const LanguageRules& rules : settings.languages) {
    if (!covers_language(rules.language, language)) continue;
    if (const CheckRule* rule = rule_in(rules.rules, check)) return rule;
  }
  return rule_in(settings.checks, check);
}

}  // namespace

std::optional<FailOn> fail_on_of(std::string_view name) {
  if (name == "info") return FailOn::kInfo;
  if (name == "warning") return FailOn::kWarning;
  if (name == "error") return FailOn::kError;
  if (name == "never") return FailOn::kNever;
  return std::nullopt;
}

bool fails(FailOn fail_on, Severity severity) {
  switch (fail_on) {
    case FailOn::kInfo:
      return true;
    case FailOn::kWarning:
      return severity != Severity::kInfo;
    case FailOn::kError:
      return severity == Severity::kError;
    case FailOn::kNever:
      return false;
  }
  return true;
}

Settings parse_settings(std::string_view toml, const std::string& name) {
  const Reader reader(name);
  try {
    return reader.read(toml::parse(toml));
  } catch (const toml::parse_error& error) {
    reader.fail(error.source(),
                say("this is not TOML: {reason}", {{"reason", std::string(error.description())}}),
                translate("mend the line"));
  }
}

Settings find_settings(const std::string& stated, const std::vector<std::string>& folders) {
  std::string file = stated;
  for (const std::string& folder : folders) {
    if (!file.empty()) break;
    const std::filesystem::path path = std::filesystem::path(folder) / kSettingsFile;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored)) file = path.lexically_normal().string();
  }
  if (file.empty()) return {};
  return parse_settings(read_file(file, kMostBytes, EmptyFile::kAllowed), file);
}

void apply_settings(const Settings& settings, std::string_view language,
                    std::vector<Finding>& findings) {
  std::erase_if(findings, [&](Finding& finding) {
    const CheckRule* rule = rule_for(settings, language, finding.check);
    if (rule != nullptr && rule->severity) finding.severity = *rule->severity;
    return rule != nullptr && !rule->severity;
  });
}

std::string folder_of(const std::string& file) {
  const std::string folder = std::filesystem::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace synoptic
