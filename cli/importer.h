// Files into a work of the store: read, paired with the original, checked, kept.
//
// Each file is one transaction, with its pairs, its findings and what it teaches the lexicon; a new
// version of the original takes the new pairs of all translations with it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "storage/changes.h"
#include "storage/store.h"

namespace synoptic {

struct ImportFile {
  std::string file;
  std::string language;   // empty: by the text and the file's name
  bool original = false;  // stated by the user, or the first of a work
};

// What became of a file.
struct ImportReport {
  ImportOutcome outcome = ImportOutcome::kAdded;
  Version version;
  std::optional<PairCounts> counts;   // of a translation that is paired
  std::size_t realigned = 0;          // of an original: translations paired anew
  Document document;                  // as read now
  std::vector<ClauseChange> changes;  // kNewVersion: from `before` to `document`
  Document before;
  std::string language_in_name;  // where the name says another language than was taken
};

class Importer {
 public:
  // `store` and `tables` outlive it.  `imported_at` is ISO 8601; `options.language` is not used.
  Importer(Store& store, std::string work, ReadOptions options, std::string imported_at,
           std::span<const LanguageTable> tables = language_tables());

  // Throws Error of the file (it can't be read, its language is unknown or was imported just
  // before) or of the store.
  ImportReport run(const ImportFile& file);

 private:
  struct Source {
    std::string bytes;
    Text text;
    std::string language_in_name;
  };
  struct Paired;
  Source read(const ImportFile& file);
  Paired paired(const Document& original, Document translation);
  void put(const VersionPair& versions, const Paired& pair);
  ImportReport import_original(const Source& source);
  ImportReport import_translation(const Source& source);
  const Document* original();  // null where the work has none yet
  Import import_of(const Source& source, TextRole role) const;
  void finish(const Source& source, const Imported& imported, Document document,
              ImportReport& report);

  Store& store_;
  std::string work_;
  ReadOptions options_;
  std::string imported_at_;
  std::span<const LanguageTable> tables_;
  std::map<std::string, std::string> files_;  // of this run, by language
  std::optional<Version> original_version_;
  std::unique_ptr<const Document> original_;
};

}  // namespace synoptic
