#include "cli/sarif.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "checks/check.h"
#include "cli/finding_key.h"

namespace synoptic {

namespace {

using nlohmann::json;

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view level_name(Severity severity) {
  return severity == Severity::kInfo ? "note" : severity_name(severity);
}

json rules_json() {
  json rules = json::array();
  for (const Check* check : all_checks()) {
    const std::string_view full = check->explanation.empty() ? check->title : check->explanation;
    rules.push_back({{"id", check->id},
                     {"shortDescription", {{"text", translate(check->title, Audience::kProgram)}}},
                     {"fullDescription", {{"text", translate(full, Audience::kProgram)}}},
                     {"defaultConfiguration", {{"level", level_name(check->severity)}}}});
  }
  return rules;
}

json region_json(const SourceRegion& region) {
  json made = {{"startLine", region.begin.line}, {"endLine", region.end.line}};
  if (region.begin.column > 0) made["startColumn"] = region.begin.column;
  if (region.end.column > 0) made["endColumn"] = region.end.column;
  // A region without a first column is whole lines.
  if (region.begin.column == 0) made.erase("endColumn");
  return made;
}

// One side of a comparison, and how it is named in messages.
struct Side {
  const Document& document;
  const SourceMap& map;
  std::string uri;
};

// `unit`: the clause it is in, or kNoUnit.
json location_json(const Side& side, const SourceRegion& region, UnitId unit) {
  json location = {{"physicalLocation",
                    {{"artifactLocation", {{"uri", side.uri}}}, {"region", region_json(region)}}}};
  if (unit != kNoUnit) {
    location["logicalLocations"] = {{{"fullyQualifiedName", side.document.units[unit].path}}};
  }
  return location;
}

// The marks of a side, or its clauses where none is marked.
std::vector<json> locations_of(const Side& side, const std::vector<UnitId>& units,
                               const std::vector<FindingSpan>& spans) {
  std::vector<json> locations;
  for (const FindingSpan& span : spans) {
    locations.push_back(location_json(side, side.map.region(span.span), span.unit));
  }
  if (!locations.empty()) return locations;
  for (const UnitId unit : units) {
    locations.push_back(location_json(side, side.map.region(unit), unit));
  }
  return locations;
}

// Where in the translation a clause of the original would stand: behind the counterpart of the
// nearest clause before it that has one.
json place_of_missing(const Comparison& comparison, const Side& side, const Finding& finding) {
  const UnitId missing = finding.original.empty() ? 0 : finding.original.front();
  UnitId before = kNoUnit;
  UnitId nearest = 0;
  for (const Link& link : comparison.alignment.links) {
    if (link.original.empty() || link.translation.empty()) continue;
    const UnitId last = link.original.back();
    if (last >= missing || (before != kNoUnit && last < nearest)) continue;
    nearest = last;
    before = link.translation.back();
  }
  if (before == kNoUnit) return location_json(side, {{1, 1}, {1, 1}}, kNoUnit);
  return location_json(side, side.map.end_of(before), before);
}

json paths_json(const Document& document, const std::vector<UnitId>& units) {
  json paths = json::array();
  for (const UnitId unit : units) paths.push_back(document.units[unit].path);
  return paths;
}

class ResultWriter {
 public:
  ResultWriter(const Comparison& comparison, const Side& original, const Side& translation)
      : comparison_(comparison), original_(original), translation_(translation) {}

  json write(const Finding& finding) const {
    const auto& checks = all_checks();
    const auto rule = std::find_if(checks.begin(), checks.end(),
                                   [&](const Check* check) { return check->id == finding.check; });
    json result = {{"ruleId", finding.check},
                   {"level", level_name(finding.severity)},
                   {"message", {{"text", message_of(finding, Audience::kProgram)}}},
                   {"suppressions", json::array()}};
    if (rule != checks.end()) result["ruleIndex"] = rule - checks.begin();
    add_locations(finding, result);
    result["properties"] = {
        {"originalLanguage", original_.document.language},
        {"translationLanguage", translation_.document.language},
        {"originalClauses", paths_json(original_.document, finding.original)},
        {"translationClauses", paths_json(translation_.document, finding.translation)}};
    return result;
  }

 private:
  void add_locations(const Finding& finding, json& result) const {
    std::vector<json> here =
        locations_of(translation_, finding.translation, finding.translation_spans);
    if (here.empty()) here.push_back(place_of_missing(comparison_, translation_, finding));
    result["locations"] = {here.front()};
    json related = json::array();
    const auto add = [&](json location, const std::string& what) {
      location["id"] = related.size() + 1;
      location["message"] = {{"text", what}};
      related.push_back(std::move(location));
    };
    for (json& location : locations_of(original_, finding.original, finding.original_spans)) {
      add(std::move(location), translate("the original", Audience::kProgram));
    }
    for (std::size_t i = 1; i < here.size(); ++i)
      add(std::move(here[i]), translate("here too", Audience::kProgram));
    if (!related.empty()) result["relatedLocations"] = std::move(related);
  }

  const Comparison& comparison_;
  const Side& original_;
  const Side& translation_;
};

bool is_plain_in_uri(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

struct SarifLog::Parts {
  json results = json::array();
  std::map<std::string, std::size_t> seen;  // how often a fingerprint was given

  // The same words may be found twice: the second is told from the first by its place in the row.
  std::string unlike_others(const std::string& key) {
    const std::size_t count = ++seen[key];
    return count == 1 ? key : key + ":" + std::to_string(count);
  }

  void add(const Comparison& comparison, const Finding& finding, json result) {
    const std::string file = comparison.translation.file;
    const std::string name = clause_name(comparison, finding);
    const std::string key = finding_key(comparison, finding);
    result["partialFingerprints"] = {
        {"synopticClausePath/v1",
         unlike_others(
             key_of({"path", file, comparison.translation.language, finding.check, name}))},
        {"synopticClauseText/v1", unlike_others(key_of({"text", file, finding.check, key}))}};
    results.push_back(std::move(result));
  }
};

SarifLog::SarifLog() : parts_(std::make_unique<Parts>()) {}

SarifLog::~SarifLog() = default;

void SarifLog::add(const Comparison& comparison, const SourceMap& original,
                   const SourceMap& translation) {
  const std::string folder = std::filesystem::current_path().string();
  const Side left{*comparison.original, original, file_uri(comparison.original->file, folder)};
  const Side right{comparison.translation, translation,
                   file_uri(comparison.translation.file, folder)};
  const ResultWriter writer(comparison, left, right);
  for (const Finding& finding : comparison.findings) {
    parts_->add(comparison, finding, writer.write(finding));
  }
  for (const DismissedFinding& dismissed : comparison.dismissed) {
    json result = writer.write(dismissed.finding);
    result["suppressions"] = {
        {{"kind", "external"}, {"status", "accepted"}, {"justification", dismissed.reason}}};
    parts_->add(comparison, dismissed.finding, std::move(result));
  }
}

std::string SarifLog::text() const {
  const json driver = {
      {"name", "Synoptic"}, {"version", SYNOPTIC_VERSION}, {"rules", rules_json()}};
  const json run = {{"tool", {{"driver", driver}}},
                    {"columnKind", "utf16CodeUnits"},
                    {"results", parts_->results}};
  const json log = {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", {run}}};
  return log.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string file_uri(const std::string& file, const std::string& folder) {
  namespace fs = std::filesystem;
  fs::path path = fs::path(file).lexically_normal();
  const fs::path relative = path.lexically_relative(fs::path(folder).lexically_normal());
  if (path.is_absolute() && !relative.empty() && *relative.begin() != "..") path = relative;
  std::string uri = path.is_absolute() ? "file://" : "";
  for (const char c : path.generic_string()) {
    if (is_plain_in_uri(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<uint8_t>(c);
    uri += '%';
    uri += "0123456789ABCDEF"[byte >> 4];
    uri += "0123456789ABCDEF"[byte & 15];
  }
  return uri;
}

}  // namespace synoptic
