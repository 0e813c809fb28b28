#include "cli/stored_work.h"

#include <algorithm>

#include "cli/changed_since.h"
#include "cli/dismissals.h"
#include "cli/glossary_option.h"
#include "cli/language_data_option.h"
#include "cli/other_works.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

[[noreturn]] void fail_no_work(Store& store, const std::string& name) {
  const std::vector<std::string> works = store.works();
  throw Error({"", "", say("there is no work \"{work}\" in the store", {{"work", name}}),
               works.empty()
                   ? say("import one first: synoptic import {work} FILE...", {{"work", name}})
                   : say("it holds: {works}", {{"works", joined(works)}})});
}

std::vector<Version> wanted(const std::vector<Version>& texts, const std::string& work,
                            const std::vector<std::string>& languages) {
  std::vector<Version> chosen;
  const auto add = [&](const Version& text) {
    const auto same = [&](const Version& other) { return other.id == text.id; };
    if (text.role == TextRole::kTranslation && std::none_of(chosen.begin(), chosen.end(), same)) {
      chosen.push_back(text);
    }
  };
  if (languages.empty()) std::for_each(texts.begin(), texts.end(), add);
  for (const std::string& language : languages) {
    bool found = false;
    for (const Version& text : texts) {
      if (!covers_language(language, text.language)) continue;
      found = true;
      add(text);
    }
    if (found) continue;
    std::vector<std::string> known;
    for (const Version& text : texts) known.push_back(text.language);
    throw Error({"", "",
                 say("the work \"{work}\" is not there in \"{language}\"",
                     {{"work", work}, {"language", language}}),
                 say("it is in: {languages}", {{"languages", joined(known)}})});
  }
  return chosen;
}

// As it was checked when it was imported.
Comparison stored_comparison(Store& store, const Document& original, const VersionPair& pair) {
  std::optional<Alignment> alignment = store.load_alignment(pair);
  if (!alignment) {
    // Only a process of an older program can have left it so.
    const LanguageData data;
    return compare(original, store.load_document(pair.translation), data.tables());
  }
  return {&original, store.load_document(pair.translation), std::move(*alignment),
          store.load_findings(pair)};
}

void check_terms(Store& store, const std::string& work, Comparison& comparison,
                 const std::string& file, std::span<const UnitId> changed) {
  const LanguageData data;
  const auto glossary = load_glossary(file, *comparison.original, comparison.translation, {});
  if (glossary) {
    run_checks_on(comparison, data.tables(), &*glossary, changed,
                  sentences_elsewhere(store, work, comparison));
  }
}

}  // namespace

StoredWork load_work(Store& store, const std::string& name,
                     const std::vector<std::string>& languages, const Settings& settings,
                     const std::string& glossary) {
  const std::vector<Version> texts = store.texts(name);
  if (texts.empty()) fail_no_work(store, name);
  if (texts.front().role != TextRole::kOriginal) {
    throw Error({"", "", say("the work \"{work}\" has no original", {{"work", name}}),
                 say("import it: synoptic import {work} --original FILE", {{"work", name}})});
  }
  StoredWork work;
  work.name = name;
  work.original_version = texts.front();
  work.original = std::make_unique<const Document>(store.load_document(texts.front().id));
  for (const Version& version : wanted(texts, name, languages)) {
    const VersionPair pair{work.original_version.id, version.id};
    Comparison comparison = stored_comparison(store, *work.original, pair);
    if (!glossary.empty()) {
      check_terms(store, name, comparison, glossary,
                  changed_since(store, name, version.id, *work.original));
    }
    apply_settings(settings, version.language, comparison.findings);
    take_dismissed(comparison, store.load_decisions(pair));
    work.translations.push_back({version, std::move(comparison)});
  }
  return work;
}

std::optional<PairCounts> count_open(Store& store, const VersionPair& pair) {
  std::optional<PairCounts> counts = store.count(pair);
  if (!counts) return counts;
  const std::vector<Decision> decisions = store.load_decisions(pair);
  if (decisions.empty()) return counts;
  const Document original = store.load_document(pair.original);
  Comparison comparison = stored_comparison(store, original, pair);
  take_dismissed(comparison, decisions);
  const auto count = [&](Severity severity) {
    const auto is_so = [&](const Finding& finding) { return finding.severity == severity; };
    return static_cast<uint32_t>(
        std::count_if(comparison.findings.begin(), comparison.findings.end(), is_so));
  };
  counts->errors = count(Severity::kError);
  counts->warnings = count(Severity::kWarning);
  counts->infos = count(Severity::kInfo);
  return counts;
}

}  // namespace synoptic
