// Sentences to beads, on small texts in two invented languages that share no consonant: nothing is
// alike by chance.
#include "align/sentence_aligner.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "align/bead_confidence.h"
#include "align/dictionary.h"

namespace {

using namespace synoptic;

using Sentences = std::vector<std::string>;

struct Bitext {
  Sentences original;
  Sentences translation;
};

// Word number `w`, in consonants of one language.
std::string word(uint32_t w, std::string_view consonants) {
  std::string made;
  for (w += 40; w > 0; w /= 35) {
    made += consonants[w % 7];
    made += "aeiou"[w / 7 % 5];
  }
  return made;
}

// `count` sentences that translate each other word for word, some with a number; the same seed
// gives the same.
Bitext invented(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](uint32_t n) { return static_cast<uint32_t>(random() % n); };
  Bitext text;
  for (std::size_t s = 0; s < count; ++s) {
    std::string original;
    std::string translation;
    const uint32_t words = 4 + below(15);
    for (uint32_t k = 0; k < words; ++k) {
      const uint32_t w = below(1 + below(600));
      original += word(w, "bdfgklm") + " ";
      translation += word(w, "nprstvz") + " ";
    }
    if (below(5) == 0) {
      const std::string number = std::to_string(10 + below(900));
      original += number;
      translation += number;
    }
    text.original.push_back(original + ".");
    text.translation.push_back(translation + ".");
  }
  return text;
}

std::vector<std::string_view> views(const Sentences& sentences) {
  return {sentences.begin(), sentences.end()};
}

// Several texts at once, as a batch does.
std::vector<std::vector<Bead>> align_texts(const std::vector<Bitext>& texts,
                                           SentenceOptions options = {}) {
  Vocabulary original;
  Vocabulary translation;
  std::vector<SentenceSide> sides;
  for (const Bitext& text : texts) {
    sides.push_back(sentence_side(views(text.original), "", original));
    sides.push_back(sentence_side(views(text.translation), "", translation));
  }
  std::vector<SentencePair> documents;
  for (std::size_t s = 0; s < sides.size(); s += 2) documents.push_back({sides[s], sides[s + 1]});
  return align_documents(documents, original, translation, options);
}

std::vector<Bead> align_text(const Bitext& text, SentenceOptions options = {}) {
  return align_texts({text}, options).front();
}

void append_numbers(uint32_t begin, uint32_t end, std::string& all) {
  for (uint32_t i = begin; i < end; ++i) {
    if (i > begin) all += ',';
    all += std::to_string(i);
  }
}

// "0:0 1,2:1 :2".
std::string shown(const std::vector<Bead>& beads) {
  std::string all;
  Bead before;
  for (const Bead& bead : beads) {
    if (!all.empty()) all += ' ';
    append_numbers(before.original_end, bead.original_end, all);
    all += ':';
    append_numbers(before.translation_end, bead.translation_end, all);
    before = bead;
  }
  return all;
}

bool pairs(const std::vector<Bead>& beads, uint32_t i, uint32_t j) {
  Bead before;
  for (const Bead& bead : beads) {
    if (before.original_end == i && before.translation_end == j) {
      return bead.original_end == i + 1 && bead.translation_end == j + 1;
    }
    before = bead;
  }
  return false;
}

// Of the sentences [from, to), those that pair with the one `shift` further on the other side.
std::size_t count_pairs(const std::vector<Bead>& beads, uint32_t from, uint32_t to, int shift) {
  std::size_t count = 0;
  for (uint32_t i = from; i < to; ++i) {
    count += pairs(beads, i, static_cast<uint32_t>(static_cast<int>(i) + shift));
  }
  return count;
}

void erase(Sentences& sentences, std::ptrdiff_t from, std::ptrdiff_t to) {
  sentences.erase(sentences.begin() + from, sentences.begin() + to);
}

}  // namespace

TEST_CASE("sentences that translate each other pair one to one") {
  const auto beads = align_text(invented(80, 1));
  CHECK(count_pairs(beads, 0, 80, 0) == 80);
  CHECK(beads.size() == 80);
}

TEST_CASE("merged and split sentences are one bead") {
  Bitext text = invented(80, 2);
  text.translation[20] += " " + text.translation[21];
  erase(text.translation, 21, 22);
  text.original[50] += " " + text.original[51] + " " + text.original[52];
  erase(text.original, 51, 53);
  std::string beads = shown(align_text(text));
  beads.insert(beads.begin(), ' ');
  beads.push_back(' ');
  CAPTURE(beads);
  CHECK(beads.find(" 20,21:20 ") != std::string::npos);
  CHECK(beads.find(" 50:49,50,51 ") != std::string::npos);
}

TEST_CASE("no bead is larger than asked for") {
  Bitext text = invented(60, 3);
  text.translation[20] += " " + text.translation[21];
  erase(text.translation, 21, 22);
  SentenceOptions options;
  options.most_side = 1;
  Bead before;
  for (const Bead& bead : align_text(text, options)) {
    CHECK(bead.original_end - before.original_end <= 1);
    CHECK(bead.translation_end - before.translation_end <= 1);
    before = bead;
  }
}

TEST_CASE("a passage of fifty sentences that is left out is found as such") {
  Bitext text = invented(300, 4);
  erase(text.translation, 120, 170);
  const auto beads = align_text(text);
  CHECK(count_pairs(beads, 0, 120, 0) >= 118);
  CHECK(count_pairs(beads, 170, 300, -50) >= 128);
}

TEST_CASE("a missing third does not pull the rest along") {
  Bitext text = invented(600, 5);
  erase(text.translation, 200, 400);
  const auto beads = align_text(text);
  CHECK(count_pairs(beads, 0, 200, 0) >= 195);
  CHECK(count_pairs(beads, 400, 600, -200) >= 195);
}

TEST_CASE("sentences that stand elsewhere on the other side pair out of order") {
  Bitext text = invented(300, 8);
  // Those from 100 on come sixty later, in their order; the thirty from 200 on are in no order.
  const auto at = text.translation.begin();
  std::rotate(at + 100, at + 112, at + 172);
  std::vector<uint32_t> places;
  for (uint32_t i = 0; i < 30; ++i) places.push_back(200 + (i * 11 + 5) % 30);
  Bitext turned = text;
  for (uint32_t i = 0; i < 30; ++i) turned.translation[places[i]] = text.translation[200 + i];
  std::vector<std::vector<Crossing>> crossings;
  SentenceOptions options;
  options.crossings = &crossings;
  const auto beads = align_text(turned, options);
  std::size_t passage = 0;
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (const Crossing& crossing : crossings.at(0)) {
    passage += crossing.original < 112 && crossing.translation == crossing.original + 60;
    if (crossing.original < 200 || crossing.original >= 230) continue;
    const bool same = places[crossing.original - 200] == crossing.translation;
    same ? ++right : ++wrong;
  }
  for (uint32_t i = 0; i < 30; ++i) right += pairs(beads, 200 + i, places[i]);
  CHECK(passage == 12);
  CHECK(right >= 25);
  CHECK(wrong == 0);
  // Each side of a crossing is a gap.
  for (const Crossing& crossing : crossings.at(0)) {
    CHECK_FALSE(pairs(beads, crossing.original, crossing.translation));
  }
}

TEST_CASE("what only the translation has stays alone") {
  Bitext text = invented(300, 6);
  const Sentences strange = invented(60, 77).translation;
  text.translation.insert(text.translation.begin() + 150, strange.begin(), strange.end());
  const auto beads = align_text(text);
  CHECK(count_pairs(beads, 0, 150, 0) >= 147);
  CHECK(count_pairs(beads, 150, 300, 60) >= 147);
}

TEST_CASE("empty documents, empty sides and empty lines") {
  CHECK(align_text({}).empty());
  CHECK(shown(align_text({{"ba de", "fi go"}, {}})) == "0: 1:");
  CHECK(shown(align_text({{}, {"na pe"}})) == ":0");
  Bitext text = invented(40, 8);
  text.original.insert(text.original.begin() + 10, "");
  text.translation.insert(text.translation.begin() + 10, "");
  const auto beads = align_text(text);
  CHECK(beads.back().original_end == 41);
  CHECK(beads.back().translation_end == 41);
  CHECK(count_pairs(beads, 11, 41, 0) == 30);
  const auto blank = align_text({{"", "", ""}, {"", ""}});
  CHECK(blank.back().original_end == 3);
  CHECK(blank.back().translation_end == 2);
}

TEST_CASE("documents of a batch teach each other, in whatever order and however many at once") {
  std::vector<Bitext> texts;
  for (unsigned seed = 20; seed < 32; ++seed) {
    Bitext text = invented(12, seed);
    erase(text.translation, 5, 7);
    text.original.push_back("ba");
    texts.push_back(std::move(text));
  }
  std::size_t alone = 0;
  std::size_t together = 0;
  const auto all = align_texts(texts);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    const auto beads = align_text(texts[t]);
    alone += count_pairs(beads, 0, 5, 0) + count_pairs(beads, 7, 12, -2);
    together += count_pairs(all[t], 0, 5, 0) + count_pairs(all[t], 7, 12, -2);
  }
  CHECK(together >= alone);
  CHECK(together >= 100);  // of 120
  SentenceOptions busy;
  busy.threads = 5;
  const auto at_once = align_texts(texts, busy);
  for (std::size_t t = 0; t < texts.size(); ++t) CHECK(shown(at_once[t]) == shown(all[t]));
  std::reverse(texts.begin(), texts.end());
  const auto turned = align_texts(texts);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    CHECK(shown(turned[t]) == shown(all[texts.size() - 1 - t]));
  }
}

TEST_CASE("the same texts give the same beads and costs") {
  Bitext text = invented(200, 9);
  erase(text.translation, 30, 40);
  const auto once = align_text(text);
  const auto again = align_text(text);
  REQUIRE(once.size() == again.size());
  for (std::size_t b = 0; b < once.size(); ++b) {
    CHECK(once[b].cost_nats == again[b].cost_nats);
    CHECK(once[b].original_end == again[b].original_end);
  }
}

TEST_CASE("a bead is the surer, the less else it could be") {
  Bitext text = invented(200, 10);
  erase(text.translation, 100, 101);
  std::vector<std::vector<double>> posteriors;
  SentenceOptions options;
  options.posteriors = &posteriors;
  const auto beads = align_text(text, options);
  REQUIRE(posteriors.size() == 1);
  REQUIRE(posteriors[0].size() == beads.size());
  for (const double share : posteriors[0]) {
    CHECK(share > 0);
    CHECK(share <= 1);
  }
  const auto confidence = bead_confidence(beads, posteriors[0]);
  const auto least = std::min_element(confidence.begin(), confidence.end());
  const auto at = static_cast<std::size_t>(least - confidence.begin());
  CAPTURE(at);
  CHECK(beads[at].original_end >= 97);
  CHECK(beads[at].original_end <= 105);
  CHECK(confidence[20] > 0.9);
}

TEST_CASE("a dictionary fits whichever way round it stands") {
  Vocabulary original;
  Vocabulary translation;
  const std::vector<std::string_view> left = {"the lamp burns by night", "a lock keeper"};
  const std::vector<std::string_view> right = {"die Lampe brennt nachts", "ein Wärter"};
  sentence_side(left, "en", original);
  sentence_side(right, "de", translation);
  const std::vector<PhrasePair> straight = {
      {"lamp", "Lampe"}, {"lock keeper", "Wärter"}, {"harbour", "Hafen"}};
  std::vector<PhrasePair> turned;
  for (const PhrasePair& pair : straight) turned.push_back({pair.translation, pair.original});
  for (const auto& list : {straight, turned}) {
    const auto entries = lexicon_entries(list, {original, "en"}, {translation, "de"});
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].original == "lamp");
    CHECK(entries[0].translation == "lampe");
    CHECK(entries[1].original == "keepe");  // a stem
    CHECK(entries[1].count < entries[0].count);
  }
}
