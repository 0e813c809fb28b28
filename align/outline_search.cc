#include "align/outline_search.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "align/label_styles.h"
#include "align/list_standing.h"
#include "align/open_lists.h"
#include "align/paths.h"
#include "align/verdict_trail.h"

namespace synoptic {

namespace {

// Nats; set by hand on the measures of clause pairing (UDHR) and the cases of the tests.
constexpr std::size_t kBeam = 10;
constexpr double kUnlabelledStart = 1.5;
constexpr double kSkipProceeds = 0.45;  // a line inside a paragraph begins like a label more easily
constexpr double kNewList = 0.8;
constexpr double kKnownBullet = 0.7;  // of the reading's own cost
constexpr double kNewBulletList = 0.4;
constexpr double kListNotFromOne = 4.0;  // and log(ordinal) more
constexpr double kGap = 2.5;             // and log(gap) more
constexpr double kRepeated = 3.5;
constexpr double kBackwards = 3.5;  // and log(step) more
constexpr double kInserted = 0.5;   // "5 bis" after "5"
constexpr double kInsertedBesideList = 4.0;
constexpr double kOtherClosing = 0.7;    // "1:" after "1."
constexpr double kOtherBrackets = 2.5;   // "1)" after "(1)"
constexpr double kOtherWord = 1.0;       // "Art. 6" after "Article 5"
constexpr double kWordInWord = 1.2;      // "Clause 1" under "Article 11"
constexpr double kWrongParent = 3.0;     // "8.1" under 7
constexpr double kContinued = 0.3;       // articles that count on through chapters
constexpr double kContinuedOddly = 3.0;  // (4) under article 6 after (3) under article 5
constexpr double kOuterParent = 0.6;     // a new list beside, not below, the innermost
constexpr double kOddNesting = 3.0;      // a chapter inside an article
constexpr double kNegligible = 15;       // what is dearer by that much is not followed further

double closing_cost(const LabelStyle& a, const LabelStyle& b) {
  if (is_worded(a) && !same_word(a, b)) return kOtherWord;
  if (!same_brackets(a, b)) return kOtherBrackets;
  return a.kind == LevelKind::kNumber && a.closing != b.closing ? kOtherClosing : 0;
}

// One way to take a line, not yet carried out: most are too dear to be.
struct Candidate {
  double cost = 0;
  uint32_t parent = 0;  // place of its hypothesis in the beam
  LineVerdict verdict;
  bool label_only = false;
  bool broken = false;
  uint32_t keep = kNone;  // innermost list that stays open
  List list;              // of a label: opened inside `keep`, or going on in its place
};

class Search {
 public:
  explicit Search(const std::vector<LineChoice>& lines) : lines_(lines) {}

  std::vector<LineVerdict> run() {
    std::vector<Hypothesis> beam = {{}};
    VerdictTrail trail;
    std::vector<VerdictTrail::Step> steps;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      step(beam, i);
      steps.clear();
      for (const Candidate& way : ways_) steps.push_back({way.parent, way.verdict});
      trail.add_line(steps);
      lists_.compact(beam);
    }
    return trail.finish(0);
  }

  std::vector<std::vector<LineOption>> weigh(const std::vector<LineVerdict>& path) {
    std::vector<std::vector<LineOption>> all(lines_.size());
    Hypothesis state;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool doubtful = path[i].role != LineRole::kProceeds || !lines_[i].readings.empty();
      state = weigh_line(state, i, path[i], doubtful ? &all[i] : nullptr);
      lists_.compact({&state, 1});
    }
    return all;
  }

 private:
  void step(std::vector<Hypothesis>& beam, std::size_t i) {
    ways_.clear();
    for (uint32_t place = 0; place < beam.size(); ++place) extend(beam[place], place, i);
    before_.swap(beam);
    beam.clear();
    for (const Candidate& way : ways_) beam.push_back(carry_out(way, before_[way.parent]));
  }

  // Takes line `i` in every way, and goes on from `from` by `chosen`.
  Hypothesis weigh_line(const Hypothesis& from, std::size_t i, const LineVerdict& chosen,
                        std::vector<LineOption>* options) {
    ways_.clear();
    most_ = SIZE_MAX;
    extend(from, 0, i);
    most_ = kBeam;
    const std::vector<Candidate> choices = ways_;
    Candidate next;
    for (const Candidate& choice : choices) {
      if (choice.verdict == chosen) next = choice;
      if (options) options->push_back({choice.verdict, choice.cost - from.cost, 0});
    }
    const double next_ahead = options ? ahead(next, from, i + 1) : 0;
    for (std::size_t c = 0; options && c < choices.size(); ++c) {
      const bool near = choices[c].cost <= next.cost + kNegligible;
      (*options)[c].ahead_nats = near ? ahead(choices[c], from, i + 1) : next_ahead;
    }
    return carry_out(next, from);
  }

  // The cheapest way on over a few lines.
  double ahead(const Candidate& way, const Hypothesis& from, std::size_t i) {
    const ListStore::Mark mark = lists_.mark();
    std::vector<Hypothesis> beam = {carry_out(way, from)};
    const std::size_t end = std::min(lines_.size(), i + kLinesAhead);
    for (; i < end; ++i) step(beam, i);
    lists_.rewind(mark);
    return beam.front().cost - way.cost;
  }

  Hypothesis carry_out(const Candidate& way, const Hypothesis& from) {
    Hypothesis next = {way.cost, from.lists, way.label_only, way.broken};
    if (way.list.last) next.lists = lists_.enter(from.lists, way.keep, way.list);
    return next;
  }

  void extend(const Hypothesis& from, uint32_t place, std::size_t i) {
    const LineChoice& line = lines_[i];
    double skip = 0;
    for (const LabelReading& reading : line.readings) skip = std::max(skip, reading.skip_nats);
    Candidate way;
    way.parent = place;
    way.keep = from.lists.list;
    if (std::isfinite(line.layout.proceed_nats) && i > 0) {
      const double proceed =
          from.label_only ? std::min(line.layout.proceed_nats, 0.5) : line.layout.proceed_nats;
      // A label of its own is no text of the label above it.
      way.cost = from.cost + (proceed + (from.label_only ? 1 : kSkipProceeds) * skip);
      way.verdict.role = LineRole::kProceeds;
      way.broken = from.broken;
      offer(way);
    }
    way.cost = from.cost + (line.layout.start_nats + line.layout.unlabelled_nats +
                            (from.label_only ? 0 : kUnlabelledStart) + skip);
    way.verdict.role = LineRole::kUnlabelled;
    way.broken = !from.label_only;
    offer(way);
    for (uint32_t r = 0; r < line.readings.size(); ++r) {
      const LabelReading& reading = line.readings[r];
      const double cost = from.cost + (line.layout.start_nats + reading.cost_nats);
      // A bullet may get cheaper by what it goes on with.
      const bool bullet = reading.style.kind == LevelKind::kBullet;
      if (bullet || cost < most_nats()) place_label({from, place, line, reading, r, cost});
    }
  }

  // A label and the hypothesis it is to stand in.
  struct LabelAfter {
    const Hypothesis& from;
    uint32_t place;  // of the hypothesis, in the beam
    const LineChoice& line;
    const LabelReading& reading;
    uint32_t index;  // of the reading
    double cost;     // of the two, without the label's place in a list

    bool is_bullet() const { return reading.style.kind == LevelKind::kBullet; }
  };

  // All lists that the label may belong to.
  void place_label(const LabelAfter& label) {
    const LabelStyle& style = label.reading.style;
    const uint32_t innermost = label.from.lists.list;
    bool is_open = false;
    for (uint32_t l = innermost; l != kNone; l = lists_[l].outer) {
      const List& list = lists_[l];
      if (!same_list(list.style, style)) continue;
      append(label, l);
      if (!surely_same(list.style, style) || opens_inside(list, label)) continue;
      is_open = true;
      if (standing_of(label.line, list) == Standing::kBeside) break;
    }
    uint32_t parent = innermost;
    double cost = 0;
    for (int steps = 0; steps < 4; ++steps) {
      const bool barred = parent != kNone && !may_contain(lists_[parent], label);
      if (!barred) open(label, parent, cost, is_open);
      if (parent == kNone) break;
      // Leaving what may not contain the label costs nothing.
      if (!barred) cost += kOuterParent;
      parent = lists_[parent].outer;
    }
  }

  // A list in a list may count as the outer one does, where the layout tells them apart.
  static bool opens_inside(const List& list, const LabelAfter& label) {
    if (label.reading.style.kind != LevelKind::kNumber) return false;
    if (label.from.broken && !nesting_is_known(label.line, list)) return false;
    return standing_of(label.line, list) == Standing::kInside;
  }

  static bool may_contain(const List& list, const LabelAfter& label) {
    const LabelReading& reading = label.reading;
    if (surely_same(list.style, reading.style)) return opens_inside(list, label);
    if (list.style.kind == LevelKind::kPreamble) return reading.style.kind == LevelKind::kBullet;
    if (list.style.kind == LevelKind::kBullet) return reading.style.kind == LevelKind::kBullet;
    return rank_of(list.style.kind) <= rank_of(reading.style.kind);
  }

  // The label goes on with list `l`; what is open inside it is closed.
  void append(const LabelAfter& label, uint32_t l) {
    const LabelReading& reading = label.reading;
    const List& list = lists_[l];
    const Level& level = reading.label.levels.back();
    double cost = closing_cost(list.style, reading.style) + standing_cost(label.line, list);
    // A sign that opened a list is no longer doubtful in its second item.
    if (label.is_bullet()) cost -= kKnownBullet * reading.cost_nats;
    uint32_t ordinal = level.ordinal;
    bool in_order = true;
    if (reading.next_in_order) {
      const bool again =
          !reading.ordinal_text.empty() && reading.ordinal_text == list.last->ordinal_text;
      ordinal = again ? list.ordinal : list.ordinal + 1;
      in_order = !again;
      cost += again ? kRepeated : 0;
    } else if (!same_ordinals(leading_of(reading), leading_of(*list.last))) {
      // 7.6 to 8.1 is a new list, except under a heading 8 that the text does not show.
      cost += kWrongParent + std::log(1.0 + ordinal);
      in_order = false;
    } else {
      cost += order_cost(list, level, in_order);
      // "7.4" is the fourth of the list "7.1", "7.2" ... under 7, not inserted after 7.
      const bool dotted = level.suffix.starts_with('.');
      if (dotted && lists_.counts_inside(label.from.lists, l, ordinal)) cost += kInsertedBesideList;
    }
    List next = list;
    next.style = reading.style;
    next.ordinal = std::max(ordinal, reading.range_end);
    next.highest = std::max(list.highest, next.ordinal);
    next.indent = label.line.indent;
    next.last = &reading;
    offer(label, l, next, cost,
          {LineRole::kLabelled, label.index, next.depth, ordinal, false, !in_order});
  }

  static double order_cost(const List& list, const Level& level, bool& in_order) {
    const uint32_t last = list.ordinal;
    if (level.ordinal == last + 1 && level.suffix.empty()) return 0;
    if (level.ordinal == last && !level.suffix.empty() &&
        level.suffix != list.last->label.levels.back().suffix)
      return kInserted;
    if (level.ordinal == last + 1) return kInserted;
    in_order = false;
    if (level.ordinal == list.highest + 1) return kInserted;
    if (level.ordinal == last) return kRepeated;
    if (level.ordinal < last)
      return kBackwards + std::log(static_cast<double>(last - level.ordinal));
    return kGap + std::log(static_cast<double>(level.ordinal - last));
  }

  // The label opens a list under `parent` (kNone: outermost).
  void open(const LabelAfter& label, uint32_t parent, double cost, bool list_is_open) {
    const LabelReading& reading = label.reading;
    const bool bullet = label.is_bullet();
    uint32_t ordinal = reading.next_in_order ? 1 : reading.label.levels.back().ordinal;
    cost += bullet ? kNewBulletList : kNewList;
    if (parent != kNone && is_container_kind(reading.style.kind) &&
        rank_of(lists_[parent].style.kind) > rank_of(reading.style.kind)) {
      cost += kOddNesting;
    }
    // Each of several definitions has its own (a), (b).
    const bool anew = label.from.broken && ordinal == 1 && reading.style.kind == LevelKind::kNumber;
    if (list_is_open && !bullet && !anew) cost += kOddNesting;
    if (parent != kNone && is_worded(reading.style) &&
        lists_[parent].style.kind == reading.style.kind) {
      cost += kWordInWord;
    }
    if (!lists_.stands_in(parent, leading_of(reading))) cost += kWrongParent;
    if (label.cost + cost >= most_nats()) return;
    bool in_order = true;
    if (!bullet) cost += first_cost(label, parent, ordinal, in_order);
    List list;
    list.outer = parent;
    list.style = reading.style;
    list.ordinal = std::max(ordinal, reading.range_end);
    list.highest = list.ordinal;
    list.depth = parent == kNone ? 0 : lists_[parent].depth + 1;
    list.nesting = label.line.nesting;
    list.indent = label.line.indent;
    list.last = &reading;
    offer(label, parent, list, cost,
          {LineRole::kLabelled, label.index, list.depth, ordinal, true, !in_order});
  }

  // Of a list that begins with `ordinal`, which becomes the one after a closed list's last where
  // the reading does not say.
  double first_cost(const LabelAfter& label, uint32_t parent, uint32_t& ordinal,
                    bool& in_order) const {
    const LabelReading& reading = label.reading;
    if (ordinal == 1 && !reading.next_in_order) return 0;
    const uint32_t last = lists_.last_closed(label.from.lists.closed, reading.style);
    if (ordinal == 1 && last == kNone) return 0;
    const bool under_container = parent == kNone || is_container_kind(lists_[parent].style.kind);
    const bool counts_on = reading.next_in_order || ordinal == last + 1;
    if (leading_of(reading).empty() && last != kNone && counts_on) {
      ordinal = last + 1;
      return under_container ? kContinued : kContinuedOddly;
    }
    in_order = false;
    if (last != kNone && under_container && ordinal > last) {
      return kGap + std::log(static_cast<double>(ordinal - last));
    }
    return kListNotFromOne + std::log(static_cast<double>(ordinal));
  }

  // Puts `list` in place of everything inside `keep` (the list itself when it goes on).
  void offer(const LabelAfter& label, uint32_t keep, const List& list, double cost,
             const LineVerdict& verdict) {
    Candidate way;
    way.cost = label.cost + cost;
    way.parent = label.place;
    way.verdict = verdict;
    way.label_only = label.reading.alone;
    way.keep = keep;
    way.list = list;
    offer(way);
  }

  // What costs as much is not worth its computation.
  double most_nats() const {
    return ways_.size() < most_ ? std::numeric_limits<double>::infinity() : ways_.back().cost;
  }

  // Keeps the cheapest, in order, one of each state; all, as they come, where most_ is SIZE_MAX.
  void offer(const Candidate& way) {
    if (most_ == SIZE_MAX) {
      ways_.push_back(way);
      return;
    }
    if (way.cost >= most_nats()) return;
    const auto is_twin = [&](const Candidate& other) { return same_state(way, other); };
    const auto dearer =
        std::upper_bound(ways_.begin(), ways_.end(), way.cost,
                         [](double cost, const Candidate& other) { return cost < other.cost; });
    if (std::any_of(ways_.begin(), dearer, is_twin)) return;
    const auto rank = dearer - ways_.begin();
    const auto twin = std::find_if(dearer, ways_.end(), is_twin);
    if (twin != ways_.end()) {
      ways_.erase(twin);
    } else if (ways_.size() == most_) {
      ways_.pop_back();
    }
    ways_.insert(ways_.begin() + rank, way);
  }

  bool same_state(const Candidate& a, const Candidate& b) const {
    if (a.label_only != b.label_only || a.broken != b.broken) return false;
    return lists_.same_stack(innermost(a), innermost(b));
  }

  const List* innermost(const Candidate& way) const {
    if (way.list.last != nullptr) return &way.list;
    return way.keep == kNone ? nullptr : &lists_[way.keep];
  }

  const std::vector<LineChoice>& lines_;
  ListStore lists_;
  std::vector<Hypothesis> before_;  // the beam before the line
  std::vector<Candidate> ways_;     // of the line
  std::size_t most_ = kBeam;        // of them are kept
};

}  // namespace

std::vector<LineVerdict> choose_paragraphs(const std::vector<LineChoice>& lines) {
  return Search(lines).run();
}

std::vector<std::vector<LineOption>> weigh_choices(const std::vector<LineChoice>& lines,
                                                   const std::vector<LineVerdict>& verdicts) {
  return Search(lines).weigh(verdicts);
}

}  // namespace synoptic
