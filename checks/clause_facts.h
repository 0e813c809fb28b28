// What several checks ask of a clause and its link.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "align/evidence.h"
#include "align/paths.h"
#include "checks/check.h"

namespace synoptic {

// True for a label that counts ("7.", "(a)", "Article 5"), false for a bullet or none.
bool is_numbered(const Unit& unit);

// The link of every unit of one side: index into alignment.links.
std::vector<uint32_t> link_of_original(const CheckInput& input);
std::vector<uint32_t> link_of_translation(const CheckInput& input);

bool is_one_to_one(const Link& link);

// A few words of a short heading without a label: its absence is a matter of layout.
bool is_minor(const Document& document, UnitId unit);

// Characters of all units, white space not counted.
double length_of(const Document& document, const std::vector<UnitId>& units);

// Units of `starts` with all that hang under them and satisfy nothing else; for messages.
std::string paths_of(const Document& document, const std::vector<UnitId>& units);

// The first words of a unit's text, cut at a word with "…".
std::string opening_of(const Document& document, UnitId unit);

// Letters and digits alone, folded: what two copies of a text have in common.
std::string bare_text(std::string_view text);

// Ends like a finished statement, closing brackets and quotation marks set aside.
bool ends_finished(std::string_view text);

// Ends a sentence or an item of a list: a full stop or semicolon, no colon or comma.
bool ends_with_stop(std::string_view text);

// Ends with a word or two behind the stop of an item: "...; and", "...; kapa".
bool ends_with_link_word(std::string_view text);

// Parts the halves of a sentence: a semicolon or colon of any script.
bool parts_clause(char32_t c);

// A short text without a stop at its end, whatever its label.
bool is_heading_text(const Document& document, UnitId unit);

// "75" where the length is three quarters of what is to be expected.
std::string percent_of_expected(const LengthDeviation& deviation);

// True where one of the findings so far, of a check in `checks`, names this translation unit.
bool is_flagged(const std::vector<Finding>& findings, UnitId translation,
                std::initializer_list<const Check*> checks);

// The clause is known to be cut short, left as it was or in another language: what it lacks besides
// has gone with the text.
bool lost_with_text(const std::vector<Finding>& findings, UnitId translation);

// The primary subtags are equal and known.
bool same_language(std::string_view a, std::string_view b);

// A finding about both sides of a link: its units with their whole texts, and the paths of both as
// details "path" and "found".
Finding finding_of(const Check& check, const CheckInput& input, const Link& link);

// Adds the units and spans of `more` to `finding`: one fault that shows in several places.
void join(Finding& finding, const Finding& more);

// The span of a unit's whole text.
FindingSpan whole(const Document& document, UnitId unit);

}  // namespace synoptic
