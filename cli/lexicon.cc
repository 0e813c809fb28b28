// synoptic lexicon [LANG-LANG] [WORD...]: what the store knows of words.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/lexicon_formats.h"
#include "cli/lexicon_training.h"
#include "cli/store_option.h"
#include "cli/stored_lexicon.h"
#include "cli/subcommand.h"
#include "formats/output_file.h"
#include "formats/plain_text.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostTermWords = 4;

struct Options {
  std::string store;
  std::string languages;  // "de-fr"
  std::vector<std::string> words;
  std::string export_to;
  std::string import_from;
  std::string train;
  std::string format;
  bool forget = false;
  uint32_t most = 20;
};

LanguagePair pair_of(const std::string& argument) {
  const std::size_t hyphen = argument.find('-');
  if (hyphen != std::string::npos && argument.find('-', hyphen + 1) == std::string::npos) {
    const auto pair = language_pair(argument.substr(0, hyphen), argument.substr(hyphen + 1));
    if (pair) return *pair;
  }
  throw Error({"", "", say("\"{argument}\" is not a pair of languages", {{"argument", argument}}),
               translate("name two with a hyphen between, as in de-fr")});
}

int list(Store& store) {
  const std::vector<LexiconSize> sizes = store.lexicons().list();
  for (const LexiconSize& size : sizes) {
    std::cout << size.first << '-' << size.second << "  "
              << say_count("{count} entry", "{count} entries", size.entries) << translate(", ")
              << say_count("from {count} sentence", "from {count} sentences", size.lessons) << '\n';
  }
  if (sizes.empty()) std::cerr << "synoptic: " << translate("the store has no lexicon yet") << '\n';
  return kExitClean;
}

// What the vocabulary makes of a word as a user writes it: a word, or several; the word itself
// where it may be one of the vocabulary's already.
std::vector<std::string> vocabulary_words(const std::string& word, const std::string& language) {
  std::vector<std::string> words = sentence_words(word, language);
  const bool listed = std::find(words.begin(), words.end(), word) != words.end();
  const bool folded = words.size() <= 1 && is_vocabulary_word(word);
  if (word.starts_with('#') || listed || folded) return {word};
  return words;
}

// True where one was found.
bool show(Lexicons lexicons, const LanguagePair& languages, const Options& options,
          const std::string& word) {
  const std::vector<WordTranslation> all = lexicons.translations(languages, word);
  if (all.empty()) return false;
  std::cout << fmt::format("{} {}\n", languages.original, word);
  std::cout << fmt::format("  {:>8}  {:>6}  {:>6}  {}\n", "seen",
                           languages.original + ">" + languages.translation,
                           languages.translation + ">" + languages.original, languages.translation);
  for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), options.most); ++i) {
    std::cout << fmt::format("  {:>8.1f}  {:>6.2f}  {:>6.2f}  {}\n", all[i].count, all[i].there,
                             all[i].back, all[i].word);
  }
  return true;
}

int look_up(Store& store, const LanguagePair& languages, const Options& options) {
  const LanguagePair turned{languages.translation, languages.original};
  for (const std::string& word : options.words) {
    bool found = false;
    for (const LanguagePair& direction : {languages, turned}) {
      for (const std::string& known : vocabulary_words(word, direction.original)) {
        if (show(store.lexicons(), direction, options, known)) found = true;
      }
    }
    if (found) continue;
    std::cerr << "synoptic: " << say("\"{word}\" is not in the lexicon", {{"word", word}}) << '\n';
  }
  return kExitClean;
}

int write_lexicon(Store& store, const LanguagePair& languages, const Options& options) {
  const LexiconFormat& format = lexicon_format(options.format, options.export_to);
  const std::vector<LexiconEntry> entries = store.lexicons().entries(languages);
  write_file(options.export_to, format.write(entries, languages));
  std::cerr << "synoptic: "
            << say_count("{count} entry written to {file}", "{count} entries written to {file}",
                         entries.size(), {{"file", options.export_to}})
            << '\n';
  return kExitClean;
}

// Entries of a file, sorted by how they teach.
struct FileEntries {
  std::vector<LexiconEntry> counted;  // words of the vocabulary
  std::vector<Lesson> terms;          // a few words
  std::vector<Lesson> sentences;
};

FileEntries sorted_entries(std::vector<WordListEntry> all, const LanguagePair& languages) {
  FileEntries sorted;
  for (WordListEntry& entry : all) {
    const auto original = vocabulary_words(entry.words.original, languages.original);
    const auto translation = vocabulary_words(entry.words.translation, languages.translation);
    const std::size_t words = std::max(original.size(), translation.size());
    if (entry.count > 0 && words == 1) {
      sorted.counted.push_back({original[0], translation[0], entry.count});
    } else {
      (words <= kMostTermWords ? sorted.terms : sorted.sentences).push_back(std::move(entry.words));
    }
  }
  return sorted;
}

// A term is worth one sighting, shared out among its words; in a text of a few words there is
// nothing to learn from.
Teaching teaching_of_terms(Store& store, const LanguagePair& languages,
                           std::span<const Lesson> terms) {
  Teaching teaching{languages, store.lexicons().untaught(languages, terms), {}};
  for (const Lesson& term : teaching.lessons) {
    const auto original = vocabulary_words(term.original, languages.original);
    const auto translation = vocabulary_words(term.translation, languages.translation);
    const auto words = static_cast<float>(std::max(original.size(), translation.size()));
    for (const std::string& word : original) {
      for (const std::string& other : translation)
        teaching.entries.push_back({word, other, 1 / words});
    }
  }
  return teaching;
}

int read_lexicon(Store& store, const LanguagePair& languages, const Options& options) {
  const LexiconFormat& format = lexicon_format(options.format, options.import_from);
  const std::string bytes = read_file(options.import_from, ReadOptions{}.most_bytes);
  const FileEntries file =
      sorted_entries(format.read(bytes, options.import_from, languages), languages);
  std::size_t taught = 0;
  store.in_transaction([&] {
    Lexicons lexicons = store.lexicons();
    lexicons.add(languages, file.counted);
    for (const Teaching& teaching : {teaching_of_terms(store, languages, file.terms),
                                     learn_from(store, languages, file.sentences)}) {
      taught += teaching.lessons.size();
      lexicons.add_taught(languages, teaching.lessons, teaching.entries);
    }
  });
  const std::size_t known = file.terms.size() + file.sentences.size() - taught;
  std::cerr << "synoptic: "
            << say("entries read: {counted} counted, {taught} others; known already: {known}",
                   {{"counted", format_number(file.counted.size())},
                    {"taught", format_number(taught)},
                    {"known", format_number(known)}})
            << '\n';
  return kExitClean;
}

int train(Store& store, const LanguagePair& languages, const Options& options) {
  const Training training = read_training(options.train, languages, store);
  Teaching teaching = learn_from(store, languages, training.lessons);
  const std::size_t taught = teaching.lessons.size();
  teach(store, std::move(teaching));
  std::cerr << "synoptic: "
            << say("pairs of sentences learnt: {taught}; documents: {documents}; known already: "
                   "{known}",
                   {{"taught", format_number(taught)},
                    {"documents", format_number(training.documents)},
                    {"known", format_number(training.lessons.size() - taught)}})
            << '\n';
  return kExitClean;
}

int run_lexicon(const Options& options) {
  const bool writes = options.forget || !options.import_from.empty() || !options.train.empty();
  if (options.languages.empty()) {
    if (writes || !options.export_to.empty()) {
      throw Error({"", "", translate("no lexicon is named"),
                   translate("name its languages first, as in de-fr")});
    }
    Store store(options.store, Access::kRead);
    return list(store);
  }
  const LanguagePair languages = pair_of(options.languages);
  Store store(options.store, writes ? Access::kWrite : Access::kRead);
  if (!options.import_from.empty()) return read_lexicon(store, languages, options);
  if (!options.train.empty()) return train(store, languages, options);
  if (!options.export_to.empty()) return write_lexicon(store, languages, options);
  if (!options.forget) return look_up(store, languages, options);
  if (!store.lexicons().forget(languages))
    std::cerr << "synoptic: " << translate("there was no such lexicon") << '\n';
  return kExitClean;
}

}  // namespace

std::function<int()> configure_lexicon(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("languages", options->languages,
                 "Two languages, as in de-fr; without them, what lexicons there are");
  auto* words = app.add_option("word", options->words, "Words of either language");
  auto* forget = app.add_flag("--forget", options->forget, "Delete the lexicon");
  auto* to = app.add_option("--export", options->export_to, "Write the lexicon to a file");
  auto* from = app.add_option("--import", options->import_from, "Add the entries of a file");
  auto* folder = app.add_option("--train", options->train, "Learn from the texts of a folder");
  const std::vector<CLI::Option*> actions = {words, forget, to, from, folder};
  for (CLI::Option* action : actions) {
    for (CLI::Option* other : actions) {
      if (action != other) action->excludes(other);
    }
  }
  std::vector<std::string> names;
  for (const LexiconFormat& format : lexicon_formats()) names.emplace_back(format.name);
  app.add_option("--format", options->format, "Of the file, else by the ending of its name")
      ->check(CLI::IsMember(names));
  app.add_option("--most", options->most, "Translations of a word to show")
      ->capture_default_str()
      ->check(CLI::Range(1u, 1000000u));
  add_store_option(app, options->store);
  return [options] { return run_lexicon(*options); };
}

}  // namespace synoptic
