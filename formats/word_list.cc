#include "formats/word_list.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr float kMostCount = 1e9F;

// Calls `read` for every line that holds an entry; `read` returns false for one that does not.
template <typename Read>
void for_each_entry(std::string_view text, const std::string& file, const char* form, Read read) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trim(line).empty() || line.starts_with("# ")) continue;
    if (!read(line)) {
      throw Error({file, "line " + std::to_string(number), std::string("not ") + form,
                   "mend the list, or name its --format"});
    }
  }
}

bool read_count(std::string_view field, float& count) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), count);
  return error == std::errc() && end == field.data() + field.size() && std::isfinite(count) &&
         count > 0 && count <= kMostCount;
}

}  // namespace

std::vector<WordListEntry> read_columns(std::string_view text, const std::string& file) {
  std::vector<WordListEntry> entries;
  for_each_entry(text, file, "two words with a tab between, and maybe a count", [&](auto line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return false;
    std::string_view rest = line.substr(tab + 1);
    const std::size_t second = std::min(rest.find('\t'), rest.size());
    WordListEntry entry;
    entry.words = {std::string(trim(line.substr(0, tab))),
                   std::string(trim(rest.substr(0, second)))};
    const std::string_view count = trim(rest.substr(second));
    if (!count.empty() && !read_count(count, entry.count)) return false;
    if (entry.words.original.empty() || entry.words.translation.empty()) return false;
    entries.push_back(std::move(entry));
    return true;
  });
  return entries;
}

std::string to_columns(std::span<const LexiconEntry> entries) {
  std::string text;
  for (const LexiconEntry& entry : entries) {
    text += fmt::format("{}\t{}\t{}\n", entry.original, entry.translation, entry.count);
  }
  return text;
}

std::vector<WordListEntry> read_dic(std::string_view text, const std::string& file) {
  std::vector<WordListEntry> entries;
  for_each_entry(text, file, "two words with \" @ \" between", [&](auto line) {
    const std::size_t at = line.find(" @ ");
    if (at == std::string_view::npos) return false;
    WordListEntry entry;
    entry.words = {std::string(trim(line.substr(at + 3))), std::string(trim(line.substr(0, at)))};
    if (entry.words.original.empty() || entry.words.translation.empty()) return false;
    entries.push_back(std::move(entry));
    return true;
  });
  return entries;
}

std::string to_dic(std::span<const LexiconEntry> entries) {
  std::string text;
  for (const LexiconEntry& entry : entries) {
    text += entry.translation + " @ " + entry.original + '\n';
  }
  return text;
}

}  // namespace synoptic
