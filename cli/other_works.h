// The sentences of a text as other works of the store translate them.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.h"
#include "cli/pipeline.h"
#include "storage/store.h"

namespace synoptic {

// What the store keeps of a pair for this.
std::vector<KeptSentence> kept_sentences(const Comparison& comparison);

// Of sentences that are paired in `comparison`, a text of `work`.
std::vector<SentenceElsewhere> sentences_elsewhere(Store& store, std::string_view work,
                                                   const Comparison& comparison);

}  // namespace synoptic
