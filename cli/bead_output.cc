#include "cli/bead_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "align/bead_confidence.h"
#include "formats/tmx_writer.h"
#include "text/characters.h"
#include "text/joining.h"

namespace synoptic {

namespace {

using nlohmann::json;

// The sentences of a bead on one side.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
};

struct PrintedBead {
  Range original;
  Range translation;
  double cost_nats = 0;
  double confidence = 0;  // 0 where it is not asked for
};

// With what crosses the others in the place of the two gaps.
std::vector<PrintedBead> printed_beads(const AlignedText& aligned) {
  std::vector<PrintedBead> printed;
  std::set<uint32_t> elsewhere;  // sentences of the translation
  for (const Crossing& crossing : aligned.crossings) elsewhere.insert(crossing.translation);
  auto crossing = aligned.crossings.begin();
  Bead before;
  for (std::size_t b = 0; b < aligned.beads.size(); ++b) {
    const Bead& bead = aligned.beads[b];
    PrintedBead one{{before.original_end, bead.original_end},
                    {before.translation_end, bead.translation_end},
                    bead.cost_nats,
                    aligned.confidence.empty() ? 0 : aligned.confidence[b]};
    before = bead;
    if (one.original.size() == 0 && elsewhere.contains(one.translation.begin)) continue;
    if (one.translation.size() == 0 && crossing != aligned.crossings.end() &&
        crossing->original == one.original.begin) {
      one.translation = {crossing->translation, crossing->translation + 1};
      one.cost_nats = crossing->cost_nats;
      one.confidence = crossing_confidence(crossing->posterior);
      ++crossing;
    }
    printed.push_back(one);
  }
  return printed;
}

void append_numbers(Range range, std::string& out) {
  out += '[';
  for (uint32_t i = range.begin; i < range.end; ++i) {
    fmt::format_to(std::back_inserter(out), "{}{}", i > range.begin ? "," : "", i);
  }
  out += ']';
}

std::string joined(const SentenceText& text, Range range) {
  std::string all;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const std::string_view line = trim(slice(text.text, text.lines[i]));
    if (line.empty()) continue;
    if (!all.empty()) {
      // A sentence's last hyphen is no sign of a cut word: only what stands between is asked for.
      all += join_lines(all, line, {}).between;
    }
    all += line;
  }
  std::replace(all.begin(), all.end(), '\t', ' ');
  return all;
}

json side_json(const SentenceText& text) {
  return {{"file", text.file},
          {"language", text.language},
          {"encoding", text.encoding},
          {"sentences", text.lines.size()}};
}

json numbers_json(Range range) {
  json numbers = json::array();
  for (uint32_t i = range.begin; i < range.end; ++i) numbers.push_back(i);
  return numbers;
}

json texts_json(const SentenceText& text, Range range) {
  json texts = json::array();
  for (uint32_t i = range.begin; i < range.end; ++i) {
    texts.push_back(slice(text.text, text.lines[i]));
  }
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
  for (const PrintedBead& bead : printed_beads(aligned)) {
    append_numbers(bead.original, out);
    out += ':';
    append_numbers(bead.translation, out);
    fmt::format_to(std::back_inserter(out), ":{:.6g}\n", bead.cost_nats);
  }
  return out;
}

std::string to_bead_tsv(const AlignedText& aligned) {
  std::string out;
  for (const PrintedBead& bead : printed_beads(aligned)) {
    fmt::format_to(std::back_inserter(out), "{:.4f}\t{}-{}\t{}\t{}\n", bead.confidence,
                   bead.original.size(), bead.translation.size(),
                   joined(aligned.original, bead.original),
                   joined(aligned.translation, bead.translation));
  }
  return out;
}

std::string to_bead_json(const AlignedText& aligned) {
  json beads = json::array();
  for (const PrintedBead& bead : printed_beads(aligned)) {
    beads.push_back({{"original", numbers_json(bead.original)},
                     {"translation", numbers_json(bead.translation)},
                     {"original_text", texts_json(aligned.original, bead.original)},
                     {"translation_text", texts_json(aligned.translation, bead.translation)},
                     {"cost", rounded(bead.cost_nats)},
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
    for (uint32_t i = bead.original.begin; i < bead.original.end; ++i) {
      fmt::format_to(std::back_inserter(lines), "{}{}", lines.empty() ? "" : "+", i + 1);
    }
    parallel.rows.push_back(
        {std::move(lines),
         {joined(aligned.original, bead.original), joined(aligned.translation, bead.translation)}});
  }
  return to_tmx(parallel, RowSize::kSentence, SYNOPTIC_VERSION);
}

}  // namespace synoptic
