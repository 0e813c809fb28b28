// Sentences to beads over whole documents, one or many, that teach each other their words.
//
// Method: dynamic programme over beads up to 4-4 (Gale and Church 1993) in a band.  A bead costs
// its shape's prior, a robust length term, and what its words say: in both directions, the sum over
// the words of log(lambda * sum of p(word | words of the other side) / ((n + 1) * p0(word)) + 1 -
// lambda), n the words of the other side, p0 the word's share of all words (IBM model 1, Brown et
// al. 1993, eq. 17, mixed with the word's own frequency and set against it).  The n + 1 is what
// keeps a bead from gaining by every sentence that it takes in.  A word that nothing is known of
// says nothing.  p comes from words written alike and the lexicon and, from the second pass on,
// from what the beads of the pass before taught in all documents at once.  A bead is never scored
// by what it taught itself: what its sentences counted is taken out (leave-one-out), so that a
// wrong bead can't confirm itself.  Stretches of a large document that no word speaks for teach
// nothing and are looked for anew in all of the plane between their ends. The sum over one side's
// words depends on the other side's sentences alone, and adds up over its own: so all shapes that
// end in a cell cost little more than one. Units: nats, lower is better.  Time and memory: linear
// in the sentences times the band's width. Threads: pure; the same beads whatever the number of
// threads.
#pragma once

#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/crossing_sentences.h"
#include "align/sentence_programme.h"
#include "align/sentence_side.h"
#include "align/word_priors.h"

namespace synoptic {

struct SentenceOptions {
  uint32_t threads = 1;                   // at once; the beads are the same for any number
  uint32_t most_side = 4;                 // sentences of a bead on one side, 4 at most
  std::span<const LexiconEntry> lexicon;  // what is known of the two languages; outlives the call
  // Where not null: filled with bead_posteriors() of each document's beads.
  std::vector<std::vector<double>>* posteriors = nullptr;
  // Where not null: filled with the sentences of each document that pair out of order.
  std::vector<std::vector<Crossing>>* crossings = nullptr;
};

// The beads of each document.  A bead runs from the end of the one before it; gaps are beads with
// one side empty, a sentence each.
std::vector<std::vector<Bead>> align_documents(std::span<const SentencePair> documents,
                                               const Vocabulary& original,
                                               const Vocabulary& translation,
                                               const SentenceOptions& options);

// The words that translate each other in these beads, both ways round, with the sightings that the
// beads add to what is `known`.  In the order of the vocabulary.
std::vector<LexiconEntry> learn_lexicon(std::span<const SentencePair> documents,
                                        const std::vector<std::vector<Bead>>& beads,
                                        const Vocabulary& original, const Vocabulary& translation,
                                        std::span<const LexiconEntry> known);

}  // namespace synoptic
