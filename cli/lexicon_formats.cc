#include "cli/lexicon_formats.h"

#include "formats/tbx.h"
#include "formats/tmx_reader.h"
#include "formats/tmx_writer.h"
#include "text/error.h"

namespace synoptic {

namespace {

std::vector<WordListEntry> uncounted(std::vector<Lesson> lessons) {
  std::vector<WordListEntry> entries;
  for (Lesson& lesson : lessons) entries.push_back({std::move(lesson), 0});
  return entries;
}

std::string memory_of(std::span<const LexiconEntry> entries, const LanguagePair& languages) {
  ParallelText rows{"lexicon", {languages.original, languages.translation}, {}};
  for (const LexiconEntry& entry : entries) {
    rows.rows.push_back({"", {entry.original, entry.translation}});
  }
  return to_tmx(rows, RowSize::kSentence, SYNOPTIC_VERSION);
}

}  // namespace

std::span<const LexiconFormat> lexicon_formats() {
  static const LexiconFormat table[] = {
      {"tsv", [](auto bytes, auto& file, auto&) { return read_columns(bytes, file); },
       [](auto entries, auto&) { return to_columns(entries); }},
      {"tbx",
       [](auto bytes, auto& file, auto& languages) {
         return uncounted(read_tbx(bytes, file, languages));
       },
       to_tbx},
      {"tmx",
       [](auto bytes, auto& file, auto& languages) {
         return uncounted(read_tmx(bytes, file, languages));
       },
       memory_of},
      {"dic", [](auto bytes, auto& file, auto&) { return read_dic(bytes, file); },
       [](auto entries, auto&) { return to_dic(entries); }},
  };
  return table;
}

const LexiconFormat& lexicon_format(std::string_view name, const std::string& file) {
  for (const LexiconFormat& format : lexicon_formats()) {
    if (name.empty() ? file.ends_with("." + std::string(format.name)) : format.name == name) {
      return format;
    }
  }
  throw Error(
      {file, "", "its format is not told by its name", "state it: --format tsv, tbx, tmx or dic"});
}

}  // namespace synoptic
