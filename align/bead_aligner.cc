#include "align/bead_aligner.h"

#include "align/parallel.h"
#include "align/sentence_aligner.h"

namespace synoptic {

namespace {

SentenceSide side_of(const Document& document, const std::vector<uint32_t>& segments,
                     Vocabulary& vocabulary) {
  std::vector<std::string_view> sentences;
  for (const uint32_t segment : segments) {
    sentences.push_back(slice(document.text, document.segments[segment].span));
  }
  return sentence_side(sentences, document.language, vocabulary);
}

}  // namespace

void align_sentences(const Document& original, const Document& translation,
                     const LexiconSource& lexicon, std::vector<Link>& links) {
  Vocabulary originals;
  Vocabulary translations;
  std::vector<SentenceSide> sides;
  std::vector<Link*> aligned;
  for (Link& link : links) {
    const std::vector<uint32_t> left = segments_of(original, link.original);
    const std::vector<uint32_t> right = segments_of(translation, link.translation);
    const auto n = static_cast<uint32_t>(left.size());
    const auto m = static_cast<uint32_t>(right.size());
    link.beads.clear();
    if (n == 0 && m == 0) continue;
    if (n == 0 || m == 0 || (n == 1 && m == 1)) {
      link.beads = {{n, m, link.cost_nats}};
      continue;
    }
    sides.push_back(side_of(original, left, originals));
    sides.push_back(side_of(translation, right, translations));
    aligned.push_back(&link);
  }
  std::vector<SentencePair> pairs;
  for (std::size_t s = 0; s < sides.size(); s += 2) pairs.push_back({sides[s], sides[s + 1]});
  if (pairs.empty()) return;
  SentenceOptions options;
  const std::vector<LexiconEntry> known =
      lexicon ? lexicon(originals) : std::vector<LexiconEntry>();
  options.lexicon = known;
  auto beads = align_documents(pairs, originals, translations, options);
  for (std::size_t p = 0; p < pairs.size(); ++p) aligned[p]->beads = std::move(beads[p]);
}

}  // namespace synoptic
