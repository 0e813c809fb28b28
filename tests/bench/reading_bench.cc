// How fast files are read, in megabytes a second of CPU time, and how long a Word document takes.
//
// The texts are the sample work over and over, in every format that can be written by hand. Reading
// alone: no outline, no pairs.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "formats/paired_readers.h"
#include "formats/readers.h"
#include "tests/formats/samples.h"

namespace {

using namespace synoptic;

constexpr std::size_t kBytes = 20'000'000;
constexpr std::size_t kDocumentBytes = 700'000;  // of text: two hundred pages
constexpr int kTimes = 3;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::string> paragraphs(const std::string& language) {
  std::ifstream file(SYNOPTIC_SOURCE_DIR "/translations/port-cities/" + language + ".txt");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    std::string kept;
    for (const char c : line) {
      if (c == '\f' || c == '\r') continue;
      kept += c == '&' ? std::string("&amp;") : c == '<' ? std::string("&lt;") : std::string(1, c);
    }
    if (!kept.empty()) lines.push_back(kept);
  }
  return lines;
}

using Wrap = std::function<std::string(const std::string& paragraph, std::size_t number)>;

std::string repeated(const std::vector<std::string>& lines, std::size_t bytes, const Wrap& wrap) {
  std::string all;
  for (std::size_t i = 0; all.size() < bytes; ++i) all += wrap(lines[i % lines.size()], i);
  return all;
}

double best(const std::function<void()>& run) {
  double least = 1e9;
  for (int i = 0; i < kTimes; ++i) {
    const double begin = seconds();
    run();
    least = std::min(least, seconds() - begin);
  }
  return least;
}

void print_speed(const char* name, const std::string& bytes, const std::function<void()>& run) {
  const double taken = best(run);
  std::printf("%-12s %6.1f MB/s  (%.1f MB in %.2f s)\n", name,
              static_cast<double>(bytes.size()) / 1e6 / taken,
              static_cast<double>(bytes.size()) / 1e6, taken);
}

void measure(const char* name, const std::string& bytes) {
  for (const Reader& reader : all_readers()) {
    if (reader.name == name) {
      print_speed(name, bytes, [&] { reader.read(bytes, "sample", {}); });
    }
  }
  for (const PairedReader& reader : paired_readers()) {
    if (reader.name == name) {
      print_speed(name, bytes, [&] { reader.read(bytes, "sample", {}); });
    }
  }
}

}  // namespace

int main() {
  const std::vector<std::string> en = paragraphs("en");
  measure("text", repeated(en, kBytes, [](auto& p, auto) { return p + "\n\n"; }));
  measure("html", "<!DOCTYPE html><html lang=\"en\"><body>" +
                      repeated(en, kBytes, [](auto& p, auto) { return "<p>" + p + "</p>\n"; }) +
                      "</body></html>");
  measure("markdown",
          "# Act\n\n## Part\n\n" + repeated(en, kBytes, [](auto& p, auto) { return p + "\n\n"; }));
  measure("akoma-ntoso",
          "<akomaNtoso><act><body>" + repeated(en, kBytes, [](auto& p, std::size_t i) {
            const std::string number = std::to_string(i);
            return "<paragraph eId=\"p" + number + "\"><num>" + number + ".</num><content><p>" + p +
                   "</p></content></paragraph>\n";
          }) + "</body></act></akomaNtoso>");
  measure("tmx", "<tmx version=\"1.4\"><header srclang=\"en\" segtype=\"sentence\"/><body>" +
                     repeated(en, kBytes,
                              [](auto& p, auto) {
                                return "<tu><tuv xml:lang=\"en\"><seg>" + p +
                                       "</seg></tuv><tuv xml:lang=\"fr\"><seg>" + p +
                                       "</seg></tuv></tu>\n";
                              }) +
                     "</body></tmx>");
  measure("table",
          "en\tfr\n" + repeated(en, kBytes, [](auto& p, auto) { return p + "\t" + p + "\n"; }));
  const std::string body = repeated(en, kDocumentBytes, [](auto& p, auto) {
    return "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>";
  });
  const std::string docx = samples::docx_of({.body = body});
  std::printf("%-12s %6.3f s for %.1f MB of its text\n", "docx",
              best([&] { read_text(docx, "sample", {}); }),
              static_cast<double>(kDocumentBytes) / 1e6);
}
