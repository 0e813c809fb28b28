#include "cli/concordance.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "cli/stored_work.h"
#include "formats/parallel_text.h"

namespace synoptic {

namespace {

// A work of which sentences were found, with its sentences side by side.
struct Sides {
  ParallelText text;
  // For each language the row of each sentence.
  std::vector<std::vector<std::size_t>> row_of;
};

Sides sides_of(Store& store, const std::string& name) {
  const StoredWork work = load_work(store, name, {});
  std::vector<AlignedTranslation> translations;
  for (const StoredTranslation& translation : work.translations) {
    translations.push_back({translation.comparison.translation, translation.comparison.alignment});
  }
  Sides sides{parallel_text(name, *work.original, translations, RowSize::kSentence), {}};
  const std::vector<ParallelRow> rows = parallel_segments(*work.original, translations);
  sides.row_of.emplace_back(work.original->segments.size());
  for (const AlignedTranslation& translation : translations) {
    sides.row_of.emplace_back(translation.translation.segments.size());
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const uint32_t segment : rows[row].original) sides.row_of[0][segment] = row;
    for (std::size_t t = 0; t < translations.size(); ++t) {
      for (const uint32_t segment : rows[row].translations[t]) sides.row_of[t + 1][segment] = row;
    }
  }
  return sides;
}

Concordance entry(const Hit& hit, const Sides& sides, std::size_t language, std::size_t row) {
  Concordance made{hit.work, hit.path, {}};
  const std::vector<std::string>& cells = sides.text.rows[row].cells;
  const auto add = [&](std::size_t i) {
    if (cells[i].empty()) return;
    std::string text = cells[i];
    std::replace(text.begin(), text.end(), '\n', ' ');
    made.sides.push_back({sides.text.languages[i], std::move(text)});
  };
  add(language);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != language) add(i);
  }
  return made;
}

}  // namespace

std::vector<Concordance> concordance(Store& store, const SearchQuery& query) {
  std::map<std::string, Sides> works;
  std::set<std::pair<std::string, std::size_t>> seen;
  std::vector<Concordance> entries;
  for (const Hit& hit : store.search(query)) {
    if (!store.original(hit.work)) {
      entries.push_back({hit.work, hit.path, {{hit.language, hit.text}}});
      continue;
    }
    auto work = works.find(hit.work);
    if (work == works.end()) work = works.emplace(hit.work, sides_of(store, hit.work)).first;
    const Sides& sides = work->second;
    const auto found =
        std::find(sides.text.languages.begin(), sides.text.languages.end(), hit.language);
    const auto language = static_cast<std::size_t>(found - sides.text.languages.begin());
    const std::size_t row = sides.row_of.at(language).at(hit.segment);
    if (seen.emplace(hit.work, row).second) entries.push_back(entry(hit, sides, language, row));
  }
  return entries;
}

}  // namespace synoptic
