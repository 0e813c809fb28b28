#include "cli/other_works.h"

#include <algorithm>
#include <utility>

#include "checks/repeated_sentences.h"

namespace synoptic {

namespace {

// The sentence that begins there.
uint32_t segment_at(const Document& document, const FindingSpan& place) {
  const auto first = document.segments.begin() + document.first_segment[place.unit];
  const auto last = document.segments.begin() + document.first_segment[place.unit + 1];
  const auto found = std::find_if(
      first, last, [&](const Segment& segment) { return segment.span.begin == place.span.begin; });
  return static_cast<uint32_t>(found - document.segments.begin());
}

struct Kept {
  std::vector<KeptSentence> sentences;
  std::vector<uint32_t> originals;  // segments, in the same order
};

Kept kept_of(const Comparison& comparison) {
  Kept kept;
  for (const PairedSentences& pair :
       paired_sentences(*comparison.original, comparison.translation, comparison.alignment)) {
    std::string key = comparable_text(slice(comparison.original->text, pair.original.span));
    if (key.empty()) continue;
    kept.sentences.push_back(
        {std::move(key), segment_at(comparison.translation, pair.translation)});
    kept.originals.push_back(segment_at(*comparison.original, pair.original));
  }
  return kept;
}

}  // namespace

std::vector<KeptSentence> kept_sentences(const Comparison& comparison) {
  return kept_of(comparison).sentences;
}

std::vector<SentenceElsewhere> sentences_elsewhere(Store& store, std::string_view work,
                                                   const Comparison& comparison) {
  const Kept kept = kept_of(comparison);
  std::vector<SentenceElsewhere> elsewhere;
  for (OtherRendering& other : store.other_renderings(
           work, comparison.original->language, comparison.translation.language, kept.sentences)) {
    elsewhere.push_back(
        {kept.originals[other.sentence], other.work + " " + other.path, std::move(other.text)});
  }
  std::stable_sort(
      elsewhere.begin(), elsewhere.end(),
      [](const SentenceElsewhere& a, const SentenceElsewhere& b) { return a.segment < b.segment; });
  return elsewhere;
}

}  // namespace synoptic
