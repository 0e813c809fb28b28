#include "cli/glossary_option.h"

#include <CLI/CLI.hpp>

#include "formats/glossary_reader.h"

namespace synoptic {

void add_glossary_option(CLI::App& app, std::string& file) {
  app.add_option("--glossary", file, "Terms that the translation must or must not use: CSV or TBX");
}

std::optional<Glossary> load_glossary(const std::string& file, const Document& original,
                                      const Document& translation, const ReadOptions& options) {
  const auto languages = language_pair(original.language, translation.language);
  if (file.empty() || !languages) return std::nullopt;
  ReadOptions read;
  read.most_bytes = options.most_bytes;
  return read_glossary(read_file(file, read.most_bytes), file, *languages, read);
}

}  // namespace synoptic
