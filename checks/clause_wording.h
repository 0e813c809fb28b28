// Words of obligation, permission and denial in the sentences of a pair, by the language data.
//
// The rows are those of words.tsv whose key is a Wording (docs/languages.md): words, stems ("*")
// and phrases with a gap ("ne … pas").  Where several match, a phrase with a gap goes before the
// others, and the longer before the shorter, so that "not only" is not read as "not". Threads:
// pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/convention.h"
#include "checks/check.h"
#include "text/folded_text.h"

namespace synoptic {

enum class Wording : uint8_t {
  kObligation,
  kRecommendation,
  kPermission,
  kEntitlement,  // may stand for a permission and need not be rendered by its like
  kProhibition,
  kNegation,
  kException,
  kPlain  // holds such a word and says nothing of the kind
};

// A phrase that was found.
struct WordingMatch {
  Wording wording = Wording::kPlain;
  Span span;          // bytes of the text given, from its first word to its last
  uint64_t word = 0;  // equal for equal words
  uint32_t part = 0;  // counts the stretches between punctuation marks
};

class WordingTable {
 public:
  explicit WordingTable(const Convention& convention);

  bool has(Wording wording) const;

  std::vector<WordingMatch> find(const FoldedText& text) const;

 private:
  struct Piece {
    std::u32string letters;
    bool open_begin = false;  // "*ing"
    bool open_end = false;    // "prohibit*"
  };
  struct Pattern {
    Wording wording = Wording::kPlain;
    std::vector<Piece> pieces;  // with gaps between them
  };
  struct Found;

  static bool match_at(const FoldedText& text, std::size_t at, const Piece& piece,
                       std::size_t& begin, std::size_t& end);
  static bool match(const FoldedText& text, std::size_t at, const Pattern& pattern, Found& found);
  Found best_at(const FoldedText& text, std::size_t at) const;

  std::vector<Pattern> patterns_;
  std::unordered_map<char32_t, std::vector<uint32_t>> by_first_;
  std::vector<uint32_t> open_;  // those that may begin inside a word
};

// What one side of a pair of sentences says.
struct SideWording {
  struct Place {
    Wording wording = Wording::kPlain;
    FindingSpan place;
    uint64_t word = 0;
    uint32_t part = 0;
  };
  std::vector<Place> places;    // in order
  std::vector<uint64_t> words;  // all its words, each once, ascending
  std::size_t letters = 0;      // its length

  std::size_t count(Wording wording) const;
};

struct PairWording {
  uint32_t link = 0;  // index into alignment.links
  SideWording original;
  SideWording translation;
};

// Every bead that has both sides; none where a language has no words of the class that is `needed`.
std::vector<PairWording> pair_wordings(const CheckInput& input, Wording needed);

// The clauses are too far from the length to expect for a word more or less to tell anything.
bool lengths_disagree(const CheckInput& input, const Link& link);

// The words of a link that a finding marks.
struct MarkedWording {
  uint32_t link = 0;  // index into alignment.links
  std::vector<SideWording::Place> original;
  std::vector<SideWording::Place> translation;
};

// Details: "path", and the words as printed, comma-separated or "–", as "expected" and "found".
Finding wording_finding(const Check& check, Severity severity, const CheckInput& input,
                        const MarkedWording& marked);

}  // namespace synoptic
