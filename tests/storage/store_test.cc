#include "storage/store.h"

#include "storage/document_rows.h"
#include "tests/storage/samples.h"

namespace synoptic {

namespace {

using samples::same;

Document english() {
  return samples::document("en", {{"title", {"On harbours"}},
                                  {"1", {"Ships may enter.", "They pay a fee."}},
                                  {"2", {"Boats may not."}},
                                  {"3", {}}});
}

Document french() {
  return samples::document("fr", {{"title", {"Des ports"}},
                                  {"1", {"Les navires entrent.", "Ils paient un droit."}},
                                  {"2", {"Les bateaux, non."}}});
}

}  // namespace

TEST_CASE("A document comes back exactly", "[storage]") {
  const samples::Folder folder;
  Document document = english();
  document.replacements = {{3, 40, 2}, {4, 55, 1}};
  document.encoding = "windows-1252";
  document.text.insert(document.text.size(), "tail \xE2\x80\xA8");
  const std::string bytes("raw \0\xFF bytes", 12);
  const std::string path = folder / "s.db";
  VersionId id{};
  {
    Store store(path, Access::kWrite);
    id = samples::import(store, "harbours", TextRole::kOriginal, bytes, document).version;
  }
  Store store(path, Access::kRead);
  const Document loaded = store.load_document(id);
  CHECK(reads_the_same(loaded, document));
  CHECK(loaded.file == document.file);
  CHECK(loaded.encoding == document.encoding);
  CHECK(loaded.first_segment == document.first_segment);
  REQUIRE(loaded.replacements.size() == 2);
  CHECK(loaded.replacements[1].offset == 55);
  CHECK(store.load_bytes(id) == bytes);
  const Version version = store.original("harbours").value();
  CHECK(version.language == "en");
  CHECK(version.units == 4);
  CHECK(version.bytes == 12);
  CHECK(version.imported_at == "2020-01-02T03:04:05Z");
  store.verify();
}

TEST_CASE("An alignment and its findings come back exactly", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  const VersionPair pair{
      samples::import(store, "h", TextRole::kOriginal, "en", english()).version,
      samples::import(store, "h", TextRole::kTranslation, "fr", french()).version};
  CHECK_FALSE(store.load_alignment(pair).has_value());
  CHECK_FALSE(store.count(pair).has_value());
  const Alignment alignment = samples::alignment(english(), french());
  store.put_alignment(pair, {}, samples::findings());
  store.put_alignment(pair, alignment, samples::findings());  // replaces
  CHECK(same(store.load_alignment(pair).value(), alignment));
  const std::vector<Finding> findings = store.load_findings(pair);
  REQUIRE(findings.size() == 3);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    CHECK(same(findings[i], samples::findings()[i]));
  }
  const PairCounts counts = store.count(pair).value();
  CHECK(counts.original_units == 4);
  CHECK(counts.original_paired == 2);
  CHECK(counts.translation_units == 3);
  CHECK(counts.translation_paired == 2);
  CHECK(counts.errors == 1);
  CHECK(counts.warnings == 1);
  CHECK(counts.infos == 1);
  store.verify();
}

TEST_CASE("The same import twice changes nothing, another makes a version", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  const Imported first = samples::import(store, "h", TextRole::kOriginal, "a", english());
  CHECK(first.outcome == ImportOutcome::kAdded);
  Document renamed = english();
  renamed.file = "elsewhere/en.txt";
  const Imported again = samples::import(store, "h", TextRole::kOriginal, "a", renamed);
  CHECK(again.outcome == ImportOutcome::kUnchanged);
  CHECK(again.version == first.version);
  const Imported changed = samples::import(store, "h", TextRole::kOriginal, "b", english());
  CHECK(changed.outcome == ImportOutcome::kNewVersion);
  CHECK(changed.previous == first.version);
  CHECK(store.latest("h", "en")->number == 2);
  Document reread = english();
  reread.units[1].path = "I.1";
  CHECK(samples::import(store, "h", TextRole::kOriginal, "b", reread).outcome ==
        ImportOutcome::kNewVersion);
  CHECK(store.load_document(first.version).units[1].path == "1");
  CHECK(samples::import(store, "other", TextRole::kOriginal, "a", english()).outcome ==
        ImportOutcome::kAdded);
  CHECK(store.works() == std::vector<std::string>{"h", "other"});
}

TEST_CASE("A work has one original", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  CHECK_FALSE(store.original("h").has_value());
  samples::import(store, "h", TextRole::kOriginal, "a", english());
  samples::import(store, "h", TextRole::kTranslation, "b", french());
  samples::import(store, "h", TextRole::kTranslation, "a", english());
  CHECK(store.original("h")->language == "en");
  samples::import(store, "h", TextRole::kOriginal, "b", french());
  CHECK(store.original("h")->language == "fr");
  const std::vector<Version> texts = store.texts("h");
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].language == "fr");
  CHECK(texts[1].role == TextRole::kTranslation);
  CHECK(store.texts("nothing").empty());
}

TEST_CASE("What throws inside a transaction leaves nothing behind", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  CHECK_THROWS_AS(store.in_transaction([&] {
    samples::import(store, "h", TextRole::kOriginal, "a", english());
    throw std::runtime_error("stop");
  }),
                  std::runtime_error);
  CHECK(store.works().empty());
  // A part that fails takes back its own part only.
  store.in_transaction([&] {
    samples::import(store, "h", TextRole::kOriginal, "a", english());
    CHECK_THROWS_AS(store.in_transaction([&] {
      samples::import(store, "i", TextRole::kOriginal, "a", english());
      throw std::runtime_error("stop");
    }),
                    std::runtime_error);
  });
  CHECK(store.works() == std::vector<std::string>{"h"});
  store.verify();
}

TEST_CASE("Decisions carry over to clauses with the same text", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  const VersionPair pair{
      samples::import(store, "h", TextRole::kOriginal, "en", english()).version,
      samples::import(store, "h", TextRole::kTranslation, "fr", french()).version};
  Decision dismissed{DecisionKind::kDismissedFinding,
                     {1},
                     {1},
                     "number",
                     {{"found", "5"}},
                     "2020-01-01",
                     "reviser",
                     "a dozen"};
  Decision confirmed{DecisionKind::kConfirmedLink, {2}, {1, 2}, "", {}, "2020-01-02", "", ""};
  store.put_decision(pair, dismissed);
  store.put_decision(pair, confirmed);
  REQUIRE(store.load_decisions(pair).size() == 2);
  CHECK(store.load_decisions(pair)[0].details[0].value == "5");
  CHECK(store.load_decisions(pair)[0].note == "a dozen");

  // Clause 1 keeps its text but is now clause 2; the old clause 2 reads differently.
  const Document later =
      samples::document("fr", {{"title", {"Des ports"}},
                               {"1", {"Nouveau."}},
                               {"2", {"Les navires entrent.", "Ils paient un droit."}},
                               {"3", {"Les barques, non."}}});
  const VersionPair next{pair.original,
                         samples::import(store, "h", TextRole::kTranslation, "fr2", later).version};
  const std::vector<Decision> kept = store.load_decisions(next);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].kind == DecisionKind::kDismissedFinding);
  CHECK(kept[0].original == std::vector<UnitId>{1});
  CHECK(kept[0].translation == std::vector<UnitId>{2});
}

TEST_CASE("A decision is forgotten alone", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  const VersionPair pair{
      samples::import(store, "h", TextRole::kOriginal, "en", english()).version,
      samples::import(store, "h", TextRole::kTranslation, "fr", french()).version};
  for (const UnitId unit : {1u, 2u}) {
    store.put_decision(pair, {DecisionKind::kDismissedFinding,
                              {unit},
                              {unit},
                              "number",
                              {{"found", "5"}},
                              "2020-01-01",
                              "",
                              "so"});
  }
  store.forget_decision(store.load_decisions(pair)[0].id);
  const std::vector<Decision> left = store.load_decisions(pair);
  REQUIRE(left.size() == 1);
  CHECK(left[0].original == std::vector<UnitId>{2});
  store.verify();
}

TEST_CASE("A decision on no clause holds while both texts are as they were", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  const VersionPair pair{
      samples::import(store, "h", TextRole::kOriginal, "en", english()).version,
      samples::import(store, "h", TextRole::kTranslation, "fr", french()).version};
  store.put_decision(
      pair, {DecisionKind::kDismissedFinding, {}, {}, "length", {}, "2020-01-01", "", "so"});
  CHECK(store.load_decisions(pair).size() == 1);
  const Document later = samples::document("fr", {{"1", {"Autre."}}});
  const VersionPair next{pair.original,
                         samples::import(store, "h", TextRole::kTranslation, "fr2", later).version};
  CHECK(store.load_decisions(next).empty());
}

}  // namespace synoptic
