#include "cli/stored_lexicon.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>

#include "align/lexicon_weight.h"
#include "text/error.h"

namespace synoptic {

namespace {

// Empty: none.
std::string store_of(const StoredLexiconOptions& options) {
  if (!options.store.empty()) return options.store;
  const char* named = std::getenv("SYNOPTIC_DB");
  if (named == nullptr || *named == '\0') return {};
  std::error_code ignored;
  return options.learn || std::filesystem::exists(named, ignored) ? named : "";
}

}  // namespace

LexiconSource lexicon_of(Store& store, const LanguagePair& languages) {
  return [&store, languages](const Vocabulary& original) {
    return weighed(store.lexicons().entries(languages, original));
  };
}

Teaching learn_from(Store& store, const LanguagePair& languages, std::span<const Lesson> lessons) {
  Teaching teaching{languages, store.lexicons().untaught(languages, lessons), {}};
  const LessonWords words(teaching.lessons, languages);
  teaching.entries = words.learn(store.lexicons().entries(languages, words.original()));
  return teaching;
}

void teach(Store& store, Teaching teaching) {
  while (!teaching.lessons.empty() &&
         !store.lexicons().add_taught(teaching.languages, teaching.lessons, teaching.entries)) {
    teaching = learn_from(store, teaching.languages, teaching.lessons);
  }
}

void add_stored_lexicon_options(CLI::App& app, StoredLexiconOptions& options) {
  app.add_option("--db", options.store,
                 "A store whose lexicon of the two languages helps; else $SYNOPTIC_DB, if there");
  app.add_flag("--learn", options.learn, "Teach the store's lexicon what the texts taught");
}

StoredLexicon::StoredLexicon(const StoredLexiconOptions& options, const std::string& languages)
    : learn_(options.learn) {
  const std::string path = store_of(options);
  if (path.empty()) {
    if (learn_) throw Error({"", "", "--learn needs a store", "name one with --db"});
    return;
  }
  const std::size_t comma = std::min(languages.find(','), languages.size());
  const auto pair = language_pair(languages.substr(0, comma),
                                  comma < languages.size() ? languages.substr(comma + 1) : "");
  if (pair) {
    languages_ = *pair;
    store_.emplace(path, learn_ ? Access::kWrite : Access::kRead);
  } else if (learn_ || !options.store.empty()) {
    throw Error({path, "", "a lexicon belongs to two languages",
                 "state those of the texts, as in --lang de,fr"});
  }
}

std::vector<LexiconEntry> StoredLexicon::entries(const Vocabulary& original) {
  if (!store_) return {};
  return lexicon_of(*store_, languages_)(original);
}

void StoredLexicon::teach(std::span<const Lesson> lessons) {
  synoptic::teach(*store_, learn_from(*store_, languages_, lessons));
}

}  // namespace synoptic
