// What a user is told when a store can't be used, and that nothing is lost by it.
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "storage/schema.h"
#include "tests/storage/samples.h"

namespace synoptic {

namespace {

using Catch::Matchers::Contains;
using samples::error_of;

constexpr StoreOptions kImpatient{std::chrono::milliseconds(20)};

Document small() { return samples::document("en", {{"1", {"Ships may enter."}}}); }

Document large() {
  std::vector<samples::Clause> clauses;
  for (int i = 1; i < 400; ++i) {
    clauses.push_back({std::to_string(i), {"Clause number " + std::to_string(i) + " of many."}});
  }
  return samples::document("en", clauses);
}

void make_store(const std::string& path, const Document& document = small()) {
  Store store(path, Access::kWrite);
  samples::import(store, "h", TextRole::kOriginal, "a", document);
}

std::string open_error(const std::string& path, Access access = Access::kWrite) {
  return error_of([&] { Store store(path, access, kImpatient); });
}

// Root may write everywhere: the process acts as another user while this lives.
class Unprivileged {
 public:
  explicit Unprivileged(const samples::Folder& folder) {
    if (geteuid() != 0) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      REQUIRE(chown(entry.path().c_str(), kNobody, kNobody) == 0);
    }
    REQUIRE(chown(folder.path().c_str(), kNobody, kNobody) == 0);
    REQUIRE(seteuid(kNobody) == 0);
    changed_ = true;
  }
  ~Unprivileged() {
    if (changed_ && seteuid(0) != 0) std::abort();
  }

 private:
  static constexpr uid_t kNobody = 65534;
  bool changed_ = false;
};

}  // namespace

TEST_CASE("A store that is not there, or is something else", "[storage][failures]") {
  const samples::Folder folder;
  CHECK_THAT(open_error(folder / "none.db", Access::kRead),
             Contains("none.db: there is no store; import a work first"));
  CHECK_THAT(open_error(folder.path().string()), Contains("a folder, not a store"));
  CHECK_THAT(open_error(folder / "no/where.db"), Contains("does not exist"));
  CHECK_THAT(open_error(""), Contains("no name"));
  std::ofstream(folder / "letter.txt") << std::string(5000, 'x');
  CHECK_THAT(open_error(folder / "letter.txt"), Contains("not a store of synoptic"));
  std::ofstream(folder / "short.txt") << "hello";
  CHECK_THAT(open_error(folder / "short.txt"), Contains("not a store of synoptic"));
  {
    Connection other(folder / "other.db", Access::kWrite, kImpatient.patience);
    other.execute("CREATE TABLE works (id INTEGER)");
  }
  CHECK_THAT(open_error(folder / "other.db"), Contains("a database, but not a store"));
  CHECK_THAT(open_error(folder / "other.db", Access::kRead), Contains("not a store"));
  std::ofstream(folder / "empty.db") << "";
  CHECK(open_error(folder / "empty.db").empty());
}

TEST_CASE("A store from a newer version", "[storage][failures]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  make_store(path);
  {
    Connection connection(path, Access::kWrite, kImpatient.patience);
    connection.execute("PRAGMA user_version = " + std::to_string(newest_schema() + 1));
  }
  for (const Access access : {Access::kRead, Access::kWrite}) {
    CHECK_THAT(open_error(path, access), Contains("written by a newer synoptic"));
    CHECK_THAT(open_error(path, access), Contains("update the program"));
  }
}

TEST_CASE("A store that another process writes", "[storage][failures]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  make_store(path);
  Connection other(path, Access::kWrite, kImpatient.patience);
  SECTION("readers go on beside a writer") {
    other.execute("BEGIN IMMEDIATE");
    Store store(path, Access::kRead, kImpatient);
    CHECK(store.works().size() == 1);
    Store writer(path, Access::kWrite, kImpatient);
    CHECK_THAT(error_of([&] { samples::import(writer, "i", TextRole::kOriginal, "b", small()); }),
               Contains("s.db: locked by another process; wait until"));
    other.execute("ROLLBACK");
    samples::import(writer, "i", TextRole::kOriginal, "b", small());
    CHECK(store.works().size() == 2);
  }
  SECTION("but not while it commits") {
    other.execute("BEGIN EXCLUSIVE");
    CHECK_THAT(open_error(path, Access::kRead), Contains("locked by another process"));
    CHECK_THAT(open_error(path), Contains("locked by another process"));
  }
  SECTION("a reader that holds on stops the commit, not the import after it") {
    Statement reading(other, "SELECT 1 FROM versions");
    REQUIRE(reading.with().step());
    Store writer(path, Access::kWrite, kImpatient);
    CHECK_THAT(error_of([&] { samples::import(writer, "i", TextRole::kOriginal, "b", small()); }),
               Contains("locked by another process"));
    while (reading.step()) {
    }
    CHECK(writer.works().size() == 1);
    samples::import(writer, "i", TextRole::kOriginal, "b", small());
    CHECK(writer.works().size() == 2);
  }
}

TEST_CASE("A store on a full disk", "[storage][failures]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  make_store(path);
  {
    Store store(path, Access::kWrite,
                {kImpatient.patience, std::filesystem::file_size(path) + 5 * 4096});
    CHECK_THAT(error_of([&] { samples::import(store, "i", TextRole::kOriginal, "b", large()); }),
               Contains("full; nothing was changed; free some space"));
    CHECK(store.works() == std::vector<std::string>{"h"});
    store.verify();
  }
  {
    Store store(path, Access::kWrite, kImpatient);
    samples::import(store, "i", TextRole::kOriginal, "b", large());
  }
  Store store(path, Access::kRead);
  CHECK(store.works().size() == 2);
  store.verify();
}

TEST_CASE("A store that is read-only", "[storage][failures]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  make_store(path);
  SECTION("the file") {
    REQUIRE(chmod(path.c_str(), 0444) == 0);
    const Unprivileged user(folder);
    CHECK_THAT(open_error(path), Contains("read-only"));
    Store store(path, Access::kRead);
    CHECK(store.works().size() == 1);
  }
  SECTION("the folder") {
    const Unprivileged user(folder);
    REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
    {
      Store store(path, Access::kRead);
      CHECK(store.works().size() == 1);
      Store writer(path, Access::kWrite);
      CHECK_THAT(error_of([&] { samples::import(writer, "i", TextRole::kOriginal, "b", small()); }),
                 Contains("permission"));
    }
    CHECK_THAT(open_error(folder / "new.db"), Contains("permission"));
    REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
  }
  SECTION("a reader changes nothing") {
    Store store(path, Access::kRead);
    CHECK_THAT(error_of([&] { samples::import(store, "i", TextRole::kOriginal, "b", small()); }),
               Contains("read-only"));
  }
}

TEST_CASE("A store that is damaged says so and is not read past its ends", "[storage][failures]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  make_store(path, large());
  std::string whole;
  {
    std::ifstream file(path, std::ios::binary);
    whole.assign(std::istreambuf_iterator<char>(file), {});
  }
  REQUIRE(whole.size() > 20 * 4096);
  int refused = 0;
  int total = 0;
  // One page after another overwritten: the whole store is read each time.
  for (std::size_t at = 0; at + 4096 <= whole.size(); at += 4096) {
    std::string damaged = whole;
    for (std::size_t i = at; i < at + 4096; ++i) {
      damaged[i] = static_cast<char>(damaged[i] ^ static_cast<char>(0x5A + i % 7));
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
    ++total;
    const std::string message = error_of([&] {
      Store store(path, Access::kRead);
      store.verify();
    });
    if (message.empty()) continue;
    ++refused;
    CHECK_THAT(message, Contains("damaged") || Contains("not a store"));
  }
  INFO(refused << " of " << total << " damaged pages noticed");
  CHECK(refused >= total * 9 / 10);  // a page of the search index may go unnoticed
  // A store that was cut off.
  std::ofstream(path, std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() / 2);
  CHECK_THAT(error_of([&] {
               Store store(path, Access::kRead);
               store.verify();
             }),
             Contains("damaged"));
}

TEST_CASE("Rows that contradict themselves are damage", "[storage][failures]") {
  const char* const changes[] = {
      "UPDATE contents SET content = content || '!'",
      "UPDATE units SET text_end = 1000000 WHERE number = 3",
      "UPDATE units SET text_begin = -1 WHERE number = 3",
      "UPDATE units SET text_begin = text_end + 1 WHERE number = 3",
      "UPDATE units SET parent = 5 WHERE number = 3",
      "UPDATE units SET kind = 'verse' WHERE number = 3",
      "DELETE FROM segments WHERE number = 2",
      "UPDATE segments SET unit = 7 WHERE number = 2",
      "UPDATE segments SET text_end = 1000000 WHERE number = 2",
      "DELETE FROM units WHERE number = 2",
      "DELETE FROM contents",
      "UPDATE contents SET bytes = x'00'",
  };
  for (const char* change : changes) {
    INFO(change);
    const samples::Folder folder;
    const std::string path = folder / "s.db";
    make_store(path, large());
    {
      Connection connection(path, Access::kWrite, kImpatient.patience);
      connection.execute(change);
    }
    CHECK_THAT(error_of([&] {
                 Store store(path, Access::kRead);
                 const Version version = store.original("h").value();
                 store.load_document(version.id);
                 store.load_bytes(version.id);
               }),
               Contains("damaged"));
  }
}

}  // namespace synoptic
