#include "formats/xlsx_writer.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "formats/plain_text.h"
#include "text/bidi.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr double kPathWidth = 12;  // characters
constexpr double kTextWidth = 60;
constexpr std::size_t kMostRows = 1048575;
constexpr std::size_t kMostComments = 65000;                        // of a sheet
constexpr lxw_color_t kColours[] = {0xDDEBF7, 0xFFF2CC, 0xF8CBAD};  // by severity: info first

std::string_view severity_id(Severity severity) {
  constexpr std::string_view kWords[] = {"info", "warning", "error"};
  return kWords[static_cast<std::size_t>(severity)];
}

// A new file that goes again; the library writes nowhere else.
class ScratchFile {
 public:
  ScratchFile() : name_((std::filesystem::temp_directory_path() / "synoptic-XXXXXX").string()) {
    const int descriptor = mkstemp(name_.data());
    if (descriptor < 0) {
      throw Error({name_, "", "no scratch file can be made", "free some space, or set TMPDIR"});
    }
    close(descriptor);
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile() { unlink(name_.c_str()); }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

class Workbook {
 public:
  Workbook(const ParallelText& parallel, const char* file)
      : parallel_(parallel), workbook_(workbook_new(file)) {
    if (workbook_ == nullptr) throw Error({"", "", "no memory for the workbook", "free some"});
    texts_ = workbook_add_worksheet(workbook_, "Clauses");
    findings_ = workbook_add_worksheet(workbook_, "Findings");
    head_ = workbook_add_format(workbook_);
    format_set_bold(head_);
    for (std::size_t direction = 0; direction < 2; ++direction) {
      for (std::size_t colour = 0; colour <= std::size(kColours); ++colour) {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_reading_order(format, direction == 1 ? 2 : 1);
        if (direction == 1) format_set_align(format, LXW_ALIGN_RIGHT);
        if (colour > 0) format_set_bg_color(format, kColours[colour - 1]);
        formats_[direction][colour] = format;
      }
    }
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  }

  void write() {
    write_head();
    uint32_t row = 0;
    for (const ParallelText::Row& texts : parallel_.rows) write_row(++row, texts);
    const auto last = static_cast<lxw_col_t>(parallel_.languages.size() + 1);
    worksheet_autofilter(texts_, 0, 0, row, last);
    worksheet_autofilter(findings_, 0, 0, finding_row_, 4);
  }

  void close() {
    lxw_workbook* workbook = std::exchange(workbook_, nullptr);
    const lxw_error error = workbook_close(workbook);  // frees it
    if (error != LXW_NO_ERROR) {
      throw Error({"", "", std::string("the workbook can't be written: ") + lxw_strerror(error),
                   "free some space and run again"});
    }
  }

 private:
  void put(lxw_worksheet* sheet, uint32_t row, std::size_t column, const std::string& text,
           lxw_format* format, const std::string& path) {
    const lxw_error error =
        worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), text.c_str(), format);
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
      throw Error({"", "clause " + path, "it is longer than a cell of a workbook can hold",
                   "export as csv, or with --rows sentence"});
    }
  }

  void write_head() {
    put(texts_, 0, 0, "path", head_, "");
    worksheet_set_column(texts_, 0, 0, kPathWidth, nullptr);
    for (std::size_t i = 0; i < parallel_.languages.size(); ++i) {
      put(texts_, 0, i + 1, parallel_.languages[i], head_, "");
    }
    const auto last = static_cast<lxw_col_t>(parallel_.languages.size() + 1);
    put(texts_, 0, last, "findings", head_, "");
    worksheet_set_column(texts_, 1, last, kTextWidth, nullptr);
    worksheet_freeze_panes(texts_, 1, 1);
    const char* names[] = {"path", "language", "severity", "check", "message"};
    for (std::size_t i = 0; i < std::size(names); ++i) put(findings_, 0, i, names[i], head_, "");
    worksheet_set_column(findings_, 0, 3, kPathWidth * 1.5, nullptr);
    worksheet_set_column(findings_, 4, 4, kTextWidth * 1.5, nullptr);
    worksheet_freeze_panes(findings_, 1, 0);
  }

  void write_row(uint32_t row, const ParallelText::Row& texts) {
    put(texts_, row, 0, texts.path, formats_[0][0], texts.path);
    std::string all;
    for (std::size_t i = 0; i < texts.cells.size(); ++i) {
      std::size_t colour = 0;
      std::string comment;
      for (const ParallelText::Mark& mark : texts.marks) {
        if (mark.language != i) continue;
        colour = std::max(colour, static_cast<std::size_t>(mark.severity) + 1);
        const std::string line = mark.check + ": " + mark.message;
        comment += (comment.empty() ? "" : "\n") + line;
        all += (all.empty() ? "" : "\n") + parallel_.languages[i] + ": " + line;
        write_finding(texts.path, mark);
      }
      const bool rtl = reads_right_to_left(texts.cells[i], parallel_.languages[i]);
      lxw_format* format = formats_[rtl ? 1 : 0][colour];
      if (texts.cells[i].empty()) {
        worksheet_write_blank(texts_, row, static_cast<lxw_col_t>(i + 1), format);
      } else {
        put(texts_, row, i + 1, texts.cells[i], format, texts.path);
      }
      if (!comment.empty() && ++comments_ < kMostComments) {
        worksheet_write_comment(texts_, row, static_cast<lxw_col_t>(i + 1), comment.c_str());
      }
    }
    if (!all.empty()) put(texts_, row, texts.cells.size() + 1, all, formats_[0][0], texts.path);
  }

  void write_finding(const std::string& path, const ParallelText::Mark& mark) {
    if (finding_row_ >= kMostRows) return;
    const std::string fields[] = {path, parallel_.languages[mark.language],
                                  std::string(severity_id(mark.severity)), mark.check,
                                  mark.message};
    ++finding_row_;
    for (std::size_t i = 0; i < std::size(fields); ++i) {
      put(findings_, finding_row_, i, fields[i], formats_[0][0], path);
    }
  }

  const ParallelText& parallel_;
  lxw_workbook* workbook_;
  lxw_worksheet* texts_ = nullptr;
  lxw_worksheet* findings_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* formats_[2][std::size(kColours) + 1] = {};  // direction, colour
  uint32_t finding_row_ = 0;
  std::size_t comments_ = 0;
};

}  // namespace

std::string to_xlsx(const ParallelText& parallel) {
  if (parallel.rows.size() > kMostRows) {
    throw Error({"", "", "it has more rows than a sheet can hold", "export as csv"});
  }
  const ScratchFile scratch;
  Workbook workbook(parallel, scratch.name().c_str());
  workbook.write();
  workbook.close();
  return read_file(scratch.name(), UINT64_MAX);
}

}  // namespace synoptic
