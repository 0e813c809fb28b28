#include "checks/renderings.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/characters.h"

namespace synoptic {
namespace {

// Set by hand, checked on all published pairs at hand.
constexpr std::size_t kMostPartners = 3;
constexpr double kLeastDice = 0.5;      // of the first partner
constexpr double kLeastDevoted = 0.6;   // of the links of a further partner, that hold the name
constexpr uint32_t kFewestMet = 2;      // links with the name and a further partner
constexpr double kMostCapitals = 0.24;  // of the words, or nouns have them and they tell no name
constexpr double kPriorMisses = 0.5;    // of one link more
constexpr double kPriorCopyMisses = 0.25;
constexpr std::size_t kShortestName = 4;  // letters

bool holds(const std::vector<uint32_t>& sorted, uint32_t word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_cased(const std::string& stem) {
  const char32_t first = code_point_at(stem, 0).value;
  return is_upper(first) || is_lower(first);
}

void add(std::vector<uint32_t>& partners, uint32_t word) {
  if (std::find(partners.begin(), partners.end(), word) == partners.end()) partners.push_back(word);
}

// Words of scripts without capitals are names by their partners alone.
bool may_be_name(const LinkWords& words, uint32_t word) {
  const std::string& stem = words.stems[word];
  if (!is_cased(stem)) return true;
  return words.is_name[word] && count_characters(stem) >= kShortestName;
}

}  // namespace

Renderings::Renderings(const LinkWords& original, const LinkWords& translation)
    : original_(side_of(original)), translation_(side_of(translation)) {
  pair_copies(original_, translation_);
  learn(original_, translation_);
  learn(translation_, original_);
  count(original_, translation_);
  count(translation_, original_);
}

Renderings::Side Renderings::side_of(const LinkWords& words) {
  Side side{&words, {}, {}, {}};
  side.links.resize(words.stems.size());
  side.records.resize(words.stems.size());
  for (uint32_t link = 0; link < words.of_link.size(); ++link) {
    side.sets.push_back(words.distinct(link));
    for (const uint32_t word : side.sets.back()) side.links[word].push_back(link);
  }
  return side;
}

// A name of the same letters on both sides.
void Renderings::pair_copies(Side& from, Side& to) {
  std::unordered_map<std::string_view, uint32_t> others;
  for (uint32_t word = 0; word < to.words->stems.size(); ++word) {
    if (to.words->is_name[word]) others.emplace(to.words->stems[word], word);
  }
  for (uint32_t word = 0; word < from.words->stems.size(); ++word) {
    if (!from.words->is_name[word]) continue;
    const auto twin = others.find(from.words->stems[word]);
    if (twin == others.end()) continue;
    add(from.records[word].partners, twin->second);
    add(to.records[twin->second].partners, word);
    from.records[word].is_copy = to.records[twin->second].is_copy = true;
  }
}

void Renderings::learn(Side& from, Side& to) {
  if (from.words->capital_share > kMostCapitals) return;
  std::vector<uint32_t> met(to.links.size());   // in links without a partner so far
  std::vector<uint32_t> both(to.links.size());  // in all links of the name
  for (uint32_t word = 0; word < from.links.size(); ++word) {
    if (!from.words->is_name[word] || from.links[word].size() < 2) continue;
    std::vector<uint32_t> touched;
    for (const uint32_t link : from.links[word]) {
      for (const uint32_t other : to.sets[link]) {
        if (both[other]++ == 0) touched.push_back(other);
      }
    }
    auto& partners = from.records[word].partners;
    std::vector<uint32_t> open = from.links[word];
    while (partners.size() < kMostPartners) {
      std::erase_if(open, [&](uint32_t link) {
        return std::any_of(partners.begin(), partners.end(),
                           [&](uint32_t partner) { return holds(to.sets[link], partner); });
      });
      for (const uint32_t other : touched) met[other] = 0;
      for (const uint32_t link : open) {
        for (const uint32_t other : to.sets[link]) ++met[other];
      }
      const bool first = partners.empty();
      double best = 0;
      uint32_t next = 0;
      for (const uint32_t other : touched) {
        const auto seen = static_cast<double>(to.links[other].size());
        if (met[other] < kFewestMet && !(first && from.links[word].size() == 2)) continue;
        const double dice =
            2.0 * met[other] / (static_cast<double>(open.size()) + seen - both[other] + met[other]);
        if (first ? dice < kLeastDice : both[other] < kLeastDevoted * seen) continue;
        if (dice > best) {
          best = dice;
          next = other;
        }
      }
      if (best == 0) break;
      add(partners, next);
      add(to.records[next].partners, word);
    }
    for (const uint32_t other : touched) both[other] = met[other] = 0;
  }
}

bool Renderings::is_answered(const Side& to, const Record& record, std::size_t link) {
  return std::any_of(record.partners.begin(), record.partners.end(),
                     [&](uint32_t partner) { return holds(to.sets[link], partner); });
}

void Renderings::count(Side& from, const Side& to) {
  for (uint32_t word = 0; word < from.links.size(); ++word) {
    Record& record = from.records[word];
    if (record.partners.empty()) continue;
    for (const uint32_t link : from.links[word]) {
      ++record.seen;
      record.absent += !is_answered(to, record, link);
    }
  }
}

// Its rendering stands in the clause before or behind, which has no use for it.
bool Renderings::went_next(const Side& from, const Side& to, uint32_t word, std::size_t link) {
  const auto moved_to = [&](std::size_t next) {
    return next < from.sets.size() && !holds(from.sets[next], word) &&
           is_answered(to, from.records[word], next);
  };
  return moved_to(link + 1) || (link > 0 && moved_to(link - 1));
}

// That the word is unanswered in the link by right; 1 where it is answered, or not known.
double Renderings::chance(const Side& from, const Side& to, uint32_t word, std::size_t link) {
  const Record& record = from.records[word];
  if (record.seen < 2 || !may_be_name(*from.words, word)) return 1;
  if (is_answered(to, record, link) || went_next(from, to, word, link)) return 1;
  const double prior = record.is_copy ? kPriorCopyMisses : kPriorMisses;
  return std::min(1.0, (record.absent - 1 + prior) / record.seen);
}

// Forms of one word: the rendering of what was added begins like what was lost, or the reverse.
bool Renderings::are_kin(uint32_t lost, uint32_t added) const {
  const auto begins_alike = [](const Side& side, uint32_t word,
                               const std::vector<uint32_t>& others) {
    const std::string& stem = side.words->stems[word];
    return std::any_of(others.begin(), others.end(), [&](uint32_t other) {
      const std::string& also = side.words->stems[other];
      return stem.starts_with(also) || also.starts_with(stem);
    });
  };
  return begins_alike(original_, lost, translation_.records[added].partners) ||
         begins_alike(translation_, added, original_.records[lost].partners);
}

// It stands for the lost word in another link too, which has no better rendering.
bool Renderings::stands_for(uint32_t added, uint32_t lost, std::size_t link) const {
  return std::any_of(original_.links[lost].begin(), original_.links[lost].end(),
                     [&](uint32_t other) {
                       return other != link && holds(translation_.sets[other], added) &&
                              !is_answered(translation_, original_.records[lost], other);
                     });
}

std::optional<ExchangedName> Renderings::exchanged(std::size_t link) const {
  std::optional<ExchangedName> best;
  for (const uint32_t lost : original_.sets[link]) {
    const double chance_lost = chance(original_, translation_, lost, link);
    if (chance_lost == 1) continue;
    for (const uint32_t added : translation_.sets[link]) {
      const double chance_added = chance(translation_, original_, added, link);
      if (chance_added == 1 || are_kin(lost, added) || stands_for(added, lost, link)) continue;
      const double both = chance_lost * chance_added;
      if (!best || both < best->chance) best = ExchangedName{lost, added, both};
    }
  }
  return best;
}

}  // namespace synoptic
