// Sentences that translate each other, as lessons for a lexicon: which of an alignment can be
// trusted, and what they teach.
//
// A lexicon belongs to two languages by their base tags: de-CH and fr-CA share that of de and fr.
// Two varieties of one language (sr-Cyrl and sr-Latn) have none.
// Units: counts are expected sightings.  Threads: pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "align/sentence_side.h"
#include "align/word_priors.h"

namespace synoptic {

// "de" of "de-CH".
std::string base_language(std::string_view tag);

// Base language tags, as the caller looks at them.
struct LanguagePair {
  std::string original;
  std::string translation;

  friend bool operator==(const LanguagePair&, const LanguagePair&) = default;
};

// Of two BCP 47 tags; none where one is empty, or both are the same language.
std::optional<LanguagePair> language_pair(std::string_view original, std::string_view translation);

// The texts of one bead.
struct Lesson {
  std::string original;
  std::string translation;
};

// The beads of clauses that are surely each other's translation: paired one to one by their labels
// in their place, or by the reviewer, and named by no finding of severity error.
std::vector<Lesson> lessons_of(const Document& original, const Document& translation,
                               const Alignment& alignment, std::span<const Finding> findings);

// Lines that were aligned; beads with an empty side teach nothing.
std::vector<Lesson> lessons_of(std::span<const std::string_view> original,
                               std::span<const std::string_view> translation,
                               std::span<const Bead> beads);

// Lessons as the learner sees them.
class LessonWords {
 public:
  LessonWords(std::span<const Lesson> lessons, const LanguagePair& languages);

  const Vocabulary& original() const { return original_; }
  // What the lessons add to what is `known`.
  std::vector<LexiconEntry> learn(std::span<const LexiconEntry> known) const;

 private:
  Vocabulary original_;
  Vocabulary translation_;
  SentenceSide original_side_;
  SentenceSide translation_side_;
};

}  // namespace synoptic
