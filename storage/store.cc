#include "storage/store.h"

#include "storage/document_rows.h"
#include "storage/hash.h"
#include "storage/names.h"
#include "storage/schema.h"
#include "storage/tokenizer.h"
#include "text/words.h"

namespace synoptic {

namespace {

// A version that is the latest of its text; select_version() reads its columns.
constexpr char kLatestVersions[] =
    "SELECT versions.id, works.name, language, role, versions.number, file, encoding, imported_at,"
    " bytes, (SELECT count(*) FROM units WHERE version = versions.id)"
    " FROM versions JOIN texts ON texts.id = versions.text JOIN works ON works.id = texts.work"
    " WHERE versions.number = (SELECT max(number) FROM versions AS other"
    " WHERE other.text = texts.id)";

Version select_version(const Statement& statement, const Connection& connection) {
  Version version;
  version.id = VersionId{statement.integer(0)};
  version.work = statement.text(1);
  version.language = statement.text(2);
  version.role = named(kTextRoles, statement.text(3), connection);
  version.number = statement.number(4);
  version.file = statement.text(5);
  version.encoding = statement.text(6);
  version.imported_at = statement.text(7);
  version.bytes = static_cast<uint64_t>(statement.integer(8));
  version.units = statement.number(9);
  return version;
}

int64_t work_row(Connection& connection, std::string_view name) {
  Statement(connection, "INSERT OR IGNORE INTO works (name) VALUES (?)").with(name).run();
  Statement find(connection, "SELECT id FROM works WHERE name = ?");
  find.with(name).step();
  return find.integer(0);
}

int64_t text_row(Connection& connection, const Import& import, std::string_view language) {
  const int64_t work = work_row(connection, import.work);
  const bool original = import.role == TextRole::kOriginal;
  if (original) {
    Statement(connection, "UPDATE texts SET role = 'translation' WHERE work = ? AND language <> ?")
        .with(work, language)
        .run();
  }
  Statement(connection, original ? "INSERT INTO texts (work, language, role)"
                                   " VALUES (?, ?, 'original')"
                                   " ON CONFLICT DO UPDATE SET role = 'original'"
                                 : "INSERT INTO texts (work, language, role)"
                                   " VALUES (?, ?, 'translation') ON CONFLICT DO NOTHING")
      .with(work, language)
      .run();
  Statement find(connection, "SELECT id FROM texts WHERE work = ? AND language = ?");
  find.with(work, language).step();
  return find.integer(0);
}

}  // namespace

Store::Store(const std::string& path, Access access, const StoreOptions& options)
    : connection_(path, access, options.patience) {
  // Damage is found where it lies, not where it makes SQLite stumble.
  connection_.execute("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
  if (options.most_bytes > 0) {
    Statement page(connection_, "PRAGMA page_size");
    page.step();
    const int64_t pages = static_cast<int64_t>(options.most_bytes) / page.integer(0);
    connection_.execute("PRAGMA max_page_count = " + std::to_string(pages));
  }
  const int code = register_tokenizer(connection_.handle());
  if (code != 0) connection_.fail(code);
  prepare_schema(connection_);
  if (access == Access::kWrite) {
    refresh_search_index();
  } else {
    connection_.execute("PRAGMA query_only = ON");
  }
}

void Store::in_transaction(const std::function<void()>& work) {
  Transaction transaction(connection_, Access::kWrite);
  work();
  transaction.commit();
}

std::optional<VersionId> Store::same_version(const Import& import, const Document& document) {
  Transaction transaction(connection_, Access::kRead);
  const std::optional<Version> before = latest(import.work, document.language);
  if (!before || load_bytes(before->id) != import.bytes) return std::nullopt;
  if (!reads_the_same(load_document(before->id), document)) return std::nullopt;
  return before->id;
}

Imported Store::import_version(const Import& import, const Document& document) {
  Transaction transaction(connection_, Access::kWrite);
  const int64_t text = text_row(connection_, import, document.language);
  Imported imported;
  if (const std::optional<VersionId> same = same_version(import, document)) {
    imported = {ImportOutcome::kUnchanged, *same, std::nullopt};
  } else {
    const std::optional<Version> before = latest(import.work, document.language);
    Statement(connection_,
              "INSERT INTO versions (text, number, imported_at, file, encoding, bytes)"
              " VALUES (?, ?, ?, ?, ?, ?)")
        .with(text, before ? before->number + 1 : 1, import.imported_at, document.file,
              document.encoding, static_cast<int64_t>(import.bytes.size()))
        .run();
    imported.version = VersionId{connection_.last_row()};
    if (before) {
      imported.outcome = ImportOutcome::kNewVersion;
      imported.previous = before->id;
    }
    insert_document(connection_, imported.version, document, import.bytes);
  }
  transaction.commit();
  return imported;
}

std::vector<Version> Store::texts(std::string_view work) {
  Statement statement(connection_,
                      std::string(kLatestVersions) + " AND works.name = ? ORDER BY role, language");
  statement.with(work);
  std::vector<Version> all;
  while (statement.step()) all.push_back(select_version(statement, connection_));
  return all;
}

std::vector<std::string> Store::works() {
  Statement statement(connection_, "SELECT name FROM works ORDER BY name");
  std::vector<std::string> names;
  while (statement.step()) names.push_back(statement.text(0));
  return names;
}

std::optional<Version> Store::latest(std::string_view work, std::string_view language) {
  Statement statement(connection_,
                      std::string(kLatestVersions) + " AND works.name = ? AND language = ?");
  if (!statement.with(work, language).step()) return std::nullopt;
  return select_version(statement, connection_);
}

std::optional<Version> Store::original(std::string_view work) {
  Statement statement(connection_,
                      std::string(kLatestVersions) + " AND works.name = ? AND role = 'original'");
  if (!statement.with(work).step()) return std::nullopt;
  return select_version(statement, connection_);
}

std::optional<VersionId> Store::original_before(std::string_view work, VersionId translation) {
  Statement statement(connection_,
                      "SELECT max(versions.id) FROM versions JOIN texts ON texts.id = text "
                      "JOIN works ON works.id = work WHERE name = ? AND role = 'original' "
                      "AND versions.id < ? HAVING max(versions.id) IS NOT NULL");
  if (!statement.with(work, static_cast<int64_t>(translation)).step()) return std::nullopt;
  return VersionId{statement.integer(0)};
}

Document Store::load_document(VersionId version) {
  Transaction transaction(connection_, Access::kRead);
  Document document = select_document(connection_, version);
  transaction.commit();
  return document;
}

std::string Store::load_bytes(VersionId version) {
  Statement statement(connection_, "SELECT bytes, bytes_hash FROM contents WHERE version = ?");
  if (!statement.with(row(version)).step()) connection_.fail_corrupt("a version has no contents");
  std::string bytes = statement.text(0);
  if (hash128(bytes) != statement.text(1)) connection_.fail_corrupt("an imported file has changed");
  return bytes;
}

void Store::refresh_search_index() {
  const auto current = [this] {
    Statement statement(connection_, "SELECT value FROM settings WHERE name = 'search terms'");
    return statement.step() && statement.text(0) == search_terms_name();
  };
  if (current()) return;
  Transaction transaction(connection_, Access::kWrite);
  if (current()) return;
  connection_.execute("INSERT INTO segment_terms (segment_terms) VALUES ('delete-all')");
  for (const std::string& work : works()) {
    for (const Version& version : texts(work)) {
      index_segments(connection_, version.id, select_document(connection_, version.id).text);
    }
  }
  Statement(connection_, "INSERT OR REPLACE INTO settings VALUES ('search terms', ?)")
      .with(search_terms_name())
      .run();
  transaction.commit();
}

void Store::verify() {
  Statement check(connection_, "PRAGMA integrity_check(1)");
  if (check.step() && check.text(0) != "ok") connection_.fail_corrupt(check.text(0));
  if (Statement(connection_, "PRAGMA foreign_key_check").step()) {
    connection_.fail_corrupt("a row refers to nothing");
  }
  Statement versions(connection_, "SELECT id FROM versions");
  while (versions.step()) {
    load_document(VersionId{versions.integer(0)});
    load_bytes(VersionId{versions.integer(0)});
  }
}

}  // namespace synoptic
