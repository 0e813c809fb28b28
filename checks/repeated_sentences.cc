#include "checks/repeated_sentences.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "align/sentence_side.h"
#include "checks/clause_facts.h"
#include "text/words.h"

namespace synoptic {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr double kSameWords = 0.8;  // of the words of either, where two wordings are one

// Sentences of the units of one side of a link, in order.
std::vector<Segment> segments_of(const Document& document, const std::vector<UnitId>& units) {
  std::vector<Segment> segments;
  for (const UnitId unit : units) {
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      segments.push_back(document.segments[s]);
    }
  }
  return segments;
}

std::set<std::string> stems_of(std::string_view text) {
  std::set<std::string> stems;
  for (const Term& term : search_terms(text, TermUse::kIndex)) {
    stems.emplace(stem(term.folded));
  }
  return stems;
}

bool says_the_same(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shared = static_cast<double>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
  return shared >= kSameWords * static_cast<double>(std::max(a.size(), b.size()));
}

// The places of one text, with the words opposite.
struct Group {
  std::vector<std::size_t> pairs;
  std::vector<std::set<std::string>> words;
};

// The place that agrees with most, the first of them.
std::size_t rule_of(const Group& group) {
  std::size_t rule = 0;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i < group.words.size(); ++i) {
    const auto agree = std::count_if(
        group.words.begin(), group.words.end(),
        [&](const std::set<std::string>& other) { return says_the_same(group.words[i], other); });
    if (agree > most) most = agree, rule = i;
  }
  return rule;
}

}  // namespace

std::vector<PairedSentences> paired_sentences(const Document& original, const Document& translation,
                                              const Alignment& alignment) {
  std::vector<PairedSentences> pairs;
  for (std::size_t at = 0; at < alignment.links.size(); ++at) {
    const Link& link = alignment.links[at];
    if (!is_one_to_one(link)) continue;
    const auto originals = segments_of(original, link.original);
    const auto translations = segments_of(translation, link.translation);
    uint32_t o = 0;
    uint32_t t = 0;
    for (const Bead& bead : link.beads) {
      if (bead.original_end == o + 1 && bead.translation_end == t + 1) {
        pairs.push_back({at,
                         {originals[o].unit, originals[o].span},
                         {translations[t].unit, translations[t].span}});
      }
      o = bead.original_end;
      t = bead.translation_end;
    }
  }
  return pairs;
}

std::string comparable_text(std::string_view sentence) {
  return stems_of(sentence).size() < kFewestWords ? std::string() : bare_text(sentence);
}

void add_departures(const Check& check, const CheckInput& input, std::vector<Finding>& findings) {
  if (input.elsewhere.empty()) return;
  std::map<uint32_t, std::vector<const SentenceElsewhere*>> by_begin;
  for (const SentenceElsewhere& other : input.elsewhere) {
    by_begin[input.original.segments[other.segment].span.begin].push_back(&other);
  }
  for (const PairedSentences& pair :
       paired_sentences(input.original, input.translation, input.alignment)) {
    const auto others = by_begin.find(pair.original.span.begin);
    if (others == by_begin.end()) continue;
    const auto words = stems_of(slice(input.translation.text, pair.translation.span));
    const bool agrees = std::any_of(others->second.begin(), others->second.end(),
                                    [&](const SentenceElsewhere* other) {
                                      return says_the_same(words, stems_of(other->translation));
                                    });
    if (agrees) continue;
    Finding finding = finding_of(check, input, input.alignment.links[pair.link]);
    finding.original_spans = {pair.original};
    finding.translation_spans = {pair.translation};
    finding.details.push_back({"other", others->second.front()->place});
    findings.push_back(std::move(finding));
  }
}

std::vector<Inconsistency> inconsistencies(const CheckInput& input, RepeatedSide side) {
  const std::vector<PairedSentences> pairs =
      paired_sentences(input.original, input.translation, input.alignment);
  const bool by_original = side == RepeatedSide::kOriginal;
  const auto text_of = [&](const PairedSentences& pair, bool original) {
    return original ? slice(input.original.text, pair.original.span)
                    : slice(input.translation.text, pair.translation.span);
  };
  std::map<std::string, Group> groups;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    groups[bare_text(text_of(pairs[i], by_original))].pairs.push_back(i);
  }
  std::vector<Inconsistency> found;
  for (auto& [text, group] : groups) {
    if (group.pairs.size() < 2) continue;
    if (stems_of(text_of(pairs[group.pairs.front()], by_original)).size() < kFewestWords) continue;
    for (const std::size_t i : group.pairs) {
      group.words.push_back(stems_of(text_of(pairs[i], !by_original)));
    }
    const std::size_t rule = rule_of(group);
    for (std::size_t i = 0; i < group.pairs.size(); ++i) {
      if (says_the_same(group.words[i], group.words[rule])) continue;
      found.push_back({pairs[group.pairs[i]], pairs[group.pairs[rule]]});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Inconsistency& a, const Inconsistency& b) {
    return a.here.link < b.here.link;
  });
  return found;
}

void add_inconsistencies(const Check& check, const CheckInput& input, RepeatedSide side,
                         std::vector<Finding>& findings) {
  for (const Inconsistency& found : inconsistencies(input, side)) {
    Finding finding = finding_of(check, input, input.alignment.links[found.here.link]);
    finding.original_spans = {found.here.original, found.rule.original};
    finding.translation_spans = {found.here.translation, found.rule.translation};
    finding.details = {
        {"path", finding.details[0].value},
        {"other", paths_of(input.original, input.alignment.links[found.rule.link].original)}};
    findings.push_back(std::move(finding));
  }
}

}  // namespace synoptic
