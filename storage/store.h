// The store: works, the versions of their texts, how they align, what was found, what was decided.
//
// One SQLite file.  Every call that changes it is a transaction, and so is all that is done inside
// in_transaction(): a process killed at any moment leaves the file as it was before or after.  The
// file keeps a rollback journal, not a write-ahead log: at rest a store is one file that can be
// copied or put on a read-only disk, and its writers are one at a time anyhow.
//
// A work has one original and any number of translations, one text a language.  Each import of a
// text that differs is a new version; versions are never changed and never deleted.
//
// Errors: Error (storage/sqlite.h); a store that contradicts itself is reported as damaged, never
// read past its ends.  Threads: one at a time; processes share a store, a writer waits for another
// up to StoreOptions::patience.
//
//     Store store("synoptic.db", Access::kWrite);
//     store.in_transaction([&] {
//       const Imported imported = store.import_version({"eupl", TextRole::kOriginal, bytes, now},
//                                                      document);
//       ...
//     });
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "storage/lexicons.h"
#include "storage/sqlite.h"

namespace synoptic {

enum class TextRole : uint8_t { kOriginal, kTranslation };

enum class VersionId : int64_t {};

// One version of one language of a work, without its contents.
struct Version {
  VersionId id{};
  std::string work;
  std::string language;
  TextRole role = TextRole::kTranslation;
  uint32_t number = 0;  // 1 for the first import of this language
  std::string file;     // as the user named it
  std::string encoding;
  std::string imported_at;  // as the importer gave it
  uint64_t bytes = 0;       // size of the file
  uint32_t units = 0;
};

// What import_version() is told beside the document.
struct Import {
  std::string_view work;
  TextRole role = TextRole::kTranslation;
  std::string_view bytes;        // the file as it was
  std::string_view imported_at;  // ISO 8601, by the caller's clock
};

enum class ImportOutcome : uint8_t { kAdded, kUnchanged, kNewVersion };

struct Imported {
  ImportOutcome outcome = ImportOutcome::kAdded;
  VersionId version{};                // the new one, or the one that is the same
  std::optional<VersionId> previous;  // kNewVersion: the one before
};

// The versions an alignment joins.
struct VersionPair {
  VersionId original{};
  VersionId translation{};
};

// How much of a translation is paired.
struct PairCounts {
  uint32_t original_units = 0;
  uint32_t original_paired = 0;  // in a link that has the other side
  uint32_t translation_units = 0;
  uint32_t translation_paired = 0;
  uint32_t errors = 0;  // findings
  uint32_t warnings = 0;
  uint32_t infos = 0;
};

enum class DecisionKind : uint8_t { kConfirmedLink, kCorrectedLink, kDismissedFinding };

// What a reviewer said of clauses of a pair of texts.  Kept by the hash of the clauses' texts: it
// is handed out for any later versions in which all its clauses stand with the same text.  One that
// names no clause is about both texts as a whole, and is handed out while neither changes.
struct Decision {
  DecisionKind kind = DecisionKind::kConfirmedLink;
  std::vector<UnitId> original;
  std::vector<UnitId> translation;
  std::string check;  // kDismissedFinding: which, and what it said
  std::vector<Detail> details;
  std::string decided_at;  // ISO 8601, by the caller's clock
  std::string author;
  std::string note;
  int64_t id = 0;  // as the store counts; for forget_decision()
};

// A sentence that a search found.
struct Hit {
  std::string work;
  std::string language;
  VersionId version{};
  UnitId unit = kNoUnit;
  uint32_t segment = 0;  // index into Document::segments
  std::string path;
  std::string text;
};

// A sentence that has one counterpart.
struct KeptSentence {
  std::string key;       // what it says, as the caller compares such sentences
  uint32_t segment = 0;  // of the counterpart, in the translation
};

// How another work translates a sentence.
struct OtherRendering {
  std::size_t sentence = 0;  // which of those that were asked for
  std::string work;
  std::string path;  // of the clause in the translation
  std::string text;  // of the translation
};

struct SearchQuery {
  std::string_view text;      // words that must all stand in one sentence; "quoted": side by side;
                              // a last * stands for any ending
  std::string_view work;      // empty: all
  std::string_view language;  // empty: all; "zh" finds zh-Hans
  uint32_t most = 100;        // hits
};

struct StoreOptions {
  std::chrono::milliseconds patience{5000};  // how long to wait for another process
  uint64_t most_bytes = 0;                   // the file grows no larger; 0: as the disk allows
};

class Store {
 public:
  // kRead: there must be a store.  kWrite: creates one where there is none.
  Store(const std::string& path, Access access, const StoreOptions& options = {});

  // Runs `work`; all that it changes lasts together or, where it throws, not at all.
  void in_transaction(const std::function<void()>& work);

  // The latest version of the document's language, where it has the same bytes and reads the same.
  std::optional<VersionId> same_version(const Import& import, const Document& document);

  // Adds a version unless there is a same_version().  An import as original makes a former original
  // of another language a translation; an import as translation takes the original's role from no
  // text.
  // REQUIRES: document is segmented, and its language known.
  Imported import_version(const Import& import, const Document& document);

  // The latest versions of a work, its original first, then by language; empty: no such work.
  std::vector<Version> texts(std::string_view work);
  std::vector<std::string> works();  // names, sorted
  std::optional<Version> latest(std::string_view work, std::string_view language);
  std::optional<Version> original(std::string_view work);
  // The version of the original that was the latest when `translation` came in; none where there
  // was no original yet.
  std::optional<VersionId> original_before(std::string_view work, VersionId translation);

  Document load_document(VersionId version);
  std::string load_bytes(VersionId version);  // as imported

  // Replaces what was known of the pair.
  void put_alignment(const VersionPair& pair, const Alignment& alignment,
                     const std::vector<Finding>& findings);
  std::optional<Alignment> load_alignment(const VersionPair& pair);
  std::vector<Finding> load_findings(const VersionPair& pair);
  std::optional<PairCounts> count(const VersionPair& pair);

  // For other_renderings().  REQUIRES: put_alignment() of the pair went before.
  void put_sentences(const VersionPair& pair, const std::vector<KeptSentence>& sentences);
  // Of these sentences (KeptSentence::key) in the latest versions of works other than `work` with
  // the same two languages; a few for each.
  std::vector<OtherRendering> other_renderings(std::string_view work, std::string_view original,
                                               std::string_view translation,
                                               const std::vector<KeptSentence>& sentences);

  void put_decision(const VersionPair& pair, const Decision& decision);
  // Those that hold for the pair, with the units that their clauses are there, in order of making.
  std::vector<Decision> load_decisions(const VersionPair& pair);
  void forget_decision(int64_t id);

  // Which words translate which; a view of the store.
  Lexicons lexicons() { return Lexicons(connection_); }

  // Sentences of the latest versions, best first.  Throws Error where the text holds no word.
  std::vector<Hit> search(const SearchQuery& query);

  // Reads the whole file: damage found by SQLite, and rows that refer to nothing.  Throws Error.
  void verify();

 private:
  void refresh_search_index();

  Connection connection_;
};

}  // namespace synoptic
