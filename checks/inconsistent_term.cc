// A term of the original that is rendered in other words in one place than everywhere else.
//
// A term is a run of capitalised words, small ones between them allowed: "Heads of State and
// Government".  Its rendering is learnt from the pair: the words that stand opposite wherever it
// occurs and hardly elsewhere.  A place that lacks one of them is told.  A note: a pronoun may
// stand for the term there, or an inflection may hide it.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/link_words.h"
#include "text/characters.h"

namespace synoptic {
namespace {

constexpr std::size_t kMostSmallWords = 2;  // in a row, inside a term
constexpr std::size_t kFewestPlaces = 5;
constexpr double kUsualShare = 0.8;  // of the places, that have the word of the rendering
constexpr double kLeastDice = 0.75;  // of the term and the word, over all links
constexpr double kLeastBest = 0.8;   // of the word that goes with it most
constexpr std::size_t kMostDepartures = 2;
constexpr std::size_t kMostBetween = 4;   // words of a rendering stand nearer than that
constexpr std::size_t kShortestWord = 4;  // letters, in scripts with spaces

struct TermPlace {
  std::size_t link = 0;
  FindingSpan span;
};

using Term = std::vector<uint32_t>;  // ids of its words
using Terms = std::map<Term, std::vector<TermPlace>>;

bool only_spaces(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
}

// The words of one link of the original.
class TermReader {
 public:
  TermReader(const Document& document, const std::vector<LinkWord>& words,
             const std::vector<bool>& is_name)
      : document_(document), words_(words), is_name_(is_name) {}

  void read(std::size_t link, Terms& terms) const {
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t end =
          is_capital(i) && (is_name_[words_[i].id] || !is_head(i)) ? end_of(i) : i;
      if (end > i) {
        Term term;
        for (std::size_t w = i; w < end; ++w) term.push_back(words_[w].id);
        terms[term].push_back(
            {link, {words_[i].unit, {words_[i].span.begin, words_[end - 1].span.end}}});
      }
      i = std::max(end, i + 1);
    }
  }

 private:
  bool is_capital(std::size_t i) const {
    const std::string_view word = slice(document_.text, words_[i].span);
    const CodePoint first = code_point_at(word, 0);
    // A word in capitals alone belongs to a heading, or is an acronym.
    return is_upper(first.value) && word.size() > first.bytes &&
           !is_upper(code_point_at(word, first.bytes).value);
  }

  bool is_head(std::size_t i) const {
    if (i == 0 || words_[i - 1].unit != words_[i].unit) return true;
    const uint32_t end = words_[i - 1].span.end;
    return !only_spaces(slice(document_.text, {end, words_[i].span.begin}));
  }

  // Behind the last capitalised word of the run that begins at `i`; `i` where it is alone.
  std::size_t end_of(std::size_t i) const {
    std::size_t end = i;
    std::size_t small = 0;
    for (std::size_t next = i + 1; next < words_.size() && !is_head(next); ++next) {
      small = is_capital(next) ? 0 : small + 1;
      if (small > kMostSmallWords) break;
      if (small == 0) end = next + 1;
    }
    return end;
  }

  const Document& document_;
  const std::vector<LinkWord>& words_;
  const std::vector<bool>& is_name_;
};

struct Translation {
  LinkWords words;
  std::vector<std::vector<uint32_t>> sets;  // distinct words, by link
  std::vector<uint32_t> seen;               // links, by word

  bool holds(std::size_t link, uint32_t word) const {
    return std::binary_search(sets[link].begin(), sets[link].end(), word);
  }
};

Translation words_by_link(const CheckInput& input) {
  Translation translation{words_of_translation(input.translation, input.alignment), {}, {}};
  translation.seen.resize(translation.words.stems.size());
  for (std::size_t link = 0; link < input.alignment.links.size(); ++link) {
    translation.sets.push_back(translation.words.distinct(link));
    for (const uint32_t word : translation.sets.back()) ++translation.seen[word];
  }
  return translation;
}

double dice_of(std::size_t met, std::size_t places, uint32_t seen) {
  return 2 * static_cast<double>(met) / static_cast<double>(places + seen);
}

// Places of `word` in the link.
std::vector<std::size_t> places_of(const std::vector<LinkWord>& words, uint32_t word) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].id == word) places.push_back(i);
  }
  return places;
}

bool stand_together(const std::vector<LinkWord>& words, uint32_t a, uint32_t b) {
  const std::vector<std::size_t> others = places_of(words, b);
  for (const std::size_t place : places_of(words, a)) {
    for (const std::size_t other : others) {
      if (place + kMostBetween > other && other + kMostBetween > place) return true;
    }
  }
  return false;
}

// The words that render a term with these places: the one that goes with it most, and those beside
// it; none where no word does.
std::vector<uint32_t> rendering_of(const std::vector<std::size_t>& links,
                                   const Translation& translation) {
  std::map<uint32_t, std::size_t> met;
  for (const std::size_t link : links) {
    for (const uint32_t word : translation.sets[link]) ++met[word];
  }
  const double usual = kUsualShare * static_cast<double>(links.size());
  std::vector<uint32_t> rendering;
  double best = 0;
  for (const auto& [word, count] : met) {
    const double dice = dice_of(count, links.size(), translation.seen[word]);
    if (static_cast<double>(count) < usual || dice < kLeastDice) continue;
    if (count_characters(translation.words.stems[word]) < kShortestWord &&
        !is_unspaced(code_point_at(translation.words.stems[word], 0).value)) {
      continue;
    }
    rendering.push_back(word);
    if (dice > best) std::swap(rendering.front(), rendering.back());
    best = std::max(best, dice);
  }
  const auto is_apart = [&](uint32_t word) {
    if (word == rendering.front()) return false;
    const auto beside = std::count_if(links.begin(), links.end(), [&](std::size_t link) {
      return stand_together(translation.words.of_link[link], rendering.front(), word);
    });
    return static_cast<double>(beside) < usual;
  };
  if (best < kLeastBest) return {};
  std::vector<uint32_t> together;
  std::copy_if(rendering.begin(), rendering.end(), std::back_inserter(together),
               [&](uint32_t word) { return !is_apart(word); });
  return together;
}

std::vector<std::size_t> links_of(const std::vector<TermPlace>& places) {
  std::vector<std::size_t> links;
  for (const TermPlace& place : places) {
    if (links.empty() || links.back() != place.link) links.push_back(place.link);
  }
  return links;
}

// The text of `link` from the first to the last of the words around one place of the first.
std::string written(const CheckInput& input, const Translation& translation, std::size_t link,
                    const std::vector<uint32_t>& rendering) {
  const std::vector<LinkWord>& words = translation.words.of_link[link];
  const std::size_t place = places_of(words, rendering.front()).front();
  std::size_t first = place;
  std::size_t last = place;
  for (std::size_t i = place - std::min(place, kMostBetween - 1);
       i < std::min(words.size(), place + kMostBetween); ++i) {
    if (std::find(rendering.begin(), rendering.end(), words[i].id) == rendering.end()) continue;
    first = std::min(first, i);
    last = std::max(last, i);
  }
  return std::string(
      slice(input.translation.text, {words[first].span.begin, words[last].span.end}));
}

void check_term(const CheckInput& input, const Translation& translation,
                const std::vector<TermPlace>& places, std::vector<Finding>& findings) {
  const std::vector<std::size_t> links = links_of(places);
  if (links.size() < kFewestPlaces) return;
  const std::vector<uint32_t> rendering = rendering_of(links, translation);
  std::vector<TermPlace> departures;
  const TermPlace* usual = nullptr;
  for (const TermPlace& place : places) {
    const bool lacks = std::any_of(rendering.begin(), rendering.end(), [&](uint32_t word) {
      return !translation.holds(place.link, word);
    });
    if (!lacks && usual == nullptr) usual = &place;
    if (lacks && (departures.empty() || departures.back().link != place.link)) {
      departures.push_back(place);
    }
  }
  if (rendering.empty() || usual == nullptr || departures.size() > kMostDepartures) return;
  for (const TermPlace& place : departures) {
    const Link& link = input.alignment.links[place.link];
    if (!is_one_to_one(link)) continue;
    Finding finding = finding_of(kInconsistentTerm, input, link);
    finding.original_spans = {place.span};
    const Link& other = input.alignment.links[usual->link];
    finding.details = {{"path", finding.details[0].value},
                       {"term", std::string(slice(input.original.text, place.span.span))},
                       {"expected", written(input, translation, usual->link, rendering)},
                       {"other", input.original.units[other.original.front()].path}};
    findings.push_back(std::move(finding));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const LinkWords words = words_of_original(input.original, input.alignment);
  Terms terms;
  for (std::size_t link = 0; link < words.of_link.size(); ++link) {
    TermReader(input.original, words.of_link[link], words.is_name).read(link, terms);
  }
  const auto recurs = [](const auto& term) { return term.second.size() >= kFewestPlaces; };
  if (std::none_of(terms.begin(), terms.end(), recurs)) return;
  const Translation translation = words_by_link(input);
  for (const auto& term : terms) {
    if (recurs(term)) check_term(input, translation, term.second, findings);
  }
}

}  // namespace

const Check kInconsistentTerm = {
    "inconsistent-term",
    "Same term, other rendering",
    Severity::kInfo,
    Scope::kWork,
    "{path}: “{term}” is not rendered with “{expected}” as in {other}",
    run,
    {
        {"en",
         "1. The Port Council meets here.\n\n2. We ask the Port Council.\n\n3. Then the Port "
         "Council acts.\n\n4. It binds the Port Council.\n\n5. They left the Port Council.\n\n6. "
         "Bread is sold.\n\n7. Salt is free.",
         "fr",
         "1. Le Conseil portuaire se réunit ici.\n\n2. Nous prions le Conseil portuaire.\n\n3. "
         "Puis "
         "le Conseil portuaire agit.\n\n4. Cela lie le Comité portuaire.\n\n5. Ils ont quitté le "
         "Conseil portuaire.\n\n6. Le pain se vend.\n\n7. Le sel est libre.",
         true, "4"},
        {"en",
         "1. The Heads of State and Government met.\n\n2. We ask the Heads of State and "
         "Government.\n\n3. Then the Heads of State and Government act.\n\n4. It binds the Heads "
         "of "
         "State and Government.\n\n5. Bread for the Heads of State and Government.\n\n6. Salt.",
         "ru",
         "1. Главы государств и правительств встретились.\n\n2. Мы просим глав государств и "
         "правительств.\n\n3. Затем главы государств и правительств действуют.\n\n4. Это связывает "
         "руководителей стран.\n\n5. Хлеб для глав государств и правительств.\n\n6. Соль.",
         true, "4"},
        {"en",
         "1. The Port Council meets.\n\n2. We ask the Port Council.\n\n3. Then the Port Council "
         "acts.\n\n4. It binds the Port Council.\n\n5. They left the Port Council.\n\n6. Bread.",
         "zh",
         "一、港口理事会开会。\n\n二、我们请求港口理事会。\n\n三、然后港口理事会行动。\n\n四、"
         "约束码头委员会。\n\n五、他们离开了港口理事会。\n\n六、面包。",
         true, "4"},
        {"en",
         "1. The Port Council meets.\n\n2. We ask the Port Council.\n\n3. Then the Port Council "
         "acts.\n\n4. It binds the Port Council.\n\n5. They left the Port Council.\n\n6. Bread.",
         "de",
         "1. Der Hafenrat tagt.\n\n2. Wir bitten den Hafenrat.\n\n3. Dann handelt der Hafenrat.\n\n"
         "4. Es bindet den Hafenrat.\n\n5. Sie verließen den Hafenrat.\n\n6. Brot.",
         false, ""},
        {"en", "1. The Port Council meets.\n\n2. We ask the Port Council.", "fr",
         "1. Le Conseil portuaire se réunit.\n\n2. Nous prions le Comité du port.", false, ""},
        {"en",
         "1. The council meets.\n\n2. We ask the council.\n\n3. Then the council acts.\n\n4. It "
         "binds the council.\n\n5. They left the council.\n\n6. Bread.",
         "fr",
         "1. Le conseil se réunit.\n\n2. Nous prions le conseil.\n\n3. Puis le conseil agit.\n\n4. "
         "Cela lie le comité.\n\n5. Ils ont quitté le conseil.\n\n6. Du pain.",
         false, ""},
    },
    "Learns from the pair how terms of several capitalised words are rendered, and looks for a "
    "place "
    "where a word of that rendering is lacking."};

}  // namespace synoptic
