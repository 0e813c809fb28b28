#include "formats/dictionary_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/sentence_lines.h"
#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kAt = " @ ";

std::string unspaced_joined(std::string_view phrase) {
  std::string joined;
  for (std::size_t at = 0; at < phrase.size();) {
    const CodePoint c = code_point_at(phrase, at);
    const bool dropped = c.value == ' ' && !joined.empty() &&
                         is_unspaced(code_point_before(phrase, at).value) &&
                         is_unspaced(code_point_at(phrase, at + 1).value);
    if (!dropped) joined += phrase.substr(at, c.bytes);
    at += c.bytes;
  }
  return joined;
}

std::optional<PhrasePair> pair_of(std::string_view original, std::string_view translation) {
  original = trim(original);
  translation = trim(translation);
  if (original.empty() || translation.empty()) return std::nullopt;
  return PhrasePair{unspaced_joined(original), unspaced_joined(translation)};
}

// hunalign writes the target first.
std::optional<PhrasePair> read_hunalign(std::string_view line) {
  const std::size_t at = line.find(kAt);
  if (at == std::string_view::npos) return std::nullopt;
  return pair_of(line.substr(at + kAt.size()), line.substr(0, at));
}

std::optional<PhrasePair> read_columns(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  const std::string_view rest = line.substr(tab + 1);
  return pair_of(line.substr(0, tab), rest.substr(0, rest.find('\t')));
}

// Takes a field and what ends it off the head of `line`.
std::string take_field(std::string_view& line, char separator) {
  std::string field;
  bool quoted = false;
  std::size_t at = 0;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"') {
      const bool doubled = quoted && at + 1 < line.size() && line[at + 1] == '"';
      if (doubled) field += line[++at];
      if (!doubled) quoted = !quoted;
    } else if (c == separator && !quoted) {
      break;
    } else {
      field += c;
    }
  }
  line.remove_prefix(std::min(at + 1, line.size()));
  return field;
}

template <char kSeparator>
std::optional<PhrasePair> read_csv(std::string_view line) {
  if (line.find(kSeparator) == std::string_view::npos) return std::nullopt;
  const std::string original = take_field(line, kSeparator);
  return pair_of(original, take_field(line, kSeparator));
}

using Reader = std::optional<PhrasePair> (*)(std::string_view);
// In the order of trust: a comma may stand in a phrase of any of the others.
constexpr Reader kReaders[] = {read_columns, read_hunalign, read_csv<';'>, read_csv<','>};

}  // namespace

std::vector<PhrasePair> read_dictionary(std::string_view bytes, const std::string& name,
                                        const ReadOptions& options) {
  const SentenceText text = read_sentence_lines(bytes, name, options);
  std::vector<std::string_view> lines = text.sentences();
  std::erase_if(lines, [](std::string_view line) { return trim(line).empty(); });
  for (const Reader reader : kReaders) {
    std::vector<PhrasePair> pairs;
    for (const std::string_view line : lines) {
      if (auto pair = reader(line)) pairs.push_back(std::move(*pair));
    }
    if (!pairs.empty() && pairs.size() * 2 >= lines.size()) return pairs;
  }
  throw Error({name, "", "it is no word list of two languages",
               "write two columns with a tab between, CSV, or hunalign's 'target @ source'"});
}

}  // namespace synoptic
