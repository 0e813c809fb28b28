#include "cli/importer.h"

#include <utility>

#include "text/error.h"
#include "text/language.h"
#include "text/language_name.h"

namespace synoptic {

Importer::Importer(Store& store, std::string work, ReadOptions options, std::string imported_at,
                   std::span<const LanguageTable> tables)
    : store_(store),
      work_(std::move(work)),
      options_(std::move(options)),
      imported_at_(std::move(imported_at)),
      tables_(tables) {}

ImportReport Importer::run(const ImportFile& file) {
  const Source source = read(file);
  const std::optional<Version> known = store_.original(work_);
  const bool original = file.original || (known && known->language == source.text.language);
  ImportReport report = original ? import_original(source) : import_translation(source);
  files_.emplace(source.text.language, file.file);
  return report;
}

Importer::Source Importer::read(const ImportFile& file) {
  Source source;
  source.bytes = read_file(file.file, options_.most_bytes);
  ReadOptions options = options_;
  options.language = file.language;
  source.text = read_plain_text(source.bytes, file.file, options);
  if (file.language.empty()) {
    const std::string in_name = language_in_name(file.file);
    source.text.language =
        weigh_language(identify_language(source.text.bytes), source.text.bytes.size(), in_name);
    if (source.text.language.substr(0, 2) != in_name.substr(0, 2)) {
      source.language_in_name = in_name;
    }
  }
  const std::string& language = source.text.language;
  if (language.empty()) {
    throw Error({file.file, "", "its language is not recognised",
                 "state it before the name, as in fr=" + file.file});
  }
  if (const auto other = files_.find(language); other != files_.end()) {
    throw Error({file.file, "",
                 "is in " + language + " as " + other->second + " is, which was imported just now",
                 "state the language of one, as in fr=" + file.file +
                     ", or import it by itself as a new version"});
  }
  return source;
}

Import Importer::import_of(const Source& source, TextRole role) const {
  return {work_, role, source.bytes, imported_at_};
}

const Document* Importer::original() {
  const std::optional<Version> latest = store_.original(work_);
  if (latest && (!original_version_ || original_version_->id != latest->id)) {
    original_ = std::make_unique<const Document>(store_.load_document(latest->id));
    original_version_ = latest;
  }
  return original_.get();
}

ImportReport Importer::import_original(const Source& source) {
  Document document = to_document(source.text, nullptr, tables_);
  const Import import = import_of(source, TextRole::kOriginal);
  const std::optional<Version> known = store_.original(work_);
  ImportReport report;
  if (known && store_.same_version(import, document) == known->id) {
    finish(source, {ImportOutcome::kUnchanged, known->id, std::nullopt}, std::move(document),
           report);
    return report;
  }
  // Pairing takes its time; the store is locked only for what is written.
  std::vector<std::pair<VersionId, Comparison>> comparisons;
  for (const Version& text : store_.texts(work_)) {
    if (text.language == document.language) continue;
    comparisons.emplace_back(text.id, compare(document, store_.load_document(text.id), tables_));
  }
  Imported imported;
  store_.in_transaction([&] {
    imported = store_.import_version(import, document);
    for (const auto& [translation, comparison] : comparisons) {
      store_.put_alignment({imported.version, translation}, comparison.alignment,
                           comparison.findings);
    }
  });
  report.realigned = comparisons.size();
  finish(source, imported, std::move(document), report);
  return report;
}

ImportReport Importer::import_translation(const Source& source) {
  const Document* original = this->original();
  Document document = to_document(source.text, original, tables_);
  const Import import = import_of(source, TextRole::kTranslation);
  ImportReport report;
  if (const auto same = store_.same_version(import, document)) {
    if (!original || store_.count({original_version_->id, *same})) {
      finish(source, {ImportOutcome::kUnchanged, *same, std::nullopt}, std::move(document), report);
      return report;
    }
  }
  std::optional<Comparison> comparison;
  if (original) comparison = compare(*original, document, tables_);
  Imported imported;
  store_.in_transaction([&] {
    imported = store_.import_version(import, document);
    if (comparison) {
      store_.put_alignment({original_version_->id, imported.version}, comparison->alignment,
                           comparison->findings);
    }
  });
  finish(source, imported, std::move(document), report);
  return report;
}

void Importer::finish(const Source& source, const Imported& imported, Document document,
                      ImportReport& report) {
  report.outcome = imported.outcome;
  report.version = store_.latest(work_, document.language).value();
  report.language_in_name = source.language_in_name;
  if (const auto original = store_.original(work_); original && original->id != report.version.id) {
    report.counts = store_.count({original->id, report.version.id});
  }
  report.document = std::move(document);
  if (!imported.previous) return;
  report.before = store_.load_document(*imported.previous);
  report.changes = changes_between(report.before, report.document);
}

}  // namespace synoptic
