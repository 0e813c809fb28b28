// A process killed during an import leaves the store as it was before or after it.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "storage/document_rows.h"
#include "tests/storage/samples.h"

namespace synoptic {

namespace {

// The n-th import: what it holds tells which it is.
Document nth(const std::string& language, uint32_t n) {
  std::vector<samples::Clause> clauses;
  for (uint32_t i = 1; i <= 60; ++i) {
    clauses.push_back(
        {std::to_string(i),
         {language + " import " + std::to_string(n) + ", clause " + std::to_string(i) + ".",
          "A second sentence."}});
  }
  return samples::document(language, clauses);
}

void import_nth(Store& store, uint32_t n) {
  store.in_transaction([&] {
    const std::string bytes = "bytes " + std::to_string(n);
    const VersionPair pair{
        samples::import(store, "w", TextRole::kOriginal, bytes, nth("en", n)).version,
        samples::import(store, "w", TextRole::kTranslation, bytes, nth("fr", n)).version};
    store.put_alignment(pair, samples::alignment(nth("en", n), nth("fr", n)), samples::findings());
  });
}

[[noreturn]] void import_for_ever(const std::string& path, uint32_t n) {
  try {
    while (true) {
      Store store(path, Access::kWrite);
      import_nth(store, n++);
    }
  } catch (...) {
    _exit(1);
  }
}

// Throws or fails unless the store holds whole imports only; returns how many.
uint32_t whole_imports(const std::string& path) {
  Store store(path, Access::kRead);
  store.verify();
  const std::optional<Version> original = store.original("w");
  const std::optional<Version> translation = store.latest("w", "fr");
  REQUIRE(original.has_value() == translation.has_value());
  if (!original) return 0;
  const uint32_t n = original->number;
  REQUIRE(translation->number == n);
  REQUIRE(reads_the_same(store.load_document(original->id), nth("en", n)));
  REQUIRE(reads_the_same(store.load_document(translation->id), nth("fr", n)));
  const VersionPair pair{original->id, translation->id};
  REQUIRE(samples::same(store.load_alignment(pair).value(),
                        samples::alignment(nth("en", n), nth("fr", n))));
  REQUIRE(store.load_findings(pair).size() == samples::findings().size());
  REQUIRE(store.search({"\"import " + std::to_string(n) + "\"", "", "", 1000}).size() == 120);
  return n;
}

}  // namespace

TEST_CASE("A killed import leaves the store before or after", "[storage][killed]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  std::mt19937 random(20200102);
  std::uniform_int_distribution<int> delay_us(200, 60000);
  uint32_t done = 0;
  uint32_t journals = 0;
  for (int round = 0; round < 40; ++round) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) import_for_ever(path, done + 1);
    std::this_thread::sleep_for(std::chrono::microseconds(delay_us(random)));
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    if (!std::filesystem::exists(path)) continue;
    if (std::filesystem::exists(path + "-journal")) ++journals;
    const uint32_t now = whole_imports(path);
    CHECK(now >= done);
    done = now;
  }
  // Otherwise the test has killed nobody at work.
  CHECK(done > 5);
  CHECK(journals > 5);
}

}  // namespace synoptic
