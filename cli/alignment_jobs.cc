#include "cli/alignment_jobs.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <utility>

#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/replacement_warning.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/language.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

constexpr std::size_t kEnoughToTell = 1000;  // bytes of a document whose language is its own matter

SentenceText read_side(const std::string& argument, const std::string& stated,
                       ReadOptions options) {
  const FileArgument file = parse_file_argument(argument);
  options.language = file.language.empty() ? stated : file.language;
  const std::string name = file.file == kStandardInput ? "standard input" : file.file;
  const std::string bytes = read_file(file.file, options.most_bytes, EmptyFile::kAllowed);
  SentenceText text = read_sentence_lines(bytes, name, options);
  warn_of_replacements({text.file, text.encoding, text.replacements}, std::cerr);
  return text;
}

[[noreturn]] void refuse_line(const std::string& list, std::size_t number, std::string cause,
                              std::string remedy) {
  throw Error({list, "line " + std::to_string(number), std::move(cause), std::move(remedy)});
}

AlignmentJob read_line(std::string_view line, const std::string& list, std::size_t number,
                       const SideLanguages& stated, const ReadOptions& options) {
  const std::vector<std::string_view> fields = split(line, '\t');
  const bool whole = fields.size() == 3 && std::none_of(fields.begin(), fields.end(),
                                                        [](const auto& f) { return f.empty(); });
  if (!whole) {
    refuse_line(list, number, "it is not SRC, TGT and OUTPUT with a tab between each",
                "mend the line");
  }
  try {
    AlignmentJob job = read_job({std::string(fields[0]), std::string(fields[1])}, stated, options);
    job.output = fields[2];
    return job;
  } catch (const Error& error) {
    const Error::Parts& parts = error.parts();
    std::string cause = parts.file;
    if (!parts.place.empty()) cause += ": " + parts.place;
    throw Error({list, "line " + std::to_string(number), cause + ": " + parts.cause, parts.remedy},
                error.kind());
  }
}

void identify_side(std::vector<AlignmentJob>& jobs, SentenceText AlignmentJob::*side) {
  std::map<std::string, std::size_t> bytes;
  std::vector<SentenceText*> unsure;
  for (AlignmentJob& job : jobs) {
    SentenceText& text = job.*side;
    if (text.language.empty()) {
      text.language = weigh_language(identify_language(text.text), text.text.size(),
                                     language_in_name(text.file));
      if (text.language.empty() || text.text.size() < kEnoughToTell) unsure.push_back(&text);
    }
    bytes[text.language] += text.text.size();
  }
  const auto most = std::max_element(
      bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (SentenceText* text : unsure) text->language = most->first;
}

}  // namespace

SideLanguages parse_languages(const std::string& argument) {
  const std::size_t comma = argument.find(',');
  const SideLanguages pair{argument.substr(0, comma),
                           comma == std::string::npos ? "" : argument.substr(comma + 1)};
  if (!is_language_tag(pair.original) || !is_language_tag(pair.translation)) {
    throw Error({"", "", "--lang '" + argument + "' is not two language tags with a comma between",
                 "write it as in --lang de,fr"});
  }
  return pair;
}

AlignmentJob read_job(const std::vector<std::string>& files, const SideLanguages& stated,
                      const ReadOptions& options) {
  const auto piped = [](const std::string& file) {
    return parse_file_argument(file).file == kStandardInput;
  };
  if (piped(files[0]) && piped(files[1])) {
    throw Error({"", "", "both sides are the standard input", "name a file for one of them"});
  }
  return {read_side(files[0], stated.original, options),
          read_side(files[1], stated.translation, options), ""};
}

std::vector<AlignmentJob> read_batch(const std::string& list, const SideLanguages& stated,
                                     const ReadOptions& options) {
  ReadOptions of_list;
  of_list.most_bytes = options.most_bytes;
  const SentenceText lines =
      read_sentence_lines(read_file(list, options.most_bytes), list, of_list);
  std::vector<AlignmentJob> jobs;
  std::map<std::string, std::size_t> outputs;  // to the number of the line
  Progress progress(lines.lines.size(), "documents read");
  std::size_t number = 0;
  for (const std::string_view line : lines.sentences()) {
    ++number;
    progress.advance();
    if (line.empty()) continue;
    jobs.push_back(read_line(line, list, number, stated, options));
    const auto [other, added] = outputs.emplace(jobs.back().output, number);
    if (!added) {
      refuse_line(list, number,
                  "its output, " + other->first + ", is that of line " +
                      std::to_string(other->second) + " too",
                  "give each line its own");
    }
  }
  if (jobs.empty()) throw Error({list, "", "it names no document", "check that it was saved"});
  return jobs;
}

void identify_languages(std::vector<AlignmentJob>& jobs) {
  identify_side(jobs, &AlignmentJob::original);
  identify_side(jobs, &AlignmentJob::translation);
}

}  // namespace synoptic
