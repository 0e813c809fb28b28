// The words that stand before and behind the numbers of clauses in running text, of one language.
//
// They are those of the convention's labels and of its `reference` rows ("ust. {n}=paragraph"),
// known again in any form: by their stem ("Artikels" by "Artikel"), behind what is written together
// with them ("בסעיף" by "סעיף"), and anywhere in scripts without spaces ("ตามมาตรา" by "มาตรา").
// Threads: read-only once made.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/convention.h"
#include "text/folded_text.h"

namespace synoptic {

struct ReferenceWord {
  LevelKind kind = LevelKind::kNumber;
  std::size_t begin = 0;  // characters of the text
  std::size_t end = 0;
  bool abbreviated = false;  // written with its full stop: "lit."
  bool framed = false;       // one half of a frame that needs the other: "第" of "第 条"
};

// What joins the numbers of a list.
enum class Joint { kNone, kAnd, kTo };

// Whether a `reference` row of words.tsv has its form: "ust. {n}=paragraph".
bool is_reference_row(std::string_view row);

class ReferenceWords {
 public:
  explicit ReferenceWords(const Convention& convention);

  // The word that ends in front of `end`, spaces, an opening bracket and "No." in between.
  // Example: "article" in "under articles 5", asked at the "5".
  std::optional<ReferenceWord> before(const FoldedText& text, std::size_t end) const;

  // The word that begins behind `begin`, spaces and ordinal marks in between: "cikk" in "5. cikk".
  std::optional<ReferenceWord> behind(const FoldedText& text, std::size_t begin) const;

  // How the characters [begin, end) join two numbers: ", ", " and ", "–".
  Joint joint(const FoldedText& text, std::size_t begin, std::size_t end) const;

  // Whether these letters behind digits make an ordinal of them: "er", "º".
  bool is_ordinal_mark(std::u32string_view letters) const;
  // The particle of an inserted clause: "之" of "第四條之一"; 0 where there is none.
  char32_t insertion() const { return insertion_; }

 private:
  struct Entry {
    std::u32string word;
    LevelKind kind = LevelKind::kNumber;
    std::size_t stem = 0;  // characters that must be there
    bool dotted = false;   // written with a full stop
    bool framed = false;
    bool glued = false;  // found anywhere, not in whole words only
  };

  void add(std::string_view before, std::string_view after, LevelKind kind);
  void add_row(std::string_view row);
  void add_entry(std::vector<Entry>& entries, std::u32string words, LevelKind kind, bool framed);
  static bool matches(const Entry& entry, std::u32string_view word, bool dotted);
  bool is_number_mark(std::u32string_view word) const;

  std::vector<Entry> before_;
  std::vector<Entry> behind_;
  std::vector<std::u32string> number_marks_;  // "no" of "annex no."
  std::vector<std::u32string> ordinal_marks_;
  std::vector<std::pair<std::u32string, Joint>> joints_;
  char32_t insertion_ = 0;
};

}  // namespace synoptic
