// Importing a file that holds its pairs: see Importer::run().
#include <algorithm>
#include <utility>

#include "cli/changed_since.h"
#include "cli/format_notes.h"
#include "cli/importer.h"
#include "cli/other_works.h"
#include "cli/paired_documents.h"
#include "text/error.h"

namespace synoptic {

namespace {

// Puts the language of the work's original first.
void put_first(const std::string& language, const std::string& work, PairedText& paired) {
  const auto found = std::find(paired.languages.begin(), paired.languages.end(), language);
  if (found == paired.languages.end()) {
    throw Error({paired.file, "",
                 "it holds no text in " + language + ", the language of the original of " + work,
                 "import it as another work, or with --original"});
  }
  const auto column = found - paired.languages.begin();
  const auto to_front = [&](auto& values) {
    std::rotate(values.begin(), values.begin() + column, values.begin() + column + 1);
  };
  for (PairedRow& row : paired.rows) {
    to_front(row.cells);
    to_front(row.labels);
  }
  to_front(paired.languages);
}

// The same clauses and sentences, one by one, whatever file they came from.
bool reads_alike(const Document& a, const Document& b) {
  if (a.units.size() != b.units.size() || a.segments.size() != b.segments.size()) return false;
  for (UnitId unit = 0; unit < a.units.size(); ++unit) {
    if (a.label_of(unit) != b.label_of(unit) || a.units[unit].parent != b.units[unit].parent ||
        a.first_segment[unit] != b.first_segment[unit]) {
      return false;
    }
  }
  for (std::size_t s = 0; s < a.segments.size(); ++s) {
    if (slice(a.text, a.segments[s].span) != slice(b.text, b.segments[s].span)) return false;
  }
  return true;
}

}  // namespace

std::vector<ImportReport> Importer::import_pairs(const std::string& bytes, PairedText paired,
                                                 LinkSource by, bool original_stated) {
  const std::optional<Version> known = store_.original(work_);
  if (known && !original_stated) put_first(known->language, work_, paired);
  const PairedSide original = paired_side(paired, 0, tables_);
  // Files of one work, a translation each, have the original in common.
  const bool same_original = known && reads_alike(*this->original(), original.document);
  for (std::size_t column = same_original ? 1 : 0; column < paired.languages.size(); ++column) {
    require_new_language(paired.file, paired.languages[column]);
  }
  std::vector<Paired> pairs;
  for (std::size_t column = 1; column < paired.languages.size(); ++column) {
    PairedSide side = paired_side(paired, column, tables_);
    const auto languages = language_pair(original.document.language, side.document.language);
    Paired& pair = pairs.emplace_back();
    pair.comparison.original = &original.document;
    pair.comparison.alignment = paired_alignment(
        original, side, by, languages ? lexicon_of(store_, *languages) : LexiconSource());
    pair.comparison.translation = std::move(side.document);
    run_checks_on(pair.comparison, tables_, nullptr, {},
                  sentences_elsewhere(store_, work_, pair.comparison));
  }
  // Texts of the work that are not in the file are paired with its original as ever.
  std::vector<Paired> others;
  const Import as_original{work_, TextRole::kOriginal, bytes, imported_at_};
  const Import as_translation{work_, TextRole::kTranslation, bytes, imported_at_};
  for (const Version& text : store_.texts(work_)) {
    const auto& in_file = paired.languages;
    if (same_original || std::find(in_file.begin(), in_file.end(), text.language) != in_file.end())
      continue;
    others.push_back(this->paired(original.document, store_.load_document(text.id)));
    const auto changed = changed_since(store_, work_, text.id, original.document);
    if (!changed.empty()) check_with_store(others.back().comparison, changed);
    others.back().translation = text.id;
  }
  for (Paired& pair : pairs) {
    const bool taught =
        store_.same_version(as_translation, pair.comparison.translation).has_value();
    if (!taught) set_teaching(pair);
  }
  Imported imported_original;
  std::vector<Imported> imported;
  store_.in_transaction([&] {
    imported_original = same_original ? Imported{ImportOutcome::kUnchanged, known->id, std::nullopt}
                                      : store_.import_version(as_original, original.document);
    for (const Paired& pair : pairs) {
      imported.push_back(store_.import_version(as_translation, pair.comparison.translation));
      put({imported_original.version, imported.back().version}, pair);
    }
    for (const Paired& pair : others) put({imported_original.version, pair.translation}, pair);
  });
  std::vector<ImportReport> reports(1 + pairs.size());
  reports[0].realigned = others.size();
  reports[0].notes = format_notes(paired);
  finish(imported_original, original.document, reports[0]);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    finish(imported[i], std::move(pairs[i].comparison.translation), reports[i + 1]);
  }
  for (const std::string& language : paired.languages) files_.emplace(language, paired.file);
  return reports;
}

}  // namespace synoptic
