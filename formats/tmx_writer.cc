#include "formats/tmx_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace synoptic {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Sequence {
  char32_t character = 0;
  std::size_t bytes = 0;  // 0: no UTF-8
};

// The character at the head of `utf8`, by the table of well-formed sequences (Unicode, table 3-7).
Sequence read_character(std::string_view utf8) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || utf8.size() < bytes) return {};
  char32_t character = lead & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    character = character << 6 | (byte(i) & 0x3Fu);
  }
  const bool too_long = (bytes == 3 && character < 0x800) || (bytes == 4 && character < 0x10000);
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (too_long || surrogate || character > 0x10FFFF) return {};
  return {character, bytes};
}

// XML 1.0, production Char.
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

std::string property(std::string_view type, std::string_view value) {
  return "<prop type=\"" + std::string(type) + "\">" + escape_xml(value) + "</prop>";
}

std::string properties(const ParallelText::Row& row, std::size_t language) {
  std::string all;
  if (language < row.labels.size() && !row.labels[language].empty()) {
    all += property("x-label", row.labels[language]);
  }
  if (language < row.costs_nats.size() && std::isfinite(row.costs_nats[language])) {
    all += property("x-cost-nats", fmt::format("{:.2f}", row.costs_nats[language]));
  }
  for (const ParallelText::Mark& mark : row.marks) {
    if (mark.language == language) all += property("x-finding", mark.check + ": " + mark.message);
  }
  return all;
}

void append_unit(const ParallelText& parallel, const ParallelText::Row& row, std::string& tmx) {
  tmx += "    <tu>\n      " + property("x-work", parallel.work) + "\n";
  tmx += "      " + property("x-path", row.path) + "\n";
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    tmx += "      <tuv xml:lang=\"" + escape_xml(parallel.languages[i]) + "\">";
    tmx += properties(row, i) + "<seg>" + escape_xml(row.cells[i]) + "</seg></tuv>\n";
  }
  tmx += "    </tu>\n";
}

}  // namespace

std::string to_tmx(const ParallelText& parallel, RowSize size, std::string_view version,
                   HalfEmpty half_empty) {
  std::string tmx = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n";
  tmx += "  <header creationtool=\"synoptic\" creationtoolversion=\"" + escape_xml(version);
  tmx += "\" segtype=\"";
  tmx += size == RowSize::kSentence ? "sentence" : "paragraph";
  tmx += "\" o-tmf=\"synoptic\" adminlang=\"en\" srclang=\"";
  tmx += escape_xml(parallel.languages.front()) + "\" datatype=\"plaintext\"/>\n  <body>\n";
  for (const ParallelText::Row& row : parallel.rows) {
    const std::size_t least = half_empty == HalfEmpty::kWritten ? 1 : 2;
    if (texts_in(row) >= least) append_unit(parallel, row, tmx);
  }
  return tmx + "  </body>\n</tmx>\n";
}

std::string escape_xml(std::string_view utf8) {
  std::string xml;
  xml.reserve(utf8.size() + utf8.size() / 16);
  while (!utf8.empty()) {
    const Sequence next = read_character(utf8);
    if (next.bytes == 0 || !is_xml_character(next.character)) {
      xml += kReplacement;
    } else if (next.character == '&') {
      xml += "&amp;";
    } else if (next.character == '<') {
      xml += "&lt;";
    } else if (next.character == '>') {
      xml += "&gt;";
    } else if (next.character == '"') {
      xml += "&quot;";
    } else if (next.character == '\r') {
      xml += "&#13;";  // else it is read back as a line feed
    } else {
      xml += utf8.substr(0, next.bytes);
    }
    utf8.remove_prefix(std::max<std::size_t>(next.bytes, 1));
  }
  return xml;
}

}  // namespace synoptic
