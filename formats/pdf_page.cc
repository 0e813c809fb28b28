#include "formats/pdf_page.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "formats/xml_reader.h"
#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr float kFarthest = 20000;  // points; the largest page of the format has 14,400

// PDF fonts map to any character, XML takes not all of them.
void make_well_formed(std::string& xml) {
  for (std::size_t at = 0; at < xml.size(); ++at) {
    const auto byte = static_cast<unsigned char>(xml[at]);
    if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') xml[at] = ' ';
    if (byte < 0xED) continue;
    const std::string_view three = std::string_view(xml).substr(at, 3);
    const bool surrogate =
        byte == 0xED && three.size() == 3 && static_cast<unsigned char>(three[1]) >= 0xA0;
    if (surrogate || three == "\uFFFE" || three == "\uFFFF") xml.replace(at, 3, kReplacement);
  }
}

float number_of(const XmlTag& tag, std::string_view name) {
  const std::string_view value = tag.attribute(name);
  float number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return std::isfinite(number) ? std::clamp(number, -kFarthest, kFarthest) : 0;
}

PdfBox box_of(const XmlTag& tag) {
  PdfBox box{number_of(tag, "xMin"), number_of(tag, "yMin"), number_of(tag, "xMax"),
             number_of(tag, "yMax")};
  if (box.left > box.right) std::swap(box.left, box.right);
  if (box.top > box.bottom) std::swap(box.top, box.bottom);
  return box;
}

bool is_visible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value) && !is_ignorable(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

class PageReader {
 public:
  void begin(const XmlTag& tag) {
    if (tag.name == "page") {
      pages.push_back({number_of(tag, "width"), number_of(tag, "height"), {}});
    } else if (tag.name == "line") {
      run_ = {};
    } else if (tag.name == "word") {
      word_ = {box_of(tag), {}};
      in_word_ = true;
    }
  }

  void text(std::string_view piece) {
    if (in_word_) word_.text += piece;
  }

  void end(std::string_view name) {
    if (name == "word") {
      in_word_ = false;
      word_.text = trim(word_.text);
      if (is_visible(word_.text)) run_.words.push_back(std::move(word_));
    } else if (name == "line" && !run_.words.empty() && !pages.empty()) {
      std::stable_sort(run_.words.begin(), run_.words.end(),
                       [](const auto& a, const auto& b) { return a.box.left < b.box.left; });
      run_.box = run_.words.front().box;
      for (const PdfWord& word : run_.words) run_.box.add(word.box);
      pages.back().runs.push_back(std::move(run_));
    }
  }

  std::vector<PdfPage> pages;

 private:
  PdfRun run_;
  PdfWord word_;
  bool in_word_ = false;
};

}  // namespace

void PdfBox::add(const PdfBox& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

std::vector<PdfPage> read_pdf_pages(std::string xhtml, const std::string& file) {
  constexpr std::string_view kBegin = "<doc>";
  constexpr std::string_view kEnd = "</doc>";
  const std::size_t begin = xhtml.find(kBegin);
  const std::size_t end = xhtml.rfind(kEnd);
  if (begin == std::string::npos || end == std::string::npos || end < begin) {
    throw Error({file, "", "pdftotext does not write what it should",
                 "install poppler-utils 0.60 or later"});
  }
  // The head holds what the file says of itself, which is no text of it.
  xhtml.erase(end + kEnd.size());
  xhtml.erase(0, begin);
  make_well_formed(xhtml);
  PageReader reader;
  read_xml_with(xhtml, {file, "pdftotext"}, reader);
  return std::move(reader.pages);
}

}  // namespace synoptic
