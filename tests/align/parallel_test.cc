#include "align/parallel.h"

#include <catch2/catch.hpp>
#include <string>

namespace synoptic {

namespace {

Document with_sentences(const std::vector<uint32_t>& counts) {
  Document document;
  for (UnitId unit = 0; unit < counts.size(); ++unit) {
    document.units.emplace_back();
    document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
    for (uint32_t s = 0; s < counts[unit]; ++s) document.segments.push_back({{}, unit});
  }
  document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
  return document;
}

Link link(std::vector<UnitId> original, std::vector<UnitId> translation,
          std::vector<Bead> beads = {}) {
  Link made;
  made.original = std::move(original);
  made.translation = std::move(translation);
  made.beads = std::move(beads);
  return made;
}

// "0,1|0|2 1|-|3": rows, sides, items.
std::string told(const std::vector<ParallelRow>& rows) {
  std::string all;
  const auto add = [&](const std::vector<uint32_t>& items) {
    if (items.empty()) all += '-';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) all += ',';
      all += std::to_string(items[i]);
    }
  };
  for (const ParallelRow& row : rows) {
    if (!all.empty()) all += ' ';
    add(row.original);
    for (const auto& items : row.translations) {
      all += '|';
      add(items);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("Translations joined on the original, clause by clause", "[align][parallel]") {
  const Document three = with_sentences({1, 1, 1});
  const Document two = with_sentences({1, 1});
  const Alignment plain{{link({0}, {0}), link({1}, {1}), link({2}, {2})}, {}};
  const Alignment merged{{link({0, 1}, {0}), link({2}, {1})}, {}};
  const Alignment moved{{link({0}, {2}), link({1}, {0}), link({2}, {1})}, {}};
  const Alignment extra{
      {link({}, {0}), link({0}, {1}), link({1}, {}), link({}, {2}), link({2}, {})}, {}};
  CHECK(told(parallel_units(three, {})) == "0 1 2");
  CHECK(told(parallel_units(three, {{three, plain}})) == "0|0 1|1 2|2");
  CHECK(told(parallel_units(three, {{three, plain}, {two, merged}})) == "0,1|0,1|0 2|2|1");
  CHECK(told(parallel_units(three, {{three, moved}, {three, plain}})) == "0|2|0 1|0|1 2|1|2");
  CHECK(told(parallel_units(three, {{three, extra}})) == "-|0 0|1 1|- -|2 2|-");
  CHECK(told(parallel_units(with_sentences({}), {})).empty());
}

TEST_CASE("Translations joined on the original, sentence by sentence", "[align][parallel]") {
  const Document original = with_sentences({2, 1});
  const Document one = with_sentences({1, 1});
  const Document more = with_sentences({3, 1});
  const Alignment merged{{link({0}, {0}, {{2, 1, 0}}), link({1}, {1}, {{1, 1, 0}})}, {}};
  const Alignment added{{link({0}, {0}, {{1, 1, 0}, {1, 2, 0}, {2, 3, 0}}), link({1}, {1})}, {}};
  CHECK(told(parallel_segments(original, {{one, merged}})) == "0,1|0 2|1");
  CHECK(told(parallel_segments(original, {{more, added}})) == "0|0 -|1 1|2 2|3");
  CHECK(told(parallel_segments(original, {{one, merged}, {more, added}})) ==
        "0,1|0|0,2 -|-|1 2|1|3");
}

}  // namespace synoptic
