// A text with its pairs (formats/paired_text.h) as documents and alignments.
//
// A row is a clause, unless it continues the one before: then the rows of a clause are its
// sentences and their pairs its beads.  Where the file states paths, clauses have those; else they
// are read by the outline of the rows, which never joins or parts any.
// Threads: pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "align/document.h"
#include "align/language_data.h"
#include "align/word_priors.h"
#include "formats/paired_text.h"

namespace synoptic {

// One language of the text.
struct PairedSide {
  Document document;  // segmented
  // By row: the clauses [first, last) that it holds, and its sentences in the document.
  struct Place {
    UnitId first = kNoUnit;
    UnitId last = kNoUnit;
    uint32_t first_segment = 0;
    uint32_t last_segment = 0;
    bool empty() const { return first == last; }
  };
  std::vector<Place> rows;
};

PairedSide paired_side(const PairedText& paired, std::size_t language,
                       std::span<const LanguageTable> tables);

// The rows as links, by `by`.  `lexicon` helps to pair the sentences of a row that holds several.
// Both sides are of one text.
Alignment paired_alignment(const PairedSide& original, const PairedSide& translation, LinkSource by,
                           const LexiconSource& lexicon = {});

}  // namespace synoptic
