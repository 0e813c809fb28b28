// The sample work from its files: every clause of every language paired right, no alarm on a clean
// translation, every planted fault of the drafts flagged in its clause.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "checks/check.h"
#include "cli/pipeline.h"

namespace synoptic {
namespace {

const std::string kWork = std::string(SYNOPTIC_SOURCE_DIR) + "/translations/port-cities/";

Document read(const std::string& file, const Document* original = nullptr) {
  return read_document(kWork + file, {}, original);
}

std::vector<std::string> languages() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(kWork)) {
    if (entry.path().extension() == ".txt" && entry.path().stem() != "en") {
      found.push_back(entry.path().stem().string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string describe(const Comparison& comparison) {
  std::string all;
  for (const Finding& finding : comparison.findings) {
    all += std::string(severity_name(finding.severity)) + " " + finding.check + ": " +
           message_of(finding) + "\n";
  }
  return all;
}

// Depth of a path, however its last level was counted.
std::ptrdiff_t depth(const std::string& path) { return std::count(path.begin(), path.end(), '.'); }

struct Fault {
  std::string path;
  std::string checks;  // "number|date"
  std::string what;
};

std::vector<Fault> faults(const std::string& file) {
  std::ifstream in(kWork + file);
  REQUIRE(in);
  std::vector<Fault> all;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Fault fault;
    std::getline(fields, fault.path, '\t');
    std::getline(fields, fault.checks, '\t');
    std::getline(fields, fault.what, '\t');
    if (!fault.checks.empty()) all.push_back(fault);
  }
  return all;
}

bool names(const Document& document, const std::vector<UnitId>& units, const std::string& path) {
  return std::any_of(units.begin(), units.end(),
                     [&](UnitId unit) { return document.units[unit].path == path; });
}

// A finding names the fault's clause, or the clause that holds it, on either side.
bool flags(const Comparison& comparison, const Finding& finding, const Fault& fault) {
  if (("|" + fault.checks + "|").find("|" + finding.check + "|") == std::string::npos) return false;
  const std::string parent = fault.path.substr(0, fault.path.rfind('.'));
  for (const std::string& path :
       {fault.path, finding.check == "item-count" ? parent : fault.path}) {
    if (names(*comparison.original, finding.original, path)) return true;
    if (names(comparison.translation, finding.translation, path)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every clause of every language of the sample work is paired right", "[sample]") {
  const Document original = read("en.txt");
  REQUIRE(original.units.size() == 39);
  REQUIRE(languages().size() >= 15);
  for (const std::string& language : languages()) {
    const Comparison comparison = compare(original, read(language + ".txt", &original));
    INFO(language << "\n" << describe(comparison));
    REQUIRE(comparison.translation.units.size() == 39);
    for (const Link& link : comparison.alignment.links) {
      REQUIRE(link.original.size() == 1);
      CHECK(link.original == link.translation);
      CHECK(depth(original.units[link.original[0]].path) ==
            depth(comparison.translation.units[link.translation[0]].path));
    }
  }
}

TEST_CASE("no alarm on a clean translation of the sample work", "[sample]") {
  const Document original = read("en.txt");
  for (const std::string& language : languages()) {
    const Comparison comparison = compare(original, read(language + ".txt", &original));
    INFO(language << "\n" << describe(comparison));
    CHECK(std::none_of(comparison.findings.begin(), comparison.findings.end(),
                       [](const Finding& f) { return f.severity != Severity::kInfo; }));
  }
}

TEST_CASE("every planted fault of the drafts is flagged in its clause", "[sample]") {
  const Document original = read("en.txt");
  for (const std::string draft : {"fr", "de", "zh", "ar"}) {
    const Comparison comparison = compare(original, read("drafts/" + draft + ".txt", &original));
    for (const Fault& fault : faults("drafts/" + draft + ".faults.tsv")) {
      INFO(draft << " " << fault.path << " " << fault.checks << ": " << fault.what << "\n"
                 << describe(comparison));
      CHECK(std::any_of(comparison.findings.begin(), comparison.findings.end(),
                        [&](const Finding& finding) { return flags(comparison, finding, fault); }));
    }
  }
}

}  // namespace synoptic
