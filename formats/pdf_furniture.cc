#include "formats/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "formats/edge_line.h"
#include "formats/page_furniture.h"

namespace synoptic {

namespace {

constexpr float kSamePlace = 2;          // points
constexpr float kApart = 1.4f;           // of the leading, between furniture and text
constexpr double kNearlyAll = 0.8;       // of the pages
constexpr std::size_t kFewestPages = 4;  // from which the place alone tells

struct Place {
  std::size_t page = 0;
  std::size_t row = 0;
};

// All rows as lines of a text whose pages end with form feeds.
struct PagedText {
  std::string bytes;
  std::vector<PhysicalLine> lines;
  std::vector<Place> places;  // one a line
};

using Pages = std::vector<std::vector<PdfRow>>;

PagedText paged_text(const Pages& pages, const PdfMeasure& measure) {
  PagedText text;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (std::size_t row = 0; row < pages[page].size(); ++row) {
      PhysicalLine line;
      line.span.begin = static_cast<uint32_t>(text.bytes.size());
      const PdfLine whole = joined(pages[page][row], measure);
      text.bytes += text_of(whole, measure);
      line.span.end = static_cast<uint32_t>(text.bytes.size());
      text.bytes += '\n';
      line.number = static_cast<uint32_t>(text.lines.size() + 1);
      line.indent = static_cast<uint16_t>(
          std::clamp(2 * whole.box.left / measure.em, 0.0f, static_cast<float>(UINT16_MAX)));
      line.form_feed_before = row == 0 && page > 0;
      text.lines.push_back(line);
      text.places.push_back({page, row});
    }
  }
  return text;
}

class Furniture {
 public:
  Furniture(const Pages& pages, const PdfMeasure& measure)
      : pages_(pages), measure_(measure), text_(paged_text(pages, measure)) {
    gone_ = furniture_of_pages(text_.bytes, text_.lines);
    add_same_places();
    for (const bool top : {true, false}) add_standing_apart(top);
  }

  bool is_gone(std::size_t line) const { return gone_[line]; }
  const PagedText& text() const { return text_; }

 private:
  const PdfRow& row_of(std::size_t line) const {
    return pages_[text_.places[line].page][text_.places[line].row];
  }

  std::string key_of(std::size_t line) const {
    return read_edge_line(slice(text_.bytes, text_.lines[line].span)).key;
  }

  // Words and height as furniture elsewhere: the header of the first page is one too.
  void add_same_places() {
    std::map<std::string, std::vector<float>> heights;
    for (std::size_t i = 0; i < gone_.size(); ++i) {
      if (gone_[i]) heights[key_of(i)].push_back(row_of(i).front().box.middle());
    }
    if (heights.empty()) return;
    for (std::size_t i = 0; i < gone_.size(); ++i) {
      const auto known = heights.find(key_of(i));
      if (gone_[i] || known == heights.end() || known->first.empty()) continue;
      gone_[i] = std::any_of(known->second.begin(), known->second.end(), [&](float height) {
        return std::abs(height - row_of(i).front().box.middle()) < kSamePlace;
      });
    }
  }

  struct Edge {
    std::size_t line = 0;
    float height = 0;
    bool apart = false;
  };

  // The outermost row of each page that is left, and whether white parts it from the next.
  std::vector<Edge> edges(bool top) const {
    std::vector<std::vector<std::size_t>> left(pages_.size());
    for (std::size_t i = 0; i < gone_.size(); ++i) {
      if (!gone_[i]) left[text_.places[i].page].push_back(i);
    }
    std::vector<Edge> edges;
    for (std::vector<std::size_t>& lines : left) {
      if (lines.size() < 2) continue;
      if (!top) std::reverse(lines.begin(), lines.end());
      const float height = row_of(lines[0]).front().box.middle();
      const float step = std::abs(row_of(lines[1]).front().box.middle() - height);
      edges.push_back({lines[0], height, step > kApart * measure_.leading});
    }
    return edges;
  }

  void add_standing_apart(bool top) {
    const std::vector<Edge> found = edges(top);
    if (found.size() < kFewestPages) return;
    for (const Edge& one : found) {
      std::vector<std::size_t> same;
      for (const Edge& other : found) {
        if (other.apart && std::abs(other.height - one.height) < kSamePlace) {
          same.push_back(other.line);
        }
      }
      if (static_cast<double>(same.size()) < kNearlyAll * static_cast<double>(found.size())) {
        continue;
      }
      for (const std::size_t line : same) gone_[line] = true;
      return;
    }
  }

  const Pages& pages_;
  const PdfMeasure& measure_;
  PagedText text_;
  std::vector<bool> gone_;
};

}  // namespace

void remove_furniture(Pages& pages, const PdfMeasure& measure) {
  const Furniture furniture(pages, measure);
  Pages kept(pages.size());
  for (std::size_t i = 0; i < furniture.text().places.size(); ++i) {
    const auto [page, row] = furniture.text().places[i];
    if (!furniture.is_gone(i)) kept[page].push_back(std::move(pages[page][row]));
  }
  pages = std::move(kept);
}

}  // namespace synoptic
