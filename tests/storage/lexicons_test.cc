#include "storage/lexicons.h"

#include "storage/schema.h"
#include "storage/store.h"
#include "tests/storage/samples.h"

namespace synoptic {

namespace {

const LanguagePair kGermanFrench{"de", "fr"};
const LanguagePair kFrenchGerman{"fr", "de"};

std::string listed(const std::vector<LexiconEntry>& entries) {
  std::string text;
  for (const LexiconEntry& entry : entries) {
    text += entry.original + "=" + entry.translation + ":" +
            std::to_string(static_cast<int>(entry.count)) + " ";
  }
  return text;
}

int64_t one_number(const std::string& path, const std::string& sql) {
  Connection connection(path, Access::kRead, std::chrono::milliseconds(100));
  Statement statement(connection, sql);
  return statement.step() ? statement.integer(0) : -1;
}

}  // namespace

TEST_CASE("Two languages have one lexicon, whichever is the original", "[storage][lexicons]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  store.lexicons().add(kGermanFrench,
                       std::vector<LexiconEntry>{{"hafen", "port", 3}, {"boot", "batea", 2}});
  store.lexicons().add(kFrenchGerman,
                       std::vector<LexiconEntry>{{"port", "hafen", 1}, {"port", "porto", 4}});
  CHECK(listed(store.lexicons().entries(kGermanFrench)) ==
        "boot=batea:2 hafen=port:4 porto=port:4 ");
  CHECK(listed(store.lexicons().entries(kFrenchGerman)) ==
        "batea=boot:2 port=hafen:4 port=porto:4 ");
  CHECK(store.lexicons().entries({"de", "it"}).empty());
  Vocabulary words;
  words.number("port");
  words.number("mer");
  CHECK(listed(store.lexicons().entries(kFrenchGerman, words)) == "port=hafen:4 port=porto:4 ");
  const std::vector<LexiconSize> sizes = store.lexicons().list();
  REQUIRE(sizes.size() == 1);
  CHECK(sizes[0].first == "de");
  CHECK(sizes[0].second == "fr");
  CHECK(sizes[0].entries == 3);
  store.verify();
}

TEST_CASE("A word is looked up with probabilities both ways", "[storage][lexicons]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  store.lexicons().add(
      kGermanFrench,
      std::vector<LexiconEntry>{{"hafen", "port", 6}, {"hafen", "havre", 2}, {"porto", "port", 2}});
  const auto there = store.lexicons().translations(kGermanFrench, "hafen");
  REQUIRE(there.size() == 2);
  CHECK(there[0].word == "port");
  CHECK(there[0].count == 6);
  CHECK(there[0].there == 0.75);
  CHECK(there[0].back == 0.75);
  CHECK(there[1].back == 1);
  CHECK(store.lexicons().translations(kFrenchGerman, "port").size() == 2);
  CHECK(store.lexicons().translations(kFrenchGerman, "hafen").empty());
}

TEST_CASE("Sentences teach once", "[storage][lexicons]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  const std::vector<Lesson> lessons = {
      {"Das Boot.", "Le bateau."}, {"Das Boot.", "Le bateau."}, {"Der Hafen.", "Le port."}};
  const std::vector<LexiconEntry> entries = {{"boot", "batea", 1}};
  const std::vector<Lesson> fresh = store.lexicons().untaught(kGermanFrench, lessons);
  CHECK(fresh.size() == 2);
  CHECK(store.lexicons().add_taught(kGermanFrench, fresh, entries));
  CHECK_FALSE(store.lexicons().add_taught(kGermanFrench, fresh, entries));
  CHECK(listed(store.lexicons().entries(kGermanFrench)) == "boot=batea:1 ");
  CHECK(store.lexicons().untaught(kGermanFrench, lessons).empty());
  // Turned round they are the same sentences.
  CHECK(store.lexicons()
            .untaught(kFrenchGerman, std::vector<Lesson>{{"Le port.", "Der Hafen."}})
            .empty());
  CHECK(store.lexicons().forget(kFrenchGerman));
  CHECK_FALSE(store.lexicons().forget(kFrenchGerman));
  CHECK(store.lexicons().untaught(kGermanFrench, lessons).size() == 2);
  CHECK(store.lexicons().list().empty());
  store.verify();
}

TEST_CASE("A lexicon that grows too large loses what was seen least", "[storage][lexicons]") {
  const samples::Folder folder;
  Store(folder / "s.db", Access::kWrite);
  Connection connection(folder / "s.db", Access::kWrite, std::chrono::milliseconds(100));
  Lexicons lexicons(connection, 3);
  lexicons.add(kGermanFrench,
               std::vector<LexiconEntry>{{"a", "x", 9}, {"b", "x", 0.5}, {"c", "x", 5}});
  CHECK(lexicons.entries(kGermanFrench).size() == 3);
  lexicons.add(kGermanFrench, std::vector<LexiconEntry>{{"d", "y", 1.5}, {"e", "y", 1}});
  CHECK(listed(lexicons.entries(kGermanFrench)) == "a=x:9 c=x:5 ");
}

TEST_CASE("What is taught in a transaction that fails is not taught", "[storage][lexicons]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  CHECK_THROWS(store.in_transaction([&] {
    store.lexicons().add(kGermanFrench, std::vector<LexiconEntry>{{"boot", "batea", 1}});
    throw Error({"", "", "stopped", ""});
  }));
  CHECK(store.lexicons().list().empty());
}

TEST_CASE("A store of the first schema gets what came later", "[storage][lexicons]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  {
    Store store(path, Access::kWrite);
    samples::import(store, "w", TextRole::kOriginal, "b",
                    samples::document("en", {{"1", {"Ships may enter."}}}));
  }
  {
    Connection connection(path, Access::kWrite, std::chrono::milliseconds(100));
    connection.execute(
        "DROP TABLE sentence_pairs; DROP TABLE lexicon_lessons; DROP TABLE lexicon_entries;"
        "DROP TABLE lexicons;"
        "PRAGMA user_version = 1");
  }
  Store store(path, Access::kRead);
  CHECK(store.works() == std::vector<std::string>{"w"});
  CHECK(store.lexicons().list().empty());
  CHECK(one_number(path, "PRAGMA user_version") == newest_schema());
}

}  // namespace synoptic
