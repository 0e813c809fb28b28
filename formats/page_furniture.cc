#include "formats/page_furniture.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "formats/edge_line.h"

namespace synoptic {
namespace {

// Chosen on extracts from PDF of declarations and acts, with running headers of one to two lines.
constexpr std::size_t kDepth = 3;       // lines of furniture at one edge of a page
constexpr double kConstantShare = 0.3;  // of the pages; headers of even pages are on half
constexpr double kWordedShare = 0.5;    // a number among words must go up on so many pages
constexpr uint32_t kShortestWords = 3;  // letters of a running header
constexpr uint16_t kFarIndent = 20;     // columns; where no text of a page begins

struct Page {
  std::size_t first = 0;  // index of its first line
  std::size_t end = 0;
};

std::vector<Page> pages_of(const std::vector<PhysicalLine>& lines) {
  std::vector<Page> pages{{0, 0}};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].form_feed_before && i > 0) pages.push_back({i, i});
    pages.back().end = i + 1;
  }
  return pages;
}

enum class Edge { kTop, kBottom };

constexpr std::size_t kNone = SIZE_MAX;

// The outermost line of each page that is neither blank nor furniture; kNone where the page has no
// furniture so far at this depth, so that nothing further in can be.
std::vector<std::size_t> outermost(const std::vector<PhysicalLine>& lines,
                                   const std::vector<Page>& pages, const std::vector<bool>& gone,
                                   Edge edge, std::size_t depth) {
  std::vector<std::size_t> found;
  for (const Page& page : pages) {
    std::size_t removed = 0;
    std::size_t at = kNone;
    for (std::size_t k = 0; k < page.end - page.first; ++k) {
      const std::size_t i = edge == Edge::kTop ? page.first + k : page.end - 1 - k;
      if (lines[i].blank()) continue;
      if (!gone[i]) {
        at = i;
        break;
      }
      ++removed;
    }
    found.push_back(removed >= depth ? at : kNone);
  }
  return found;
}

struct Candidate {
  std::size_t page = 0;
  std::size_t line = 0;
  EdgeLine edge;
};

std::vector<Candidate> read_candidates(std::string_view text,
                                       const std::vector<PhysicalLine>& lines,
                                       const std::vector<std::size_t>& found) {
  std::vector<Candidate> candidates;
  for (std::size_t page = 0; page < found.size(); ++page) {
    if (found[page] == kNone) continue;
    EdgeLine edge = read_edge_line(slice(text, lines[found[page]].span));
    if (!edge.key.empty()) candidates.push_back({page, found[page], std::move(edge)});
  }
  return candidates;
}

std::size_t at_least(double share, std::size_t pages) {
  const auto part = static_cast<std::size_t>(share * static_cast<double>(pages) + 0.99);
  return std::max<std::size_t>(2, part);
}

// Words that repeat as they are.  On the first page they are the title itself and stay.
bool take_constant(const std::vector<Candidate>& candidates, std::string_view text,
                   const std::vector<PhysicalLine>& lines, std::size_t pages, Edge edge,
                   std::vector<bool>& gone) {
  std::map<std::string_view, std::size_t> count;
  const auto words = [&](const Candidate& c) { return slice(text, lines[c.line].span); };
  std::string_view title;
  if (edge == Edge::kTop && !candidates.empty() && candidates.front().page == 0) {
    title = words(candidates.front());
  }
  // Too short to be told from a label or a heading, were it not the title.
  const auto may_repeat = [&](const Candidate& c) {
    return c.edge.letters >= kShortestWords || (c.edge.letters > 0 && words(c) == title);
  };
  for (const Candidate& c : candidates) {
    if (may_repeat(c)) ++count[words(c)];
  }
  bool taken = false;
  for (const Candidate& c : candidates) {
    if (!may_repeat(c) || count[words(c)] < at_least(kConstantShare, pages)) continue;
    if (edge == Edge::kTop && c.page == 0) continue;
    gone[c.line] = true;
    taken = true;
  }
  return taken;
}

// A number that is the page's, give or take a constant.  A page has one: further bare numbers at
// its edges ("3" over "(1) ...") are the document's.
bool take_numbers(const std::vector<Candidate>& candidates, const std::vector<PhysicalLine>& lines,
                  std::vector<bool>& numbered, std::vector<bool>& gone) {
  struct Run {
    std::size_t pages = 0;
    bool bare = false;
  };
  using Key = std::tuple<std::string_view, std::size_t, int64_t>;  // key, which number, its lead
  std::map<Key, Run> runs;
  const auto each = [](const Candidate& c, auto visit) {
    for (std::size_t n = 0; n < c.edge.numbers.size(); ++n) {
      visit(Key{c.edge.key, n, int64_t{c.edge.numbers[n]} - static_cast<int64_t>(c.page)});
    }
  };
  for (const Candidate& c : candidates) {
    each(c, [&](const Key& key) {
      ++runs[key].pages;
      runs[key].bare = c.edge.is_bare();
    });
  }
  bool taken = false;
  for (const Candidate& c : candidates) {
    const bool first_number =
        c.edge.is_bare() && lines[c.line].indent >= kFarIndent && c.edge.numbers[0] == c.page + 1;
    bool is_number = first_number;
    each(c, [&](const Key& key) {
      const Run& run = runs[key];
      is_number |= run.pages >= (run.bare ? 2 : at_least(kWordedShare, numbered.size()));
    });
    if (!is_number || (c.edge.is_bare() && numbered[c.page])) continue;
    numbered[c.page] = true;
    gone[c.line] = true;
    taken = true;
  }
  return taken;
}

}  // namespace

std::vector<bool> furniture_of_pages(std::string_view text,
                                     const std::vector<PhysicalLine>& lines) {
  std::vector<bool> gone(lines.size(), false);
  const std::vector<Page> pages = pages_of(lines);
  if (pages.size() < 2) return gone;
  std::vector<bool> numbered(pages.size(), false);
  for (const Edge edge : {Edge::kBottom, Edge::kTop}) {
    for (std::size_t depth = 0; depth < kDepth; ++depth) {
      const auto found = outermost(lines, pages, gone, edge, depth);
      const auto candidates = read_candidates(text, lines, found);
      const bool numbers = take_numbers(candidates, lines, numbered, gone);
      const bool words = take_constant(candidates, text, lines, pages.size(), edge, gone);
      if (!numbers && !words) break;
    }
  }
  return gone;
}

namespace {

// Blank lines, furniture and form feeds between two lines of text.
struct Seam {
  uint16_t before = 0;  // blank lines before the first furniture or form feed
  uint16_t after = 0;   // and after the last
  bool furniture = false;
  bool form_feed = false;

  bool is_break() const { return furniture || form_feed; }
};

void add(uint16_t& count) { count = static_cast<uint16_t>(count + (count < UINT16_MAX)); }

void pass(Seam& seam, const PhysicalLine& line, bool gone) {
  if (line.form_feed_before) {
    seam.form_feed = true;
    seam.after = 0;
  }
  if (gone) {
    seam.furniture = true;
    seam.after = 0;
  } else if (line.blank()) {
    add(seam.is_break() ? seam.after : seam.before);
  }
}

// Blank lines that all furniture of the document has around it.
struct OwnBlanks {
  uint16_t before = UINT16_MAX;
  uint16_t after = UINT16_MAX;
  std::size_t seams = 0;

  void add(const Seam& seam) {
    if (!seam.furniture) return;
    before = std::min(before, seam.before);
    after = std::min(after, seam.after);
    ++seams;
  }
  uint16_t beyond(const Seam& seam) const {
    if (!seam.furniture) return static_cast<uint16_t>(seam.before + seam.after);
    // One page break shows nothing of what is usual: a blank line on each side.
    const uint16_t own_before = seams > 1 ? before : std::min<uint16_t>(before, 1);
    const uint16_t own_after = seams > 1 ? after : std::min<uint16_t>(after, 1);
    return static_cast<uint16_t>(seam.before - own_before + seam.after - own_after);
  }
};

// The running header of the first page, where the title that it repeats stands right below.
void take_first_header(std::string_view text, const std::vector<PhysicalLine>& lines,
                       std::vector<bool>& gone) {
  const auto next_text = [&](std::size_t i) {
    while (i < lines.size() && (lines[i].blank() || gone[i])) ++i;
    return i;
  };
  const std::size_t header = next_text(0);
  const std::size_t title = next_text(header + 1);
  if (title >= lines.size()) return;
  const std::string_view words = slice(text, lines[header].span);
  if (slice(text, lines[title].span) != words) return;
  for (std::size_t i = title; i < lines.size(); ++i) {
    if (gone[i] && slice(text, lines[i].span) == words) {
      gone[header] = true;
      return;
    }
  }
}

}  // namespace

std::vector<Line> without_furniture(std::string_view text, const std::vector<PhysicalLine>& lines) {
  const bool paged = std::any_of(lines.begin(), lines.end(),
                                 [](const PhysicalLine& line) { return line.form_feed_before; });
  std::vector<bool> gone = paged ? furniture_of_pages(text, lines) : furniture_in_text(text, lines);
  take_first_header(text, lines, gone);
  std::vector<Line> kept;
  std::vector<std::pair<std::size_t, Seam>> breaks;  // before which line
  OwnBlanks own;
  Seam seam;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    pass(seam, lines[i], gone[i]);
    if (gone[i] || lines[i].blank()) continue;
    Line line;
    line.span = lines[i].span;
    line.number = lines[i].number;
    line.indent = lines[i].indent;
    line.blank_before = seam.before;
    if (seam.is_break() && !kept.empty()) {
      line.page_break_before = true;
      own.add(seam);
      breaks.emplace_back(kept.size(), seam);
    }
    kept.push_back(std::move(line));
    seam = {};
  }
  for (const auto& [at, crossed] : breaks) kept[at].blank_before = own.beyond(crossed);
  if (!kept.empty()) kept.front().blank_before = 0;
  return kept;
}

}  // namespace synoptic
