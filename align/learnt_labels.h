// Label words that the document itself teaches: a word that keeps standing beside a rising number.
//
// Two lessons, no language data: (1) the same few words before or after a number at line heads,
// while the number mostly rises by one ("Pasal 1" ... "Pasal 30", "1. grein." ...); (2) short lines
// of their own that begin alike and go on differently, spread through the text ("Abala kìíní.",
// "Abala kejì." ...), whose ordinals are read as number words or, failing that, by their place.
// Threads: pure.
#pragma once

#include <string_view>
#include <vector>

#include "align/convention.h"
#include "align/document.h"

namespace synoptic {

// The first lesson: patterns of kind kArticle (the most frequent word) or kChapter (rarer words,
// which may contain it).
std::vector<LabelPattern> learn_label_patterns(const Text& text, const Convention& convention);

// The second lesson, for texts that number nothing otherwise; LabelPattern::reading is "implicit".
// `found`: what the first lesson taught.
std::vector<LabelPattern> learn_implicit_patterns(const Text& text, const Convention& convention,
                                                  const std::vector<LabelPattern>& found);

}  // namespace synoptic
