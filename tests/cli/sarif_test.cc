// SARIF: what the standard (OASIS SARIF 2.1.0) and code-hosting sites require of a log, written as
// rules that can fail; places to the column; suppressions; fingerprints that last.
#include "cli/sarif.h"

#include <catch2/catch.hpp>
#include <cctype>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "checks/check.h"

namespace synoptic {
namespace {

using nlohmann::json;
using Problems = std::vector<std::string>;

bool is_text(const json& object, const char* name) {
  return object.contains(name) && object[name].is_object() &&
         !object[name].value("text", "").empty();
}

// A relative reference or an absolute URI, with nothing in it that must be encoded.
bool is_uri(const std::string& uri) {
  if (uri.empty()) return false;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const char c = uri[i];
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) continue;
    if (c == ':' && uri.starts_with("file://") && i == 4) continue;
    if (c != '%' || i + 2 >= uri.size() || !std::isxdigit(static_cast<unsigned char>(uri[i + 1]))) {
      return false;
    }
  }
  return true;
}

void look_at_location(const json& location, const std::string& at, Problems& problems) {
  const json physical = location.value("physicalLocation", json::object());
  if (!is_uri(physical.value("/artifactLocation/uri"_json_pointer, ""))) {
    problems.push_back(at + ": uri");
  }
  const json region = physical.value("region", json::object());
  const int line = region.value("startLine", 0);
  const int end_line = region.value("endLine", line);
  if (line < 1 || end_line < line) problems.push_back(at + ": lines");
  const int column = region.value("startColumn", 1);
  const int end_column = region.value("endColumn", INT32_MAX);
  if (column < 1 || end_column < 1) problems.push_back(at + ": columns");
  if (line == end_line && end_column < column) problems.push_back(at + ": ends before it begins");
}

void look_at_result(const json& result, const json& rules, const std::string& at,
                    Problems& problems) {
  const std::size_t rule = result.value("ruleIndex", SIZE_MAX);
  if (rule >= rules.size() || rules[rule].value("id", "") != result.value("ruleId", "")) {
    problems.push_back(at + ": ruleIndex");
  }
  if (!std::set<std::string>{"error", "warning", "note", "none"}.contains(
          result.value("level", ""))) {
    problems.push_back(at + ": level");
  }
  if (!is_text(result, "message")) problems.push_back(at + ": message");
  const json locations = result.value("locations", json::array());
  if (locations.empty()) problems.push_back(at + ": locations");
  for (const json& location : locations) look_at_location(location, at, problems);
  std::set<int> ids;
  for (const json& location : result.value("relatedLocations", json::array())) {
    look_at_location(location, at + " related", problems);
    if (!ids.insert(location.value("id", -1)).second) problems.push_back(at + ": id twice");
    if (!is_text(location, "message")) problems.push_back(at + " related: message");
  }
  for (const json& suppression : result.value("suppressions", json::array())) {
    if (!std::set<std::string>{"external", "inSource"}.contains(suppression.value("kind", ""))) {
      problems.push_back(at + ": suppression");
    }
  }
  const json prints = result.value("partialFingerprints", json::object());
  for (const auto& [name, value] : prints.items()) {
    if (!value.is_string() || name.find('/') == std::string::npos) {
      problems.push_back(at + ": fingerprint");
    }
  }
}

Problems problems_of(const json& log) {
  Problems problems;
  if (log.value("version", "") != "2.1.0") problems.push_back("version");
  if (!log.contains("runs") || !log["runs"].is_array()) return {"runs"};
  for (const json& run : log["runs"]) {
    const json driver = run.value("/tool/driver"_json_pointer, json::object());
    if (driver.value("name", "").empty()) problems.push_back("tool");
    if (run.value("columnKind", "") != "utf16CodeUnits") problems.push_back("columnKind");
    const json rules = driver.value("rules", json::array());
    std::set<std::string> ids;
    for (const json& rule : rules) {
      const std::string id = rule.value("id", "");
      if (id.empty() || !ids.insert(id).second) problems.push_back("rule " + id);
      if (!is_text(rule, "shortDescription")) problems.push_back(id + ": shortDescription");
      if (!is_text(rule, "fullDescription")) problems.push_back(id + ": fullDescription");
      if (rule.contains("helpUri")) problems.push_back(id + ": helpUri");
    }
    if (!run.contains("results")) problems.push_back("results");
    std::size_t number = 0;
    for (const json& result : run.value("results", json::array())) {
      look_at_result(result, rules, "result " + std::to_string(number++), problems);
    }
  }
  return problems;
}

// Two texts as they would stand in files.
struct Pair {
  std::string original;
  std::string translation;
};

struct Compared {
  Document original;
  Comparison comparison;
};

std::unique_ptr<Compared> compared(const Pair& pair) {
  auto made = std::make_unique<Compared>();
  const auto read = [](const std::string& bytes, const std::string& file, const char* language,
                       const Document* original) {
    ReadOptions options;
    options.language = language;
    return to_document(read_plain_text(bytes, file, options), original);
  };
  made->original = read(pair.original, "texts/en.txt", "en", nullptr);
  made->comparison = compare(
      made->original, read(pair.translation, "texts/la charte é.txt", "fr", &made->original));
  return made;
}

json log_of(const Pair& pair, const Comparison& comparison) {
  SarifLog log;
  log.add(comparison, SourceMap(*comparison.original, pair.original),
          SourceMap(comparison.translation, pair.translation));
  return json::parse(log.text());
}

const json& only_result(const json& log, const std::string& check) {
  const json* found = nullptr;
  for (const json& result : log["runs"][0]["results"]) {
    if (result["ruleId"] == check) {
      REQUIRE(found == nullptr);
      found = &result;
    }
  }
  REQUIRE(found != nullptr);
  return *found;
}

// "5:22-5:24".
std::string place(const json& location) {
  const json& region = location["physicalLocation"]["region"];
  const auto number = [&](const char* name) {
    return region.contains(name) ? std::to_string(region[name].get<int>()) : "?";
  };
  return number("startLine") + ":" + number("startColumn") + "-" + number("endLine") + ":" +
         number("endColumn");
}

const Pair kTowns = {
    "Charter of the Towns\n\n1. The towns share one watch.\n\n2.  Each town keeps\n    12 boats "
    "ready at all times.\n\n3. Nobody pays for water.\n",
    "Charte des villes\n\n1. Les villes 𝛼 veillent ensemble.\n\n2.\tChaque ville 𝛼 garde\n"
    "    15 bateaux prêts en tout temps.\n\n3. Personne ne paie l'eau.\n"};

}  // namespace

TEST_CASE("a log keeps the rules of SARIF", "[sarif]") {
  const auto towns = compared(kTowns);
  const json log = log_of(kTowns, towns->comparison);
  CHECK(problems_of(log) == Problems{});
  CHECK(log["runs"][0]["tool"]["driver"]["rules"].size() == all_checks().size());
  CHECK(problems_of(json::parse(SarifLog().text())) == Problems{});
}

TEST_CASE("each rule of SARIF can fail", "[sarif]") {
  const auto towns = compared(kTowns);
  const json log = log_of(kTowns, towns->comparison);
  REQUIRE_FALSE(log["runs"][0]["results"].empty());
  const std::string result = "/runs/0/results/0";
  const std::string location = result + "/locations/0/physicalLocation";
  const std::vector<std::pair<std::string, json>> breakages = {
      {"/version", "2.0"},
      {"/runs", nullptr},
      {"/runs/0/tool/driver/name", ""},
      {"/runs/0/columnKind", "unicodeCodePoints"},
      {"/runs/0/tool/driver/rules/1/id", "missing-clause"},
      {"/runs/0/tool/driver/rules/1/helpUri", "https://example.org"},
      {"/runs/0/tool/driver/rules/0/fullDescription", "words"},
      {result + "/ruleIndex", 0},
      {result + "/level", "info"},
      {result + "/message", "words"},
      {result + "/locations", json::array()},
      {location + "/artifactLocation/uri", "la charte.txt"},
      {location + "/region/startLine", 0},
      {location + "/region/startColumn", 0},
      {location + "/region/endLine", 1},
      {result + "/relatedLocations/0/message/text", ""},
      {result + "/suppressions", json::parse(R"([{"kind": "dismissed"}])")},
      {result + "/partialFingerprints/unversioned", "x"},
  };
  for (const auto& [where, what] : breakages) {
    INFO(where);
    json broken = log;
    broken[json::json_pointer(where)] = what;
    CHECK_FALSE(problems_of(broken).empty());
  }
}

TEST_CASE("a result stands on the words of the translation, to the column", "[sarif]") {
  const auto towns = compared(kTowns);
  const json log = log_of(kTowns, towns->comparison);
  const json& result = only_result(log, "number");
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "texts/la%20charte%20%C3%A9.txt");
  CHECK(place(result["locations"][0]) == "6:5-6:7");
  CHECK(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "2.¶1");
  CHECK(place(result["relatedLocations"][0]) == "6:5-6:7");
  CHECK(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "texts/en.txt");
}

TEST_CASE("places of spans in the source", "[sarif]") {
  // source, words, "line:column-line:column"; the columns count UTF-16 code units.
  struct Row {
    std::string source;
    std::string words;
    std::string region;
  };
  const std::vector<Row> rows = {
      {"1. Abc def.\n", "def", "1:8-1:11"},
      {"1.Abc def.\n", "def", "1:7-1:10"},
      {"1.   Abc def.\n", "def", "1:10-1:13"},
      {"  1. Abc 𝛼 def.\n", "def", "1:13-1:16"},
      {"1. Abc\r\n2. Abc é def.\r\n", "def", "2:10-2:13"},
      {"1. Abc\r2. Abc def.\r", "def", "2:8-2:11"},
      {"\xEF\xBB\xBF"
       "1. Abc def.\n",
       "def", "1:8-1:11"},
      {"一　各城镇看守河流。\n", "看守", "1:6-1:8"},
      // Not in NFC: the line is right, the column is not guessed.
      {"1. Abc e\xCC\x81 def.\n", "def", "1:0-1:0"},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    ReadOptions options;
    options.language = "en";
    const Document document = to_document(read_plain_text(row.source, "a.txt", options));
    const std::size_t at = document.text.find(row.words);
    REQUIRE(at != std::string::npos);
    const auto begin = static_cast<uint32_t>(at);
    const SourceMap map(document, row.source);
    const SourceRegion region =
        map.region(Span{begin, begin + static_cast<uint32_t>(row.words.size())});
    const auto shown = [](const SourcePosition& position) {
      return std::to_string(position.line) + ":" + std::to_string(position.column);
    };
    CHECK(shown(region.begin) + "-" + shown(region.end) == row.region);
  }
}

TEST_CASE("a lost clause is shown where it would stand in the translation", "[sarif]") {
  const Pair lost = {
      "Charter of the Towns\n\n1. The towns share one watch over the river.\n\n2. Each town keeps "
      "twelve boats ready at all times of the day.\n\n3. Nobody pays for the water of the river.\n",
      "Charte des villes\n\n1. Les villes 𝛼 veillent ensemble sur le fleuve.\n\n3. Personne ne "
      "paie "
      "l'eau du fleuve.\n"};
  const auto towns = compared(lost);
  const json log = log_of(lost, towns->comparison);
  CHECK(problems_of(log) == Problems{});
  const json& result = only_result(log, "missing-clause");
  CHECK(place(result["locations"][0]) == "3:50-3:50");
  CHECK(place(result["relatedLocations"][0]).substr(0, 4) == "5:4-");
}

TEST_CASE("what is dismissed is there, suppressed", "[sarif]") {
  const auto towns = compared(kTowns);
  Comparison& comparison = towns->comparison;
  REQUIRE(comparison.findings.size() == 1);
  comparison.dismissed.push_back({comparison.findings[0], "lent", "A", "2026-01-01"});
  comparison.findings.clear();
  const json log = log_of(kTowns, comparison);
  CHECK(problems_of(log) == Problems{});
  const json& suppression = only_result(log, "number")["suppressions"][0];
  CHECK(suppression["status"] == "accepted");
  CHECK(suppression["justification"] == "lent");
}

TEST_CASE("fingerprints last while the words do, and differ in one log", "[sarif]") {
  const auto print = [](const Pair& pair, const char* name) {
    const auto made = compared(pair);
    const json log = log_of(pair, made->comparison);
    return only_result(log, "number")["partialFingerprints"][name].get<std::string>();
  };
  Pair lower = kTowns;  // three lines further down
  lower.translation.insert(0, "\n\n\n");
  Pair other = kTowns;
  other.translation.replace(other.translation.find("15"), 2, "16");
  const char* const text = "synopticClauseText/v1";
  const char* const path = "synopticClausePath/v1";
  CHECK(print(kTowns, text) == print(lower, text));
  CHECK(print(kTowns, path) == print(lower, path));
  CHECK(print(kTowns, text) != print(other, text));
  CHECK(print(kTowns, path) == print(other, path));

  const auto towns = compared(kTowns);
  towns->comparison.findings.push_back(towns->comparison.findings[0]);
  const json results = log_of(kTowns, towns->comparison)["runs"][0]["results"];
  CHECK(results[0]["partialFingerprints"] != results[1]["partialFingerprints"]);
}

TEST_CASE("names of files as URIs", "[sarif]") {
  CHECK(file_uri("a b.txt", "/x") == "a%20b.txt");
  CHECK(file_uri("./a.txt", "/x") == "a.txt");
  CHECK(file_uri("../a.txt", "/x") == "../a.txt");
  CHECK(file_uri("/x/y/z.txt", "/x") == "y/z.txt");
  CHECK(file_uri("/y/z.txt", "/x") == "file:///y/z.txt");
  CHECK(file_uri("第一.txt", "/x") == "%E7%AC%AC%E4%B8%80.txt");
  CHECK(file_uri("a:b#c?.txt", "/x") == "a%3Ab%23c%3F.txt");
}

}  // namespace synoptic
