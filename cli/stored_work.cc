#include "cli/stored_work.h"

#include <algorithm>

#include "cli/language_data_option.h"
#include "text/error.h"

namespace synoptic {

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// "ZH" and "zh-hans" ask for "zh-Hans".
bool asks_for(std::string_view asked, std::string_view language) {
  if (asked.size() > language.size()) return false;
  const bool begins = std::equal(asked.begin(), asked.end(), language.begin(),
                                 [](char a, char b) { return lower(a) == lower(b); });
  return begins && (asked.size() == language.size() || language[asked.size()] == '-');
}

[[noreturn]] void fail_no_work(Store& store, const std::string& name) {
  const std::vector<std::string> works = store.works();
  throw Error({"", "", "there is no work \"" + name + "\" in the store",
               works.empty() ? "import one first: synoptic import " + name + " FILE..."
                             : "it holds: " + joined(works)});
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
      if (!asks_for(language, text.language)) continue;
      found = true;
      add(text);
    }
    if (found) continue;
    std::vector<std::string> known;
    for (const Version& text : texts) known.push_back(text.language);
    throw Error({"", "", "the work \"" + work + "\" is not there in \"" + language + "\"",
                 "it is in: " + joined(known)});
  }
  return chosen;
}

}  // namespace

StoredWork load_work(Store& store, const std::string& name,
                     const std::vector<std::string>& languages) {
  const std::vector<Version> texts = store.texts(name);
  if (texts.empty()) fail_no_work(store, name);
  if (texts.front().role != TextRole::kOriginal) {
    throw Error({"", "", "the work \"" + name + "\" has no original",
                 "import it: synoptic import " + name + " --original FILE"});
  }
  StoredWork work;
  work.name = name;
  work.original_version = texts.front();
  work.original = std::make_unique<const Document>(store.load_document(texts.front().id));
  for (const Version& version : wanted(texts, name, languages)) {
    const VersionPair pair{work.original_version.id, version.id};
    std::optional<Alignment> alignment = store.load_alignment(pair);
    if (!alignment) {
      // Only a process of an older program can have left it so.
      const LanguageData data;
      work.translations.push_back(
          {version, compare(*work.original, store.load_document(version.id), data.tables())});
      continue;
    }
    Comparison comparison{work.original.get(), store.load_document(version.id),
                          std::move(*alignment), store.load_findings(pair)};
    work.translations.push_back({version, std::move(comparison)});
  }
  return work;
}

}  // namespace synoptic
