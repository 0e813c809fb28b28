#include "storage/schema.h"

#include <sqlite3.h>

#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr int64_t kApplicationId = 0x53594E4F;  // "SYNO"

// Migration n is kMigrations[n - 1].  A migration that was released is never changed.
constexpr const char* kMigrations[] = {
    // 1: works and their texts, what the aligner and the checks said, what reviewers decided.
    R"sql(
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE works (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- One language of a work.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  work INTEGER NOT NULL REFERENCES works,
  language TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('original', 'translation')),
  UNIQUE (work, language)
) STRICT;
CREATE UNIQUE INDEX one_original ON texts (work) WHERE role = 'original';

-- What was imported at one time.  Never changed, never deleted.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES texts,
  number INTEGER NOT NULL CHECK (number > 0),
  imported_at TEXT NOT NULL,
  file TEXT NOT NULL,
  encoding TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  UNIQUE (text, number)
) STRICT;

-- The bytes as they were imported, and what they were read as; hashes are XXH3, 128 bits.
CREATE TABLE contents (
  version INTEGER PRIMARY KEY REFERENCES versions,
  bytes_hash BLOB NOT NULL CHECK (length(bytes_hash) = 16),
  content_hash BLOB NOT NULL CHECK (length(content_hash) = 16),
  content TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- Offsets count bytes of contents.content from here on.
CREATE TABLE units (
  version INTEGER NOT NULL REFERENCES versions,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  parent INTEGER,
  label_begin INTEGER NOT NULL,
  label_end INTEGER NOT NULL,
  text_begin INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (version, number),
  FOREIGN KEY (version, parent) REFERENCES units (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_levels (
  version INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (version, unit, number),
  FOREIGN KEY (version, unit) REFERENCES units (version, number)
) STRICT, WITHOUT ROWID;

-- The id is what the full-text index calls it.
CREATE TABLE segments (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  number INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  text_begin INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  UNIQUE (version, number),
  FOREIGN KEY (version, unit) REFERENCES units (version, number)
) STRICT;

CREATE TABLE places (
  version INTEGER NOT NULL REFERENCES versions,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacements (
  version INTEGER NOT NULL REFERENCES versions,
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  at INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE alignments (
  id INTEGER PRIMARY KEY,
  original INTEGER NOT NULL REFERENCES versions,
  translation INTEGER NOT NULL REFERENCES versions,
  length_log_ratio REAL NOT NULL,
  length_spread REAL NOT NULL,
  UNIQUE (original, translation),
  CHECK (original <> translation)
) STRICT;

CREATE TABLE links (
  alignment INTEGER NOT NULL REFERENCES alignments ON DELETE CASCADE,
  number INTEGER NOT NULL,
  cost_nats REAL NOT NULL,
  source TEXT NOT NULL,
  moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
  PRIMARY KEY (alignment, number)
) STRICT, WITHOUT ROWID;

-- The version tells the side.  Every unit of either side is in exactly one link.
CREATE TABLE link_units (
  alignment INTEGER NOT NULL,
  version INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  link INTEGER NOT NULL,
  PRIMARY KEY (alignment, version, unit),
  FOREIGN KEY (alignment, link) REFERENCES links (alignment, number) ON DELETE CASCADE,
  FOREIGN KEY (version, unit) REFERENCES units (version, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_units_by_link ON link_units (alignment, link);

CREATE TABLE beads (
  alignment INTEGER NOT NULL,
  link INTEGER NOT NULL,
  number INTEGER NOT NULL,
  original_end INTEGER NOT NULL,
  translation_end INTEGER NOT NULL,
  cost_nats REAL NOT NULL,
  PRIMARY KEY (alignment, link, number),
  FOREIGN KEY (alignment, link) REFERENCES links (alignment, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  alignment INTEGER NOT NULL REFERENCES alignments ON DELETE CASCADE,
  number INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  severity TEXT NOT NULL,
  PRIMARY KEY (alignment, number)
) STRICT, WITHOUT ROWID;

-- A unit that a finding names, and with offsets the bytes in it.
CREATE TABLE finding_places (
  alignment INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  unit INTEGER,
  span_begin INTEGER,
  span_end INTEGER,
  PRIMARY KEY (alignment, finding, number),
  FOREIGN KEY (alignment, finding) REFERENCES findings (alignment, number) ON DELETE CASCADE,
  FOREIGN KEY (version, unit) REFERENCES units (version, number),
  CHECK ((span_begin IS NULL) = (span_end IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_details (
  alignment INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (alignment, finding, number),
  FOREIGN KEY (alignment, finding) REFERENCES findings (alignment, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What a reviewer said of clauses of two texts.  It belongs to the wording of the clauses, not to a
-- version: it holds wherever clauses of that wording stand.
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  original INTEGER NOT NULL REFERENCES texts,
  translation INTEGER NOT NULL REFERENCES texts,
  kind TEXT NOT NULL,
  check_id TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  author TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_texts ON decisions (original, translation);

CREATE TABLE decision_clauses (
  decision INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text INTEGER NOT NULL REFERENCES texts,
  clause_hash BLOB NOT NULL CHECK (length(clause_hash) = 16),
  path TEXT NOT NULL,
  PRIMARY KEY (decision, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_details (
  decision INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (decision, number)
) STRICT, WITHOUT ROWID;

-- Terms of segments; the rowid is segments.id.  Versions stay in it: a search asks for the latest.
CREATE VIRTUAL TABLE segment_terms USING fts5 (content, content = '', tokenize = 'terms');
)sql",
    // 2: which words translate which, learnt from texts that were aligned.
    R"sql(
-- One for two languages, whichever is the original: the tags ascend.
CREATE TABLE lexicons (
  id INTEGER PRIMARY KEY,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  UNIQUE (first, second),
  CHECK (first < second)
) STRICT;

CREATE TABLE lexicon_entries (
  lexicon INTEGER NOT NULL REFERENCES lexicons ON DELETE CASCADE,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  count REAL NOT NULL CHECK (count > 0),
  PRIMARY KEY (lexicon, first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX lexicon_entries_by_second ON lexicon_entries (lexicon, second);

-- Sentences that have taught, so that none is counted twice; hashes are XXH3 of both, 64 bits.
CREATE TABLE lexicon_lessons (
  lexicon INTEGER NOT NULL REFERENCES lexicons ON DELETE CASCADE,
  hash INTEGER NOT NULL,
  PRIMARY KEY (lexicon, hash)
) STRICT, WITHOUT ROWID;
)sql",
    // 3: sentences of originals by what they say, to find the same ones in other works.
    R"sql(
-- Hashes are XXH3 of the two languages and the sentence of the original, 64 bits.
CREATE TABLE sentence_pairs (
  hash INTEGER NOT NULL,
  alignment INTEGER NOT NULL REFERENCES alignments ON DELETE CASCADE,
  segment INTEGER NOT NULL,  -- of the translation
  PRIMARY KEY (hash, alignment, segment)
) STRICT, WITHOUT ROWID;
CREATE INDEX sentence_pairs_by_alignment ON sentence_pairs (alignment);
)sql",
};

int64_t pragma(Connection& connection, const char* name) {
  Statement statement(connection, std::string("PRAGMA ") + name);
  return statement.step() ? statement.integer(0) : 0;
}

bool has_tables(Connection& connection) {
  return Statement(connection, "SELECT 1 FROM sqlite_schema LIMIT 1").step();
}

// A file that holds nothing becomes a store; anything else must be one.
void check_application(Connection& connection) {
  if (pragma(connection, "application_id") == kApplicationId) return;
  if (pragma(connection, "application_id") == 0 && !has_tables(connection)) return;
  throw Error({connection.path(), "", translate("a database, but not a store of synoptic"),
               translate("name another store with --db")});
}

void check_not_newer(Connection& connection, int64_t schema) {
  if (schema <= newest_schema()) return;
  throw Error(
      {connection.path(), "",
       say("was written by a newer synoptic (schema {schema}, this one knows {known})",
           {{"schema", std::to_string(schema)}, {"known", std::to_string(newest_schema())}}),
       translate("update the program")});
}

}  // namespace

int newest_schema() { return static_cast<int>(std::size(kMigrations)); }

void prepare_schema(Connection& connection) {
  check_application(connection);
  check_not_newer(connection, pragma(connection, "user_version"));
  while (pragma(connection, "user_version") < newest_schema()) {
    // Another process may migrate at the same time: the number counts only under the lock.
    Transaction transaction(connection, Access::kWrite);
    const int64_t schema = pragma(connection, "user_version");
    if (schema >= newest_schema()) break;
    if (schema < 0) connection.fail_corrupt("its schema number is negative");
    connection.execute(kMigrations[schema]);
    connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                       "; PRAGMA user_version = " + std::to_string(schema + 1));
    transaction.commit();
  }
}

}  // namespace synoptic
