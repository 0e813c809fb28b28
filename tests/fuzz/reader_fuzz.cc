// A libFuzzer target for the reader that SYNOPTIC_FUZZED names.
//
// Whatever the bytes are, a reader returns or throws Error, and what it returns keeps its contract:
// spans lie in the text, are not empty, and ascend.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "align/convention.h"
#include "align/outline.h"
#include "align/segmenter.h"
#include "formats/decision_file.h"
#include "formats/dictionary_reader.h"
#include "formats/glossary_reader.h"
#include "formats/paired_readers.h"
#include "formats/pdf_reader.h"
#include "formats/readers.h"
#include "formats/zip_folder.h"
#include "tests/fuzz/packed_parts.h"
#include "text/error.h"

namespace synoptic::fuzz {

namespace {

constexpr std::string_view kFuzzed = SYNOPTIC_FUZZED;

void need(bool kept) {
  if (!kept) std::abort();
}

void need_contract(const Text& text) {
  need(!text.lines.empty());
  uint32_t end = 0;
  for (const Line& line : text.lines) {
    need(line.span.begin >= end && line.span.end > line.span.begin);
    need(line.span.end <= text.bytes.size());
    end = line.span.end;
  }
}

void need_contract(const Document& document) {
  uint32_t end = 0;
  for (const Segment& segment : document.segments) {
    need(segment.unit < document.units.size());
    need(segment.span.begin >= end && segment.span.end <= document.text.size());
    end = segment.span.end;
  }
}

bool read_one_language(const std::string& bytes) {
  for (const Reader& reader : all_readers()) {
    if (reader.name != kFuzzed || kFuzzed == "zip") continue;
    need_contract(reader.read(bytes, "input", {}));
    return true;
  }
  return false;
}

bool read_paired(const std::string& bytes) {
  for (const PairedReader& reader : paired_readers()) {
    if (reader.name != kFuzzed) continue;
    reader.read(bytes, "input", {});
    return true;
  }
  return false;
}

void read_other(const std::string& bytes) {
  if (kFuzzed == "glossary") {
    read_glossary(bytes, "input", {"en", "fr"}, {});
  } else if (kFuzzed == "dictionary") {
    read_dictionary(bytes, "input", {});
  } else if (kFuzzed == "decisions") {
    parse_decisions(bytes, "input");
  } else if (kFuzzed == "pdf-layout") {
    need_contract(read_pdf_layout(bytes, "input", {}));
  } else if (kFuzzed == "zip") {
    files_in_zip(bytes, "input");
  } else {
    need(kFuzzed == "outline");
    const Text text = read_text(bytes, "input", {});
    need_contract(text);
    const Convention convention = load_convention(text.language);
    Document document = outline(text, convention);
    segment(document, convention);
    need_contract(document);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string bytes =
      packed(kFuzzed, std::string_view(reinterpret_cast<const char*>(data), size));
  try {
    if (!read_one_language(bytes) && !read_paired(bytes)) read_other(bytes);
  } catch (const Error&) {
    // What a reader says of a file that it refuses.
  }
  return 0;
}

}  // namespace synoptic::fuzz
