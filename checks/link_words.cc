#include "checks/link_words.h"

#include <algorithm>

#include "align/sentence_side.h"
#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::size_t kShortestName = 3;      // letters
constexpr std::size_t kFewestForShare = 100;  // words
constexpr double kShoutingShare = 0.6;        // of the letters of a unit

// How often a word was met.
struct Writing {
  uint32_t inside = 0;  // with a capital, behind another word of its sentence
  uint32_t small = 0;
};

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  std::vector<LinkWord> read(const std::vector<UnitId>& units) {
    std::vector<LinkWord> words;
    for (const UnitId unit : units) read_unit(unit, words);
    return words;
  }

  LinkWords finish(std::vector<std::vector<LinkWord>> of_link) {
    LinkWords words{std::move(of_link), std::move(stems_), {}, 0};
    if (inside_ >= kFewestForShare) {
      words.capital_share = static_cast<double>(capitals_) / static_cast<double>(inside_);
    }
    for (uint32_t id = 0; id < words.stems.size(); ++id) {
      words.is_name.push_back(writings_[id].inside > 0 && writings_[id].small == 0 &&
                              count_characters(words.stems[id]) >= kShortestName);
    }
    return words;
  }

 private:
  void read_unit(UnitId unit, std::vector<LinkWord>& words) {
    const std::string_view text = document_.text_of(unit);
    const bool shouts = is_shouting(text);
    const uint32_t offset = document_.units[unit].text.begin;
    bool head = true;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (!is_letter(c.value)) {
        head |= ends_clause(c.value) || is_digit(c.value);
        at += c.bytes;
        continue;
      }
      std::size_t end = at + c.bytes;
      if (is_unspaced(c.value)) {
        const CodePoint next = code_point_at(text, end);
        if (is_letter(next.value) && is_unspaced(next.value)) end += next.bytes;
      } else {
        end = word_end(text, end);
      }
      const uint32_t id = number_of(text.substr(at, end - at));
      if (!shouts) note(id, c.value, head);
      words.push_back(
          {id, unit, {offset + static_cast<uint32_t>(at), offset + static_cast<uint32_t>(end)}});
      head = false;
      at = is_unspaced(c.value) ? at + c.bytes : end;
    }
  }

  static std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (!is_letter(c.value) || is_unspaced(c.value)) break;
      at += c.bytes;
    }
    return at;
  }

  static bool is_shouting(std::string_view text) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      letters += is_letter(c.value);
      capitals += is_upper(c.value);
      at += c.bytes;
    }
    return static_cast<double>(capitals) > kShoutingShare * static_cast<double>(letters);
  }

  uint32_t number_of(std::string_view word) {
    const auto known = printed_.find(word);
    if (known != printed_.end()) return known->second;
    const std::string folded = fold(word);
    const auto [entry, added] =
        ids_.try_emplace(std::string(stem(folded)), static_cast<uint32_t>(stems_.size()));
    if (added) {
      stems_.push_back(entry->first);
      writings_.emplace_back();
    }
    printed_.emplace(word, entry->second);
    return entry->second;
  }

  void note(uint32_t id, char32_t first, bool head) {
    inside_ += !head;
    capitals_ += !head && is_upper(first);
    if (is_upper(first)) {
      writings_[id].inside += !head;
    } else {
      ++writings_[id].small;
    }
  }

  const Document& document_;
  std::unordered_map<std::string_view, uint32_t> printed_;  // views of the document's text
  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<std::string> stems_;
  std::vector<Writing> writings_;
  std::size_t inside_ = 0;  // words behind another of their sentence
  std::size_t capitals_ = 0;
};

LinkWords words_of(const Document& document, const Alignment& alignment,
                   std::vector<UnitId> Link::*side) {
  Reader reader(document);
  std::vector<std::vector<LinkWord>> of_link;
  for (const Link& link : alignment.links) {
    const bool paired = !link.original.empty() && !link.translation.empty();
    of_link.push_back(paired ? reader.read(link.*side) : std::vector<LinkWord>());
  }
  return reader.finish(std::move(of_link));
}

}  // namespace

std::vector<uint32_t> LinkWords::distinct(std::size_t link) const {
  std::vector<uint32_t> ids;
  for (const LinkWord& word : of_link[link]) ids.push_back(word.id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

LinkWords words_of_original(const Document& document, const Alignment& alignment) {
  return words_of(document, alignment, &Link::original);
}

LinkWords words_of_translation(const Document& document, const Alignment& alignment) {
  return words_of(document, alignment, &Link::translation);
}

}  // namespace synoptic
