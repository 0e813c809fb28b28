#include "align/outline.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "align/clause_tree.h"
#include "align/labels.h"
#include "align/learnt_labels.h"
#include "align/outline_search.h"
#include "text/characters.h"
#include "text/joining.h"

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
constexpr double kFullLineEndStart = 1.5;  // the same after the end of a sentence
constexpr double kUnwrappedProceeds = 8;
constexpr double kLowercaseStart = 1.5;
constexpr double kPageCutStart = 2.5;
constexpr double kPageEndStart = 0.5;
constexpr double kIndentStart = -1.0;

struct LineFacts {
  std::string_view text;
  std::size_t columns = 0;     // with indent
  std::size_t first_word = 0;  // columns
  bool starts_lowercase = false;
  bool ends_sentence = false;  // . : ; or their kin, brackets and quotes set aside
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

bool ends_statement(std::string_view text) {
  std::size_t end = text.size();
  for (int steps = 0; steps < 3; ++steps) {
    const CodePoint c = code_point_before(text, end);
    if (c.bytes == 0) return false;
    if (ends_sentence(c.value)) return true;
    if (c.value == ';' || c.value == ':' || c.value == 0xFF1B || c.value == 0xFF1A ||
        c.value == 0x061B || c.value == 0x1364 || c.value == 0x1361 || c.value == 0x0F0D) {
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
  if (is_unspaced(first.value)) {
    facts.first_word = 2;
  } else {
    const std::size_t space = facts.text.find(' ');
    facts.first_word = width_of(facts.text.substr(0, space));
  }
  facts.starts_lowercase = is_lower(first.value);
  facts.ends_sentence = ends_statement(facts.text);
  return facts;
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

// Where a line could have taken the next word and did not, a paragraph has ended.
enum class Room { kNone, kByTheWidest, kPlain };

Room room_before(const LineFacts& before, const LineFacts& facts, const Fill& fill) {
  const auto needed = static_cast<double>(before.columns + 1 + facts.first_word);
  if (needed >= static_cast<double>(fill.document)) return Room::kNone;
  return needed < kLocalFill * static_cast<double>(fill.block) ? Room::kPlain : Room::kByTheWidest;
}

LayoutCost wrapped_cost(const LineFacts& before, const LineFacts& facts, double indent_nats,
                        const Fill& fill) {
  const bool goes_on = !before.ends_sentence && facts.starts_lowercase;
  switch (room_before(before, facts, fill)) {
    case Room::kPlain:
      return {0, 0, goes_on ? kShortLineCutProceeds : kShortLineProceeds};
    case Room::kByTheWidest:
      if (before.ends_sentence) return {kRoomyEndStart + indent_nats, 0, kRoomyEndProceeds};
      return {kRoomyStart + indent_nats, 0, 0};
    case Room::kNone:
      break;
  }
  return {(before.ends_sentence ? kFullLineEndStart : kFullLineStart) + indent_nats, 0, 0};
}

LayoutCost layout_cost(const Line& line, const LineFacts& before, const LineFacts& facts,
                       const Line& line_before, bool wrapped, const Fill& fill) {
  if (line.starts_paragraph) return {0, 0, kNever};
  const bool goes_on = !before.ends_sentence && facts.starts_lowercase;
  LayoutCost cost;
  if (line.page_break_before) {
    const bool cased = is_upper(code_point_at(facts.text, 0).value);
    if (before.ends_sentence) {
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
    const bool cut = wrapped && goes_on && room_before(before, facts, fill) != Room::kPlain;
    return {0, cut ? kLowercaseStart : 0, cut ? kBlankCutProceeds : kBlankProceeds};
  } else if (!wrapped) {
    return {0, 0, kUnwrappedProceeds};
  } else {
    cost =
        wrapped_cost(before, facts, line.indent > line_before.indent + 1 ? kIndentStart : 0, fill);
  }
  if (facts.starts_lowercase) cost.unlabelled_nats = kLowercaseStart;
  return cost;
}

// The head of the document: a title over several lines is one unit.
void join_title(const Text& text, const std::vector<LineFacts>& facts,
                std::vector<LineChoice>& lines) {
  constexpr std::size_t kMostTitleLines = 5;
  constexpr std::size_t kMostTitleColumns = 120;
  for (std::size_t i = 1; i < lines.size() && i < kMostTitleLines; ++i) {
    const bool plain = lines[i].readings.empty() && text.lines[i].blank_before == 0 &&
                       !text.lines[i].starts_paragraph && facts[i].columns < kMostTitleColumns &&
                       facts[i - 1].columns < kMostTitleColumns && !facts[i].ends_sentence &&
                       !facts[i - 1].ends_sentence;
    if (!plain) return;
    lines[i].layout = {kBlankProceeds, 0, 0};
  }
}

Document build(const Text& text, const Convention& convention) {
  const std::vector<LabelPattern> learnt = learn_label_patterns(text, convention);
  std::vector<LineFacts> facts;
  for (const Line& line : text.lines) facts.push_back(facts_of(text, line));
  const std::size_t fill = document_width(facts);
  const std::vector<std::size_t> blocks = block_widths(text, facts);
  std::vector<LineChoice> lines(text.lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].readings = read_labels(facts[i].text, convention, learnt);
    lines[i].layout = i == 0 ? LayoutCost{0, 0, kNever}
                             : layout_cost(text.lines[i], facts[i - 1], facts[i], text.lines[i - 1],
                                           text.hard_wrapped, {fill, blocks[i - 1]});
  }
  join_title(text, facts, lines);
  return build_clause_tree(text, lines, choose_paragraphs(lines));
}

}  // namespace

Document outline(const Text& text, const Convention& convention) { return build(text, convention); }

Document outline(const Text& text, const Convention& convention, const Document&) {
  return build(text, convention);
}

Text text_of_lines(std::string_view utf8, std::string_view language) {
  Text text;
  text.bytes = utf8;
  text.language = language;
  text.encoding = "UTF-8";
  uint32_t number = 0;
  uint16_t blank = 0;
  for (std::size_t begin = 0; begin < utf8.size();) {
    std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    ++number;
    const std::string_view whole = utf8.substr(begin, end - begin);
    const std::string_view trimmed = trim(whole);
    if (trimmed.empty()) {
      ++blank;
    } else {
      Line line;
      line.span.begin = static_cast<uint32_t>(trimmed.data() - utf8.data());
      line.span.end = line.span.begin + static_cast<uint32_t>(trimmed.size());
      line.number = number;
      line.indent = static_cast<uint16_t>(trimmed.data() - whole.data());
      line.blank_before = std::exchange(blank, uint16_t{0});
      text.lines.push_back(line);
    }
    begin = end + 1;
  }
  return text;
}

}  // namespace synoptic
