// synoptic align SRC TGT: the sentences of two texts, one a line, paired.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <thread>

#include "align/bead_confidence.h"
#include "align/dictionary.h"
#include "align/sentence_aligner.h"
#include "cli/alignment_jobs.h"
#include "cli/bead_output.h"
#include "cli/stored_lexicon.h"
#include "cli/subcommand.h"
#include "formats/dictionary_reader.h"
#include "formats/output_file.h"
#include "text/error.h"

namespace synoptic {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string batch;
  std::string languages;
  std::string format = "ladder";
  std::string most_bead = "4-4";
  bool monotone = false;
  std::string output;
  std::vector<std::string> dictionaries;
  ReadOptions read;
  StoredLexiconOptions store;
};

using WordLists = std::vector<std::vector<PhrasePair>>;

WordLists read_dictionaries(const Options& options) {
  ReadOptions read;  // an encoding that is stated is that of the texts
  read.most_bytes = options.read.most_bytes;
  WordLists lists;
  for (const std::string& file : options.dictionaries) {
    lists.push_back(read_dictionary(read_file(file, read.most_bytes), file, read));
  }
  return lists;
}

// What word lists say is added to what the store has learnt.
void add_lists(const WordLists& lists, const VocabularyView& original,
               const VocabularyView& translation, std::vector<LexiconEntry>& lexicon) {
  for (const std::vector<PhrasePair>& list : lists) {
    const auto entries = lexicon_entries(list, original, translation);
    lexicon.insert(lexicon.end(), entries.begin(), entries.end());
  }
}

std::vector<Lesson> lessons_of_group(const std::vector<const AlignmentJob*>& jobs,
                                     const std::vector<std::vector<Bead>>& beads) {
  std::vector<Lesson> lessons;
  for (std::size_t d = 0; d < jobs.size(); ++d) {
    for (Lesson& lesson :
         lessons_of(jobs[d]->original.sentences(), jobs[d]->translation.sentences(), beads[d])) {
      lessons.push_back(std::move(lesson));
    }
  }
  return lessons;
}

std::vector<AlignmentJob> jobs_of(const Options& options) {
  const SideLanguages stated =
      options.languages.empty() ? SideLanguages{} : parse_languages(options.languages);
  if (options.batch.empty()) {
    if (options.files.size() != 2) {
      throw Error({"", "", "align takes two files, or --batch LIST", "see synoptic align --help"});
    }
    std::vector<AlignmentJob> jobs;
    jobs.push_back(read_job(options.files, stated, options.read));
    jobs.back().output = options.output == "-" ? "" : options.output;
    return jobs;
  }
  if (!options.files.empty() || !options.output.empty()) {
    throw Error({"", "", "--batch takes its files and outputs from the list",
                 "leave out what is named beside it"});
  }
  return read_batch(options.batch, stated, options.read);
}

// "2-2".
uint32_t parse_most_bead(const std::string& argument) {
  const auto digit = [&](std::size_t at) { return argument[at] >= '1' && argument[at] <= '4'; };
  if (argument.size() != 3 || argument[1] != '-' || !digit(0) || !digit(2)) {
    throw Error({"", "", "--max-bead '" + argument + "' is not a shape from 1-1 to 4-4",
                 "write it as in --max-bead 2-2"});
  }
  if (argument[0] != argument[2]) {
    throw Error({"", "", "--max-bead '" + argument + "' asks for more on one side than the other",
                 "name the same number for both, as in --max-bead 2-2"});
  }
  return static_cast<uint32_t>(argument[0] - '0');
}

std::string written(const AlignedText& aligned, const std::string& format) {
  if (format == "tsv") return to_bead_tsv(aligned);
  if (format == "json") return to_bead_json(aligned);
  if (format == "tmx") return to_bead_tmx(aligned);
  return to_ladder(aligned);
}

void write_out(const std::string& output, const std::string& contents) {
  if (output.empty()) {
    std::cout.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  } else {
    write_file(output, contents);
  }
}

// Documents in the same two languages teach each other.
void align_group(const std::vector<const AlignmentJob*>& jobs, const WordLists& lists,
                 const Options& options) {
  Vocabulary original;
  Vocabulary translation;
  std::vector<SentenceSide> sides;
  for (const AlignmentJob* job : jobs) {
    sides.push_back(sentence_side(job->original.sentences(), job->original.language, original));
    sides.push_back(
        sentence_side(job->translation.sentences(), job->translation.language, translation));
  }
  std::vector<SentencePair> documents;
  for (std::size_t s = 0; s < sides.size(); s += 2) documents.push_back({sides[s], sides[s + 1]});
  const SentenceText& one = jobs.front()->original;
  const SentenceText& other = jobs.front()->translation;
  StoredLexicon stored(options.store, one.language + "," + other.language);
  std::vector<LexiconEntry> lexicon = stored.entries(original);
  add_lists(lists, {original, one.language}, {translation, other.language}, lexicon);
  SentenceOptions how;
  how.lexicon = lexicon;
  how.threads = std::max(1U, std::thread::hardware_concurrency());
  how.most_side = parse_most_bead(options.most_bead);
  // The ladder has no room for a confidence, which costs as much as the beads.
  std::vector<std::vector<double>> posteriors;
  const bool confident = options.format == "tsv" || options.format == "json";
  std::vector<std::vector<Crossing>> crossings(documents.size());
  if (!options.monotone) how.crossings = &crossings;
  if (confident) how.posteriors = &posteriors;
  auto beads = align_documents(documents, original, translation, how);
  if (stored.learns()) stored.teach(lessons_of_group(jobs, beads));
  for (std::size_t d = 0; d < jobs.size(); ++d) {
    std::vector<double> confidence;
    if (confident) confidence = bead_confidence(beads[d], posteriors[d]);
    const AlignedText aligned{jobs[d]->original, jobs[d]->translation, std::move(beads[d]),
                              std::move(crossings[d]), std::move(confidence)};
    write_out(jobs[d]->output, written(aligned, options.format));
  }
}

int run_align(const Options& options) {
  parse_most_bead(options.most_bead);  // before anything is read
  const WordLists lists = read_dictionaries(options);
  std::vector<AlignmentJob> jobs = jobs_of(options);
  identify_languages(jobs);
  std::map<SideLanguages, std::vector<const AlignmentJob*>> groups;
  for (const AlignmentJob& job : jobs) {
    groups[{job.original.language, job.translation.language}].push_back(&job);
  }
  for (const auto& [languages, group] : groups) align_group(group, lists, options);
  return kExitClean;
}

}  // namespace

std::function<int()> configure_align(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("files", options->files,
                 "Two files of sentences, one a line; `fr=FILE` states a language, - is the "
                 "standard input")
      ->expected(0, 2);
  app.add_option("--batch", options->batch,
                 "A list of documents that teach each other: SRC, TGT, OUTPUT, with tabs between");
  app.add_option("--lang", options->languages, "Languages of the two sides, else detected: de,fr");
  app.add_option("--format", options->format,
                 "ladder: the numbers of the sentences; tsv: confidence, shape, texts; json; tmx")
      ->check(CLI::IsMember({"ladder", "tsv", "json", "tmx"}))
      ->capture_default_str();
  app.add_option("--dictionary", options->dictionaries,
                 "A word list: two columns with a tab between, CSV, or hunalign's .dic; may be "
                 "given again")
      ->allow_extra_args(false);
  app.add_option("--max-bead", options->most_bead,
                 "The most sentences that pair at once, from 1-1 to 4-4")
      ->capture_default_str();
  app.add_flag("--monotone", options->monotone,
               "Leave sentences alone whose translation stands elsewhere, rather than pair them "
               "out of order");
  app.add_option("--output,-o", options->output, "File to write, else the standard output");
  app.add_option("--encoding", options->read.encoding, "Encoding of the files, else detected");
  app.add_option("--max-bytes", options->read.most_bytes, "Refuse larger files");
  add_stored_lexicon_options(app, options->store);
  return [options] { return run_align(*options); };
}

}  // namespace synoptic
