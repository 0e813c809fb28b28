// Two lines of a wrapped paragraph to one: what stands between them, and which hyphens go.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace synoptic {

// The words of a document, against which a hyphen at a line's end is judged: "inter-" + "national"
// is one word if "international" stands elsewhere or "inter-national" does not; "Asia-" + "Europe"
// keeps its hyphen where "Asia-Europe" stands elsewhere, or a capital follows.
class JoiningVocabulary {
 public:
  // True for a line whose end needs the vocabulary.  Where no line of a document does, it may stay
  // empty.
  static bool is_asked_for(std::string_view line);

  void add_line(std::string_view line);  // every line of the document, before any join
  bool contains(std::string_view folded_word) const;

 private:
  std::unordered_set<std::string> words_;
};

struct Join {
  std::size_t drop = 0;      // bytes to take off the end of the first line (a hyphen, a soft one)
  std::string_view between;  // " " or "" (Han, kana, Thai, after a kept hyphen, ...)
};

// REQUIRES: both lines trimmed and not empty.
Join join_lines(std::string_view first, std::string_view second,
                const JoiningVocabulary& vocabulary);

}  // namespace synoptic
