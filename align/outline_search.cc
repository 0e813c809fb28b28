#include "align/outline_search.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "align/label_styles.h"
#include "align/open_lists.h"
#include "align/paths.h"

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

class Search {
 public:
  explicit Search(const std::vector<LineChoice>& lines) : lines_(lines) {}

  std::vector<LineVerdict> run() {
    std::vector<Hypothesis> beam = {{}};
    for (const LineChoice& line : lines_) step(beam, line);
    return best_path(beam.front());
  }

  std::vector<std::vector<LineOption>> weigh(const std::vector<LineVerdict>& path) {
    std::vector<std::vector<LineOption>> all(lines_.size());
    Hypothesis state;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool doubtful = path[i].role != LineRole::kProceeds || !lines_[i].readings.empty();
      state = weigh_line(state, i, path[i], doubtful ? &all[i] : nullptr);
    }
    return all;
  }

 private:
  void step(std::vector<Hypothesis>& beam, const LineChoice& line) {
    const std::size_t lists = lists_.size();
    const std::size_t traces = trace_.size();
    next_.clear();
    for (const Hypothesis& hypothesis : beam) extend(hypothesis, line);
    prune();
    forget(lists, traces);
    beam.swap(next_);
  }

  // Takes line `i` in every way, and goes on from `from` by `chosen`.
  Hypothesis weigh_line(const Hypothesis& from, std::size_t i, const LineVerdict& chosen,
                        std::vector<LineOption>* options) {
    next_.clear();
    most_ = SIZE_MAX;
    extend(from, lines_[i]);
    most_ = kBeam;
    const std::vector<Hypothesis> choices = next_;
    Hypothesis next;
    for (const Hypothesis& choice : choices) {
      const LineVerdict verdict = trace_[choice.before].verdict;
      if (verdict == chosen) next = choice;
      if (options) options->push_back({verdict, choice.cost - from.cost, 0});
    }
    for (std::size_t c = 0; options && c < choices.size(); ++c) {
      const bool near = choices[c].cost <= next.cost + kNegligible;
      (*options)[c].ahead_nats = near ? ahead(choices[c], i + 1) : ahead(next, i + 1);
    }
    return next;
  }

  // The cheapest way on over a few lines.
  double ahead(const Hypothesis& from, std::size_t i) {
    const std::size_t lists = lists_.size();
    std::vector<Hypothesis> beam = {from};
    const std::size_t end = std::min(lines_.size(), i + kLinesAhead);
    for (; i < end; ++i) step(beam, lines_[i]);
    lists_.resize(lists);
    return beam.front().cost - from.cost;
  }

  // Of what a line has added, keeps what the hypotheses that prune() left need.
  void forget(std::size_t lists, std::size_t traces) {
    std::vector<List> kept_lists;
    std::vector<Trace> kept;
    for (Hypothesis& hypothesis : next_) {
      kept.push_back(trace_[hypothesis.before]);
      hypothesis.before = static_cast<uint32_t>(traces + kept.size() - 1);
      if (hypothesis.list == kNone || hypothesis.list < lists) continue;
      kept_lists.push_back(std::move(lists_[hypothesis.list]));
      hypothesis.list = static_cast<uint32_t>(lists + kept_lists.size() - 1);
    }
    lists_.resize(lists);
    trace_.resize(traces);
    std::move(kept_lists.begin(), kept_lists.end(), std::back_inserter(lists_));
    std::move(kept.begin(), kept.end(), std::back_inserter(trace_));
  }

  void extend(const Hypothesis& from, const LineChoice& line) {
    double skip = 0;
    for (const LabelReading& reading : line.readings) skip = std::max(skip, reading.skip_nats);
    if (std::isfinite(line.layout.proceed_nats) && from.before != kNone) {
      const double proceed =
          from.label_only ? std::min(line.layout.proceed_nats, 0.5) : line.layout.proceed_nats;
      Hypothesis on = from;
      on.cost += proceed + kSkipProceeds * skip;
      on.label_only = false;
      push(on, {LineRole::kProceeds, 0, 0, 0, false, false});
    }
    Hypothesis unlabelled = from;
    unlabelled.cost += line.layout.start_nats + line.layout.unlabelled_nats +
                       (from.label_only ? 0 : kUnlabelledStart) + skip;
    unlabelled.label_only = false;
    unlabelled.broken = !from.label_only;
    push(unlabelled, {LineRole::kUnlabelled, 0, 0, 0, false, false});
    for (uint32_t r = 0; r < line.readings.size(); ++r) {
      Hypothesis labelled = from;
      labelled.cost += line.layout.start_nats + line.readings[r].cost_nats;
      labelled.label_only = false;
      place(labelled, line.readings[r], r);
    }
  }

  // All lists that the label may belong to.
  void place(const Hypothesis& from, const LabelReading& reading, uint32_t r) {
    const LabelStyle& style = reading.style;
    bool found = false;
    for (uint32_t l = from.list; l != kNone && !found; l = lists_[l].outer) {
      if (!same_list(lists_[l].style, style)) continue;
      found = surely_same(lists_[l].style, style);
      append(from, l, reading, r);
    }
    uint32_t parent = from.list;
    double cost = 0;
    for (int steps = 0; steps < 4; ++steps) {
      const bool barred = parent != kNone && !may_contain(lists_[parent], reading);
      if (!barred) open(from, parent, reading, r, cost, found);
      if (parent == kNone) break;
      // Leaving what may not contain the label costs nothing.
      if (!barred) cost += kOuterParent;
      parent = lists_[parent].outer;
    }
  }

  static bool may_contain(const List& list, const LabelReading& reading) {
    if (surely_same(list.style, reading.style)) return false;
    if (list.style.kind == LevelKind::kPreamble) return reading.style.kind == LevelKind::kBullet;
    if (list.style.kind == LevelKind::kBullet) return reading.style.kind == LevelKind::kBullet;
    return rank_of(list.style.kind) <= rank_of(reading.style.kind);
  }

  // The label goes on with list `l`; what is open inside it is closed.
  void append(const Hypothesis& from, uint32_t l, const LabelReading& reading, uint32_t r) {
    const List& list = lists_[l];
    const Level& level = reading.label.levels.back();
    double cost = closing_cost(list.style, reading.style);
    // A sign that opened a list is no longer doubtful in its second item.
    if (reading.style.kind == LevelKind::kBullet) cost -= kKnownBullet * reading.cost_nats;
    uint32_t ordinal = level.ordinal;
    bool in_order = true;
    const std::vector<uint32_t> leading = leading_of(reading);
    if (reading.next_in_order) {
      const bool again = !reading.ordinal_text.empty() && reading.ordinal_text == list.ordinal_text;
      ordinal = again ? list.ordinal : list.ordinal + 1;
      in_order = !again;
      cost += again ? kRepeated : 0;
    } else if (leading != list.leading) {
      // 7.6 to 8.1 is a new list, except under a heading 8 that the text does not show.
      cost += kWrongParent + std::log(1.0 + ordinal);
      in_order = false;
    } else {
      cost += order_cost(list, level, in_order);
      if (counts_inside(from, l, level)) cost += kInsertedBesideList;
    }
    List next = list;
    next.style = reading.style;
    next.ordinal = std::max(ordinal, reading.range_end);
    next.highest = std::max(list.highest, next.ordinal);
    next.suffix = level.suffix;
    next.leading = leading;
    next.ordinal_text = std::string(reading.ordinal_text);
    finish(from, l, next, cost, {LineRole::kLabelled, r, next.depth, ordinal, false, !in_order},
           reading);
  }

  // "7.4" is the fourth of the list "7.1", "7.2" ... that stands under 7, not inserted after 7.
  bool counts_inside(const Hypothesis& from, uint32_t l, const Level& level) const {
    if (level.suffix.empty() || level.suffix[0] != '.') return false;
    for (uint32_t inner = from.list; inner != l && inner != kNone; inner = lists_[inner].outer) {
      if (lists_[inner].under() == level.ordinal) return true;
    }
    constexpr int kMostSteps = 8;
    uint32_t closed = from.closed;
    for (int step = 0; closed != kNone && step < kMostSteps; ++step) {
      if (closed_[closed].under == level.ordinal) return true;
      closed = closed_[closed].older;
    }
    return false;
  }

  static double order_cost(const List& list, const Level& level, bool& in_order) {
    const uint32_t last = list.ordinal;
    if (level.ordinal == last + 1 && level.suffix.empty()) return 0;
    if (level.ordinal == last && !level.suffix.empty() && level.suffix != list.suffix)
      return kInserted;
    if (level.ordinal == last + 1) return kInserted;
    in_order = false;
    if (level.ordinal == list.highest + 1) return kInserted;
    if (level.ordinal == last) return kRepeated;
    if (level.ordinal < last)
      return kBackwards + std::log(static_cast<double>(last - level.ordinal));
    return kGap + std::log(static_cast<double>(level.ordinal - last));
  }

  static std::vector<uint32_t> leading_of(const LabelReading& reading) {
    std::vector<uint32_t> leading;
    for (std::size_t i = 0; i + 1 < reading.label.levels.size(); ++i) {
      leading.push_back(reading.label.levels[i].ordinal);
    }
    return leading;
  }

  // The label opens a list under `parent` (kNone: outermost).
  void open(const Hypothesis& from, uint32_t parent, const LabelReading& reading, uint32_t r,
            double cost, bool list_is_open) {
    const Level& level = reading.label.levels.back();
    const bool bullet = reading.style.kind == LevelKind::kBullet;
    uint32_t ordinal = reading.next_in_order ? 1 : level.ordinal;
    cost += bullet ? kNewBulletList : kNewList;
    bool in_order = true;
    if (parent != kNone && is_container_kind(reading.style.kind) &&
        rank_of(lists_[parent].style.kind) > rank_of(reading.style.kind)) {
      cost += kOddNesting;
    }
    // Each of several definitions has its own (a), (b).
    const bool anew = from.broken && ordinal == 1;
    if (list_is_open && !bullet && !anew) cost += kOddNesting;
    if (parent != kNone && is_worded(reading.style) &&
        lists_[parent].style.kind == reading.style.kind) {
      cost += kWordInWord;
    }
    const std::vector<uint32_t> leading = leading_of(reading);
    if (!leading.empty()) cost += parent_cost(parent, leading);
    const uint32_t last = bullet ? kNone : last_closed(from.closed, reading.style);
    const bool under_container = parent == kNone || is_container_kind(lists_[parent].style.kind);
    if (ordinal != 1 || (reading.next_in_order && !bullet && last != kNone)) {
      if (leading.empty() && last != kNone && (reading.next_in_order || ordinal == last + 1)) {
        cost += under_container ? kContinued : kContinuedOddly;
        ordinal = last + 1;
      } else if (last != kNone && under_container && ordinal > last) {
        cost += kGap + std::log(static_cast<double>(ordinal - last));
        in_order = false;
      } else {
        cost += kListNotFromOne + std::log(static_cast<double>(ordinal));
        in_order = false;
      }
    }
    List list;
    list.outer = parent;
    list.style = reading.style;
    list.ordinal = std::max(ordinal, reading.range_end);
    list.highest = list.ordinal;
    list.suffix = level.suffix;
    list.leading = leading;
    list.ordinal_text = std::string(reading.ordinal_text);
    list.depth = parent == kNone ? 0 : lists_[parent].depth + 1;
    finish(from, parent, list, cost, {LineRole::kLabelled, r, list.depth, ordinal, true, !in_order},
           reading);
  }

  // "7.1" wants 7 around it.
  double parent_cost(uint32_t parent, const std::vector<uint32_t>& leading) const {
    std::size_t i = leading.size();
    for (uint32_t l = parent; l != kNone && i > 0; l = lists_[l].outer) {
      const List& list = lists_[l];
      if (list.ordinal != leading[i - 1]) break;
      --i;
      if (!list.leading.empty()) i -= std::min(i, list.leading.size());
    }
    return i == 0 ? 0 : kWrongParent;
  }

  uint32_t last_closed(uint32_t closed, const LabelStyle& style) const {
    constexpr int kMostSteps = 24;
    for (int step = 0; closed != kNone && step < kMostSteps; ++step) {
      if (same_list(closed_[closed].style, style)) return closed_[closed].ordinal;
      closed = closed_[closed].older;
    }
    return kNone;
  }

  // Puts `list` in place of everything inside `keep` (the list itself when it goes on).
  void finish(const Hypothesis& from, uint32_t keep, List list, double cost,
              const LineVerdict& verdict, const LabelReading& reading) {
    Hypothesis next = from;
    next.cost += cost;
    if (next_.size() >= most_ && next.cost > worst_) return;
    for (uint32_t l = from.list; l != keep && l != kNone; l = lists_[l].outer) {
      if (lists_[l].style.kind == LevelKind::kBullet) continue;
      closed_.push_back({next.closed, lists_[l].style, lists_[l].ordinal, lists_[l].under()});
      next.closed = static_cast<uint32_t>(closed_.size() - 1);
    }
    lists_.push_back(std::move(list));
    next.list = static_cast<uint32_t>(lists_.size() - 1);
    next.label_only = reading.alone;
    next.broken = false;
    push(next, verdict);
  }

  void push(const Hypothesis& hypothesis, const LineVerdict& verdict) {
    trace_.push_back({hypothesis.before, verdict});
    next_.push_back(hypothesis);
    next_.back().before = static_cast<uint32_t>(trace_.size() - 1);
    worst_ = std::max(next_.size() == 1 ? hypothesis.cost : worst_, hypothesis.cost);
  }

  // Keeps the cheapest, one of each stack of lists.
  void prune() {
    std::stable_sort(next_.begin(), next_.end(),
                     [](const Hypothesis& a, const Hypothesis& b) { return a.cost < b.cost; });
    std::vector<Hypothesis> kept;
    for (const Hypothesis& hypothesis : next_) {
      if (kept.size() == kBeam) break;
      const bool twin = std::any_of(kept.begin(), kept.end(), [&](const Hypothesis& other) {
        return same_state(hypothesis, other);
      });
      if (!twin) kept.push_back(hypothesis);
    }
    next_.swap(kept);
  }

  bool same_state(const Hypothesis& a, const Hypothesis& b) const {
    if (a.label_only != b.label_only || a.broken != b.broken) return false;
    uint32_t x = a.list;
    uint32_t y = b.list;
    while (x != y) {
      if (x == kNone || y == kNone) return false;
      const List& p = lists_[x];
      const List& q = lists_[y];
      if (!(p.style == q.style) || p.ordinal != q.ordinal || p.leading != q.leading) return false;
      x = p.outer;
      y = q.outer;
    }
    return true;
  }

  std::vector<LineVerdict> best_path(const Hypothesis& best) const {
    std::vector<LineVerdict> verdicts(lines_.size());
    uint32_t at = best.before;
    for (std::size_t i = lines_.size(); i > 0; --i) {
      verdicts[i - 1] = trace_[at].verdict;
      at = trace_[at].before;
    }
    return verdicts;
  }

  const std::vector<LineChoice>& lines_;
  std::vector<List> lists_;
  std::vector<Closed> closed_;
  std::vector<Trace> trace_;
  std::vector<Hypothesis> next_;
  double worst_ = 0;
  std::size_t most_ = kBeam;  // from here on, what is dearer than all others is not pursued
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
