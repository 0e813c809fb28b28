// A work out of the store, its latest versions, ready to be shown.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "cli/settings.h"
#include "storage/store.h"

namespace synoptic {

struct StoredTranslation {
  Version version;
  Comparison comparison;  // its original is StoredWork::original
};

struct StoredWork {
  std::string name;
  Version original_version;
  std::unique_ptr<const Document> original;
  std::vector<StoredTranslation> translations;  // as asked for, else by language
};

// `languages`: of the translations wanted, empty for all; "zh" takes zh-Hans, case does not count,
// the original's own is skipped.  Throws Error where the work, its original or a language is not in
// the store, and names what is.  Findings are as `settings` want them, dismissed ones set apart.
// With the file of a `glossary` the checks run anew: the store keeps findings, not terms.
StoredWork load_work(Store& store, const std::string& name,
                     const std::vector<std::string>& languages, const Settings& settings,
                     const std::string& glossary = {});

// As Store::count(), without the dismissed findings.
std::optional<PairCounts> count_open(Store& store, const VersionPair& pair);

}  // namespace synoptic
