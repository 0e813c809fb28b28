// Sentences that several works of the store have in common.
#include "tests/storage/samples.h"

namespace synoptic {

namespace {

Document original() {
  return samples::document("en", {{"1", {"Ships may enter.", "They pay a fee."}}});
}

Document translation(const std::string& second) {
  return samples::document("fr", {{"1", {"Les navires entrent.", second}}});
}

// Imports a work whose two sentences are kept under the keys "ships" and "fee".
void import_pair(Store& store, const std::string& work, const std::string& second) {
  const Document en = original();
  const Document fr = translation(second);
  const VersionPair pair{
      samples::import(store, work, TextRole::kOriginal, work + " en", en).version,
      samples::import(store, work, TextRole::kTranslation, work + second, fr).version};
  store.put_alignment(pair, samples::alignment(en, fr), {});
  store.put_sentences(pair, {{"ships", 0}, {"fee", 1}});
}

std::vector<std::string> found(Store& store, const std::string& work,
                               const std::string& language = "fr") {
  std::vector<std::string> lines;
  for (const OtherRendering& other :
       store.other_renderings(work, "en", language, {{"fee", 0}, {"bread", 0}})) {
    lines.push_back(std::to_string(other.sentence) + ' ' + other.work + ' ' + other.path + ' ' +
                    other.text);
  }
  return lines;
}

}  // namespace

TEST_CASE("a sentence is found in other works, as they translate it", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  import_pair(store, "harbours", "Ils paient un droit.");
  CHECK(found(store, "harbours").empty());
  CHECK(found(store, "quays") == std::vector<std::string>{"0 harbours 1 Ils paient un droit."});
  CHECK(found(store, "quays", "de").empty());
  import_pair(store, "piers", "Un droit est perçu.");
  CHECK(found(store, "harbours") == std::vector<std::string>{"0 piers 1 Un droit est perçu."});
  CHECK(found(store, "quays").size() == 2);
}

TEST_CASE("only the newest versions and alignments are asked", "[storage]") {
  const samples::Folder folder;
  Store store(folder / "s.db", Access::kWrite);
  import_pair(store, "harbours", "Ils paient un droit.");
  import_pair(store, "harbours", "Ils paient une taxe.");
  CHECK(found(store, "quays") == std::vector<std::string>{"0 harbours 1 Ils paient une taxe."});
}

}  // namespace synoptic
