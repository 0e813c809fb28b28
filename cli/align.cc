// synoptic align SRC TGT: two files of sentences, one a line, to a ladder of beads.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "align/sentence_aligner.h"
#include "cli/stored_lexicon.h"
#include "cli/subcommand.h"
#include "formats/plain_text.h"
#include "text/error.h"

namespace synoptic {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string batch;
  std::string languages;
  StoredLexiconOptions lexicon;
};

struct Job {
  std::string original;
  std::string translation;
  std::string output;  // empty: stdout
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<Job> jobs_of(const Options& options) {
  if (options.batch.empty()) {
    if (options.files.size() != 2) {
      throw Error({"", "", "align takes two files, or --batch LIST", "see synoptic align --help"});
    }
    return {{options.files[0], options.files[1], ""}};
  }
  std::vector<Job> jobs;
  const std::string list = read_file(options.batch, UINT64_MAX);
  std::size_t number = 0;
  for (const std::string_view line : lines_of(list)) {
    ++number;
    if (line.empty()) continue;
    std::istringstream fields{std::string(line)};
    Job job;
    std::getline(fields, job.original, '\t');
    std::getline(fields, job.translation, '\t');
    std::getline(fields, job.output, '\t');
    if (job.output.empty()) {
      throw Error({options.batch, "line " + std::to_string(number),
                   "it is not SRC, TGT and OUTPUT with tabs between", "mend the list"});
    }
    jobs.push_back(std::move(job));
  }
  return jobs;
}

void print_ladder(const std::vector<Bead>& beads, std::ostream& out) {
  Bead before;
  const auto side = [&](uint32_t begin, uint32_t end) {
    out << '[';
    for (uint32_t i = begin; i < end; ++i) out << (i > begin ? "," : "") << i;
    out << ']';
  };
  for (const Bead& bead : beads) {
    side(before.original_end, bead.original_end);
    out << ':';
    side(before.translation_end, bead.translation_end);
    out << ':' << bead.cost_nats << '\n';
    before = bead;
  }
}

// The texts are read again: while they were aligned, only their words were kept.
std::vector<Lesson> lessons_of(const std::vector<Job>& jobs,
                               const std::vector<std::vector<Bead>>& beads) {
  std::vector<Lesson> lessons;
  for (std::size_t d = 0; d < jobs.size(); ++d) {
    const std::string source = read_file(jobs[d].original, UINT64_MAX);
    const std::string target = read_file(jobs[d].translation, UINT64_MAX);
    for (Lesson& lesson : lessons_of(lines_of(source), lines_of(target), beads[d])) {
      lessons.push_back(std::move(lesson));
    }
  }
  return lessons;
}

int run_align(const Options& options) {
  const std::vector<Job> jobs = jobs_of(options);
  StoredLexicon lexicon(options.lexicon, options.languages);
  Vocabulary original;
  Vocabulary translation;
  std::vector<SentenceSide> sides;
  for (const Job& job : jobs) {
    const std::string source = read_file(job.original, UINT64_MAX);
    const std::string target = read_file(job.translation, UINT64_MAX);
    sides.push_back(sentence_side(
        lines_of(source), options.languages.substr(0, options.languages.find(',')), original));
    sides.push_back(sentence_side(
        lines_of(target), options.languages.substr(options.languages.find(',') + 1), translation));
  }
  std::vector<SentencePair> documents;
  for (std::size_t s = 0; s < sides.size(); s += 2) documents.push_back({sides[s], sides[s + 1]});
  const std::vector<LexiconEntry> known = lexicon.entries(original);
  const auto beads = align_documents(documents, original, translation, {.lexicon = known});
  if (lexicon.learns()) lexicon.teach(lessons_of(jobs, beads));
  for (std::size_t d = 0; d < jobs.size(); ++d) {
    if (jobs[d].output.empty()) {
      print_ladder(beads[d], std::cout);
    } else {
      std::ofstream file(jobs[d].output);
      print_ladder(beads[d], file);
    }
  }
  return kExitClean;
}

}  // namespace

std::function<int()> configure_align(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("files", options->files, "Two files of sentences, one a line")->expected(0, 2);
  app.add_option("--batch", options->batch,
                 "A list of documents that teach each other: SRC, TGT, OUTPUT, with tabs between");
  app.add_option("--lang", options->languages, "Languages of the two sides: de,fr");
  add_stored_lexicon_options(app, options->lexicon);
  return [options] { return run_align(*options); };
}

}  // namespace synoptic
