// A store's lexicon beside the work of a subcommand: what it knows of the texts at hand, and what
// these teach it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "align/lessons.h"
#include "storage/store.h"

namespace CLI {
class App;
}

namespace synoptic {

// The store's lexicon of two languages, weighed for the aligner.  `store` outlives it.
LexiconSource lexicon_of(Store& store, const LanguagePair& languages);

// What lessons teach a lexicon.
struct Teaching {
  LanguagePair languages;
  std::vector<Lesson> lessons;  // those that have not taught yet
  std::vector<LexiconEntry> entries;
};

// Learns from those of `lessons` that have not taught the store yet; writes nothing.
Teaching learn_from(Store& store, const LanguagePair& languages, std::span<const Lesson> lessons);

// Adds it to the store; learns anew where another process was quicker.
void teach(Store& store, Teaching teaching);

struct StoredLexiconOptions {
  std::string store;
  bool learn = false;
};

// Declares --db and --learn on `app`.
void add_stored_lexicon_options(CLI::App& app, StoredLexiconOptions& options);

// The lexicon of two languages for one run of `synoptic align`: that of --db, else of $SYNOPTIC_DB
// where that file exists, else none.
class StoredLexicon {
 public:
  // `languages`: "de,fr".  Throws Error where a store is asked for and the languages do not say
  // which lexicon.
  StoredLexicon(const StoredLexiconOptions& options, const std::string& languages);

  // What it knows of the words of the original, weighed for the aligner.
  std::vector<LexiconEntry> entries(const Vocabulary& original);

  // True where the run is to teach the store.
  bool learns() const { return store_ && learn_; }
  void teach(std::span<const Lesson> lessons);

 private:
  std::optional<Store> store_;
  LanguagePair languages_;
  bool learn_ = false;
};

}  // namespace synoptic
