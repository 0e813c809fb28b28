// How much a lexicon learnt from other texts counts beside what the text at hand teaches.
//
// Threads: pure.
#pragma once

#include <vector>

#include "align/word_priors.h"

namespace synoptic {

// Sightings elsewhere are worth a few here, however many they were: an entry counts kWeight times
// its share of the sightings of its more frequent word, less for a word seen once or twice.
// Without this, what a word means in a thousand statutes would drown what it means in a yearbook.
std::vector<LexiconEntry> weighed(std::vector<LexiconEntry> entries);

}  // namespace synoptic
