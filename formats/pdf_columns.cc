#include "formats/pdf_columns.h"

#include <algorithm>
#include <optional>
#include <span>

namespace synoptic {

namespace {

// In em, but for shares; chosen on acts in two columns and on tables, in nine scripts.
constexpr float kGutter = 0.6f;       // the narrowest white gap that begins columns
constexpr float kStillGutter = 0.2f;  // and that parts them still

constexpr float kLabelWidth = 5;      // the widest of labels before hanging paragraphs
constexpr float kNarrowestText = 7;   // column of text
constexpr float kRagged = 2.5f;       // to where lines of a column are filled
constexpr float kFullShare = 0.5f;    // of its lines
constexpr float kApart = 1.3f;        // of the leading; a wider step parts paragraphs
constexpr float kBetween = 0.95f;     // of the leading; a smaller step is to another column
constexpr float kFarBelow = 1.8f;     // of the leading; where a column has ended
constexpr float kCommonShare = 0.6f;  // of the steps between paragraphs, in all columns of a table
constexpr float kFilledRows = 0.6f;   // of the rows of a table
constexpr std::size_t kFewestRows = 2;
constexpr std::size_t kFewestTextRows = 4;

struct Gap {
  float left = 0;
  float right = 0;
};

using Rows = std::span<const PdfRow>;

float middle_of(const PdfRow& row) { return row.front().box.middle(); }

// The white between the pieces of a row, the margins as well where `margins`.
std::vector<Gap> white_of(const PdfRow& row, bool margins) {
  constexpr float kEdge = 100000;
  std::vector<Gap> white;
  float from = margins ? -kEdge : row.front().box.right;
  for (const PdfLine& piece : row) {
    if (piece.box.left > from) white.push_back({from, piece.box.left});
    from = std::max(from, piece.box.right);
  }
  if (margins) white.push_back({from, kEdge});
  return white;
}

std::vector<Gap> common_white(const std::vector<Gap>& a, const std::vector<Gap>& b, float least) {
  std::vector<Gap> common;
  for (const Gap& one : a) {
    for (const Gap& other : b) {
      const Gap both{std::max(one.left, other.left), std::min(one.right, other.right)};
      if (both.right - both.left >= least) common.push_back(both);
    }
  }
  return common;
}

// Rows that leave the same gaps white.
struct Section {
  std::size_t rows = 0;
  std::vector<Gap> gutters;  // from left to right; none where the rows are plain lines
};

std::size_t column_of(const PdfLine& piece, const std::vector<Gap>& gutters) {
  const float middle = (piece.box.left + piece.box.right) / 2;
  return static_cast<std::size_t>(std::count_if(
      gutters.begin(), gutters.end(), [&](const Gap& gutter) { return gutter.left < middle; }));
}

// Rows of the first column behind the last of another, if they stand apart from it.
std::size_t without_tail(Rows rows, const std::vector<Gap>& gutters, const PdfMeasure& measure) {
  std::size_t last = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (column_of(rows[i].back(), gutters) > 0) last = i;
  }
  for (std::size_t i = last + 1; i < rows.size(); ++i) {
    if (middle_of(rows[i]) - middle_of(rows[i - 1]) > kFarBelow * measure.leading) return i;
  }
  return rows.size();
}

// The gaps within the first row, or between it and the next where the lines of two columns stand
// on different heights.
std::vector<Gap> first_gaps(Rows rows, const PdfMeasure& measure) {
  if (rows[0].size() > 1 || rows.size() == 1) return white_of(rows[0], false);
  const bool between = middle_of(rows[1]) - middle_of(rows[0]) < kBetween * measure.leading;
  if (!between) return {};
  PdfRow both = rows[0];
  both.insert(both.end(), rows[1].begin(), rows[1].end());
  std::stable_sort(both.begin(), both.end(),
                   [](const PdfLine& a, const PdfLine& b) { return a.box.left < b.box.left; });
  for (std::size_t i = 1; i < both.size(); ++i) {
    if (both[i].box.left < both[i - 1].box.right) return {};
  }
  return white_of(both, false);
}

// The first section of the rows.
Section section_of(Rows rows, const PdfMeasure& measure) {
  const float least = kGutter * measure.em;
  const float still = kStillGutter * measure.em;
  std::size_t begin = 0;
  std::vector<Gap> gutters;
  for (; begin < rows.size(); ++begin) {
    const std::vector<Gap> gaps = first_gaps(rows.subspan(begin), measure);
    gutters = common_white(gaps, gaps, least);
    if (!gutters.empty()) break;
  }
  if (begin > 0 || rows.empty()) return {begin, {}};
  std::size_t end = 1;
  for (; end < rows.size() && !gutters.empty(); ++end) {
    std::vector<Gap> left = common_white(gutters, white_of(rows[end], true), still);
    if (left.empty()) break;
    gutters = std::move(left);
  }
  if (gutters.empty()) return {1, {}};
  return {without_tail(rows.first(end), gutters, measure), std::move(gutters)};
}

using Columns = std::vector<std::vector<PdfLine>>;

// What stands in each column; pieces of one row and column are one line.
Columns columns_of(Rows rows, const std::vector<Gap>& gutters, const PdfMeasure& measure) {
  Columns columns(gutters.size() + 1);
  for (const PdfRow& row : rows) {
    std::vector<PdfRow> pieces(columns.size());
    for (const PdfLine& piece : row) pieces[column_of(piece, gutters)].push_back(piece);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!pieces[c].empty()) columns[c].push_back(joined(pieces[c], measure));
    }
  }
  return columns;
}

bool are_labels(const std::vector<PdfLine>& column, const std::vector<PdfLine>& next,
                const PdfMeasure& measure) {
  return std::all_of(column.begin(), column.end(), [&](const PdfLine& line) {
    const bool beside = std::any_of(next.begin(), next.end(), [&](const PdfLine& other) {
      return std::abs(other.box.middle() - line.box.middle()) < measure.em / 2;
    });
    return beside && line.box.width() <= kLabelWidth * measure.em;
  });
}

bool is_filled(const std::vector<PdfLine>& column, const PdfMeasure& measure) {
  if (column.size() < kFewestTextRows) return false;
  float left = column.front().box.left;
  float right = column.front().box.right;
  for (const PdfLine& line : column) {
    left = std::min(left, line.box.left);
    right = std::max(right, line.box.right);
  }
  if (right - left < kNarrowestText * measure.em) return false;
  const auto full = std::count_if(column.begin(), column.end(), [&](const PdfLine& line) {
    return line.box.right >= right - kRagged * measure.em;
  });
  return static_cast<float>(full) >= kFullShare * static_cast<float>(column.size());
}

// Heights at which something begins behind a step wider than from line to line.
std::vector<float> beginnings(const std::vector<float>& middles, const PdfMeasure& measure) {
  std::vector<float> found;
  for (std::size_t i = 1; i < middles.size(); ++i) {
    if (middles[i] - middles[i - 1] > kApart * measure.leading) found.push_back(middles[i]);
  }
  return found;
}

std::vector<float> middles_of(const std::vector<PdfLine>& column) {
  std::vector<float> middles;
  for (const PdfLine& line : column) middles.push_back(line.box.middle());
  return middles;
}

// Where the rows of a table begin; none where the rows are no table's.
std::optional<std::vector<float>> table_rows(Rows rows, const Columns& columns,
                                             const PdfMeasure& measure) {
  std::vector<float> middles;
  std::size_t filled = 0;
  for (const PdfRow& row : rows) {
    middles.push_back(middle_of(row));
    filled += row.size() >= columns.size();
  }
  const std::vector<float> bands = beginnings(middles, measure);
  std::size_t most = 0;
  for (const auto& column : columns) {
    most = std::max(most, beginnings(middles_of(column), measure).size());
  }
  const bool aligned =
      !bands.empty() && static_cast<float>(bands.size()) >= kCommonShare * static_cast<float>(most);
  if (aligned) {
    std::vector<float> found{middles.front()};
    found.insert(found.end(), bands.begin(), bands.end());
    return found;
  }
  const bool text = std::all_of(columns.begin(), columns.end(),
                                [&](const auto& column) { return is_filled(column, measure); });
  if (text || static_cast<float>(filled) < kFilledRows * static_cast<float>(rows.size())) {
    return std::nullopt;
  }
  return middles;
}

class Order {
 public:
  Order(const PdfMeasure& measure, PdfRegion& region) : measure_(measure), region_(region) {}

  void add_plain(Rows rows) {
    for (const PdfRow& row : rows) add(joined(row, measure_), false);
    // The region goes on over plain rows until something else comes.
    open_ = true;
  }

  void add_columns(const Columns& columns) {
    close();
    for (const auto& column : columns) {
      for (const PdfLine& line : column) add(line, false);
      ++region_;
    }
  }

  // `begins`: where its rows do.
  void add_table(const Columns& columns, const std::vector<float>& begins) {
    close();
    for (std::size_t row = 0; row < begins.size(); ++row) {
      for (const auto& column : columns) {
        for (const PdfLine& line : column) {
          const float middle = line.box.middle() + kSlack;
          const bool here = (row == 0 || middle >= begins[row]) &&
                            (row + 1 == begins.size() || middle < begins[row + 1]);
          if (here) add(line, true);
        }
        ++region_;
      }
    }
  }

  void close() {
    if (open_) ++region_;
    open_ = false;
  }

  std::vector<PdfLine> lines;

 private:
  static constexpr float kSlack = 2;  // points between pieces of one row

  void add(PdfLine line, bool is_cell) {
    line.region = region_;
    line.is_cell = is_cell;
    lines.push_back(std::move(line));
  }

  const PdfMeasure& measure_;
  PdfRegion& region_;
  bool open_ = false;
};

bool are_lines(const Section& section, const Columns& columns, const PdfMeasure& measure) {
  if (section.gutters.empty()) return true;
  const auto several = std::count_if(columns.begin(), columns.end(), [](const auto& column) {
    return column.size() >= kFewestRows;
  });
  if (several < 2) return true;
  return columns.size() == 2 && are_labels(columns[0], columns[1], measure);
}

}  // namespace

std::vector<PdfLine> lines_in_order(const std::vector<PdfRow>& all, const PdfMeasure& measure,
                                    PdfRegion& region) {
  Order order(measure, region);
  for (Rows rest(all); !rest.empty();) {
    const Section section = section_of(rest, measure);
    const Rows rows = rest.first(section.rows);
    rest = rest.subspan(section.rows);
    const Columns columns = columns_of(rows, section.gutters, measure);
    if (are_lines(section, columns, measure)) {
      order.add_plain(rows);
    } else if (const auto begins = table_rows(rows, columns, measure)) {
      order.add_table(columns, *begins);
    } else {
      order.add_columns(columns);
    }
  }
  order.close();
  return std::move(order.lines);
}

}  // namespace synoptic
