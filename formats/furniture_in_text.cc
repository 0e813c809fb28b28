// Furniture without form feeds: chains of page numbers in the middle of a text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "formats/edge_line.h"
#include "formats/page_furniture.h"
#include "text/characters.h"
#include "text/columns.h"

namespace synoptic {
namespace {

// Chosen on extracts from PDF whose form feeds were taken out.
constexpr uint32_t kShortestPage = 8;  // lines of the source from one page number to the next
constexpr uint32_t kLongestPage = 150;
constexpr uint16_t kFarIndent = 20;       // columns; where no text of a page begins
constexpr std::size_t kSkewedCentre = 2;  // columns by which centred numbers stand apart
constexpr double kFarShare = 0.8;         // of the chain, that stands far from the text
constexpr double kRepeatShare = 0.6;      // of the chain, beside which one line repeats
constexpr double kCutShare = 0.25;        // of the chain, by which a sentence is cut
constexpr double kFilled = 0.7;           // of the usual width, by a line that goes on
constexpr double kUsualWidth = 0.9;       // quantile of the widths
constexpr std::size_t kMeasured = 2000;   // lines
constexpr double kUneven = 0.35;          // by which a page may be longer or shorter than usual
constexpr std::size_t kDepth = 3;         // lines of a header
constexpr uint32_t kMostLetters = 24;     // of the words beside a page number
constexpr uint32_t kUnnumberedPages = 2;  // at the end
constexpr std::size_t kNone = SIZE_MAX;

struct NumberLine {
  std::size_t line = 0;  // index
  EdgeLine edge;
  std::size_t centre = 0;  // column
  std::size_t previous = kNone;
  std::size_t length = 1;  // of the chain up to here
};

struct Source {
  std::string_view text;
  const std::vector<PhysicalLine>& lines;
  std::size_t width = 0;  // columns of a full line

  std::string_view words(std::size_t i) const { return slice(text, lines[i].span); }
  std::size_t next(std::size_t i) const {
    for (++i; i < lines.size(); ++i) {
      if (!lines[i].blank()) return i;
    }
    return kNone;
  }
  std::size_t before(std::size_t i) const {
    while (i-- > 0) {
      if (!lines[i].blank()) return i;
    }
    return kNone;
  }
  std::size_t right_edge(std::size_t i) const { return lines[i].indent + columns_of(words(i)); }
  bool stands_off(std::size_t i) const {
    return (i == 0 || lines[i - 1].blank()) || (i + 1 == lines.size() || lines[i + 1].blank());
  }
};

bool may_hold_page_number(const EdgeLine& edge) {
  if (edge.numbers.empty() || edge.numbers.size() > 2 || edge.letters > kMostLetters) return false;
  // "(3)", "3." and "3)" are labels.
  return edge.letters > 0 || edge.decorated || edge.key == "#" || edge.key == "i";
}

// Rules out most lines before they are read.
bool may_be_short(std::string_view words) {
  if (words.empty() || words.size() > 4 * kMostLetters) return false;
  const auto is_ascii_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  return std::count_if(words.begin(), words.end(), is_ascii_letter) <=
         static_cast<std::ptrdiff_t>(kMostLetters);
}

std::vector<NumberLine> number_lines(const Source& source) {
  std::vector<NumberLine> found;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string_view words = source.words(i);
    if (!may_be_short(words)) continue;
    EdgeLine edge = read_edge_line(words);
    if (!may_hold_page_number(edge)) continue;
    const std::size_t centre = source.lines[i].indent + columns_of(words) / 2;
    found.push_back({i, std::move(edge), centre, kNone, 1});
  }
  return found;
}

bool continues(const Source& source, const NumberLine& before, const NumberLine& after) {
  const uint32_t distance = source.lines[after.line].number - source.lines[before.line].number;
  if (distance < kShortestPage || distance > kLongestPage) return false;
  if (before.edge.numbers.size() == 2 && before.edge.numbers[1] != after.edge.numbers[1]) {
    return false;
  }
  const auto [least, most] = std::minmax(before.centre, after.centre);
  return before.edge.letters > 0 || most - least <= kSkewedCentre;
}

// Links each line to the one that holds the number before; the longest chain wins.
void link_chains(const Source& source, std::vector<NumberLine>& numbers) {
  std::map<std::pair<std::string, uint32_t>, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    NumberLine& here = numbers[i];
    const uint32_t number = here.edge.numbers[0];
    if (number > 0) {
      auto& before = holders[{here.edge.key, number - 1}];
      for (auto at = before.rbegin(); at != before.rend(); ++at) {
        const NumberLine& other = numbers[*at];
        const uint32_t distance = source.lines[here.line].number - source.lines[other.line].number;
        if (distance > kLongestPage) break;
        if (other.length < here.length || !continues(source, other, here)) continue;
        here.previous = *at;
        here.length = other.length + 1;
      }
    }
    holders[{here.edge.key, number}].push_back(i);
  }
}

using Chain = std::vector<const NumberLine*>;

std::vector<Chain> chains_of(const std::vector<NumberLine>& numbers) {
  std::vector<bool> used(numbers.size(), false);
  std::vector<std::size_t> order(numbers.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return numbers[a].length > numbers[b].length;
  });
  std::vector<Chain> chains;
  for (const std::size_t last : order) {
    Chain chain;
    for (std::size_t i = last; i != kNone && !used[i]; i = numbers[i].previous) {
      chain.push_back(&numbers[i]);
      used[i] = true;
    }
    std::reverse(chain.begin(), chain.end());
    if (!chain.empty()) chains.push_back(std::move(chain));
  }
  return chains;
}

// "(1) ..." repeats over the sections of an act and heads no page.
bool may_head_page(const EdgeLine& edge) {
  const CodePoint first = code_point_at(edge.key, 0);
  return edge.letters >= 3 && (is_letter(first.value) || edge.key.starts_with("# "));
}

// How many of `neighbours` hold the words that most of them hold.
std::size_t most_alike(const Source& source, const std::vector<std::size_t>& neighbours) {
  std::map<std::string, std::size_t> count;
  std::size_t most = 0;
  for (const std::size_t i : neighbours) {
    if (i == kNone) continue;
    const EdgeLine edge = read_edge_line(source.words(i));
    if (may_head_page(edge)) most = std::max(most, ++count[edge.key]);
  }
  return most;
}

bool begins_small(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_letter(c.value)) return !is_upper(c.value);
    if (is_digit(c.value)) return false;
    at += c.bytes;
  }
  return false;
}

// Does the text go on over the number in the middle of a sentence?  A heading, which has no full
// stop either, does not fill its line.
bool cuts_sentence(const Source& source, std::size_t before, std::size_t after) {
  if (before == kNone || after == kNone) return false;
  if (static_cast<double>(source.right_edge(before)) < kFilled * static_cast<double>(source.width))
    return false;
  const std::string_view line = source.words(before);
  const char32_t last = code_point_before(line, line.size()).value;
  return !ends_clause(last) && is_letter(last) && begins_small(source.words(after));
}

bool is_even(const Source& source, const Chain& chain) {
  if (chain.size() < 3) return false;
  std::vector<uint32_t> distances;
  for (std::size_t i = 1; i < chain.size(); ++i) {
    distances.push_back(source.lines[chain[i]->line].number -
                        source.lines[chain[i - 1]->line].number);
  }
  std::vector<uint32_t> sorted = distances;
  std::sort(sorted.begin(), sorted.end());
  const double usual = sorted[sorted.size() / 2];
  distances.pop_back();  // the last page ends where the text ends
  return std::all_of(distances.begin(), distances.end(), [&](uint32_t distance) {
    return std::abs(distance - usual) <= kUneven * usual;
  });
}

std::size_t share_of(double share, const Chain& chain) {
  const auto part = static_cast<std::size_t>(share * static_cast<double>(chain.size()) + 0.99);
  return std::max<std::size_t>(2, part);
}

// One page number is believed where the document's first line follows it, far from the text.
bool is_lone_page_number(const Source& source, const NumberLine& number) {
  const std::size_t after = source.next(number.line);
  const std::size_t first = source.lines[0].blank() ? source.next(0) : 0;
  return number.edge.is_bare() && number.edge.numbers[0] <= 2 && after != kNone &&
         source.lines[number.line].indent >= kFarIndent &&
         source.words(after) == source.words(first);
}

// "3 of 9", "3/9": the second number is the last page's.
bool counts_to_total(const Chain& chain) {
  const std::vector<uint32_t>& last = chain.back()->edge.numbers;
  return last.size() == 2 && last[0] <= last[1] && last[1] - last[0] <= kUnnumberedPages;
}

bool are_page_numbers(const Source& source, const Chain& chain) {
  if (chain.size() == 1) return is_lone_page_number(source, *chain.front());
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
  std::size_t far = 0;
  for (const NumberLine* number : chain) {
    before.push_back(source.before(number->line));
    after.push_back(source.next(number->line));
    far += source.lines[number->line].indent >= kFarIndent && source.stands_off(number->line);
  }
  const std::size_t enough = share_of(kRepeatShare, chain);
  const bool header = most_alike(source, after) >= enough;
  const bool footer = most_alike(source, before) >= enough;
  std::size_t cuts = 0;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const std::size_t first = footer && before[i] != kNone ? source.before(before[i]) : before[i];
    const std::size_t second = header && after[i] != kNone ? source.next(after[i]) : after[i];
    cuts += cuts_sentence(source, first, second);
  }
  const EdgeLine& edge = chain.front()->edge;
  if (edge.decorated || counts_to_total(chain) ||
      (far >= share_of(kFarShare, chain) && edge.is_bare()))
    return true;
  if (header || footer) {
    return cuts >= share_of(kCutShare, chain) || (is_even(source, chain) && cuts > 0);
  }
  return is_even(source, chain) && cuts >= share_of(kCutShare, chain);
}

// Lines beside the numbers that repeat.  The title itself, which stands once more on the first
// page, is beside none.
void take_neighbours(const Source& source, const Chain& chain, bool below,
                     std::vector<bool>& gone) {
  std::vector<std::size_t> at;
  for (const NumberLine* number : chain) at.push_back(number->line);
  for (std::size_t depth = 0; depth < kDepth; ++depth) {
    std::map<std::string_view, std::size_t> count;
    for (std::size_t& i : at) {
      if (i != kNone) i = below ? source.next(i) : source.before(i);
      if (i != kNone) ++count[source.words(i)];
    }
    const std::size_t first = source.lines[0].blank() ? source.next(0) : 0;
    bool taken = false;
    for (std::size_t& i : at) {
      if (i == kNone) continue;
      const std::string_view words = source.words(i);
      const std::size_t least =
          words == source.words(first) && i != first ? 1 : share_of(kRepeatShare, chain);
      const bool furniture =
          count[words] >= least && !gone[i] && (least == 1 || may_head_page(read_edge_line(words)));
      if (furniture) gone[i] = true;
      if (!furniture) i = kNone;
      taken |= furniture;
    }
    if (!taken) break;
  }
}

std::size_t usual_width(std::string_view text, const std::vector<PhysicalLine>& lines) {
  std::vector<std::size_t> widths;
  for (const PhysicalLine& line : lines) {
    if (widths.size() >= kMeasured) break;
    if (!line.blank()) widths.push_back(line.indent + columns_of(slice(text, line.span)));
  }
  if (widths.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(kUsualWidth * static_cast<double>(widths.size() - 1));
  std::nth_element(widths.begin(), widths.begin() + at, widths.end());
  return widths[static_cast<std::size_t>(at)];
}

// The last page may be too short for its number to be in the chain.
void take_last_number(const Source& source, const Chain& chain, std::vector<bool>& gone) {
  const std::size_t last = source.before(source.lines.size());
  const EdgeLine edge = read_edge_line(source.words(last));
  const EdgeLine& before = chain.back()->edge;
  if (edge.key == before.key && edge.numbers[0] == before.numbers[0] + 1) gone[last] = true;
}

}  // namespace

std::vector<bool> furniture_in_text(std::string_view text, const std::vector<PhysicalLine>& lines) {
  std::vector<bool> gone(lines.size(), false);
  if (lines.empty()) return gone;
  const Source source{text, lines, usual_width(text, lines)};
  std::vector<NumberLine> numbers = number_lines(source);
  link_chains(source, numbers);
  for (const Chain& chain : chains_of(numbers)) {
    if (!are_page_numbers(source, chain)) continue;
    for (const NumberLine* number : chain) gone[number->line] = true;
    take_last_number(source, chain, gone);
    take_neighbours(source, chain, true, gone);
    take_neighbours(source, chain, false, gone);
  }
  return gone;
}

}  // namespace synoptic
