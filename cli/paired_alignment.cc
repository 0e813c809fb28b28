#include <algorithm>
#include <utility>

#include "align/bead_aligner.h"
#include "align/evidence.h"
#include "cli/paired_documents.h"

namespace synoptic {

namespace {

using Place = PairedSide::Place;

// Rows [begin, end) that share a clause, as one link.
struct RowGroup {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool shares(const Place& row, UnitId end) { return !row.empty() && row.first < end; }

std::vector<RowGroup> groups_of(const PairedSide& original, const PairedSide& translation) {
  std::vector<RowGroup> groups;
  UnitId original_end = 0;
  UnitId translation_end = 0;
  for (std::size_t r = 0; r < original.rows.size(); ++r) {
    const Place& o = original.rows[r];
    const Place& t = translation.rows[r];
    if (o.empty() && t.empty()) continue;
    if (shares(o, original_end) || shares(t, translation_end)) {
      groups.back().end = r + 1;
    } else {
      groups.push_back({r, r + 1});
    }
    original_end = std::max(original_end, o.last);
    translation_end = std::max(translation_end, t.last);
  }
  return groups;
}

void add_units(const Place& row, std::vector<UnitId>& units) {
  for (UnitId unit = row.first; unit < row.last; ++unit) {
    if (units.empty() || units.back() < unit) units.push_back(unit);
  }
}

// The beads of a clause that several rows hold: one a row.
std::vector<Bead> beads_of(const RowGroup& group, const PairedSide& original,
                           const PairedSide& translation) {
  std::vector<Bead> beads;
  Bead last;
  for (std::size_t r = group.begin; r < group.end; ++r) {
    const Place& o = original.rows[r];
    const Place& t = translation.rows[r];
    Bead bead = last;
    if (!o.empty()) bead.original_end += o.last_segment - o.first_segment;
    if (!t.empty()) bead.translation_end += t.last_segment - t.first_segment;
    const bool nothing =
        bead.original_end == last.original_end && bead.translation_end == last.translation_end;
    if (!nothing) beads.push_back(bead);
    last = bead;
  }
  return beads;
}

LengthModel lengths_of(const std::vector<Link>& links, const Document& original,
                       const Document& translation) {
  std::vector<std::pair<double, double>> lengths;
  for (const Link& link : links) {
    if (link.original.size() != 1 || link.translation.size() != 1) continue;
    lengths.emplace_back(facts_of_text(original.text_of(link.original[0])).length,
                         facts_of_text(translation.text_of(link.translation[0])).length);
  }
  return fit_length_model(lengths);
}

}  // namespace

Alignment paired_alignment(const PairedSide& original, const PairedSide& translation, LinkSource by,
                           const LexiconSource& lexicon) {
  Alignment alignment;
  const std::vector<RowGroup> groups = groups_of(original, translation);
  for (const RowGroup& group : groups) {
    Link link;
    link.by = by;
    for (std::size_t r = group.begin; r < group.end; ++r) {
      add_units(original.rows[r], link.original);
      add_units(translation.rows[r], link.translation);
    }
    alignment.links.push_back(std::move(link));
  }
  align_sentences(original.document, translation.document, lexicon, alignment.links);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].end - groups[g].begin < 2) continue;
    alignment.links[g].beads = beads_of(groups[g], original, translation);
  }
  alignment.length = lengths_of(alignment.links, original.document, translation.document);
  return alignment;
}

}  // namespace synoptic
