#include "cli/lexicon_training.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "align/lexicon_weight.h"
#include "align/sentence_aligner.h"
#include "formats/plain_text.h"
#include "formats/tmx_reader.h"
#include "text/error.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

struct TextPair {
  std::string original;  // files
  std::string translation;
};

struct Found {
  std::vector<TextPair> texts;
  std::vector<std::string> memories;
};

// A text that is named as one of a pair: "act" and "fr" of act.fr.txt.
struct TextName {
  std::string name;
  std::string language;
};

TextName text_name(const fs::path& file, const LanguagePair& languages) {
  const std::string ending = file.extension().string();
  const std::string stem = file.stem().string();
  if (ending == ".src") return {stem, languages.original};
  if (ending == ".tgt") return {stem, languages.translation};
  const std::size_t dot = stem.rfind('.');
  if (ending != ".txt" || dot == std::string::npos) return {};
  return {stem.substr(0, dot), base_language(stem.substr(dot + 1))};
}

Found find_texts(const std::string& folder, const LanguagePair& languages) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    throw Error({folder, "", "the folder can't be read: " + error.message(), "name another"});
  }
  Found found;
  std::map<std::string, TextPair> by_name;
  for (const fs::directory_entry& entry : entries) {
    if (!entry.is_regular_file()) continue;
    const std::string file = entry.path().string();
    if (entry.path().extension() == ".tmx") found.memories.push_back(file);
    const TextName text = text_name(entry.path(), languages);
    if (text.language == languages.original) by_name[text.name].original = file;
    if (text.language == languages.translation) by_name[text.name].translation = file;
  }
  std::sort(found.memories.begin(), found.memories.end());
  for (const auto& [name, pair] : by_name) {
    if (!pair.original.empty() && !pair.translation.empty()) found.texts.push_back(pair);
  }
  if (found.texts.empty() && found.memories.empty()) {
    throw Error({folder, "",
                 "it holds no texts of " + languages.original + " and " + languages.translation,
                 "it should hold NAME.src and NAME.tgt, NAME." + languages.original +
                     ".txt and NAME." + languages.translation + ".txt, or .tmx files"});
  }
  return found;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

struct ReadText {
  std::string bytes;
  std::vector<std::string_view> lines;  // of `bytes`
  SentenceSide side;

  ReadText(const std::string& file, const std::string& language, Vocabulary& vocabulary)
      : bytes(read_file(file, UINT64_MAX)),
        lines(lines_of(bytes)),
        side(sentence_side(lines, language, vocabulary)) {}
  ReadText(const ReadText&) = delete;
};

}  // namespace

Training read_training(const std::string& folder, const LanguagePair& languages, Store& store) {
  const Found found = find_texts(folder, languages);
  Vocabulary original;
  Vocabulary translation;
  std::vector<std::unique_ptr<const ReadText>> texts;  // in turn
  std::vector<SentencePair> documents;
  for (const TextPair& pair : found.texts) {
    texts.push_back(std::make_unique<ReadText>(pair.original, languages.original, original));
    texts.push_back(
        std::make_unique<ReadText>(pair.translation, languages.translation, translation));
    documents.push_back({texts[texts.size() - 2]->side, texts.back()->side});
  }
  const auto known = weighed(store.lexicons().entries(languages, original));
  const auto beads = align_documents(documents, original, translation, {.lexicon = known});
  Training training{{}, found.texts.size() + found.memories.size()};
  const auto take = [&](std::vector<Lesson> lessons) {
    std::move(lessons.begin(), lessons.end(), std::back_inserter(training.lessons));
  };
  for (std::size_t d = 0; d < beads.size(); ++d) {
    take(lessons_of(texts[2 * d]->lines, texts[2 * d + 1]->lines, beads[d]));
  }
  for (const std::string& file : found.memories) {
    take(read_tmx(read_file(file, UINT64_MAX), file, languages));
  }
  return training;
}

}  // namespace synoptic
