#include "cli/concordance.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "align/parallel.h"
#include "cli/stored_work.h"

namespace synoptic {

namespace {

using Segments = std::vector<uint32_t>;

// One translation's sentences beside the original's.
struct Pairing {
  const Document* translation = nullptr;
  std::vector<ParallelRow> rows;
  std::vector<std::size_t> row_of_original;
  std::vector<std::size_t> row_of_translation;
};

// A work in which sentences were found.  Translations are paired one by one: a sentence that one
// of them merges with the next stays by itself in the others.
struct PairedWork {
  StoredWork work;
  std::vector<Pairing> pairings;
};

Pairing pair_of(const Document& original, const Comparison& comparison) {
  Pairing pairing;
  pairing.translation = &comparison.translation;
  pairing.rows = parallel_segments(original, {{comparison.translation, comparison.alignment}});
  pairing.row_of_original.resize(original.segments.size());
  pairing.row_of_translation.resize(comparison.translation.segments.size());
  for (std::size_t row = 0; row < pairing.rows.size(); ++row) {
    for (const uint32_t s : pairing.rows[row].original) pairing.row_of_original[s] = row;
    for (const uint32_t s : pairing.rows[row].translations[0]) pairing.row_of_translation[s] = row;
  }
  return pairing;
}

PairedWork paired_work(Store& store, const std::string& name) {
  PairedWork paired{load_work(store, name, {}, {}), {}};
  for (const StoredTranslation& translation : paired.work.translations) {
    paired.pairings.push_back(pair_of(*paired.work.original, translation.comparison));
  }
  return paired;
}

Segments counterparts(const Pairing& pairing, const Segments& original) {
  std::set<uint32_t> all;
  for (const uint32_t segment : original) {
    const ParallelRow& row = pairing.rows[pairing.row_of_original[segment]];
    all.insert(row.translations[0].begin(), row.translations[0].end());
  }
  return {all.begin(), all.end()};
}

std::string text_of(const Document& document, const Segments& segments) {
  std::string text;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Span span = document.segments[segments[i]].span;
    if (i > 0) {
      // Neighbours keep what is between them: a space, or nothing in Chinese.
      const uint32_t before = document.segments[segments[i - 1]].span.end;
      const bool neighbours = segments[i] == segments[i - 1] + 1 && before <= span.begin;
      text += neighbours ? slice(document.text, {before, span.begin}) : " ";
    }
    text += slice(document.text, span);
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// The sentences of the original that the hit is, or stands for.
Segments original_of(const PairedWork& paired, const Hit& hit) {
  if (hit.language == paired.work.original->language) return {hit.segment};
  for (const Pairing& pairing : paired.pairings) {
    if (pairing.translation->language != hit.language) continue;
    return pairing.rows[pairing.row_of_translation.at(hit.segment)].original;
  }
  return {};
}

Concordance entry(const Hit& hit, const PairedWork& paired, const Segments& original) {
  Concordance made{hit.work, hit.path, {{hit.language, hit.text}}};
  const auto add = [&](const Document& document, const Segments& segments) {
    if (document.language == hit.language || segments.empty()) return;
    made.sides.push_back({document.language, text_of(document, segments)});
  };
  add(*paired.work.original, original);
  for (const Pairing& pairing : paired.pairings) {
    add(*pairing.translation, counterparts(pairing, original));
  }
  return made;
}

}  // namespace

std::vector<Concordance> concordance(Store& store, const SearchQuery& query) {
  std::map<std::string, PairedWork> works;
  std::set<std::pair<std::string, Segments>> seen;
  std::vector<Concordance> entries;
  for (const Hit& hit : store.search(query)) {
    if (!store.original(hit.work)) {
      entries.push_back({hit.work, hit.path, {{hit.language, hit.text}}});
      continue;
    }
    auto work = works.find(hit.work);
    if (work == works.end()) work = works.emplace(hit.work, paired_work(store, hit.work)).first;
    const Segments original = original_of(work->second, hit);
    if (!original.empty() && !seen.emplace(hit.work, original).second) continue;
    entries.push_back(entry(hit, work->second, original));
  }
  return entries;
}

}  // namespace synoptic
