#include "formats/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "text/characters.h"
#include "text/columns.h"

namespace synoptic {

namespace {

// In em, but for what says otherwise; chosen as those of formats/pdf_lines.cc.
constexpr float kIndent = 0.4f;   // a difference that shows
constexpr float kBlank = 0.25f;   // as wide as a plain one
constexpr float kRoom = 0.3f;     // beyond the next word, for an uneven edge
constexpr float kHanWord = 2.3f;  // a character and the sign that may not begin a line
constexpr float kUnseenWord = 6;  // the longest of writings that show no words
constexpr float kCentred = 1.2f;  // difference between the margins of a centred line
constexpr float kLeastMargin = 1.5f;
constexpr float kApart = 1.28f;        // of the leading: a step to another paragraph
constexpr float kOtherEm = 0.12f;      // part of the em and
constexpr float kOtherHeight = 0.08f;  // part of the height of the box: type of another size
constexpr float kSameEdge = 0.5f;      // lines that end at the same edge
constexpr std::size_t kFewLines = 5;   // of a region, too few to show its edge
constexpr double kReliable = 0.9;      // of the paragraphs that a short line ends
constexpr std::size_t kEnoughEnds = 5;

struct Frame {
  float left = 0;
  float right = 0;
  std::size_t lines = 0;
};

bool ends_statement(std::string_view text) {
  std::size_t end = text.size();
  for (int steps = 0; steps < 3 && end > 0; ++steps) {
    const CodePoint c = code_point_before(text, end);
    if (ends_sentence(c.value) || (ends_clause(c.value) && c.value != ',' && c.value != 0x060C &&
                                   c.value != 0x3001 && c.value != 0xFF0C)) {
      return true;
    }
    if (is_letter(c.value) || is_digit(c.value)) return false;
    end -= c.bytes;
  }
  return false;
}

bool ends_with_hyphen(std::string_view text) {
  const char32_t last = code_point_before(text, text.size()).value;
  return last == '-' || last == 0xAD || last == 0x2010;
}

// A number, a letter or a bullet in front: what it is exactly is the outline's to read.
bool looks_labelled(std::string_view text) {
  constexpr std::size_t kLongest = 5;  // letters before the sign that ends a label
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters <= kLongest;) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (is_digit(c.value)) return true;
    if (is_letter(c.value)) {
      ++letters;
    } else if (!is_ignorable(c.value)) {
      // "(", "•", "§" in front; ")", "." or "、" behind.
      return letters == 0 ? !is_space(c.value) : !is_space(c.value) && c.value != ',';
    }
  }
  return false;
}

class ParagraphFinder {
 public:
  ParagraphFinder(const std::vector<PdfLine>& lines, const std::vector<std::string>& texts,
                  const PdfMeasure& measure)
      : lines_(lines), texts_(texts), measure_(measure) {
    find_frames();
    find_leadings();
    reliable_ = shows_paragraphs();
  }

  std::vector<PdfLineStart> run() {
    std::vector<PdfLineStart> starts(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      PdfLineStart& one = starts[i];
      one.indent = std::max(0.0f, lines_[i].box.left - frame(i).left);
      if (i == 0) continue;
      one.breaks = lines_[i].region != lines_[i - 1].region;
      one.apart = !one.breaks && is_apart(i);
      one.start = one.breaks ? across(i) : within(i);
      if (one.start != PdfStart::kGoesOn) first_ = i;
    }
    return starts;
  }

 private:
  const Frame& frame(std::size_t i) const { return frames_.at(lines_[i].region); }

  // The edge at which at least two lines end; the farthest where none agree.
  float edge_of(std::vector<float> rights) const {
    std::sort(rights.begin(), rights.end(), std::greater<>());
    for (std::size_t i = 1; i < rights.size(); ++i) {
      if (rights[i - 1] - rights[i] < kSameEdge * measure_.em) return rights[i - 1];
    }
    return rights.front();
  }

  void find_frames() {
    std::map<PdfRegion, std::vector<float>> rights;
    for (const PdfLine& line : lines_) {
      Frame& frame = frames_.try_emplace(line.region, Frame{line.box.left, 0, 0}).first->second;
      frame.left = std::min(frame.left, line.box.left);
      ++frame.lines;
      rights[line.region].push_back(line.box.right);
    }
    for (auto& [region, frame] : frames_) frame.right = edge_of(std::move(rights[region]));
    borrow_edges();
  }

  // A region of few lines is as wide as those of many that begin at the same place.
  void borrow_edges() {
    std::vector<Frame> large;
    for (const auto& [region, frame] : frames_) {
      if (frame.lines >= kFewLines) large.push_back(frame);
    }
    for (auto& [region, frame] : frames_) {
      if (frame.lines >= kFewLines) continue;
      for (const Frame& other : large) {
        if (std::abs(other.left - frame.left) > measure_.em) continue;
        frame.right = std::max(frame.right, other.right);
        break;
      }
    }
  }

  float step(std::size_t i) const { return lines_[i].box.middle() - lines_[i - 1].box.middle(); }

  // Where a region is set wider than the document.
  void find_leadings() {
    std::map<PdfRegion, std::vector<float>> steps;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].region == lines_[i - 1].region) steps[lines_[i].region].push_back(step(i));
    }
    for (auto& [region, all] : steps) {
      if (all.size() < kFewLines) continue;
      std::sort(all.begin(), all.end());
      leadings_[region] = std::max(all[all.size() / 10], measure_.leading);
    }
  }

  bool is_apart(std::size_t i) const {
    const auto own = leadings_.find(lines_[i].region);
    const float leading = own == leadings_.end() ? measure_.leading : own->second;
    const float em = std::min(lines_[i].em, lines_[i - 1].em);
    return step(i) > kApart * leading * std::max(1.0f, em / measure_.em);
  }

  bool is_other_type(std::size_t i) const {
    const auto differ = [](float a, float b, float part) {
      return std::abs(a - b) > part * std::max(a, b);
    };
    if (!differ(lines_[i].em, lines_[i - 1].em, kOtherEm)) return false;
    // Of a short line the em is that of its box; its letters must agree.
    const bool larger = lines_[i].em > lines_[i - 1].em;
    if (larger != (lines_[i].own_em > lines_[i - 1].own_em)) return false;
    if (!differ(lines_[i].own_em, lines_[i - 1].own_em, kOtherEm)) return false;
    // Signs of another font than the letters have boxes of their own.
    for (const PdfWord& a : lines_[i].words) {
      for (const PdfWord& b : lines_[i - 1].words) {
        if (!differ(a.box.height(), b.box.height(), kOtherHeight)) return false;
      }
    }
    return true;
  }

  bool is_centred(std::size_t i) const {
    const float left = lines_[i].box.left - frame(i).left;
    const float right = frame(i).right - lines_[i].box.right;
    return left > kLeastMargin * measure_.em && std::abs(left - right) < kCentred * measure_.em;
  }

  // How much room the first word of a line takes.
  float first_word(std::size_t i) const {
    const PdfWord& word = lines_[i].words.front();
    const char32_t first = code_point_at(texts_[i], 0).value;
    const float em = lines_[i].em;
    if (is_east_asian(first)) return std::min(word.box.width(), kHanWord * em);
    if (is_unspaced(first)) return std::min(word.box.width(), kUnseenWord * em);
    return word.box.width();
  }

  // The line before `i` had room for the word with which `i` begins.
  bool had_room(std::size_t i) const {
    if (ends_with_hyphen(texts_[i - 1])) return false;
    const float left = frame(i - 1).right - lines_[i - 1].box.right;
    return left > first_word(i) + (kBlank + kRoom) * lines_[i].em;
  }

  bool is_set_in(std::size_t i) const {
    return lines_[i].box.left - lines_[i - 1].box.left > kIndent * measure_.em;
  }

  // Of the paragraphs that a short line ends nearly all show their beginning otherwise too.
  bool shows_paragraphs() const {
    std::size_t ends = 0;
    std::size_t shown = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const bool plain = lines_[i].region == lines_[i - 1].region && !lines_[i].is_cell &&
                         !is_centred(i - 1) && !is_other_type(i);
      if (!plain || !had_room(i)) continue;
      ++ends;
      shown += is_apart(i) || is_set_in(i);
    }
    return ends >= kEnoughEnds &&
           static_cast<double>(shown) >= kReliable * static_cast<double>(ends);
  }

  PdfStart within(std::size_t i) const {
    if (is_apart(i)) return PdfStart::kBegins;
    if (lines_[i].is_cell) return PdfStart::kGoesOn;
    if (is_other_type(i)) return PdfStart::kBegins;
    if (is_centred(i) && is_centred(i - 1)) return PdfStart::kOpen;
    if (had_room(i)) return PdfStart::kBegins;
    const float deeper = lines_[i].box.left - lines_[i - 1].box.left;
    if (deeper > kIndent * measure_.em) return behind_outer(i);
    if (deeper < -kIndent * measure_.em) return behind_inner(i);
    if (reliable_) return PdfStart::kGoesOn;
    return ends_statement(texts_[i - 1]) || looks_labelled(texts_[i]) ? PdfStart::kOpen
                                                                      : PdfStart::kGoesOn;
  }

  // A line that is set in, behind a filled one.
  PdfStart behind_outer(std::size_t i) const {
    if (first_ + 1 != i) return PdfStart::kBegins;
    if (looks_labelled(texts_[i])) return PdfStart::kOpen;
    if (looks_labelled(texts_[i - 1])) return PdfStart::kGoesOn;
    const bool hangs = i + 1 < lines_.size() && lines_[i + 1].region == lines_[i].region &&
                       lines_[i + 1].box.left > lines_[i].box.left - kIndent * measure_.em;
    return hangs ? PdfStart::kGoesOn : PdfStart::kBegins;
  }

  // A line that is set out, behind a filled one.
  PdfStart behind_inner(std::size_t i) const {
    if (first_ + 1 != i) return PdfStart::kBegins;
    return looks_labelled(texts_[i]) ? PdfStart::kOpen : PdfStart::kGoesOn;
  }

  // Between two regions the sizes alone don't tell.
  PdfStart across(std::size_t i) const {
    if (lines_[i].is_cell || lines_[i - 1].is_cell) return PdfStart::kBegins;
    if (is_other_type(i) || had_room(i)) return PdfStart::kBegins;
    if (ends_with_hyphen(texts_[i - 1])) return PdfStart::kGoesOn;
    const bool set_in = i + 1 < lines_.size() && lines_[i + 1].region == lines_[i].region &&
                        lines_[i].box.left - lines_[i + 1].box.left > kIndent * measure_.em;
    if (ends_statement(texts_[i - 1])) return set_in ? PdfStart::kBegins : PdfStart::kOpen;
    return looks_labelled(texts_[i]) ? PdfStart::kOpen : PdfStart::kGoesOn;
  }

  const std::vector<PdfLine>& lines_;
  const std::vector<std::string>& texts_;
  const PdfMeasure& measure_;
  std::map<PdfRegion, Frame> frames_;
  std::map<PdfRegion, float> leadings_;
  bool reliable_ = false;
  std::size_t first_ = 0;  // line of the paragraph that is open
};

}  // namespace

std::vector<PdfLineStart> paragraph_starts(const std::vector<PdfLine>& lines,
                                           const std::vector<std::string>& texts,
                                           const PdfMeasure& measure) {
  return ParagraphFinder(lines, texts, measure).run();
}

}  // namespace synoptic
