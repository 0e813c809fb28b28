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

#include "cli/alignment_jobs.h"
#include "cli/pipeline.h"
#include "cli/stored_lexicon.h"
#include "formats/paired_text.h"
#include "storage/changes.h"
#include "storage/store.h"

namespace synoptic {

struct ImportFile {
  std::string file;
  std::string language;   // empty: by the text and the file's name
  bool original = false;  // stated by the user, or the first of a work
  bool trust = false;     // its pairs, where it holds any, count as confirmed by a reviewer
  std::optional<std::string> contents = {};  // of a file in an archive; else it is read
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
  std::string language_in_name;    // where the name says another language than was taken
  std::vector<std::string> notes;  // what the format's rules say of the file; of its first text
};

class Importer {
 public:
  // `store` and `tables` outlive it.  `imported_at` is ISO 8601; `options.language` is not used.
  Importer(Store& store, std::string work, ReadOptions options, std::string imported_at,
           std::span<const LanguageTable> tables = language_tables());

  // One report a text: a file that holds pairs (formats/paired_readers.h) gives one for each of its
  // languages, the original first, and the pairs are taken as they are.
  // Throws Error of the file (it can't be read, its language is unknown or was imported just
  // before) or of the store.
  std::vector<ImportReport> run(const ImportFile& file);

  // The same of two texts whose sentences a ladder pairs.
  std::vector<ImportReport> run(const AlignmentJob& texts, const std::string& ladder, bool trust);

 private:
  struct Source {
    std::string bytes;
    Text text;
    std::string language_in_name;
  };
  // A translation beside the original, and what it teaches.
  struct Paired {
    VersionId translation{};  // where it is in the store already
    Comparison comparison;
    std::optional<Teaching> teaching;
  };
  Source read(const ImportFile& file, std::string bytes);
  std::vector<ImportReport> import_pairs(const std::string& bytes, PairedText paired, LinkSource by,
                                         bool original_stated);
  void require_new_language(const std::string& file, const std::string& language) const;
  Paired paired(const Document& original, Document translation);
  void check_with_store(Comparison& comparison, std::span<const UnitId> changed);
  void set_teaching(Paired& pair);
  void put(const VersionPair& versions, const Paired& pair);
  ImportReport import_original(const Source& source);
  ImportReport import_translation(const Source& source);
  const Document* original();  // null where the work has none yet
  Import import_of(const Source& source, TextRole role) const;
  void finish(const Imported& imported, Document document, ImportReport& report);

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
