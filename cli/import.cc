// synoptic import WORK FILE...: files into the store.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/changes_option.h"
#include "cli/import_report.h"
#include "cli/importer.h"
#include "cli/language_data_option.h"
#include "cli/now.h"
#include "cli/progress.h"
#include "cli/replacement_warning.h"
#include "cli/store_option.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"
#include "cli/text_files.h"
#include "formats/zip_folder.h"
#include "text/error.h"
#include "text/language_name.h"
#include "text/messages.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

struct Options {
  std::string store;
  std::string work;
  std::string original;
  std::vector<std::string> files;
  std::string language;
  bool trust = false;
  std::string ladder;
  ReadOptions read;
  LanguageDataOptions language_data;
};

// The files of the archives among the arguments; other arguments go into `rest`.
std::vector<ArchivedFile> archived_files(const Options& options, std::vector<std::string>& rest) {
  std::vector<ArchivedFile> files;
  for (const std::string& argument : options.files) {
    std::error_code ignored;
    std::string bytes;
    if (fs::is_regular_file(argument, ignored)) {
      bytes = read_file(argument, options.read.most_bytes, EmptyFile::kAllowed);
    }
    if (!is_zip_folder(bytes)) {
      rest.push_back(argument);
      continue;
    }
    for (ArchivedFile& file : files_in_zip(bytes, argument)) files.push_back(std::move(file));
  }
  return files;
}

std::vector<ImportFile> files_of(const Options& options) {
  std::vector<ImportFile> files;
  std::vector<std::string> arguments;
  for (ArchivedFile& file : archived_files(options, arguments)) {
    files.push_back({file.name, options.language, file.name == options.original, options.trust,
                     std::move(file.bytes)});
  }
  std::stable_partition(files.begin(), files.end(), [](const auto& file) { return file.original; });
  const bool archived_original = !files.empty() && files.front().original;
  const auto add = [&](const std::string& argument, bool original) {
    const FileArgument parsed = parse_file_argument(argument);
    const auto same = [&](const ImportFile& other) {
      std::error_code ignored;
      return other.file == parsed.file || fs::equivalent(other.file, parsed.file, ignored);
    };
    // The original may stand among the files as well.
    if (std::any_of(files.begin(), files.end(), same)) return;
    files.push_back({parsed.file, parsed.language.empty() ? options.language : parsed.language,
                     original, options.trust, std::nullopt});
  };
  if (!options.original.empty() && !archived_original) add(options.original, true);
  for (const std::string& argument : arguments) {
    for (const std::string& file : files_for(argument, options.read.most_bytes)) add(file, false);
  }
  return files;
}

// The original first: translations are read in its light.
void put_original_first(Store& store, const std::string& work, std::vector<ImportFile>& files) {
  const std::optional<Version> original = store.original(work);
  if (!original) {
    if (!files.empty()) files.front().original = true;
    return;
  }
  std::stable_partition(files.begin(), files.end(), [&](const ImportFile& file) {
    const std::string stated = file.language.empty() ? language_in_name(file.file) : file.language;
    return file.original || stated == original->language;
  });
}

void print(const std::string& file, const std::vector<ImportReport>& reports) {
  for (const ImportReport& report : reports) {
    for (const std::string& note : report.notes) std::cerr << "synoptic: " << note << '\n';
    std::cerr << language_note(file, report);
    warn_of_replacements(report.document, std::cerr);
    std::cout << in_display_order(report_text(file, report)) << std::flush;
  }
}

// True where the file is in.
bool import_one(Importer& importer, const ImportFile& file, Progress& progress) {
  try {
    const std::vector<ImportReport> reports = importer.run(file);
    progress.clear();
    print(file.file, reports);
    return true;
  } catch (const Error& error) {
    // What is wrong with a file is no matter of the others; a store that fails is.
    if (error.parts().file != file.file || error.kind() == ErrorKind::kInternal) throw;
    progress.clear();
    std::cerr << "synoptic: " << error.what() << '\n';
    return false;
  }
}

int run_with_ladder(const Options& options) {
  std::vector<std::string> files = options.files;
  if (!options.original.empty()) files.insert(files.begin(), options.original);
  if (files.size() != 2) {
    throw Error({options.ladder, "", translate("a ladder pairs the sentences of two files"),
                 translate("name the two that it was made of, the original first")});
  }
  std::vector<AlignmentJob> jobs = {read_job(files, {}, options.read)};
  identify_languages(jobs);
  const LanguageData data(options.language_data);
  Store store(options.store, Access::kWrite);
  Importer importer(store, options.work, options.read, now_utc(), data.tables());
  print(options.ladder, importer.run(jobs.front(), options.ladder, options.trust));
  return kExitClean;
}

int run_import(const Options& options) {
  if (options.work.empty())
    throw Error({"", "", translate("the work has no name"), translate("give it one")});
  if (!options.ladder.empty()) return run_with_ladder(options);
  std::vector<ImportFile> files = files_of(options);
  if (files.empty())
    throw Error({"", "", translate("no file to import"), translate("name at least one")});
  const LanguageData data(options.language_data);
  Store store(options.store, Access::kWrite);
  put_original_first(store, options.work, files);
  Importer importer(store, options.work, options.read, now_utc(), data.tables());
  std::size_t failed = 0;
  {
    Progress progress(files.size(), translate("files"));
    for (const ImportFile& file : files) {
      if (!import_one(importer, file, progress)) ++failed;
      progress.advance();
    }
  }
  if (failed > 0) {
    std::cerr << "synoptic: "
              << say_count("{failed} of {count} file not imported",
                           "{failed} of {count} files not imported", files.size(),
                           {{"failed", format_number(failed)}})
              << '\n';
  }
  return failed > 0 ? kExitInput : kExitClean;
}

}  // namespace

std::function<int()> configure_import(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "Name of the work, a new one or one of the store")
      ->required();
  app.add_option("file", options->files,
                 "Texts of the work, or folders of them; - is the standard input; `fr=FILE` states "
                 "the language. A TMX, XLIFF, CSV, TSV or XLSX file gives all its languages and "
                 "their pairs, a zip the files in it");
  app.add_option("--original", options->original,
                 "The original among them, else the first file of a new work");
  app.add_flag("--trust", options->trust,
               "Take the pairs of a TMX, XLIFF, table or ladder as confirmed by a reviewer");
  app.add_option("--ladder", options->ladder,
                 "A ladder that pairs the lines of the two files, the original first");
  app.add_option("--lang", options->language, "Language of the files, where it is not stated");
  app.add_option("--encoding", options->read.encoding, "Encoding of the files, else detected");
  app.add_option("--max-bytes", options->read.most_bytes, "Refuse larger files")
      ->capture_default_str();
  app.add_option("--max-line-bytes", options->read.most_line_bytes, "Refuse longer lines")
      ->capture_default_str();
  add_changes_option(app, options->read.changes);
  add_language_data_options(app, options->language_data);
  add_store_option(app, options->store);
  return [options] { return run_import(*options); };
}

}  // namespace synoptic
