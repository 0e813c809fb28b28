#include "cli/review_page.h"

#include <unistd.h>

#include <iostream>

#include "checks/check.h"
#include "formats/docx_writer.h"
#include "formats/html_page.h"
#include "formats/output_file.h"
#include "formats/review_sheet.h"
#include "text/error.h"

namespace synoptic {

namespace {

std::string title_of(const Document& document) {
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    if (document.units[unit].kind != UnitKind::kTitle) continue;
    std::string title(document.text_of(unit));
    for (char& c : title) {
      if (c == '\n') c = ' ';
    }
    if (!title.empty()) return title;
  }
  return document.file;
}

std::vector<WordedFinding> worded(const std::vector<const Comparison*>& comparisons) {
  std::vector<WordedFinding> all;
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    for (const Finding& finding : comparisons[i]->findings) {
      const Check* check = find_check(finding.check);
      all.push_back({&finding, i, check ? std::string(check->title) : "", message_of(finding)});
    }
  }
  return all;
}

}  // namespace

bool is_review_format(std::string_view format) { return format == "html" || format == "docx"; }

std::string review_file(std::string_view format, const std::string& title,
                        const std::vector<const Comparison*>& comparisons) {
  const Document& original = *comparisons.front()->original;
  ReviewInput input{title.empty() ? title_of(original) : title, original, {}, worded(comparisons)};
  for (const Comparison* comparison : comparisons) {
    input.translations.push_back({comparison->translation, comparison->alignment});
  }
  const ReviewSheet sheet = review_sheet(input);
  return format == "docx" ? to_docx(sheet) : to_html(sheet, SYNOPTIC_VERSION);
}

void write_result(const std::string& output, std::string_view bytes, bool is_text) {
  if (!output.empty() && output != "-") return write_file(output, bytes);
  if (!is_text && isatty(STDOUT_FILENO) != 0) {
    throw Error({"standard output", "", "the format is no text for a terminal",
                 "name a file with --output"});
  }
  std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace synoptic
