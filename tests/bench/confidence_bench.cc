// How far the confidence of a bead can be believed: of the beads with .9, how many are right?
//
// Aligns the gold standards under $SYNOPTIC_CORPORA/gold, one document at a time and each set at
// once, and prints a table: confidence, beads, their mean confidence, the share that is right.
// With --fit, prints the lines of align/bead_confidence.cc as the sets named there want them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "align/bead_confidence.h"
#include "align/sentence_aligner.h"
#include "formats/sentence_lines.h"

namespace {

namespace fs = std::filesystem;
using namespace synoptic;

const std::vector<std::string> kFitted = {"textberg-dev", "hun-dtm", "laws-ca-nolabel"};
constexpr double kSetWeight = 1000;  // beads that a set is worth in fitting
const std::vector<std::string> kChecked = {"ctk", "parice", "bible"};

struct GoldBead {
  std::vector<uint32_t> original;
  std::vector<uint32_t> translation;
  friend auto operator<=>(const GoldBead&, const GoldBead&) = default;
};

struct Document {
  SentenceText original;
  SentenceText translation;
  std::set<GoldBead> gold;  // gaps a sentence each
  // Of each sentence; where the gold is of groups (verses), beads inside one count together.
  std::vector<std::string> original_groups;
  std::vector<std::string> translation_groups;
};

struct Sample {
  BeadOdds odds;
  double confidence = 0;
  bool right = false;
  double weight = 1;  // in fitting: every set weighs the same
};

std::string contents_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<uint32_t> numbers_in(const std::string& list) {
  std::vector<uint32_t> numbers;
  for (const char* at = list.c_str(); *at != 0;) {
    char* end = nullptr;
    const unsigned long number = std::strtoul(at, &end, 10);
    if (end == at) {
      ++at;
    } else {
      numbers.push_back(static_cast<uint32_t>(number));
      at = end;
    }
  }
  return numbers;
}

std::set<GoldBead> read_gold(const fs::path& file) {
  std::set<GoldBead> gold;
  std::istringstream lines(contents_of(file));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t middle = line.find("]:[");
    if (middle == std::string::npos) continue;
    const std::size_t end = line.find(']', middle + 3);
    const GoldBead bead{numbers_in(line.substr(0, middle)),
                        numbers_in(line.substr(middle + 3, end - middle - 3))};
    if (!bead.original.empty() && !bead.translation.empty()) gold.insert(bead);
    if (bead.translation.empty()) {
      for (const uint32_t i : bead.original) gold.insert({{i}, {}});
    }
    if (bead.original.empty()) {
      for (const uint32_t j : bead.translation) gold.insert({{}, {j}});
    }
  }
  return gold;
}

std::vector<std::string> words_of(const fs::path& file) {
  std::istringstream words(contents_of(file));
  return {std::istream_iterator<std::string>(words), {}};
}

std::vector<Document> read_set(const fs::path& folder) {
  const std::vector<std::string> languages = words_of(folder / "LANGS");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".gold") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  const auto read = [](const fs::path& file, const std::string& language) {
    ReadOptions options;
    options.language = language;
    return read_sentence_lines(contents_of(file), file.string(), options);
  };
  std::vector<Document> documents;
  for (const fs::path& file : files) {
    const std::string stem = (folder / file.stem()).string();
    documents.push_back({read(stem + ".src", languages.at(0)), read(stem + ".tgt", languages.at(1)),
                         read_gold(file), words_of(stem + ".src.grp"),
                         words_of(stem + ".tgt.grp")});
  }
  return documents;
}

// The group that a bead lies in; empty where it lies in none.
std::string group_of(const Document& document, const GoldBead& bead) {
  std::set<std::string> groups;
  for (const uint32_t i : bead.original) groups.insert(document.original_groups.at(i));
  for (const uint32_t j : bead.translation) groups.insert(document.translation_groups.at(j));
  return groups.size() == 1 ? *groups.begin() : std::string();
}

std::vector<GoldBead> listed(const std::vector<Bead>& beads) {
  std::vector<GoldBead> all;
  Bead before;
  for (const Bead& bead : beads) {
    GoldBead listed;
    for (uint32_t i = before.original_end; i < bead.original_end; ++i) listed.original.push_back(i);
    for (uint32_t j = before.translation_end; j < bead.translation_end; ++j) {
      listed.translation.push_back(j);
    }
    all.push_back(std::move(listed));
    before = bead;
  }
  return all;
}

std::vector<bool> right_beads(const Document& document, const std::vector<Bead>& beads) {
  const std::vector<GoldBead> all = listed(beads);
  std::vector<bool> right;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    GoldBead merged = all[begin];
    if (!document.original_groups.empty()) {
      const std::string group = group_of(document, merged);
      for (; !group.empty() && end < all.size() && group_of(document, all[end]) == group; ++end) {
        const GoldBead& next = all[end];
        merged.original.insert(merged.original.end(), next.original.begin(), next.original.end());
        merged.translation.insert(merged.translation.end(), next.translation.begin(),
                                  next.translation.end());
      }
    }
    right.insert(right.end(), end - begin, document.gold.contains(merged));
    begin = end;
  }
  return right;
}

void add_samples(const std::vector<const Document*>& documents, std::vector<Sample>& samples) {
  Vocabulary original;
  Vocabulary translation;
  std::vector<SentenceSide> sides;
  for (const Document* d : documents) {
    sides.push_back(sentence_side(d->original.sentences(), d->original.language, original));
    sides.push_back(
        sentence_side(d->translation.sentences(), d->translation.language, translation));
  }
  std::vector<SentencePair> pairs;
  for (std::size_t s = 0; s < sides.size(); s += 2) pairs.push_back({sides[s], sides[s + 1]});
  std::vector<std::vector<double>> posteriors;
  SentenceOptions options;
  options.posteriors = &posteriors;
  const auto beads = align_documents(pairs, original, translation, options);
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const auto odds = bead_odds(beads[d], posteriors[d]);
    const auto confidence = bead_confidence(beads[d], posteriors[d]);
    const auto right = right_beads(*documents[d], beads[d]);
    for (std::size_t b = 0; b < right.size(); ++b) {
      samples.push_back({odds[b], confidence[b], right[b], 1});
    }
  }
}

std::vector<Sample> samples_of(const fs::path& folder) {
  const std::vector<Document> documents = read_set(folder);
  std::vector<Sample> samples;
  std::vector<const Document*> all;
  for (const Document& document : documents) {
    all.push_back(&document);
    add_samples({&document}, samples);
  }
  if (all.size() > 1) add_samples(all, samples);
  return samples;
}

// ---- the table ----------------------------------------------------------------------------------

struct Bin {
  double most = 0;
  std::size_t beads = 0;
  double confidence = 0;
  double right = 0;
};

void print_table(const std::string& name, const std::vector<Sample>& samples) {
  std::vector<Bin> bins = {{0.5}, {0.7}, {0.8}, {0.9}, {0.95}, {0.98}, {1.0}};
  double loss = 0;
  double base = 0;
  for (const Sample& sample : samples) {
    auto bin = bins.begin();
    while (bin->most < sample.confidence) ++bin;
    ++bin->beads;
    bin->confidence += sample.confidence;
    bin->right += sample.right;
    base += sample.right;
    loss += (sample.confidence - sample.right) * (sample.confidence - sample.right);
  }
  const auto count = static_cast<double>(samples.size());
  base /= count;
  double error = 0;
  for (const Bin& bin : bins) error += std::abs(bin.confidence - bin.right) / count;
  std::printf("confidence %s: %zu beads, %.3f right, Brier %.4f (constant %.4f), error %.3f\n",
              name.c_str(), samples.size(), base, loss / count, base * (1 - base), error);
  for (const Bin& bin : bins) {
    if (bin.beads == 0) continue;
    const auto beads = static_cast<double>(bin.beads);
    std::printf("  to %.2f: %6zu beads, confidence %.3f, right %.3f\n", bin.most, bin.beads,
                bin.confidence / beads, bin.right / beads);
  }
}

// ---- fitting ------------------------------------------------------------------------------------

// Newton's method on the likelihood; two unknowns.
void print_fit(const char* name, const std::vector<Sample>& samples, bool gap) {
  double offset = 0;
  double slope = 0;
  for (int round = 0; round < 50; ++round) {
    double down[2] = {0, 0};
    double curve[3] = {0, 0, 0};  // offset twice, offset and slope, slope twice
    for (const Sample& sample : samples) {
      if (sample.odds.gap != gap) continue;
      const double x = sample.odds.log_odds;
      const double p = 1 / (1 + std::exp(-offset - slope * x));
      const double miss = sample.weight * (sample.right - p);
      const double weight = sample.weight * p * (1 - p);
      down[0] += miss;
      down[1] += miss * x;
      curve[0] += weight;
      curve[1] += weight * x;
      curve[2] += weight * x * x;
    }
    const double determinant = curve[0] * curve[2] - curve[1] * curve[1];
    offset += (curve[2] * down[0] - curve[1] * down[1]) / determinant;
    slope += (curve[0] * down[1] - curve[1] * down[0]) / determinant;
  }
  std::printf("constexpr OddsLine %s = {%.2f, %.2f};\n", name, offset, slope);
}

}  // namespace

int main(int argc, char** argv) {
  const char* corpora = std::getenv("SYNOPTIC_CORPORA");
  if (corpora == nullptr || !fs::exists(fs::path(corpora) / "gold")) {
    std::puts("confidence: skipped, SYNOPTIC_CORPORA names no folder with gold/");
    return 0;
  }
  const bool fit = argc > 1 && std::strcmp(argv[1], "--fit") == 0;
  std::vector<Sample> fitted;
  for (const std::string& name : kFitted) {
    std::vector<Sample> samples = samples_of(fs::path(corpora) / "gold" / name);
    for (Sample& sample : samples) sample.weight = kSetWeight / static_cast<double>(samples.size());
    if (!fit) print_table(name, samples);
    fitted.insert(fitted.end(), samples.begin(), samples.end());
  }
  if (fit) {
    print_fit("kJoined", fitted, false);
    print_fit("kGap", fitted, true);
    return 0;
  }
  for (const std::string& name : kChecked) {
    print_table(name, samples_of(fs::path(corpora) / "gold" / name));
  }
}
