#include "formats/pdf_process.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "formats/child_process.h"
#include "formats/pdf_ligatures.h"
#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kEndMark = "%%EOF";
constexpr std::size_t kEndMarkWithin = 4096;  // bytes of the end; some programs add a few
constexpr uint64_t kLeastCpu_ms = 1200;
constexpr uint64_t kCpuPerMegabyte_ms = 4000;  // a page of text has 3 kB and takes 5 ms
constexpr uint64_t kMostWallPerCpu = 15;       // on a machine that does much else
constexpr uint64_t kMostMemory = 176ull << 20;
constexpr uint64_t kMostOutput = 48ull << 20;  // some 1,000 pages
constexpr double kMostUnreadable = 0.3;        // of the characters

// What pdftotext says of files of which it found but a part.
constexpr std::array<std::string_view, 8> kDamages = {"xref",      "trailer",   "page catalog",
                                                      "page tree", "endstream", "end of file",
                                                      "flate",     "top-level"};

ProcessLimits limits_for(std::size_t bytes) {
  ProcessLimits limits;
  limits.cpu_ms = kLeastCpu_ms + bytes * kCpuPerMegabyte_ms / (1 << 20);
  limits.wall_ms = kMostWallPerCpu * limits.cpu_ms;
  limits.memory_bytes = kMostMemory;
  limits.output_bytes = kMostOutput;
  return limits;
}

[[noreturn]] void refuse(const std::string& name, std::string cause, std::string remedy) {
  throw Error({name, "", std::move(cause), std::move(remedy)});
}

[[noreturn]] void refuse_without_text(const std::string& name) {
  refuse(name, "the PDF holds no text, only pictures of it",
         "recognise the text first (OCR), for example with ocrmypdf");
}

// What stands first in the complaints, without the program's own words for it.
std::string first_complaint(const std::string& complaints) {
  const std::size_t end = std::min(complaints.find('\n'), complaints.size());
  return complaints.substr(0, std::min<std::size_t>(end, 200));
}

bool is_damaged(std::string_view bytes, std::string_view complaints) {
  if (complaints.find("Error") == std::string_view::npos) return false;
  const std::size_t tail = bytes.size() - std::min(bytes.size(), kEndMarkWithin);
  if (bytes.find(kEndMark, tail) == std::string_view::npos) return true;
  return std::any_of(kDamages.begin(), kDamages.end(), [&](std::string_view damage) {
    return complaints.find(damage) != std::string_view::npos;
  });
}

void require_success(const ProcessResult& result, std::string_view bytes, const std::string& name) {
  const auto says = [&](std::string_view words) {
    return result.complaints.find(words) != std::string::npos;
  };
  switch (result.end) {
    case ProcessEnd::kNotFound:
      refuse(name, "PDF is read by pdftotext, which is not installed",
             "install the package poppler-utils (sudo apt-get install poppler-utils)");
    case ProcessEnd::kTooSlow:
      refuse(name, "it takes more time to read than a PDF of its size should",
             "print it to a new PDF, or split it");
    case ProcessEnd::kTooMuchOutput:
      refuse(name, "it holds more text than is read at once", "split it");
    case ProcessEnd::kDied:
      refuse(name, "pdftotext broke down, or needed more memory than it may take",
             "print it to a new PDF, or split it");
    case ProcessEnd::kExited:
      break;
  }
  if (says("Incorrect password") || says("encrypt")) {
    refuse(name, "the PDF is encrypted", "save it without a password");
  }
  if (result.exit_status == 3) {
    refuse(name, "the PDF does not allow its text to be copied", "ask its publisher for the text");
  }
  if (result.exit_status != 0 || is_damaged(bytes, result.complaints)) {
    refuse(name, "the PDF is damaged or cut off (" + first_complaint(result.complaints) + ")",
           "fetch it again, or print it to a new PDF");
  }
}

// Fonts that do not say which letters their signs are give characters without meaning.
void require_readable(const std::vector<PdfPage>& pages, const std::string& name) {
  std::size_t all = 0;
  std::size_t unreadable = 0;
  for (const PdfPage& page : pages) {
    for (const PdfRun& run : page.runs) {
      for (const PdfWord& word : run.words) {
        for (std::size_t at = 0; at < word.text.size(); ++all) {
          const CodePoint c = code_point_at(word.text, at);
          unreadable += c.value == 0xFFFD || (c.value >= 0xE000 && c.value <= 0xF8FF);
          at += c.bytes;
        }
      }
    }
  }
  if (all == 0) refuse_without_text(name);
  if (static_cast<double>(unreadable) <= kMostUnreadable * static_cast<double>(all)) return;
  refuse(name, "the fonts of the PDF do not say which letters their signs are",
         "recognise the text (OCR), for example with ocrmypdf --force-ocr");
}

}  // namespace

std::vector<PdfPage> pdf_pages(std::string_view bytes, const std::string& name) {
  ProcessResult result =
      run_process("pdftotext", {"-bbox-layout", "-enc", "UTF-8", kInputPath, "-"}, bytes,
                  limits_for(bytes.size()));
  require_success(result, bytes, name);
  std::vector<PdfPage> pages = read_pdf_pages(std::move(result.output), name);
  require_readable(pages, name);
  reorder_ligatures(pages);
  return pages;
}

}  // namespace synoptic
