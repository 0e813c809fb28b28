#include "align/parallel.h"

#include <algorithm>
#include <numeric>

namespace synoptic {

namespace {

// What a pair joins, units or sentences.
struct Group {
  std::vector<uint32_t> original;
  std::vector<uint32_t> translation;
};

// Disjoint sets of the original's items; the smallest item stands for its set.
class Sets {
 public:
  explicit Sets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0u);
  }

  uint32_t find(uint32_t item) {
    while (parents_[item] != item) {
      parents_[item] = parents_[parents_[item]];
      item = parents_[item];
    }
    return item;
  }

  void join(uint32_t a, uint32_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parents_;
};

std::vector<Group> unit_groups(const Alignment& alignment) {
  std::vector<Group> groups;
  groups.reserve(alignment.links.size());
  for (const Link& link : alignment.links) groups.push_back({link.original, link.translation});
  return groups;
}

std::vector<uint32_t> cut(const std::vector<uint32_t>& all, uint32_t from, uint32_t to) {
  return {all.begin() + from, all.begin() + to};
}

std::vector<Group> segment_groups(const Document& original, const AlignedTranslation& aligned) {
  std::vector<Group> groups;
  for (const Link& link : aligned.alignment.links) {
    const std::vector<uint32_t> left = segments_of(original, link.original);
    const std::vector<uint32_t> right = segments_of(aligned.translation, link.translation);
    Bead before;
    for (const Bead& bead : link.beads) {
      groups.push_back({cut(left, before.original_end, bead.original_end),
                        cut(right, before.translation_end, bead.translation_end)});
      before = bead;
    }
    // Beads need not reach the end; an unpaired clause has none.
    const auto left_size = static_cast<uint32_t>(left.size());
    const auto right_size = static_cast<uint32_t>(right.size());
    if (before.original_end < left_size || before.translation_end < right_size) {
      groups.push_back({cut(left, before.original_end, left_size),
                        cut(right, before.translation_end, right_size)});
    }
  }
  return groups;
}

// Puts the rows of the original, then what only translations have.
class Rows {
 public:
  Rows(std::size_t originals, const std::vector<std::vector<Group>>& translations)
      : sets_(originals), translations_(translations) {
    for (const auto& groups : translations) {
      for (const Group& group : groups) {
        for (const uint32_t item : group.original) sets_.join(group.original.front(), item);
      }
    }
    row_of_.resize(originals);
    for (uint32_t item = 0; item < originals; ++item) {
      const uint32_t first = sets_.find(item);
      if (first == item) {
        row_of_[item] = static_cast<uint32_t>(rows_.size());
        rows_.push_back(empty_row());
      }
      rows_[row_of_[first]].original.push_back(item);
    }
    extras_.resize(rows_.size() + 1);
  }

  std::vector<ParallelRow> take() {
    for (std::size_t t = 0; t < translations_.size(); ++t) add_translation(t);
    std::vector<ParallelRow> ordered = std::move(extras_.front());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      ordered.push_back(std::move(rows_[row]));
      std::move(extras_[row + 1].begin(), extras_[row + 1].end(), std::back_inserter(ordered));
    }
    return ordered;
  }

 private:
  ParallelRow empty_row() const {
    return {{}, std::vector<std::vector<uint32_t>>(translations_.size())};
  }

  void add_translation(std::size_t t) {
    std::size_t place = 0;  // in extras_: behind the row of the group before
    for (const Group& group : translations_[t]) {
      if (!group.original.empty()) {
        const uint32_t row = row_of_[sets_.find(group.original.front())];
        place = row + 1;
        auto& items = rows_[row].translations[t];
        items.insert(items.end(), group.translation.begin(), group.translation.end());
        std::sort(items.begin(), items.end());
      } else if (!group.translation.empty()) {
        extras_[place].push_back(empty_row());
        extras_[place].back().translations[t] = group.translation;
      }
    }
  }

  Sets sets_;
  const std::vector<std::vector<Group>>& translations_;
  std::vector<uint32_t> row_of_;  // by the item that stands for a set
  std::vector<ParallelRow> rows_;
  std::vector<std::vector<ParallelRow>> extras_;  // before the first row, after each
};

}  // namespace

std::vector<ParallelRow> parallel_units(const Document& original,
                                        const std::vector<AlignedTranslation>& translations) {
  std::vector<std::vector<Group>> groups;
  for (const AlignedTranslation& aligned : translations) {
    groups.push_back(unit_groups(aligned.alignment));
  }
  return Rows(original.units.size(), groups).take();
}

std::vector<ParallelRow> parallel_segments(const Document& original,
                                           const std::vector<AlignedTranslation>& translations) {
  std::vector<std::vector<Group>> groups;
  for (const AlignedTranslation& aligned : translations) {
    groups.push_back(segment_groups(original, aligned));
  }
  return Rows(original.segments.size(), groups).take();
}

std::vector<uint32_t> segments_of(const Document& document, const std::vector<UnitId>& units) {
  std::vector<uint32_t> all;
  for (const UnitId unit : units) {
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      all.push_back(s);
    }
  }
  return all;
}

}  // namespace synoptic
