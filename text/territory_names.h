// The names of territories and languages in a language, by ICU.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrases.h"
#include "text/span.h"

namespace synoptic {

// A territory ("FR") or a language ("fr") that a text names.
struct NamedPlace {
  Span span;            // bytes of the text given
  std::string code;     // ISO 3166 in capitals, ISO 639 in small letters
  bool certain = true;  // false: in small letters where ICU has a capital ("canadien"; or a word)
};

// Names are read whole or with other endings ("Francie", "Francii"; "französische"), and behind
// the particles that Arabic and Hebrew write before a word.
// Threads: safe; names of a language are read once.
class TerritoryNames {
 public:
  static const TerritoryNames& of(std::string_view language);

  explicit TerritoryNames(std::string_view language);
  bool empty() const { return codes_.empty(); }

  // In order, not overlapping; whoever makes a claim of a place leaves out those not certain.
  // Example: "between France and the Republic of Chile" in English: FR, CL.
  std::vector<NamedPlace> find(std::string_view utf8) const;

 private:
  void add(std::string_view name, const std::string& code);
  std::optional<PhraseMatch> find_at(const FoldedText& text, std::size_t at) const;

  PhraseTable names_;
  PhraseTable stems_;
  std::vector<std::string> codes_;  // by value / 2; an odd value is written with a capital
};

// The same, or a language and the territory where most speak it: "French" and "France".
bool are_kin(std::string_view code, std::string_view other);

}  // namespace synoptic
