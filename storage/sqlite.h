// SQLite's C interface as three resources: a connection, a prepared statement, a transaction.
//
// Every failure throws Error that names the store, what is wrong and what to do: no store there, a
// folder, no database, corrupt, read-only, full, locked by another process.
// Threads: a connection and what hangs on it belong to one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace synoptic {

enum class Access : uint8_t { kRead, kWrite };

class Connection {
 public:
  // Opens the file; creates it for kWrite where there is none.  A call that finds the file locked
  // waits up to `patience`.
  Connection(const std::string& path, Access access, std::chrono::milliseconds patience);

  const std::string& path() const { return path_; }
  Access access() const { return access_; }
  sqlite3* handle() const { return handle_.get(); }

  // One or more statements without results.
  void execute(const std::string& sql);
  int64_t last_row() const;
  bool in_transaction() const;

  // Throws what SQLite's result code means to a user.
  [[noreturn]] void fail(int code) const;
  // The contents contradict themselves: `what` is a clause.
  [[noreturn]] void fail_corrupt(const std::string& what) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  Access access_;
  std::unique_ptr<sqlite3, Close> handle_;
};

struct Blob {
  std::string_view bytes;
};

// REQUIRES: the connection outlives it.
// Example: Statement(connection, "SELECT id FROM works WHERE name = ?").with("eupl").
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);

  // Binds the parameters ?1, ?2, ... and rewinds.  Views are copied.
  template <typename... Values>
  Statement& with(const Values&... values) {
    rewind();
    int place = 0;
    (bind(++place, values), ...);
    return *this;
  }
  bool step();  // true: a row stands ready
  void run();   // to the end

  bool is_null(int column) const;
  int64_t integer(int column) const;
  uint32_t number(int column) const;  // corrupt where it does not fit
  double real(int column) const;
  std::string text(int column) const;  // text or blob

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void rewind();
  void bind(int place, int64_t value);
  void bind(int place, uint32_t value) { bind(place, static_cast<int64_t>(value)); }
  void bind(int place, double value);
  void bind(int place, std::string_view value);
  void bind(int place, const std::string& value) { bind(place, std::string_view(value)); }
  void bind(int place, const char* value) { bind(place, std::string_view(value)); }
  void bind(int place, Blob value);
  void bind(int place, const std::optional<int64_t>& value);
  void check(int code) const;

  Connection& connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Rolls back unless committed.  Inside another transaction it is a part of that: only the outermost
// commit makes anything last.
class Transaction {
 public:
  // kWrite takes the lock at once, so that a transaction never fails for a lock after work is done.
  Transaction(Connection& connection, Access access);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool nested_;
  bool open_ = true;
};

}  // namespace synoptic
