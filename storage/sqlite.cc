#include "storage/sqlite.h"

#include <sqlite3.h>

#include <filesystem>
#include <limits>

#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

struct Meaning {
  int code;  // primary result code
  std::string_view cause;
  std::string_view remedy;
};

constexpr std::string_view kRestore =
    translatable("restore it from a copy, or import the works again into a new store");

constexpr Meaning kMeanings[] = {
    {SQLITE_BUSY, translatable("locked by another process"),
     translatable("wait until that has finished and run again")},
    {SQLITE_LOCKED, translatable("locked by another process"),
     translatable("wait until that has finished and run again")},
    {SQLITE_READONLY, translatable("the store or its folder is read-only"),
     translatable("give yourself write permission, or name another store with --db")},
    {SQLITE_PERM, translatable("no permission"),
     translatable("give yourself permission, or name another store with --db")},
    {SQLITE_AUTH, translatable("no permission"),
     translatable("give yourself permission, or name another store with --db")},
    {SQLITE_FULL, translatable("the disk or its quota is full; nothing was changed"),
     translatable("free some space and run again")},
    {SQLITE_CORRUPT, translatable("the store is damaged"), kRestore},
    {SQLITE_NOTADB, translatable("not a store of synoptic, or damaged beyond reading"),
     translatable("name another store with --db")},
    {SQLITE_TOOBIG, translatable("larger than a store can hold (1 GB a file)"),
     translatable("split the file")},
    {SQLITE_CANTOPEN, translatable("the store or its journal can't be opened"),
     translatable("look at the permissions of the file and of its folder")},
    {SQLITE_IOERR, translatable("the disk does not read or write; nothing was changed"),
     translatable("look at the disk and at the permissions of the folder")},
    {SQLITE_NOLFS, translatable("the file system takes no file of that size"),
     translatable("move the store to another")},
};

// Why a file can't be opened, where the file system tells more than SQLite does.
void check_path(const std::string& path, Access access) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (path.empty())
    throw Error({"", "", translate("the store has no name"), translate("name a file with --db")});
  if (fs::is_directory(status)) {
    throw Error({path, "", translate("a folder, not a store"),
                 say("name a file in it: --db {file}",
                     {{"file", (fs::path(path) / "synoptic.db").string()}})});
  }
  if (fs::exists(status)) {
    if (!fs::is_regular_file(status)) {
      throw Error(
          {path, "", translate("not a regular file"), translate("name another store with --db")});
    }
    return;
  }
  if (access == Access::kRead) {
    throw Error({path, "", translate("there is no store"),
                 translate("import a work first, or name another with --db")});
  }
  const fs::path folder = fs::absolute(path, ignored).parent_path();
  if (!fs::is_directory(folder, ignored)) {
    throw Error({path, "", say("the folder {folder} does not exist", {{"folder", folder.string()}}),
                 translate("create it, or name another store with --db")});
  }
}

}  // namespace

Connection::Connection(const std::string& path, Access access, std::chrono::milliseconds patience)
    : path_(path), access_(access) {
  check_path(path, access);
  // A reader opens for writing too, where it may: a journal that a killed process left behind must
  // be rolled back before anything can be read.
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  if (access == Access::kWrite) flags |= SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
  if (access == Access::kWrite && sqlite3_db_readonly(handle, "main") == 1) fail(SQLITE_READONLY);
}

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

void Connection::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle()); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

void Connection::fail(int code) const {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.code == (code & 0xFF)) {
      throw Error({path_, "", translate(meaning.cause), translate(meaning.remedy)});
    }
  }
  const char* said = handle_ ? sqlite3_errmsg(handle()) : sqlite3_errstr(code);
  throw Error({path_, "", std::string("the store failed: ") + said, "report this"},
              ErrorKind::kInternal);
}

void Connection::fail_corrupt(const std::string& what) const {
  throw Error(
      {path_, "", say("the store is damaged: {what}", {{"what", what}}), translate(kRestore)});
}

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                           &statement, nullptr));
  statement_.reset(statement);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::check(int code) const {
  if (code != SQLITE_OK) connection_.fail(code);
}

void Statement::rewind() {
  // What reset returns is the failure of the last step, which was thrown then.
  sqlite3_reset(statement_.get());
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  // Reset at once: a statement that failed must not hold its lock.
  sqlite3_reset(statement_.get());
  connection_.fail(code);
}

void Statement::run() {
  while (step()) {
  }
  rewind();
}

void Statement::bind(int place, int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), place, value));
}

void Statement::bind(int place, double value) {
  check(sqlite3_bind_double(statement_.get(), place, value));
}

void Statement::bind(int place, std::string_view value) {
  // A null pointer would bind NULL, which an empty view may hold.
  const char* bytes = value.empty() ? "" : value.data();
  check(sqlite3_bind_text64(statement_.get(), place, bytes, value.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
}

void Statement::bind(int place, Blob value) {
  const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
  check(sqlite3_bind_blob64(statement_.get(), place, bytes, value.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind(int place, const std::optional<int64_t>& value) {
  if (value) return bind(place, *value);
  check(sqlite3_bind_null(statement_.get(), place));
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

uint32_t Statement::number(int column) const {
  const int64_t value = integer(column);
  if (value < 0 || value > std::numeric_limits<uint32_t>::max()) {
    connection_.fail_corrupt("a number is out of range");
  }
  return static_cast<uint32_t>(value);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Transaction::Transaction(Connection& connection, Access access)
    : connection_(connection), nested_(connection.in_transaction()) {
  if (nested_) {
    connection_.execute("SAVEPOINT inner_part");
  } else {
    connection_.execute(access == Access::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
  }
}

Transaction::~Transaction() {
  // SQLite rolls back by itself after some failures (a full disk): then there is nothing to undo.
  if (!open_ || !connection_.in_transaction()) return;
  try {
    connection_.execute(nested_ ? "ROLLBACK TO inner_part; RELEASE inner_part" : "ROLLBACK");
  } catch (const Error&) {
    // Closing the connection, or the next opening of the file, rolls back.
  }
}

void Transaction::commit() {
  connection_.execute(nested_ ? "RELEASE inner_part" : "COMMIT");
  open_ = false;
}

}  // namespace synoptic
