#include "align/open_lists.h"

#include <algorithm>

#include "align/label_styles.h"

namespace synoptic {

namespace {

uint32_t new_index(const std::vector<uint32_t>& indices, uint32_t old) {
  return old == kNone ? kNone : indices[old];
}

}  // namespace

std::span<const Level> leading_of(const LabelReading& reading) {
  return std::span(reading.label.levels).first(reading.label.levels.size() - 1);
}

bool same_ordinals(std::span<const Level> a, std::span<const Level> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Level& x, const Level& y) { return x.ordinal == y.ordinal; });
}

uint32_t List::under() const {
  const std::span<const Level> leading = leading_of(*last);
  return leading.empty() ? 0 : leading.back().ordinal;
}

bool same_place(const List& a, const List& b) {
  return a.ordinal == b.ordinal && a.style == b.style &&
         same_ordinals(leading_of(*a.last), leading_of(*b.last));
}

ListState ListStore::enter(ListState state, uint32_t keep, const List& list) {
  for (uint32_t l = state.list; l != keep && l != kNone; l = lists_[l].outer) {
    if (lists_[l].style.kind == LevelKind::kBullet) continue;
    closed_.push_back({state.closed, lists_[l].style, lists_[l].ordinal, lists_[l].under()});
    state.closed = static_cast<uint32_t>(closed_.size() - 1);
  }
  lists_.push_back(list);
  return {static_cast<uint32_t>(lists_.size() - 1), state.closed};
}

bool ListStore::counts_inside(ListState state, uint32_t outer, uint32_t ordinal) const {
  constexpr int kMostSteps = 8;
  for (uint32_t l = state.list; l != outer && l != kNone; l = lists_[l].outer) {
    if (lists_[l].under() == ordinal) return true;
  }
  for (int step = 0; state.closed != kNone && step < kMostSteps; ++step) {
    const Closed& closed = closed_[state.closed];
    if (closed.under == ordinal) return true;
    state.closed = closed.older;
  }
  return false;
}

uint32_t ListStore::last_closed(uint32_t closed, const LabelStyle& style) const {
  for (int step = 0; closed != kNone && step < kMostClosed; ++step) {
    if (same_list(closed_[closed].style, style)) return closed_[closed].ordinal;
    closed = closed_[closed].older;
  }
  return kNone;
}

bool ListStore::stands_in(uint32_t parent, std::span<const Level> leading) const {
  std::size_t left = leading.size();
  for (uint32_t l = parent; l != kNone && left > 0; l = lists_[l].outer) {
    if (lists_[l].ordinal != leading[left - 1].ordinal) break;
    --left;
    left -= std::min(left, leading_of(*lists_[l].last).size());
  }
  return left == 0;
}

bool ListStore::same_stack(const List* a, const List* b) const {
  while (a != b) {
    if (a == nullptr || b == nullptr || !same_place(*a, *b)) return false;
    a = a->outer == kNone ? nullptr : &lists_[a->outer];
    b = b->outer == kNone ? nullptr : &lists_[b->outer];
  }
  return true;
}

void ListStore::rewind(Mark mark) {
  lists_.resize(mark.lists);
  closed_.resize(mark.closed);
}

void ListStore::compact(std::span<Hypothesis> states) {
  constexpr std::size_t kMuch = 4096;
  if (lists_.size() + closed_.size() < kMuch) return;
  new_list_.assign(lists_.size(), kNone);
  new_closed_.assign(closed_.size(), kNone);
  for (const Hypothesis& state : states) need(state.lists);
  move_needed();
  for (Hypothesis& state : states) {
    state.lists = {new_index(new_list_, state.lists.list),
                   new_index(new_closed_, state.lists.closed)};
  }
}

// What is needed gets index 0 for now.
void ListStore::need(ListState state) {
  for (uint32_t l = state.list; l != kNone && new_list_[l] == kNone; l = lists_[l].outer) {
    new_list_[l] = 0;
  }
  uint32_t closed = state.closed;
  for (int step = 0; closed != kNone && step < kMostClosed; ++step) {
    new_closed_[closed] = 0;
    closed = closed_[closed].older;
  }
}

void ListStore::move_needed() {
  // Outer lists and older closed ones come first, so that where they went is known.
  uint32_t kept = 0;
  for (uint32_t l = 0; l < lists_.size(); ++l) {
    if (new_list_[l] == kNone) continue;
    lists_[l].outer = new_index(new_list_, lists_[l].outer);
    lists_[kept] = lists_[l];
    new_list_[l] = kept++;
  }
  lists_.resize(kept);
  kept = 0;
  for (uint32_t c = 0; c < closed_.size(); ++c) {
    if (new_closed_[c] == kNone) continue;
    closed_[c].older = new_index(new_closed_, closed_[c].older);
    closed_[kept] = closed_[c];
    new_closed_[c] = kept++;
  }
  closed_.resize(kept);
}

}  // namespace synoptic
