#include "cli/bead_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <utility>

#include "align/bead_confidence.h"
#include "formats/ladder.h"
#include "formats/tmx_writer.h"

namespace synoptic {

namespace {

using nlohmann::json;

struct PrintedBead {
  Rung rung;
  double confidence = 0;  // 0 where it is not asked for
};

std::vector<uint32_t> numbers_from(uint32_t begin, uint32_t end) {
  std::vector<uint32_t> numbers(end - begin);
  std::iota(numbers.begin(), numbers.end(), begin);
  return numbers;
}

// With what crosses the others in the place of the two gaps.
std::vector<PrintedBead> printed_beads(const AlignedText& aligned) {
  std::vector<PrintedBead> printed;
  std::set<uint32_t> elsewhere;  // sentences of the translation
  for (const Crossing& crossing : aligned.crossings) elsewhere.insert(crossing.translation);
  auto crossing = aligned.crossings.begin();
  Bead before;
  for (std::size_t b = 0; b < aligned.beads.size(); ++b) {
    const Bead& bead = aligned.beads[b];
    PrintedBead one{{numbers_from(before.original_end, bead.original_end),
                     numbers_from(before.translation_end, bead.translation_end), bead.cost_nats},
                    aligned.confidence.empty() ? 0 : aligned.confidence[b]};
    before = bead;
    Rung& rung = one.rung;
    if (rung.original.empty() && elsewhere.contains(rung.translation.front())) continue;
    if (rung.translation.empty() && crossing != aligned.crossings.end() &&
        crossing->original == rung.original.front()) {
      rung.translation = {crossing->translation};
      rung.cost_nats = crossing->cost_nats;
      one.confidence = crossing_confidence(crossing->posterior);
      ++crossing;
    }
    printed.push_back(std::move(one));
  }
  return printed;
}

// A tab would begin a column.
std::string without_tabs(std::string text) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

json side_json(const SentenceText& text) {
  return {{"file", text.file},
          {"language", text.language},
          {"encoding", text.encoding},
          {"sentences", text.lines.size()}};
}

json texts_json(const SentenceText& text, const std::vector<uint32_t>& numbers) {
  json texts = json::array();
  for (const uint32_t i : numbers) texts.push_back(slice(text.text, text.lines[i]));
  return texts;
}

// Four digits are more than a probability fitted on thousands of beads has.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

std::string language_or_unknown(const SentenceText& text) {
  return text.language.empty() ? "und" : text.language;
}

}  // namespace

std::string to_ladder(const AlignedText& aligned) {
  std::string out;
  for (const PrintedBead& bead : printed_beads(aligned)) out += rung_line(bead.rung);
  return out;
}

std::string to_bead_tsv(const AlignedText& aligned) {
  std::string out;
  for (const PrintedBead& bead : printed_beads(aligned)) {
    fmt::format_to(std::back_inserter(out), "{:.4f}\t{}-{}\t{}\t{}\n", bead.confidence,
                   bead.rung.original.size(), bead.rung.translation.size(),
                   without_tabs(aligned.original.joined(bead.rung.original)),
                   without_tabs(aligned.translation.joined(bead.rung.translation)));
  }
  return out;
}

std::string to_bead_json(const AlignedText& aligned) {
  json beads = json::array();
  for (const PrintedBead& bead : printed_beads(aligned)) {
    beads.push_back({{"original", bead.rung.original},
                     {"translation", bead.rung.translation},
                     {"original_text", texts_json(aligned.original, bead.rung.original)},
                     {"translation_text", texts_json(aligned.translation, bead.rung.translation)},
                     {"cost", rounded(bead.rung.cost_nats)},
                     {"confidence", rounded(bead.confidence)}});
  }
  const json all = {{"original", side_json(aligned.original)},
                    {"translation", side_json(aligned.translation)},
                    {"beads", std::move(beads)}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string to_bead_tmx(const AlignedText& aligned) {
  ParallelText parallel;
  parallel.work = std::filesystem::path(aligned.original.file).filename().string();
  parallel.languages = {language_or_unknown(aligned.original),
                        language_or_unknown(aligned.translation)};
  for (const PrintedBead& bead : printed_beads(aligned)) {
    std::string lines;
    for (const uint32_t i : bead.rung.original) {
      fmt::format_to(std::back_inserter(lines), "{}{}", lines.empty() ? "" : "+", i + 1);
    }
    parallel.rows.push_back({std::move(lines),
                             {without_tabs(aligned.original.joined(bead.rung.original)),
                              without_tabs(aligned.translation.joined(bead.rung.translation))}});
  }
  return to_tmx(parallel, RowSize::kSentence, SYNOPTIC_VERSION);
}

}  // namespace synoptic
