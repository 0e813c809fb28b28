// The words of obligation, permission and denial that sentences are read as.
#include "checks/clause_wording.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "checks/rendering_rates.h"

namespace synoptic {
namespace {

// One letter a wording: Obligation, Recommendation, Permission, Entitlement, proHibition, Negation,
// eXception.
std::string letters_of(std::string_view text, std::string_view language) {
  constexpr std::string_view kLetters = "ORPEHNX-";
  std::string letters;
  for (const WordingMatch& match :
       WordingTable(load_convention(language)).find(folded_text_of(text))) {
    letters += kLetters[static_cast<std::size_t>(match.wording)];
  }
  return letters;
}

struct Row {
  std::string_view language;
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("words of obligation, permission and denial are read", "[checks]") {
  const std::array rows = {
      Row{"en", "The keeper shall sign and may leave.", "OP"},
      Row{"en", "From 1 May 2004, or May 5, he may leave.", "P"},  // a month is no permission
      Row{"en", "Form No. 5 has no seal.", "N"},                   // nor an abbreviation a denial
      Row{"en", "Not only pilots, unless they cannot steer.", "XH"},  // the longer phrase first
      Row{"fr", "Il ne peut pas sortir.", "NP"},                      // the gap holds a word
      Row{"fr", "Il ne sort que le soir.", "X"},
      Row{"fr", "Il n’est pas tenu de sortir.", "N"},  // either apostrophe
      Row{"de", "Der Rat hat das Buch zu führen.", "O"},
      Row{"de", "Der Rat hat ein Buch, um daraus zu lesen.", ""},  // a comma ends the gap
      Row{"de", "Im Kannbaum steht nichts.", "N"},                 // whole words
      Row{"zh", "應繳費用者，不得離開。", "OH"},
      Row{"zh", "供應許可由局取得。", ""},  // compounds
      Row{"ja", "利用してはならない。", "H"},
      Row{"ru", "Смотритель не вправе уходить.", "NE"},
      Row{"cs", "Strážce nesmí odejít, nebo nepřijde.", "HN"},
      Row{"tr", "Kimse kuleye giremez, bekçi girebilir.", "HP"},
      Row{"qaa", "Fulu mana not tibo.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(letters_of(row.text, row.language) == row.expected);
  }
}

TEST_CASE("how a word is rendered is learnt from the other sentences", "[checks]") {
  const std::vector<uint64_t> others = {100};
  const std::vector<uint64_t> telling = {200};
  std::vector<Rendering> renderings(40, {{1}, &others, false});
  renderings.push_back({{1}, &others, true});  // once of a word that is always rendered
  renderings.push_back({{2}, &others, true});  // once of a word seen nowhere else
  for (int i = 0; i < 5; ++i) renderings.push_back({{3}, &telling, true});
  for (int i = 0; i < 60; ++i) renderings.push_back({{}, &others, true});  // neither side has it
  const RenderingRates rates(std::move(renderings), 0.2);
  CHECK(rates.seen() == 47);
  CHECK(rates.chance(40) < 0.05);
  CHECK(rates.chance(41) > rates.chance(40));
  CHECK(rates.chance(42) > 0.5);
  CHECK_FALSE(rates.is_explained(40));
  CHECK(rates.is_explained(42));
}

}  // namespace synoptic
