#include "formats/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "formats/paragraph_text.h"
#include "text/bidi.h"
#include "text/characters.h"
#include "text/columns.h"
#include "text/encoding.h"
#include "text/logical_order.h"

namespace synoptic {

namespace {

// In em; chosen on acts printed by a browser and by a word processor, in nine scripts.
constexpr float kBlank = 0.085f;      // the narrowest
constexpr float kWideBlank = 0.4f;    // between Han characters, which never touch
constexpr float kSeenBlank = 0.22f;   // between letters of Thai and its kin, whose marks leave gaps
constexpr float kPieceGap = 1.4f;     // wider than the blanks of a justified line
constexpr float kHanPieceGap = 0.7f;  // the same between Han characters
constexpr float kLevel = 0.12f;       // between the middles of words of a line
constexpr float kSameRow = 0.3f;      // between the middles of pieces
constexpr float kRaisedGap = 0.5f;    // between a word and what is raised behind it
constexpr float kUsualLeading = 1.3f;     // of a document that shows none
constexpr std::size_t kSureColumns = 10;  // a shorter line shows no em
// Parts of a box's height.
constexpr float kRaisedHeight = 0.82f;  // of the letters next to it
constexpr float kRaisedBottom = 0.12f;

float median(std::vector<float> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

float own_em(const std::vector<PdfWord>& words) {
  float width = 0;
  for (const PdfWord& word : words) width += word.box.width();
  const auto columns = static_cast<float>(columns_of(words));
  return columns > 0 ? 2 * width / columns : 0;
}

void mirror(PdfPage& page) {
  const auto turn = [&](PdfBox& box) {
    box = {page.width - box.right, box.top, page.width - box.left, box.bottom};
  };
  for (PdfRun& run : page.runs) {
    turn(run.box);
    for (PdfWord& word : run.words) turn(word.box);
    std::reverse(run.words.begin(), run.words.end());
  }
}

bool most_run_right_to_left(const std::vector<PdfPage>& pages) {
  std::size_t right_to_left = 0;
  std::size_t all = 0;
  for (const PdfPage& page : pages) {
    for (const PdfRun& run : page.runs) {
      for (const PdfWord& word : run.words) {
        all += word.text.size();
        if (has_right_to_left(word.text)) right_to_left += word.text.size();
      }
    }
  }
  return 2 * right_to_left > all;
}

// The height that most letters of the words have.
float main_height(const std::vector<PdfWord>& words) {
  std::size_t most = 0;
  float height = 0;
  for (const PdfWord& word : words) {
    const std::size_t letters = columns_of(word.text);
    if (letters < most || (letters == most && word.box.height() <= height)) continue;
    most = letters;
    height = word.box.height();
  }
  return height;
}

// Smaller than its neighbours and above them.
bool is_raised(const PdfWord& word, const PdfLine& line) {
  const float height = line.height;
  if (word.box.height() > kRaisedHeight * height) return false;
  const float bottom = line.box.bottom;
  return word.box.bottom < bottom - kRaisedBottom * height;
}

// Raised pieces are a row of their own at first; they belong to the words that they touch.
bool is_raised_beside(const PdfLine& piece, const PdfLine& other, const PdfMeasure& measure) {
  if (piece.height > kRaisedHeight * other.height) return false;
  const float middle = piece.box.middle();
  if (middle < other.box.top || middle > other.box.bottom) return false;
  const float gap = std::max(piece.box.left - other.box.right, other.box.left - piece.box.right);
  return gap < kRaisedGap * measure.em && gap > -measure.em;
}

bool parts_pieces(const PdfWord& a, const PdfWord& b, const PdfMeasure& measure) {
  const bool han = is_east_asian(code_point_before(a.text, a.text.size()).value) &&
                   is_east_asian(code_point_at(b.text, 0).value);
  // Words on two heights with a gap between them stand in two columns.
  const bool level = std::abs(a.box.middle() - b.box.middle()) < kLevel * measure.em;
  return b.box.left - a.box.right > (han || !level ? kHanPieceGap : kPieceGap) * measure.em;
}

std::vector<PdfLine> pieces_of(const PdfPage& page, const PdfMeasure& measure) {
  std::vector<PdfLine> pieces;
  for (const PdfRun& run : page.runs) {
    std::vector<PdfWord> words;
    for (const PdfWord& word : run.words) {
      const bool far = !words.empty() && parts_pieces(words.back(), word, measure);
      if (far) pieces.push_back(line_of(std::exchange(words, {}), measure));
      words.push_back(word);
    }
    if (!words.empty()) pieces.push_back(line_of(std::move(words), measure));
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  return pieces;
}

// From a row to the next that stands below it, not beside it in another column; 0 where none is
// near.
float step_below(const std::vector<PdfRow>& rows, std::size_t i, const PdfMeasure& measure) {
  constexpr std::size_t kNear = 4;
  const PdfBox& above = rows[i].front().box;
  for (std::size_t j = i + 1; j < rows.size() && j <= i + kNear; ++j) {
    for (const PdfLine& piece : rows[j]) {
      const bool below = piece.box.left < above.right && piece.box.right > above.left;
      if (below) return piece.em < 1.2f * measure.em ? piece.box.middle() - above.middle() : 0;
    }
  }
  return 0;
}

float leading_of(const std::vector<PdfPage>& pages, const PdfMeasure& measure) {
  std::vector<float> steps;
  for (const PdfPage& page : pages) {
    const std::vector<PdfRow> rows = rows_of(page, measure);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const float step = step_below(rows, i, measure);
      if (step < 2.5f * measure.em && step > 0.8f * measure.em) steps.push_back(step);
    }
  }
  if (steps.size() < 3) return kUsualLeading * measure.em;
  std::sort(steps.begin(), steps.end());
  return steps[steps.size() * 3 / 10];
}

// What stands between two words of a line.
bool blank_between(const PdfWord& a, const PdfWord& b, const PdfMeasure& measure, float em) {
  const PdfWord& left = measure.right_to_left ? b : a;
  const PdfWord& right = measure.right_to_left ? a : b;
  const float gap = b.box.left - a.box.right;
  const char32_t before = code_point_before(left.text, left.text.size()).value;
  const char32_t after = code_point_at(right.text, 0).value;
  if (is_east_asian(before) && is_east_asian(after)) return gap > kWideBlank * em;
  return gap > (is_unspaced(before) && is_unspaced(after) ? kSeenBlank : kBlank) * em;
}

}  // namespace

std::size_t columns_of(const std::vector<PdfWord>& words) {
  std::size_t columns = 0;
  for (const PdfWord& word : words) columns += columns_of(word.text);
  return columns;
}

PdfMeasure measure_pages(std::vector<PdfPage>& pages) {
  PdfMeasure measure;
  measure.right_to_left = most_run_right_to_left(pages);
  std::vector<float> ems;
  std::vector<float> heights;
  for (PdfPage& page : pages) {
    if (measure.right_to_left) mirror(page);
    for (const PdfRun& run : page.runs) {
      // Long lines count for more: headings and cells are many in some documents.
      const std::size_t columns = columns_of(run.words);
      const std::size_t weight = columns / kSureColumns;
      ems.insert(ems.end(), weight, own_em(run.words));
      heights.insert(heights.end(), weight, main_height(run.words));
    }
  }
  measure.em = median(std::move(ems));
  measure.height = median(std::move(heights));
  if (measure.em <= 0) measure.em = 10;
  if (measure.height <= 0) measure.height = measure.em;
  measure.leading = leading_of(pages, measure);
  return measure;
}

PdfLine line_of(std::vector<PdfWord> words, const PdfMeasure& measure) {
  PdfLine line;
  line.height = main_height(words);
  line.own_em = own_em(words);
  line.em =
      columns_of(words) >= kSureColumns ? line.own_em : measure.em * line.height / measure.height;
  line.box = words.front().box;
  for (const PdfWord& word : words) {
    line.box.left = std::min(line.box.left, word.box.left);
    line.box.right = std::max(line.box.right, word.box.right);
    // Raised and sunken words don't move the line.
    if (word.box.height() != line.height) continue;
    line.box.top = word.box.top;
    line.box.bottom = word.box.bottom;
  }
  line.words = std::move(words);
  return line;
}

std::vector<PdfRow> rows_of(const PdfPage& page, const PdfMeasure& measure) {
  std::vector<PdfRow> rows;
  std::vector<PdfLine> raised;
  const std::vector<PdfLine> pieces = pieces_of(page, measure);
  for (const PdfLine& piece : pieces) {
    const bool small = piece.height < kRaisedHeight * measure.height &&
                       std::any_of(pieces.begin(), pieces.end(), [&](const PdfLine& other) {
                         return is_raised_beside(piece, other, measure);
                       });
    if (small) {
      raised.push_back(piece);
      continue;
    }
    const bool same = !rows.empty() &&
                      piece.box.middle() - rows.back().front().box.middle() < kSameRow * measure.em;
    if (!same) rows.emplace_back();
    rows.back().push_back(piece);
  }
  for (PdfLine& piece : raised) {
    for (PdfRow& row : rows) {
      const auto other = std::find_if(row.begin(), row.end(), [&](const PdfLine& one) {
        return is_raised_beside(piece, one, measure);
      });
      if (other == row.end()) continue;
      std::vector<PdfWord> words = other->words;
      words.insert(words.end(), piece.words.begin(), piece.words.end());
      std::stable_sort(words.begin(), words.end(),
                       [](const auto& a, const auto& b) { return a.box.left < b.box.left; });
      *other = line_of(std::move(words), measure);
      break;
    }
  }
  for (PdfRow& row : rows) {
    std::stable_sort(row.begin(), row.end(),
                     [](const PdfLine& a, const PdfLine& b) { return a.box.left < b.box.left; });
  }
  return rows;
}

PdfLine joined(const PdfRow& row, const PdfMeasure& measure) {
  std::vector<PdfWord> words;
  for (const PdfLine& piece : row) {
    words.insert(words.end(), piece.words.begin(), piece.words.end());
  }
  PdfLine line = line_of(std::move(words), measure);
  line.page = row.front().page;
  return line;
}

std::string text_of(const PdfLine& line, const PdfMeasure& measure) {
  // As it is seen, from left to right.
  std::string seen;
  const auto add = [&](const PdfWord& word) {
    const std::string figures = is_raised(word, line) ? raised_figures(word.text) : std::string();
    seen += figures.empty() ? word.text : figures;
  };
  const std::size_t count = line.words.size();
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t i = measure.right_to_left ? count - 1 - k : k;
    add(line.words[i]);
    if (k + 1 == count) break;
    const std::size_t first = measure.right_to_left ? i - 1 : i;
    if (blank_between(line.words[first], line.words[first + 1], measure, line.em)) seen += ' ';
  }
  const std::string read = logical_order(seen, measure.right_to_left);
  return std::string(trim(to_nfc(without_presentation_forms(read))));
}

}  // namespace synoptic
