#include "align/line_layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>

#include "text/characters.h"

namespace synoptic {

namespace {

// Layout costs in nats; set by hand on the measures of clause pairing.
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kBlankProceeds = 6;       // a blank line inside a paragraph
constexpr double kBlankCutProceeds = 2.5;  // the same where the sentence plainly goes on
constexpr double kShortLineProceeds = 3;   // the next word had fitted on the line before
constexpr double kShortLineCutProceeds = 1.2;
constexpr double kLocalFill = 0.88;  // proportional type makes columns uneven
constexpr double kRoomyStart = 3.0;  // room by the document's width, not by the block's
constexpr double kRoomyEndStart = 0.6;
constexpr double kRoomyEndProceeds = 1.0;
constexpr double kFullLineStart = 3.5;     // a paragraph that begins after a filled line
constexpr double kFullLineEndStart = 0.8;  // the same after the end of a sentence
constexpr double kUnwrappedProceeds = 8;
constexpr double kLowercaseStart = 1.5;
constexpr double kPageCutStart = 2.5;
constexpr double kPageEndStart = 0.5;
constexpr double kPageBlankProceeds = 4.0;
constexpr double kIndentStart = 0.2;  // a line set in, or out, as first lines are here
constexpr double kPlainIndent = 1.0;  // log odds from which an indent counts
constexpr double kEnoughIndents = 3;
constexpr double kFullLineEndUnlabelled = 0.7;
constexpr double kUnknownEndStart = 1.2;
constexpr double kUnknownEndUnlabelled = 2.0;

// How a line ends: with . : ; or their kin, without, or in a writing that has no such signs.
enum class Ending : uint8_t { kStop, kOpen, kUnknown };

struct LineFacts {
  std::string_view text;
  std::size_t columns = 0;     // with indent
  std::size_t first_word = 0;  // columns
  bool starts_lowercase = false;
  bool ends_bracket = false;
  Ending ending = Ending::kOpen;
};

std::size_t width_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (is_ignorable(c.value)) continue;
    columns += c.value >= 0x1100 &&
                       (is_unspaced(c.value) || (c.value >= 0xAC00 && c.value < 0xD7B0)) &&
                       c.value >= 0x2E80
                   ? 2
                   : 1;
  }
  return columns;
}

// Columns that the line before would have needed for the first word of this one.
std::size_t first_word_width(std::string_view text) {
  // Han and kana break after any character, Thai and its kin between words that we don't see.
  constexpr std::size_t kUnseenWord = 12;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) return width_of(text.substr(0, at));
    at += c.bytes;
    if (is_unspaced(c.value)) {
      return width_of(text.substr(0, at)) + (c.value >= 0x2E80 ? 0 : kUnseenWord);
    }
  }
  return width_of(text);
}

bool ends_statement(std::string_view text) {
  std::size_t end = text.size();
  for (int steps = 0; steps < 3; ++steps) {
    const CodePoint c = code_point_before(text, end);
    if (c.bytes == 0) return false;
    if (ends_sentence(c.value)) return true;
    if (c.value == ']' && steps == 0) return true;  // "[Repealed, 2004, c. 3, s. 5]"
    if (c.value == ';' || c.value == ':' || c.value == 0xFF1B || c.value == 0xFF1A ||
        c.value == 0x061B || c.value == 0xB7 || c.value == 0x1364 || c.value == 0x1361 ||
        c.value == 0x0F0D) {
      return true;
    }
    if (is_letter(c.value) || is_digit(c.value)) return false;
    end -= c.bytes;
  }
  return false;
}

LineFacts facts_of(const Text& text, const Line& line) {
  LineFacts facts;
  facts.text = slice(text.bytes, line.span);
  facts.columns = line.indent + width_of(facts.text);
  const CodePoint first = code_point_at(facts.text, 0);
  facts.first_word = first_word_width(facts.text);
  facts.starts_lowercase = is_lower(first.value);
  const char32_t last = code_point_before(facts.text, facts.text.size()).value;
  facts.ends_bracket = last == ')' || last == 0xFF09;
  facts.ending = ends_statement(facts.text) ? Ending::kStop : Ending::kOpen;
  return facts;
}

// Thai, Lao and others end no sentence with a sign: there its absence says nothing.
void forget_unused_stops(const Text& text, std::vector<LineFacts>& facts) {
  constexpr double kFewStops = 0.3;
  constexpr std::size_t kEnoughLastLines = 6;
  std::size_t last_lines = 0;
  std::size_t stopped = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool last = i + 1 == facts.size() || text.lines[i + 1].blank_before > 0;
    last_lines += last;
    stopped += last && facts[i].ending == Ending::kStop;
  }
  if (last_lines < kEnoughLastLines) return;
  if (static_cast<double>(stopped) >= kFewStops * static_cast<double>(last_lines)) return;
  for (LineFacts& line : facts) {
    if (line.ending == Ending::kOpen) line.ending = Ending::kUnknown;
  }
}

// Columns to which lines are filled: by the widest of the document, and by the widest between the
// blank lines around this one (a list is set narrower than the text).
struct Fill {
  std::size_t document = 0;
  std::size_t block = 0;
};

std::vector<std::size_t> block_widths(const Text& text, const std::vector<LineFacts>& facts) {
  std::vector<std::size_t> widths(facts.size());
  for (std::size_t begin = 0; begin < facts.size();) {
    std::size_t end = begin + 1;
    while (end < facts.size() && text.lines[end].blank_before == 0 &&
           !text.lines[end].page_break_before) {
      ++end;
    }
    std::size_t widest = 0;
    for (std::size_t i = begin; i < end; ++i) widest = std::max(widest, facts[i].columns);
    for (std::size_t i = begin; i < end; ++i) widths[i] = widest;
    begin = end;
  }
  return widths;
}

std::size_t document_width(const std::vector<LineFacts>& facts) {
  std::vector<std::size_t> columns;
  for (const LineFacts& line : facts) columns.push_back(line.columns);
  if (columns.empty()) return 0;
  const auto nth = columns.begin() + static_cast<std::ptrdiff_t>(columns.size() * 9 / 10);
  std::nth_element(columns.begin(), nth, columns.end());
  return *nth;
}

// What a change of indent means in this document: first lines may be set in, or all others.
enum class Indent { kDeeper, kSame, kShallower };

Indent indent_change(const Line& before, const Line& line) {
  if (line.indent > before.indent) return Indent::kDeeper;
  return line.indent < before.indent ? Indent::kShallower : Indent::kSame;
}

// Log odds of a paragraph's start after a deeper and after a shallower line, learnt from lines
// whose text alone tells: a label after the end of a statement, or lower case in mid-sentence.
class IndentHabit {
 public:
  void see(Indent change, bool starts) { ++(starts ? starts_ : proceeds_)[index(change)]; }

  double log_odds(Indent change) const {
    constexpr double kPrior = 0.5;
    constexpr double kMost = 4;
    const double starts = starts_[index(change)];
    const double proceeds = proceeds_[index(change)];
    if (change == Indent::kSame || starts + proceeds < kEnoughIndents) return 0;
    return std::clamp(std::log((starts + kPrior) / (proceeds + kPrior)), -kMost, kMost);
  }

 private:
  static std::size_t index(Indent change) { return static_cast<std::size_t>(change); }
  double starts_[3] = {};
  double proceeds_[3] = {};
};

IndentHabit indent_habit(const Text& text, const std::vector<LineFacts>& facts,
                         const std::vector<LineChoice>& lines) {
  IndentHabit habit;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (text.lines[i].blank_before > 0 || text.lines[i].page_break_before) continue;
    const Indent change = indent_change(text.lines[i - 1], text.lines[i]);
    if (facts[i - 1].ending != Ending::kOpen && !lines[i].readings.empty()) {
      habit.see(change, true);
    } else if (facts[i - 1].ending != Ending::kStop && lines[i].readings.empty()) {
      habit.see(change, false);
    }
  }
  return habit;
}

// Where a line could have taken the next word and did not, a paragraph has ended.
enum class Room { kNone, kByTheWidest, kPlain };

Room room_before(const LineFacts& before, const LineFacts& facts, const Fill& fill) {
  const auto needed = static_cast<double>(before.columns + 1 + facts.first_word);
  if (needed >= static_cast<double>(fill.document)) return Room::kNone;
  return needed < kLocalFill * static_cast<double>(fill.block) ? Room::kPlain : Room::kByTheWidest;
}

// The next word had hardly fitted, by the width of the document.
bool is_filled(const LineFacts& before, const LineFacts& facts, const Fill& fill) {
  const auto needed = static_cast<double>(before.columns + 1 + facts.first_word);
  return needed >= kLocalFill * static_cast<double>(fill.document);
}

LayoutCost filled_cost(const LineFacts& before, const LineFacts& facts, const Fill& fill) {
  const bool goes_on = before.ending == Ending::kOpen && facts.starts_lowercase;
  switch (room_before(before, facts, fill)) {
    case Room::kPlain:
      return {0, 0, goes_on ? kShortLineCutProceeds : kShortLineProceeds};
    case Room::kByTheWidest:
      if (before.ending == Ending::kStop) return {kRoomyEndStart, 0, kRoomyEndProceeds};
      if (before.ending == Ending::kUnknown) return {kUnknownEndStart, kUnknownEndUnlabelled, 0.5};
      return {kRoomyStart, 0, 0};
    case Room::kNone:
      break;
  }
  if (before.ending == Ending::kStop) return {kFullLineEndStart, kFullLineEndUnlabelled, 0};
  if (before.ending == Ending::kUnknown) return {kUnknownEndStart, kUnknownEndUnlabelled, 0};
  return {kFullLineStart, 0, 0};
}

LayoutCost wrapped_cost(const LineFacts& before, const LineFacts& facts, double indent_odds,
                        const Fill& fill) {
  const LayoutCost cost = filled_cost(before, facts, fill);
  if (indent_odds > kPlainIndent) return {kIndentStart, 0, cost.proceed_nats + indent_odds};
  // A line that plainly ended a paragraph outweighs the indent of the next.
  const bool ended = room_before(before, facts, fill) == Room::kPlain;
  if (indent_odds < -kPlainIndent && !ended) {
    return {cost.start_nats - indent_odds, cost.unlabelled_nats, cost.proceed_nats};
  }
  return cost;
}

// Whether blank lines at a page break tell a paragraph's end from a cut one: learnt from breaks
// where no sentence has ended and no label begins, which must have none.
bool blank_lines_tell(const Text& text, const std::vector<LineFacts>& facts,
                      const std::vector<LineChoice>& lines) {
  constexpr double kMostCutShare = 0.2;
  std::size_t cuts = 0;
  std::size_t cut_with_blanks = 0;
  std::size_t with_blanks = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!text.lines[i].page_break_before) continue;
    const bool blanks = text.lines[i].blank_before > 0;
    with_blanks += blanks;
    if (facts[i - 1].ending != Ending::kOpen || !lines[i].readings.empty()) continue;
    if (!lines[i - 1].readings.empty() && lines[i - 1].readings.front().alone) continue;
    ++cuts;
    cut_with_blanks += blanks;
  }
  return with_blanks > cut_with_blanks &&
         static_cast<double>(cut_with_blanks) <= kMostCutShare * static_cast<double>(cuts);
}

// What the document as a whole says of its layout.
struct Layout {
  bool wrapped = false;
  bool blank_lines_tell = false;  // at page breaks
};

LayoutCost layout_cost(const Line& line, const LineFacts& before, const LineFacts& facts,
                       double indent_odds, Layout layout, const Fill& fill) {
  if (line.starts_paragraph) return {0, 0, kNever};
  if (line.continues_paragraph) return {kNever, 0, 0};
  const bool wrapped = layout.wrapped;
  const bool goes_on = before.ending == Ending::kOpen && facts.starts_lowercase;
  LayoutCost cost;
  if (line.page_break_before && layout.blank_lines_tell &&
      (line.blank_before > 0 || before.ending != Ending::kOpen)) {
    cost = line.blank_before > 0 ? LayoutCost{0, 0, kPageBlankProceeds}
                                 : LayoutCost{kPageCutStart, 0, 0.2};
  } else if (line.page_break_before) {
    const bool cased = is_upper(code_point_at(facts.text, 0).value);
    if (before.ending == Ending::kStop) {
      cost = {kPageEndStart, 0, wrapped ? 1.0 : 3.0};
    } else {
      // A filled line that ends no sentence was cut by the page, whatever blank lines that left.
      const bool filled = wrapped && room_before(before, facts, fill) != Room::kPlain;
      const bool cut = goes_on || (filled && !cased) || (!wrapped && !cased);
      cost = cut ? LayoutCost{kPageCutStart, 0, 0.2}
                 : LayoutCost{line.blank_before > 0 ? 0.3 : 1.0, 0, filled ? 0.6 : 2.0};
    }
  } else if (line.blank_before > 0) {
    // A blank line that an extractor put into a sentence: the line before was filled.
    const bool cut = wrapped && goes_on && !before.ends_bracket && is_filled(before, facts, fill);
    return {0, cut ? kLowercaseStart : 0, cut ? kBlankCutProceeds : kBlankProceeds};
  } else if (!wrapped) {
    return {0, 0, kUnwrappedProceeds};
  } else {
    cost = wrapped_cost(before, facts, indent_odds, fill);
  }
  if (facts.starts_lowercase) cost.unlabelled_nats += kLowercaseStart;
  return cost;
}

// The head of the document: a title over several lines is one unit.
void join_title(const Text& text, const std::vector<LineFacts>& facts,
                const std::vector<LineChoice>& lines, std::vector<LayoutCost>& costs) {
  constexpr double kMostTitleLabel = 3;
  constexpr std::size_t kMostTitleLines = 5;
  constexpr std::size_t kMostTitleColumns = 120;
  const auto labelled = [&](std::size_t i) {
    return std::any_of(
        lines[i].readings.begin(), lines[i].readings.end(),
        [](const LabelReading& reading) { return reading.cost_nats < kMostTitleLabel; });
  };
  if (lines.empty() || labelled(0)) return;
  for (std::size_t i = 1; i < lines.size() && i < kMostTitleLines; ++i) {
    const bool plain = !labelled(i) && text.lines[i].blank_before == 0 &&
                       !text.lines[i].starts_paragraph && facts[i].columns < kMostTitleColumns &&
                       facts[i - 1].columns < kMostTitleColumns &&
                       facts[i].ending != Ending::kStop && facts[i - 1].ending != Ending::kStop;
    if (!plain) return;
    costs[i] = {kBlankProceeds, 0, 0};
  }
}

}  // namespace

std::vector<LayoutCost> layout_costs(const Text& text, const std::vector<LineChoice>& lines) {
  std::vector<LayoutCost> costs(lines.size());
  if (lines.empty()) return costs;
  std::vector<LineFacts> facts;
  facts.reserve(lines.size());
  for (const Line& line : text.lines) facts.push_back(facts_of(text, line));
  if (text.hard_wrapped) forget_unused_stops(text, facts);
  const std::size_t fill = document_width(facts);
  const std::vector<std::size_t> blocks = block_widths(text, facts);
  const IndentHabit habit = indent_habit(text, facts, lines);
  const Layout layout{text.hard_wrapped, blank_lines_tell(text, facts, lines)};
  costs[0] = {0, 0, kNever};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double odds = habit.log_odds(indent_change(text.lines[i - 1], text.lines[i]));
    costs[i] =
        layout_cost(text.lines[i], facts[i - 1], facts[i], odds, layout, {fill, blocks[i - 1]});
  }
  join_title(text, facts, lines, costs);
  return costs;
}

}  // namespace synoptic
