// The lists that are open at a line, and those that were closed before it.
//
// The stacks of several hypotheses share their outer lists: a list never changes, the next label of
// it makes a new one in its place.  An index into the store is good until compact() moves it or
// rewind() drops it; kNone points nowhere.  Threads: one at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "align/labels.h"

namespace synoptic {

inline constexpr uint32_t kNone = UINT32_MAX;

// The levels before the last: {7} of "7.1".
std::span<const Level> leading_of(const LabelReading& reading);

bool same_ordinals(std::span<const Level> a, std::span<const Level> b);

struct List {
  uint32_t outer = kNone;
  LabelStyle style;
  uint32_t ordinal = 0;  // of the last label
  uint32_t highest = 0;
  uint32_t depth = 0;
  uint8_t nesting = 0;                 // of its labels, as Line::nesting
  uint16_t indent = 0;                 // of the last label
  const LabelReading* last = nullptr;  // the last label; outlives the list

  // 7 for the list "7.1", "7.2"; 0 where the labels do not say.
  uint32_t under() const;
};

// True for lists of one style that have come to the same label.
bool same_place(const List& a, const List& b);

// The last label of a list that was closed.
struct Closed {
  uint32_t older = kNone;
  LabelStyle style;
  uint32_t ordinal = 0;
  uint32_t under = 0;  // as List::under()
};

// A stack of open lists and a chain of closed ones, as indices into a ListStore.
struct ListState {
  uint32_t list = kNone;    // innermost open list
  uint32_t closed = kNone;  // the newest
};

// The lines so far, taken in one way.
struct Hypothesis {
  double cost = 0;
  ListState lists;
  bool label_only = false;  // the last line was a label with no text yet
  bool broken = false;      // a paragraph without a label has begun since the last label
};

class ListStore {
 public:
  const List& operator[](uint32_t list) const { return lists_[list]; }

  // Opens `list` in place of all that stands inside `keep`, which `state` has open or is kNone.
  ListState enter(ListState state, uint32_t keep, const List& list);

  // True where a list inside `outer`, or one closed of late, stands under the label `ordinal`.
  bool counts_inside(ListState state, uint32_t outer, uint32_t ordinal) const;

  // The last ordinal of the newest closed list that `style` may go on with; kNone where there is
  // none among the last kMostClosed.
  uint32_t last_closed(uint32_t closed, const LabelStyle& style) const;

  // True where the open lists from `parent` outwards are at the labels `leading`.
  bool stands_in(uint32_t parent, std::span<const Level> leading) const;

  // True where the stacks of `a` and `b` are alike; either may be null, and need not be stored.
  bool same_stack(const List* a, const List* b) const;

  // Drops what none of `states` needs, as soon as there is much of it, and moves the rest.
  void compact(std::span<Hypothesis> states);

  struct Mark {
    std::size_t lists;
    std::size_t closed;
  };
  Mark mark() const { return {lists_.size(), closed_.size()}; }
  // Drops all that was added since.
  void rewind(Mark mark);

 private:
  static constexpr int kMostClosed = 24;

  void need(ListState state);
  void move_needed();

  std::vector<List> lists_;
  std::vector<Closed> closed_;
  std::vector<uint32_t> new_list_;  // by old index; kNone for what goes
  std::vector<uint32_t> new_closed_;
};

}  // namespace synoptic
