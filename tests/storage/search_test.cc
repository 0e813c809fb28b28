#include "tests/storage/samples.h"

namespace synoptic {

namespace {

struct Stored {
  const char* language;
  std::vector<std::string> sentences;
};

void fill(Store& store) {
  const Stored texts[] = {
      {"en", {"The ministers welcomed the treaty.", "The harbour is open to all ships."}},
      {"fr", {"L’État d'accueil protège les élèves.", "Les ministres saluent le traité."}},
      {"zh-Hans", {"部长们欢迎该条约。", "港口向所有船舶开放。", "文化多样性公约第５条。"}},
      {"ja", {"閣僚は条約を歓迎した。", "港はすべての船に開かれている。", "データを保護する。"}},
      {"th", {"รัฐมนตรียินดีต่อสนธิสัญญา", "ท่าเรือเปิดให้เรือทุกลำ"}},
      {"ar", {"رحّب الوزراء بالمعاهدة.", "الميناءُ مفتوحٌ لجميع السفن في المادة ٧."}},
      {"ko", {"장관들은 조약을 환영했다."}},
  };
  for (const Stored& text : texts) {
    const std::vector<samples::Clause> clauses = {{"1", text.sentences}};
    samples::import(
        store, "harbours",
        text.language == std::string("en") ? TextRole::kOriginal : TextRole::kTranslation,
        text.language, samples::document(text.language, clauses));
  }
}

// "language:sentence" of each hit, sorted as they came.
std::string found(Store& store, const SearchQuery& query) {
  std::string all;
  for (const Hit& hit : store.search(query)) {
    if (!all.empty()) all += ' ';
    all += hit.language + ':' + std::to_string(hit.segment);
  }
  return all;
}

}  // namespace

TEST_CASE("Search in every script", "[storage][search]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  fill(store);
  struct Row {
    const char* text;
    const char* hits;
  };
  const Row rows[] = {
      {"Ministers", "en:0"},
      {"treaty ministers", "en:0"},
      {"treaty ships", ""},  // not in one sentence
      {"\"the treaty\"", "en:0"},
      {"\"treaty the\"", ""},
      {"minist*", "en:0 fr:1"},
      {"eleves", "fr:0"},
      {"ÉTAT", "fr:0"},
      {"accueil", "fr:0"},
      {"traite", "fr:1"},
      {"船舶", "zh-Hans:1"},
      {"文化多样性", "zh-Hans:2"},
      {"化样", ""},
      {"第5条", "zh-Hans:2"},
      {"歓迎", "ja:0"},
      {"データ", "ja:2"},
      {"ﾃﾞｰﾀ", "ja:2"},
      {"สนธิสัญญา", "th:0"},
      {"เรือ", "th:1"},
      {"الوزراء", "ar:0"},
      {"مفتوح", "ar:1"},
      {"المادة 7", "ar:1"},
      {"조약", "ko:0"},
      {"AND", ""},
      {"treaty OR", ""},
      {"content:treaty", ""},  // FTS5's own language is not the user's
      {"tre'aty) NEAR(", ""},
      {"no\"ters", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(found(store, {row.text, "", "", 100}) == row.hits);
  }
  // One character finds every word with it, in any place.
  CHECK(store.search({"条", "", "", 100}).size() == 3);
  CHECK(store.search({"条", "", "zh", 100}).size() == 2);
  CHECK(store.search({"条", "", "ja", 100}).size() == 1);
  CHECK(store.search({"条", "", "", 1}).size() == 1);
  CHECK(store.search({"条", "harbours", "", 100}).size() == 3);
  CHECK(store.search({"条", "others", "", 100}).empty());
  CHECK(samples::error_of([&] {
          store.search({" … ", "", "", 100});
        }).find("no word") != std::string::npos);
}

TEST_CASE("Search sees the latest version only", "[storage][search]") {
  const samples::Folder folder;
  const std::string path = folder / "s.db";
  {
    Store store(path, Access::kWrite);
    samples::import(store, "h", TextRole::kOriginal, "1",
                    samples::document("en", {{"1", {"An old word."}}}));
    samples::import(store, "h", TextRole::kOriginal, "2",
                    samples::document("en", {{"1", {"A new word."}}}));
    CHECK(store.search({"old", "", "", 100}).empty());
    REQUIRE(store.search({"word", "", "", 100}).size() == 1);
    CHECK(store.search({"word", "", "", 100})[0].text == "A new word.");
  }
  {
    // An index made by other rules is made again at the next writing.
    Connection connection(path, Access::kWrite, std::chrono::milliseconds(100));
    connection.execute("UPDATE settings SET value = 'other' WHERE name = 'search terms'");
  }
  Store store(path, Access::kWrite);
  REQUIRE(store.search({"word", "", "", 100}).size() == 1);
  store.verify();
}

}  // namespace synoptic
