#include "align/aligner.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "align/association.h"
#include "align/bead_aligner.h"
#include "align/evidence.h"
#include "align/reordering.h"
#include "align/unit_aligner.h"

namespace synoptic {

namespace {

// Nats; set by hand, checked on the measures of clause pairing and injected defects (UDHR).
constexpr double kDisplacedGain = 6.0;     // enough for a doubt, not for another pairing
constexpr double kExchangeLengths = 1.5;   // of it by the lengths
constexpr double kExchangeWords = 2.0;     // of it by words, numbers and names
constexpr double kExchangeGain = 8.5;      // two clauses that fit better the other way round
constexpr double kExchangePlain = 9.0;     // of words alone
constexpr UnitId kExchangeReach = 8;       // units between them
constexpr double kQuotedTerm = 5.0;        // a definition that gives the other's term
constexpr double kMostMovedContent = 4.0;  // an unpaired pair of equal path
constexpr double kLeastMovedWords = 2.0;   // words that join an unpaired pair of other paths
constexpr double kMostMovedLength = 1.5;
constexpr std::size_t kMostUnpaired = 400;

bool is_pair(const Link& link) { return link.original.size() == 1 && link.translation.size() == 1; }

class Aligner {
 public:
  Aligner(const Document& original, const Document& translation, const LexiconSource& lexicon)
      : original_(original),
        translation_(translation),
        lexicon_(lexicon),
        original_facts_(facts_of(original)),
        translation_facts_(facts_of(translation)) {}

  Alignment run() {
    alignment_.length = fit_length_model(lengths_of_equal_paths());
    std::vector<Link> links = align_units(input(nullptr));
    alignment_.length = fit_length_model(lengths_of(links));
    set_counterparts(links);
    const auto [original_words, translation_words] = word_sets(original_, translation_);
    const Association association(original_words, translation_words, pairs_of(links));
    association_ = &association;
    links = align_units(input(&association));
    alignment_.length = fit_length_model(lengths_of(links));
    set_counterparts(links);
    pair_reordered(links);
    join_moved(links);
    exchange_displaced(links);
    set_sources(links);
    align_sentences(original_, translation_, lexicon_, links);
    alignment_.links = std::move(links);
    return std::move(alignment_);
  }

 private:
  UnitAlignerInput input(const Association* association) const {
    return {original_,         translation_, original_facts_, translation_facts_,
            alignment_.length, association,  counterparts_};
  }

  std::vector<std::pair<double, double>> lengths_of_equal_paths() const {
    std::unordered_map<std::string, UnitId> by_path;
    for (UnitId t = 0; t < translation_.units.size(); ++t) {
      by_path.emplace(translation_.units[t].path, t);
    }
    std::vector<std::pair<double, double>> lengths;
    for (UnitId o = 0; o < original_.units.size(); ++o) {
      if (original_.units[o].label.levels.empty()) continue;
      const auto found = by_path.find(original_.units[o].path);
      if (found == by_path.end()) continue;
      lengths.emplace_back(original_facts_[o].length, translation_facts_[found->second].length);
    }
    if (!lengths.empty()) return lengths;
    double original = 0;
    double translation = 0;
    for (const UnitFacts& facts : original_facts_) original += facts.length;
    for (const UnitFacts& facts : translation_facts_) translation += facts.length;
    return {{original, translation}};
  }

  std::vector<std::pair<double, double>> lengths_of(const std::vector<Link>& links) const {
    std::vector<std::pair<double, double>> lengths;
    for (const Link& link : links) {
      if (!is_pair(link)) continue;
      lengths.emplace_back(original_facts_[link.original[0]].length,
                           translation_facts_[link.translation[0]].length);
    }
    return lengths;
  }

  static std::vector<std::pair<UnitId, UnitId>> pairs_of(const std::vector<Link>& links) {
    std::vector<std::pair<UnitId, UnitId>> pairs;
    for (const Link& link : links) {
      if (is_pair(link)) pairs.emplace_back(link.original[0], link.translation[0]);
    }
    return pairs;
  }

  void set_counterparts(const std::vector<Link>& links) {
    counterparts_.assign(original_.units.size(), kNoUnit);
    for (const Link& link : links) {
      if (link.original.empty() || link.translation.empty()) continue;
      counterparts_[link.original[0]] = link.translation[0];
    }
  }

  double words(UnitPair pair) const {
    return association_->scores(pair.original, {pair.translation})[0];
  }

  // Sections that the translation orders otherwise are paired by content and then each within.
  void pair_reordered(std::vector<Link>& links) const {
    pair_reordered_under({kNoUnit, kNoUnit}, links);
    for (UnitId o = 0; o < counterparts_.size(); ++o) {
      if (counterparts_[o] != kNoUnit) pair_reordered_under({o, counterparts_[o]}, links);
    }
  }

  void pair_reordered_under(UnitPair clause, std::vector<Link>& links) const {
    const auto runs = section_runs(original_, clause.original);
    if (runs.empty()) return;
    const auto translation_runs = section_runs(translation_, clause.translation);
    for (std::size_t r = 0; r < std::min(runs.size(), translation_runs.size()); ++r) {
      pair_run(runs[r], translation_runs[r], links);
    }
  }

  void pair_run(const SectionRun& run, const SectionRun& translation_run,
                std::vector<Link>& links) const {
    std::vector<std::vector<double>> words;
    std::vector<UnitId> heads;
    for (const UnitRange& section : translation_run.sections) heads.push_back(section.begin);
    for (const UnitRange& section : run.sections) {
      words.push_back(association_->scores(section.begin, heads));
    }
    const auto pairs = reordered(
        {run.sections.size(), translation_run.sections.size()}, [&](std::size_t o, std::size_t t) {
          return section_cost(run.sections[o], translation_run.sections[t], words[o][t]);
        });
    if (pairs.empty()) return;
    take_out(links, run.units(), translation_run.units());
    const bool moved = !is_sorted(translation_, translation_run);
    UnitId reached = 0;
    for (const SectionPair& pair : pairs) {
      const UnitRange o = pair.original ? run.sections[*pair.original] : UnitRange{};
      const UnitRange t =
          pair.translation ? translation_run.sections[*pair.translation] : UnitRange{};
      for (Link& link : align_units(input(association_), o, t)) {
        link.moved = moved && !link.original.empty() && !link.translation.empty() &&
                     link.translation[0] < reached;
        links.push_back(std::move(link));
      }
      reached = std::max(reached, t.end);
    }
    put_in_order(links);
  }

  double section_cost(UnitRange o, UnitRange t, double head_words) const {
    double original = 0;
    double translation = 0;
    for (UnitId id = o.begin; id < o.end; ++id) original += original_facts_[id].length;
    for (UnitId id = t.begin; id < t.end; ++id) translation += translation_facts_[id].length;
    const bool quoted =
        quotes(original_, o, translation_, t.begin) || quotes(translation_, t, original_, o.begin);
    return length_cost_nats({original, translation}, alignment_.length) -
           (quoted ? kQuotedTerm : 0) +
           tokens_cost_nats(original_facts_[o.begin], translation_facts_[t.begin]) - head_words;
  }

  // Takes the units of two ranges out of their links.
  static void take_out(std::vector<Link>& links, UnitRange original, UnitRange translation) {
    const auto erase = [](std::vector<UnitId>& units, UnitRange range) {
      std::erase_if(units, [&](UnitId id) { return id >= range.begin && id < range.end; });
    };
    for (Link& link : links) {
      erase(link.original, original);
      erase(link.translation, translation);
    }
    std::erase_if(
        links, [](const Link& link) { return link.original.empty() && link.translation.empty(); });
  }

  // By the first original unit; what only the translation has stands behind what it follows there.
  static void put_in_order(std::vector<Link>& links) {
    std::vector<UnitId> before;  // of each translation unit that is paired: its original unit
    for (const Link& link : links) {
      for (const UnitId t : link.translation) {
        if (before.size() <= t) before.resize(t + 1, kNoUnit);
        if (!link.original.empty()) before[t] = link.original[0];
      }
    }
    UnitId last = 0;
    for (UnitId& original : before) {
      if (original == kNoUnit) original = last;
      last = original;
    }
    const auto place = [&](const Link& link) {
      const bool extra = link.original.empty();
      return std::tuple(extra ? before[link.translation[0]] : link.original[0], extra,
                        link.translation.empty() ? 0 : link.translation[0]);
    };
    std::stable_sort(links.begin(), links.end(),
                     [&](const Link& a, const Link& b) { return place(a) < place(b); });
  }

  // A clause left over on each side may be one clause that stands elsewhere.
  void join_moved(std::vector<Link>& links) {
    std::vector<std::size_t> lost;
    std::vector<std::size_t> added;
    for (std::size_t l = 0; l < links.size(); ++l) {
      if (links[l].translation.empty()) lost.push_back(l);
      if (links[l].original.empty()) added.push_back(l);
    }
    if (lost.size() > kMostUnpaired || added.size() > kMostUnpaired) return;
    struct Candidate {
      double cost;
      std::size_t lost;
      std::size_t added;
    };
    std::vector<Candidate> candidates;
    for (const std::size_t l : lost) {
      for (const std::size_t a : added) {
        const UnitPair pair{links[l].original[0], links[a].translation[0]};
        const auto cost = moved_cost(pair, is_other_half(links, pair));
        if (cost) candidates.push_back({*cost, l, a});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    std::vector<bool> used(links.size());
    std::vector<bool> gone(links.size());
    for (const Candidate& candidate : candidates) {
      if (used[candidate.lost] || used[candidate.added]) continue;
      used[candidate.lost] = used[candidate.added] = true;
      gone[candidate.added] = true;
      Link& link = links[candidate.lost];
      link.translation = links[candidate.added].translation;
      link.cost_nats = candidate.cost;
      link.moved = true;
    }
    std::size_t index = 0;
    std::erase_if(links, [&](const Link&) { return gone[index++]; });
  }

  // The clause of the translation's number is paired with that of the original's: two clauses
  // have changed places, and this pair is the other half.
  bool is_other_half(const std::vector<Link>& links, UnitPair pair) const {
    const std::string& o = original_.units[pair.original].path;
    const std::string& t = translation_.units[pair.translation].path;
    return std::any_of(links.begin(), links.end(), [&](const Link& link) {
      return is_pair(link) && original_.units[link.original[0]].path == t &&
             translation_.units[link.translation[0]].path == o;
    });
  }

  std::optional<double> moved_cost(UnitPair pair, bool other_half) const {
    const Unit& o = original_.units[pair.original];
    const Unit& t = translation_.units[pair.translation];
    const UnitFacts& of = original_facts_[pair.original];
    const UnitFacts& tf = translation_facts_[pair.translation];
    if (of.length == 0 || tf.length == 0) return std::nullopt;
    const double evidence = words(pair);
    const double misfit = length(pair);
    const double cost = misfit + tokens_cost_nats(of, tf) - evidence;
    const bool labelled =
        !o.label.levels.empty() && o.label.levels.back().kind != LevelKind::kBullet;
    if (labelled && o.path == t.path && cost < kMostMovedContent) return cost;
    if (other_half && labelled && cost < kMostMovedContent) return cost;
    if (evidence > kLeastMovedWords && misfit < kMostMovedLength) return cost + kMostMovedContent;
    return std::nullopt;
  }

  // Labels in order, texts exchanged: content overrules the labels where it is plain.
  void exchange_displaced(std::vector<Link>& links) const {
    for (std::size_t a = 0; a < links.size(); ++a) {
      if (!may_exchange(links[a])) continue;
      double best_gain = kDisplacedGain;
      std::size_t best = links.size();
      for (std::size_t b = a + 1; b < links.size(); ++b) {
        if (!may_exchange(links[b])) continue;
        if (links[b].original[0] - links[a].original[0] > kExchangeReach) break;
        const double gain = exchange_gain(links[a], links[b]);
        if (gain > best_gain) {
          best_gain = gain;
          best = b;
        }
      }
      if (best == links.size()) continue;
      if (best_gain < kExchangeGain) {
        links[a].displaced = links[best].displaced = true;
        continue;
      }
      std::swap(links[a].translation, links[best].translation);
      links[a].moved = links[best].moved = true;
    }
  }

  // Nats won by pairing crosswise; none unless lengths and words agree on it.
  double exchange_gain(const Link& a, const Link& b) const {
    const UnitPair straight[] = {{a.original[0], a.translation[0]},
                                 {b.original[0], b.translation[0]}};
    const UnitPair crossed[] = {{a.original[0], b.translation[0]},
                                {b.original[0], a.translation[0]}};
    const auto tokens = [&](UnitPair pair) {
      return tokens_cost_nats(original_facts_[pair.original], translation_facts_[pair.translation]);
    };
    double lengths = 0;
    for (int i = 0; i < 2; ++i) lengths += length(straight[i]) - length(crossed[i]);
    if (lengths <= 0) return 0;
    double evidence = 0;
    for (int i = 0; i < 2; ++i) {
      evidence += words(crossed[i]) - words(straight[i]) + tokens(straight[i]) - tokens(crossed[i]);
    }
    // What tells clauses apart that say nearly the same is mostly chance.
    evidence *= 1 - association_->overlap(a.original[0], b.original[0]);
    const bool agree = lengths > kExchangeLengths && evidence > kExchangeWords;
    const bool plain = lengths > 0 && evidence > kExchangePlain;
    return agree || plain ? lengths + evidence : 0;
  }

  double length(UnitPair pair) const {
    return length_cost_nats(
        {original_facts_[pair.original].length, translation_facts_[pair.translation].length},
        alignment_.length);
  }

  bool may_exchange(const Link& link) const {
    constexpr double kLeastLength = 20;
    return is_pair(link) && !link.moved &&
           original_facts_[link.original[0]].length >= kLeastLength &&
           translation_facts_[link.translation[0]].length > 0;
  }

  void set_sources(std::vector<Link>& links) const {
    for (Link& link : links) {
      if (!is_pair(link)) continue;
      const Unit& o = original_.units[link.original[0]];
      const Unit& t = translation_.units[link.translation[0]];
      if (!o.label.levels.empty() && o.path == t.path) link.by = LinkSource::kLabel;
    }
  }

  const Document& original_;
  const Document& translation_;
  const LexiconSource& lexicon_;
  std::vector<UnitFacts> original_facts_;
  std::vector<UnitFacts> translation_facts_;
  std::vector<UnitId> counterparts_;
  const Association* association_ = nullptr;
  Alignment alignment_;
};

}  // namespace

Alignment align(const Document& original, const Document& translation,
                const LexiconSource& lexicon) {
  return Aligner(original, translation, lexicon).run();
}

}  // namespace synoptic
