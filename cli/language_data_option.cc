#include "cli/language_data_option.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <utility>

namespace synoptic {

namespace {

LanguageDataOptions of_environment() {
  const char* value = std::getenv("SYNOPTIC_LANGUAGE_DATA");
  const std::string asked = value == nullptr ? "" : value;
  return asked == "none" ? LanguageDataOptions{"", true} : LanguageDataOptions{asked, false};
}

}  // namespace

void add_language_data_options(CLI::App& app, LanguageDataOptions& options) {
  app.add_option("--language-data", options.folder,
                 "Folder of tables that go before those of the program");
  app.add_flag("--no-language-data", options.none, "Do without tables of single languages");
}

LanguageData::LanguageData(LanguageDataOptions options) {
  if (options.folder.empty() && !options.none) options = of_environment();
  built_in_ = options.none ? shared_language_tables() : language_tables();
  if (!options.folder.empty()) folder_.emplace(options.folder, built_in_);
}

std::span<const LanguageTable> LanguageData::tables() const {
  return folder_ ? folder_->tables() : std::span<const LanguageTable>(built_in_);
}

}  // namespace synoptic
