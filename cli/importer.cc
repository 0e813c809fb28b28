#include "cli/importer.h"

#include <utility>

#include "cli/changed_since.h"
#include "cli/other_works.h"
#include "cli/stored_work.h"
#include "formats/ladder.h"
#include "formats/paired_readers.h"
#include "formats/readers.h"
#include "text/error.h"
#include "text/language.h"
#include "text/language_name.h"
#include "text/messages.h"

namespace synoptic {

namespace {

// What a translation beside its original teaches the store's lexicon; nothing is written yet.
Teaching teaching_of(Store& store, const LanguagePair& languages, const Comparison& comparison) {
  return learn_from(store, languages,
                    lessons_of(*comparison.original, comparison.translation, comparison.alignment,
                               comparison.findings));
}

LinkSource source_of(bool trust) { return trust ? LinkSource::kReviewer : LinkSource::kContent; }

}  // namespace

Importer::Importer(Store& store, std::string work, ReadOptions options, std::string imported_at,
                   std::span<const LanguageTable> tables)
    : store_(store),
      work_(std::move(work)),
      options_(std::move(options)),
      imported_at_(std::move(imported_at)),
      tables_(tables) {}

std::vector<ImportReport> Importer::run(const ImportFile& file) {
  std::string bytes = file.contents ? *file.contents : read_file(file.file, options_.most_bytes);
  // A file with one language stated is a text in that language.
  if (file.language.empty() || paired_reader_of(bytes) != nullptr) {
    if (auto paired = read_pairs(bytes, file.file, options_)) {
      return import_pairs(bytes, std::move(*paired), source_of(file.trust), file.original);
    }
  }
  const Source source = read(file, std::move(bytes));
  const std::optional<Version> known = store_.original(work_);
  const bool original = file.original || (known && known->language == source.text.language);
  ImportReport report = original ? import_original(source) : import_translation(source);
  files_.emplace(source.text.language, file.file);
  return {std::move(report)};
}

std::vector<ImportReport> Importer::run(const AlignmentJob& texts, const std::string& ladder,
                                        bool trust) {
  const std::string bytes = read_file(ladder, options_.most_bytes);
  return import_pairs(texts.original.text + texts.translation.text + bytes,
                      paired_by(read_ladder(bytes, ladder, texts.original, texts.translation),
                                texts.original, texts.translation),
                      source_of(trust), false);
}

Importer::Source Importer::read(const ImportFile& file, std::string bytes) {
  Source source;
  source.bytes = std::move(bytes);
  ReadOptions options = options_;
  options.language = file.language;
  source.text = read_text(source.bytes, file.file, options);
  if (file.language.empty()) {
    const std::string in_name = language_in_name(file.file);
    const std::string& stated = in_name.empty() ? source.text.stated_language : in_name;
    source.text.language =
        weigh_language(identify_language(source.text.bytes), source.text.bytes.size(), stated);
    if (source.text.language.substr(0, 2) != in_name.substr(0, 2)) {
      source.language_in_name = in_name;
    }
  }
  if (source.text.language.empty()) {
    throw Error({file.file, "", translate("its language is not recognised"),
                 say("state it before the name, as in {stated}", {{"stated", "fr=" + file.file}})});
  }
  require_new_language(file.file, source.text.language);
  return source;
}

void Importer::require_new_language(const std::string& file, const std::string& language) const {
  const auto other = files_.find(language);
  if (other == files_.end()) return;
  throw Error({file, "",
               say("is in {language} as {other} is, which was imported just now",
                   {{"language", language}, {"other", other->second}}),
               say("state the language of one, as in {stated}, or import it by itself as a new "
                   "version",
                   {{"stated", "fr=" + file}})});
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
    finish({ImportOutcome::kUnchanged, known->id, std::nullopt}, std::move(document), report);
    report.language_in_name = source.language_in_name;
    return report;
  }
  // Pairing takes its time; the store is locked only for what is written.
  std::vector<Paired> pairs;
  for (const Version& text : store_.texts(work_)) {
    if (text.language == document.language) continue;
    pairs.push_back(paired(document, store_.load_document(text.id)));
    const std::vector<UnitId> changed = changed_since(store_, work_, text.id, document);
    if (!changed.empty()) check_with_store(pairs.back().comparison, changed);
    pairs.back().translation = text.id;
  }
  Imported imported;
  store_.in_transaction([&] {
    imported = store_.import_version(import, document);
    for (const Paired& pair : pairs) put({imported.version, pair.translation}, pair);
  });
  report.realigned = pairs.size();
  finish(imported, std::move(document), report);
  report.language_in_name = source.language_in_name;
  return report;
}

ImportReport Importer::import_translation(const Source& source) {
  const Document* original = this->original();
  Document document = to_document(source.text, original, tables_);
  const Import import = import_of(source, TextRole::kTranslation);
  ImportReport report;
  if (const auto same = store_.same_version(import, document)) {
    if (!original || store_.count({original_version_->id, *same})) {
      finish({ImportOutcome::kUnchanged, *same, std::nullopt}, std::move(document), report);
      report.language_in_name = source.language_in_name;
      return report;
    }
  }
  std::optional<Paired> pair;
  if (original) pair = paired(*original, document);
  Imported imported;
  store_.in_transaction([&] {
    imported = store_.import_version(import, document);
    if (pair) put({original_version_->id, imported.version}, *pair);
  });
  finish(imported, std::move(document), report);
  report.language_in_name = source.language_in_name;
  return report;
}

Importer::Paired Importer::paired(const Document& original, Document translation) {
  const auto languages = language_pair(original.language, translation.language);
  Paired pair;
  pair.comparison = compare(original, std::move(translation), tables_,
                            languages ? lexicon_of(store_, *languages) : LexiconSource());
  check_with_store(pair.comparison, {});
  set_teaching(pair);
  return pair;
}

// The checks that ask what else the store holds, where it holds any of it.
void Importer::check_with_store(Comparison& comparison, std::span<const UnitId> changed) {
  const auto elsewhere = sentences_elsewhere(store_, work_, comparison);
  if (changed.empty() && elsewhere.empty()) return;
  run_checks_on(comparison, tables_, nullptr, changed, elsewhere);
}

void Importer::set_teaching(Paired& pair) {
  const Comparison& comparison = pair.comparison;
  const auto languages =
      language_pair(comparison.original->language, comparison.translation.language);
  if (languages) pair.teaching = teaching_of(store_, *languages, comparison);
}

void Importer::put(const VersionPair& versions, const Paired& pair) {
  store_.put_alignment(versions, pair.comparison.alignment, pair.comparison.findings);
  store_.put_sentences(versions, kept_sentences(pair.comparison));
  if (pair.teaching) teach(store_, *pair.teaching);
}

void Importer::finish(const Imported& imported, Document document, ImportReport& report) {
  report.outcome = imported.outcome;
  report.version = store_.latest(work_, document.language).value();
  if (const auto original = store_.original(work_); original && original->id != report.version.id) {
    report.counts = count_open(store_, {original->id, report.version.id});
  }
  report.document = std::move(document);
  if (!imported.previous) return;
  report.before = store_.load_document(*imported.previous);
  report.changes = changes_between(report.before, report.document);
}

}  // namespace synoptic
