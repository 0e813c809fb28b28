#include "align/lessons.h"

#include "align/parallel.h"
#include "align/sentence_aligner.h"

namespace synoptic {

namespace {

std::vector<std::string_view> sentences_of(const Document& document,
                                           const std::vector<UnitId>& units) {
  std::vector<std::string_view> sentences;
  for (const uint32_t segment : segments_of(document, units)) {
    sentences.push_back(slice(document.text, document.segments[segment].span));
  }
  return sentences;
}

std::string joined(std::span<const std::string_view> sentences, uint32_t begin, uint32_t end) {
  std::string text;
  for (uint32_t i = begin; i < end; ++i) {
    if (i > begin) text += ' ';
    text += sentences[i];
  }
  return text;
}

// By unit: whether a finding of severity error names it.
std::vector<bool> faulty_units(std::size_t units, std::span<const Finding> findings,
                               std::vector<UnitId> Finding::*side) {
  std::vector<bool> faulty(units, false);
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kError) continue;
    for (const UnitId unit : finding.*side) {
      if (unit < units) faulty[unit] = true;
    }
  }
  return faulty;
}

bool is_sure(const Link& link) {
  if (link.original.size() != 1 || link.translation.size() != 1) return false;
  if (link.by == LinkSource::kReviewer) return true;
  return link.by == LinkSource::kLabel && !link.moved && !link.displaced;
}

SentenceSide side_of(std::span<const Lesson> lessons, std::string Lesson::*side,
                     const std::string& language, Vocabulary& vocabulary) {
  std::vector<std::string_view> texts;
  for (const Lesson& lesson : lessons) texts.push_back(lesson.*side);
  return sentence_side(texts, language, vocabulary);
}

}  // namespace

std::string base_language(std::string_view tag) {
  std::string base(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : base) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return base;
}

std::optional<LanguagePair> language_pair(std::string_view original, std::string_view translation) {
  LanguagePair pair{base_language(original), base_language(translation)};
  if (pair.original.empty() || pair.translation.empty()) return std::nullopt;
  if (pair.original == pair.translation) return std::nullopt;
  return pair;
}

std::vector<Lesson> lessons_of(const Document& original, const Document& translation,
                               const Alignment& alignment, std::span<const Finding> findings) {
  const auto original_faulty = faulty_units(original.units.size(), findings, &Finding::original);
  const auto translation_faulty =
      faulty_units(translation.units.size(), findings, &Finding::translation);
  std::vector<Lesson> lessons;
  for (const Link& link : alignment.links) {
    if (!is_sure(link)) continue;
    if (original_faulty[link.original[0]] || translation_faulty[link.translation[0]]) continue;
    for (Lesson& lesson : lessons_of(sentences_of(original, link.original),
                                     sentences_of(translation, link.translation), link.beads)) {
      lessons.push_back(std::move(lesson));
    }
  }
  return lessons;
}

std::vector<Lesson> lessons_of(std::span<const std::string_view> original,
                               std::span<const std::string_view> translation,
                               std::span<const Bead> beads) {
  std::vector<Lesson> lessons;
  Bead before;
  for (const Bead& bead : beads) {
    if (bead.original_end > before.original_end && bead.translation_end > before.translation_end) {
      lessons.push_back({joined(original, before.original_end, bead.original_end),
                         joined(translation, before.translation_end, bead.translation_end)});
    }
    before = bead;
  }
  return lessons;
}

LessonWords::LessonWords(std::span<const Lesson> lessons, const LanguagePair& languages)
    : original_side_(side_of(lessons, &Lesson::original, languages.original, original_)),
      translation_side_(
          side_of(lessons, &Lesson::translation, languages.translation, translation_)) {}

std::vector<LexiconEntry> LessonWords::learn(std::span<const LexiconEntry> known) const {
  const SentencePair document{original_side_, translation_side_};
  std::vector<Bead> beads;
  for (uint32_t i = 1; i <= original_side_.size(); ++i) beads.push_back({i, i, 0});
  return learn_lexicon(std::span(&document, 1), {beads}, original_, translation_, known);
}

}  // namespace synoptic
