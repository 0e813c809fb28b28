#include "formats/sentence_lines.h"

#include <algorithm>
#include <utility>

#include "formats/decoded_file.h"
#include "text/characters.h"
#include "text/joining.h"

namespace synoptic {

namespace {

std::vector<Span> lines_of(std::string_view text) {
  const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t at = std::min(text.find(end, begin), text.size());
    const bool pair = end == '\n' && at > begin && at < text.size() && text[at - 1] == '\r';
    lines.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(at - pair)});
    begin = at + 1;
  }
  return lines;
}

}  // namespace

std::vector<std::string_view> SentenceText::sentences() const {
  std::vector<std::string_view> sentences;
  sentences.reserve(lines.size());
  for (const Span line : lines) sentences.push_back(slice(text, line));
  return sentences;
}

std::string SentenceText::joined(std::span<const uint32_t> numbers) const {
  std::string all;
  for (const uint32_t number : numbers) {
    const std::string_view line = trim(slice(text, lines[number]));
    if (line.empty()) continue;
    // A sentence's last hyphen is no sign of a cut word: only what stands between is asked for.
    if (!all.empty()) all += join_lines(all, line, {}).between;
    all += line;
  }
  return all;
}

SentenceText read_sentence_lines(std::string_view bytes, const std::string& name,
                                 const ReadOptions& options) {
  SentenceText text;
  text.file = name;
  text.language = options.language;
  if (bytes.empty()) {
    text.encoding = "UTF-8";
    return text;
  }
  Decoded decoded = decode_file(bytes, name, options);
  text.encoding = std::move(decoded.encoding);
  text.replacements = replacements_of(decoded);
  text.text = text_of(decoded, name);
  text.lines = lines_of(text.text);
  return text;
}

}  // namespace synoptic
