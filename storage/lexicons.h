// The lexicons of a store: which words translate which, and how often that was seen.
//
// One lexicon for two languages, whichever of them was the original.  Words are those of
// align/sentence_side.h (folded, cut to their first letters).  Sentences teach once: what has
// taught is remembered by a hash, so that a new version of a text, or the same text in another
// work, adds only what is new in it.
//
// A lexicon that passes kMostEntries loses the entries that were seen least: those below 1
// sighting, then below 2, 4, ... until it is small enough.
// Errors: as of the store.  Threads: as the store, which outlives it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lessons.h"
#include "storage/sqlite.h"

namespace synoptic {

struct LexiconSize {
  std::string first;  // base language tags, ascending
  std::string second;
  uint64_t entries = 0;
  uint64_t lessons = 0;  // sentences that have taught
};

// One of the words that translate a word.
struct WordTranslation {
  std::string word;
  double count = 0;  // sightings
  double there = 0;  // probability of this word where the word asked for stands on the other side
  double back = 0;   // and of the word asked for where this one does
};

class Lexicons {
 public:
  static constexpr uint64_t kMostEntries = 500'000;

  explicit Lexicons(Connection& connection, uint64_t most_entries = kMostEntries)
      : connection_(connection), most_entries_(most_entries) {}

  std::vector<LexiconSize> list();  // by tags

  // All entries, by word of the original; none where there is no lexicon.
  std::vector<LexiconEntry> entries(const LanguagePair& languages);
  // Those of words that the vocabulary has.
  std::vector<LexiconEntry> entries(const LanguagePair& languages, const Vocabulary& original);
  // What `word`, a word of the original, translates to; the likeliest first.
  std::vector<WordTranslation> translations(const LanguagePair& languages, std::string_view word);

  // Counts add up.
  void add(const LanguagePair& languages, std::span<const LexiconEntry> entries);

  // Those that have not taught yet, each once.
  std::vector<Lesson> untaught(const LanguagePair& languages, std::span<const Lesson> lessons);
  // Adds what `lessons` taught.  False, and nothing is changed, where one of them has taught
  // meanwhile (another process was quicker).
  bool add_taught(const LanguagePair& languages, std::span<const Lesson> lessons,
                  std::span<const LexiconEntry> entries);

  // False where there was none.
  bool forget(const LanguagePair& languages);

 private:
  void insert(int64_t lexicon, const LanguagePair& languages,
              std::span<const LexiconEntry> entries);
  void drop_rare(int64_t lexicon);

  Connection& connection_;
  uint64_t most_entries_;
};

}  // namespace synoptic
