// A check: a small declared thing that looks at an aligned pair and says what a reviser must see.
//
// Each check is one file that defines one `const Check` with its examples; checks/all_checks.cc
// lists them in order.  One test runs every check on its own examples.  A check never names a
// language: it asks the Convention.
// Threads: run() is pure; a CheckInput is read-only.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/convention.h"
#include "align/document.h"
#include "align/glossary.h"
#include "text/messages.h"

namespace synoptic {

class QuantityFacts;

// How another work translates a sentence of the original.
struct SentenceElsewhere {
  uint32_t segment = 0;     // of the original
  std::string place;        // "charter 7.1"
  std::string translation;  // its text there
};

// A language as the data know it, shared by all that runs on one document.
struct CheckInput {
  const Document& original;
  const Document& translation;
  const Alignment& alignment;
  const Convention& original_convention;
  const Convention& translation_convention;
  const Glossary* glossary = nullptr;  // the user's; null: none
  // Clauses of the original that changed after the translation was made, ascending.
  std::span<const UnitId> changed_since = {};
  std::span<const SentenceElsewhere> elsewhere = {};  // the segments ascend
  const QuantityFacts* quantities = nullptr;          // of all links; run_checks() sets it
};

// Two small documents on which the check must fire, or must keep silent.
struct Example {
  std::string_view original_language;
  std::string_view original;
  std::string_view translation_language;
  std::string_view translation;
  bool fires = true;
  std::string_view path;           // where it fires: path of a unit on either side; empty: anywhere
  std::string_view glossary = {};  // lines of formats/glossary_reader.h; empty: none
  std::string_view earlier_original = {};  // that the translation was made from; empty: the same
};

enum class Scope : uint8_t { kDocument, kLink, kBead, kWork };

struct Check {
  std::string_view id;     // permanent: "missing-clause"
  std::string_view title;  // a few words: "Clause without counterpart"
  Severity severity;       // what its findings have unless they say otherwise
  Scope scope;
  std::string_view message;  // English, with {detail} placeholders: "{expected} became {found}"
  void (*run)(const CheckInput& input, std::vector<Finding>& findings);
  std::vector<Example> examples;
  // For the reader of docs/checks.md: what it looks at and why, in a sentence or two.
  std::string_view explanation = {};
};

// All checks in the order in which their findings are shown.  Lives as long as the program.
std::span<const Check* const> all_checks();

// The check of that id, or null.
const Check* find_check(std::string_view id);

// Runs all checks; findings in order of the original's units, then of the checks.
std::vector<Finding> run_checks(const CheckInput& input);

// The finding in words, in the language of the messages: the check's message with its placeholders
// filled from the details.
std::string message_of(const Finding& finding, Audience audience = Audience::kPerson);

std::string_view severity_name(Severity severity);  // "error", "warning", "info": for programs
std::string severity_word(Severity severity);       // the same in the language of the messages

}  // namespace synoptic
