#include "formats/pdf_reader.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "formats/paragraph_text.h"
#include "formats/pdf_columns.h"
#include "formats/pdf_furniture.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_notes.h"
#include "formats/pdf_paragraphs.h"
#include "formats/pdf_process.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kSignature = "%PDF-";
constexpr std::size_t kSignatureWithin = 1024;  // bytes; mail and servers put theirs in front

struct Note {
  std::string mark;
  uint32_t page = 0;
  std::vector<std::string> lines;
};

class PdfText {
 public:
  PdfText(std::vector<PdfPage> pages, const std::string& name) : measure_(measure_pages(pages)) {
    text_.file = name;
    text_.encoding = "UTF-8";
    text_.hard_wrapped = true;
    part_notes(lines_of(pages));
    place_notes();
  }

  Text finish(const ReadOptions& options) && {
    const std::vector<PdfLineStart> starts = paragraph_starts(lines_, texts_, measure_);
    std::vector<const Note*> waiting;  // for the end of their paragraph
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (starts[i].start == PdfStart::kBegins) put_notes(waiting);
      put_line(i, starts[i]);
      const auto [from, to] = called_.equal_range(i);
      for (auto note = from; note != to; ++note) waiting.push_back(&notes_[note->second]);
    }
    put_notes(waiting);
    if (text_.lines.empty()) {
      throw Error({text_.file, "", "its pages hold nothing but running headers and page numbers",
                   "check that it is the file you mean"});
    }
    text_.language = language_of(options, text_.bytes);
    return std::move(text_);
  }

 private:
  std::vector<PdfLine> lines_of(const std::vector<PdfPage>& pages) const {
    std::vector<std::vector<PdfRow>> rows;
    for (std::size_t page = 0; page < pages.size(); ++page) {
      rows.push_back(rows_of(pages[page], measure_));
      for (PdfRow& row : rows.back()) {
        for (PdfLine& piece : row) piece.page = static_cast<uint32_t>(page);
      }
    }
    remove_furniture(rows, measure_);
    std::vector<PdfLine> lines;
    PdfRegion region = 0;
    for (const auto& page : rows) {
      for (PdfLine& line : lines_in_order(page, measure_, region)) lines.push_back(std::move(line));
    }
    mark_notes(lines, measure_);
    return lines;
  }

  void part_notes(std::vector<PdfLine> all) {
    for (PdfLine& line : all) {
      if (line.is_note) {
        add_to_notes(std::move(line));
        continue;
      }
      std::string text = text_of(line, measure_);
      if (text.empty()) continue;
      texts_.push_back(std::move(text));
      lines_.push_back(std::move(line));
    }
  }

  void add_to_notes(PdfLine line) {
    const std::string mark = note_mark(line);
    if (mark.empty() && !notes_.empty()) {
      notes_.back().lines.push_back(text_of(line, measure_));
      return;
    }
    notes_.push_back({mark, line.page, {}});
    line.words.erase(line.words.begin());
    const std::string raised = raised_figures(mark);
    notes_.back().lines.push_back((raised.empty() ? mark : raised) + ' ' + text_of(line, measure_));
  }

  // Behind the line that calls it, else behind the last of its page.
  void place_notes() {
    for (std::size_t n = 0; n < notes_.size(); ++n) {
      std::size_t behind = 0;
      for (std::size_t i = 0; i < lines_.size() && lines_[i].page <= notes_[n].page; ++i) {
        behind = i;
        const Span call =
            lines_[i].page == notes_[n].page ? note_call_in(texts_[i], notes_[n].mark) : Span{};
        if (call.empty()) continue;
        const std::string raised = raised_figures(slice(texts_[i], call));
        if (!raised.empty()) texts_[i].replace(call.begin, call.size(), raised);
        break;
      }
      called_.emplace(behind, n);
    }
  }

  Line& put(const std::string& bytes, uint32_t page) {
    Line line;
    line.span.begin = static_cast<uint32_t>(text_.bytes.size());
    text_.bytes += bytes;
    line.span.end = static_cast<uint32_t>(text_.bytes.size());
    text_.bytes += '\n';
    line.number = page + 1;
    text_.lines.push_back(line);
    return text_.lines.back();
  }

  void put_line(std::size_t i, const PdfLineStart& start) {
    Line& line = put(texts_[i], lines_[i].page);
    line.indent = static_cast<uint16_t>(std::min(2 * start.indent / measure_.em, 1000.0f));
    line.blank_before = start.apart ? 1 : 0;
    line.page_break_before = start.breaks;
    line.starts_paragraph = start.start == PdfStart::kBegins;
    line.continues_paragraph = start.start == PdfStart::kGoesOn;
    if (lines_[i].is_cell) line.role = Role::kCell;
  }

  void put_notes(std::vector<const Note*>& waiting) {
    for (const Note* note : std::exchange(waiting, {})) {
      for (std::size_t i = 0; i < note->lines.size(); ++i) {
        Line& line = put(note->lines[i], note->page);
        line.role = Role::kNote;
        line.starts_paragraph = i == 0;
        line.continues_paragraph = i > 0;
      }
    }
  }

  PdfMeasure measure_;
  std::vector<PdfLine> lines_;
  std::vector<std::string> texts_;  // one a line
  std::vector<Note> notes_;
  std::multimap<std::size_t, std::size_t> called_;  // notes, by the line behind which they belong
  Text text_;
};

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, kSignatureWithin).find(kSignature) != std::string_view::npos;
}

Text read_pdf(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  return PdfText(pdf_pages(bytes, name), name).finish(options);
}

Text read_pdf_layout(std::string xhtml, const std::string& name, const ReadOptions& options) {
  return PdfText(read_pdf_pages(std::move(xhtml), name), name).finish(options);
}

}  // namespace synoptic
