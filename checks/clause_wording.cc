#include "checks/clause_wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "align/evidence.h"
#include "checks/clause_facts.h"
#include "text/characters.h"

namespace synoptic {
namespace {

constexpr std::size_t kMostBetween = 8;  // words in the gap of a phrase
constexpr std::u32string_view kGap = U"…";

struct WordingKey {
  Wording wording;
  std::string_view key;
};

constexpr std::array<WordingKey, 8> kKeys = {{{Wording::kPlain, "plain"},
                                              {Wording::kProhibition, "prohibition"},
                                              {Wording::kNegation, "negation"},
                                              {Wording::kException, "exception"},
                                              {Wording::kPermission, "permission"},
                                              {Wording::kEntitlement, "entitlement"},
                                              {Wording::kRecommendation, "recommendation"},
                                              {Wording::kObligation, "obligation"}}};

bool is_letter_at(const FoldedText& text, std::size_t at) {
  return kind_at(text, at) == CharacterKind::kLetter;
}

bool is_spaced_letter(const FoldedText& text, std::size_t at) {
  return is_letter_at(text, at) && !is_unspaced(text[at].folded);
}

bool begins_word(const FoldedText& text, std::size_t at) {
  if (is_unspaced(text[at].folded)) return true;
  return at == 0 || !is_spaced_letter(text, at - 1);
}

bool is_digit_at(const FoldedText& text, std::size_t at) {
  return kind_at(text, at) == CharacterKind::kDigit;
}

// "1 May", "May 2004", "May 1, 2004", "No. 5": a name or an abbreviation, no word of the language.
bool stands_at_number(const FoldedText& text, std::size_t begin, std::size_t end) {
  std::size_t next = end;
  while (folded_at(text, next) == U'.' || folded_at(text, next) == U',' ||
         kind_at(text, next) == CharacterKind::kSpace) {
    ++next;
  }
  if (is_digit_at(text, next)) return is_upper(text[begin].printed);
  std::size_t before = begin;
  while (before > 0 && kind_at(text, before - 1) == CharacterKind::kSpace) --before;
  return is_upper(text[begin].printed) && before > 0 && is_digit_at(text, before - 1);
}

uint64_t hash_of(const FoldedText& text, std::size_t begin, std::size_t end) {
  uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
  for (std::size_t i = begin; i < end; ++i) hash = (hash ^ text[i].folded) * 0x100000001b3u;
  return hash;
}

// The words as they are printed, comma-separated; "–" for none.
std::string printed(const Document& document, const std::vector<SideWording::Place>& places) {
  std::string text;
  for (const SideWording::Place& place : places) {
    text.append(text.empty() ? "" : ", ").append(slice(document.text, place.place.span));
  }
  return text.empty() ? "–" : text;
}

}  // namespace

struct WordingTable::Found {
  const Pattern* pattern = nullptr;
  std::size_t begin = 0;
  std::size_t first_end = 0;  // of the first piece
  std::size_t last_begin = 0;
  std::size_t end = 0;

  bool gapped() const { return pattern->pieces.size() > 1; }
  // Equal for equal words, those behind the gap too.
  uint64_t word(const FoldedText& text) const {
    const uint64_t first = hash_of(text, begin, first_end);
    return gapped() ? first * 31 + hash_of(text, last_begin, end) : first;
  }
  bool open() const { return pattern->pieces[0].open_begin || pattern->pieces.back().open_end; }
  bool better_than(const Found& other) const {
    if (other.pattern == nullptr) return true;
    if (gapped() != other.gapped()) return gapped();
    if (end != other.end) return gapped() ? end < other.end : end > other.end;
    return !open() && other.open();
  }
};

WordingTable::WordingTable(const Convention& convention) {
  for (const WordingKey& key : kKeys) {
    const auto rows = convention.words.find(key.key);
    if (rows == convention.words.end()) continue;
    for (const std::string& row : rows->second) {
      Pattern pattern{key.wording, {}};
      const std::u32string text = folded(row);
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t gap = std::min(text.find(kGap, at), text.size());
        Piece piece{text.substr(at, gap - at), false, false};
        while (!piece.letters.empty() && piece.letters.front() == U' ') piece.letters.erase(0, 1);
        while (!piece.letters.empty() && piece.letters.back() == U' ') piece.letters.pop_back();
        if ((piece.open_begin = piece.letters.starts_with(U'*'))) piece.letters.erase(0, 1);
        if ((piece.open_end = piece.letters.ends_with(U'*'))) piece.letters.pop_back();
        if (!piece.letters.empty()) pattern.pieces.push_back(std::move(piece));
        at = gap + kGap.size();
      }
      if (!pattern.pieces.empty()) patterns_.push_back(std::move(pattern));
    }
  }
  for (uint32_t i = 0; i < patterns_.size(); ++i) {
    const Piece& first = patterns_[i].pieces.front();
    if (first.open_begin) {
      open_.push_back(i);
    } else {
      by_first_[first.letters.front()].push_back(i);
    }
  }
}

bool WordingTable::has(Wording wording) const {
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [wording](const Pattern& p) { return p.wording == wording; });
}

// Whether `piece` stands at the word that begins at `at`.
bool WordingTable::match_at(const FoldedText& text, std::size_t at, const Piece& piece,
                            std::size_t& begin, std::size_t& end) {
  const std::size_t last_start = piece.open_begin ? std::max(at + 1, word_end(text, at)) : at + 1;
  for (std::size_t start = at; start < last_start; ++start) {
    std::size_t i = start;
    bool same = true;
    for (const char32_t c : piece.letters) {
      if (c == U' ') {
        same = kind_at(text, i) == CharacterKind::kSpace || folded_at(text, i) == U'-';
        i = same ? skip_spaces(text, i + 1) : i;
      } else if ((same = folded_at(text, i) == c)) {
        ++i;
      }
      if (!same) break;
    }
    if (!same) continue;
    const bool inside = is_spaced_letter(text, i - 1) && is_spaced_letter(text, i);
    if (inside && !piece.open_end) continue;
    begin = at;
    end = inside ? word_end(text, i) : i;
    return true;
  }
  return false;
}

bool WordingTable::match(const FoldedText& text, std::size_t at, const Pattern& pattern,
                         Found& found) {
  found.pattern = &pattern;
  if (!match_at(text, at, pattern.pieces[0], found.begin, found.first_end)) return false;
  found.last_begin = found.begin;
  found.end = found.first_end;
  for (std::size_t p = 1; p < pattern.pieces.size(); ++p) {
    bool matched = false;
    std::size_t words = 0;
    for (std::size_t i = found.end; i < text.size() && words <= kMostBetween; ++i) {
      if (ends_clause(text[i].printed)) break;
      if (!is_letter_at(text, i) || !begins_word(text, i)) continue;
      if ((matched = match_at(text, i, pattern.pieces[p], found.last_begin, found.end))) break;
      ++words;
    }
    if (!matched) return false;
  }
  return true;
}

WordingTable::Found WordingTable::best_at(const FoldedText& text, std::size_t at) const {
  Found best;
  const auto try_all = [&](const std::vector<uint32_t>& indices) {
    for (const uint32_t index : indices) {
      Found found;
      if (match(text, at, patterns_[index], found) && found.better_than(best)) best = found;
    }
  };
  const auto first = by_first_.find(text[at].folded);
  if (first != by_first_.end()) try_all(first->second);
  try_all(open_);
  return best;
}

std::vector<WordingMatch> WordingTable::find(const FoldedText& text) const {
  std::vector<WordingMatch> matches;
  std::vector<std::pair<std::size_t, std::size_t>> taken;  // behind the gaps of phrases
  uint32_t part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i].kind == CharacterKind::kOther && ends_clause(text[i].printed)) ++part;
    if (!is_letter_at(text, i) || !begins_word(text, i)) continue;
    const bool is_taken = std::any_of(taken.begin(), taken.end(), [i](const auto& range) {
      return range.first <= i && i < range.second;
    });
    if (is_taken) continue;
    const Found found = best_at(text, i);
    if (found.pattern == nullptr) continue;
    if (found.gapped()) taken.emplace_back(found.last_begin, found.end);
    if (found.pattern->wording != Wording::kPlain &&
        !stands_at_number(text, found.begin, found.first_end)) {
      matches.push_back(
          {found.pattern->wording, bytes_of(text, found.begin, found.end), found.word(text), part});
    }
    i = found.first_end - 1;
  }
  return matches;
}

// ---- the sentences of a pair --------------------------------------------------------------------

namespace {

class Reader {
 public:
  Reader(const Document& document, const Convention& convention)
      : document_(document), table_(convention) {}

  bool knows(Wording wording) const { return table_.has(wording); }

  // Adds what the segment says.
  void read(const Segment& segment, SideWording& side) const {
    const FoldedText text = folded_text_of(slice(document_.text, segment.span));
    const uint32_t part = side.places.empty() ? 0 : side.places.back().part + 1;
    for (const WordingMatch& match : table_.find(text)) {
      const Span span{segment.span.begin + match.span.begin, segment.span.begin + match.span.end};
      side.places.push_back({match.wording, {segment.unit, span}, match.word, part + match.part});
    }
    add_words(text, side);
  }

 private:
  // Words, or pairs of characters where there are no spaces.
  static void add_words(const FoldedText& text, SideWording& side) {
    for (std::size_t i = 0; i < text.size();) {
      if (!is_letter_at(text, i)) {
        ++i;
        continue;
      }
      ++side.letters;
      if (is_unspaced(text[i].folded)) {
        if (is_letter_at(text, i + 1)) side.words.push_back(hash_of(text, i, i + 2));
        ++i;
        continue;
      }
      const std::size_t end = std::max(word_end(text, i), i + 1);
      side.words.push_back(hash_of(text, i, end));
      side.letters += end - i - 1;
      i = end;
    }
    std::sort(side.words.begin(), side.words.end());
    side.words.erase(std::unique(side.words.begin(), side.words.end()), side.words.end());
  }

  const Document& document_;
  WordingTable table_;
};

std::vector<const Segment*> segments_of(const Document& document,
                                        const std::vector<UnitId>& units) {
  std::vector<const Segment*> segments;
  for (const UnitId unit : units) {
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      segments.push_back(&document.segments[s]);
    }
  }
  return segments;
}

}  // namespace

std::size_t SideWording::count(Wording wording) const {
  return static_cast<std::size_t>(std::count_if(
      places.begin(), places.end(), [wording](const Place& p) { return p.wording == wording; }));
}

std::vector<PairWording> pair_wordings(const CheckInput& input, Wording needed) {
  const Reader original_reader(input.original, input.original_convention);
  const Reader translation_reader(input.translation, input.translation_convention);
  std::vector<PairWording> pairs;
  if (!original_reader.knows(needed) || !translation_reader.knows(needed)) return pairs;
  for (uint32_t l = 0; l < input.alignment.links.size(); ++l) {
    const Link& link = input.alignment.links[l];
    if (link.original.empty() || link.translation.empty()) continue;
    const auto original = segments_of(input.original, link.original);
    const auto translation = segments_of(input.translation, link.translation);
    uint32_t from = 0;
    uint32_t from_translation = 0;
    for (const Bead& bead : link.beads) {
      if (bead.original_end > from && bead.translation_end > from_translation) {
        PairWording& pair = pairs.emplace_back();
        pair.link = l;
        for (uint32_t s = from; s < bead.original_end; ++s) {
          original_reader.read(*original[s], pair.original);
        }
        for (uint32_t s = from_translation; s < bead.translation_end; ++s) {
          translation_reader.read(*translation[s], pair.translation);
        }
      }
      from = bead.original_end;
      from_translation = bead.translation_end;
    }
  }
  return pairs;
}

bool lengths_disagree(const CheckInput& input, const Link& link) {
  constexpr double kMostSpreads = 3;
  const LengthPair lengths{length_of(input.original, link.original),
                           length_of(input.translation, link.translation)};
  return std::abs(length_deviation(lengths, input.alignment.length).spreads) > kMostSpreads;
}

Finding wording_finding(const Check& check, Severity severity, const CheckInput& input,
                        const MarkedWording& marked) {
  const Link& link = input.alignment.links[marked.link];
  Finding finding;
  finding.check = check.id;
  finding.severity = severity;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.details = {{"path", paths_of(input.original, link.original)},
                     {"expected", printed(input.original, marked.original)},
                     {"found", printed(input.translation, marked.translation)}};
  for (const auto& place : marked.original) finding.original_spans.push_back(place.place);
  for (const auto& place : marked.translation) finding.translation_spans.push_back(place.place);
  return finding;
}

}  // namespace synoptic
