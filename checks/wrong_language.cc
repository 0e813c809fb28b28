// A clause in a language that is not the translation's.
//
// Three witnesses: the script; letters that the rest of the document does not lead to expect
// (text/character_model.h), which needs no data on any language; and language identification.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/character_model.h"
#include "text/characters.h"
#include "text/language.h"
#include "text/words.h"

namespace synoptic {

namespace {

constexpr std::size_t kLeastLettersOfScript = 15;
constexpr std::size_t kLeastLetters = 40;
constexpr std::size_t kLeastLettersToGuess =
    60;                                  // what identification is sure of is often wrong below
constexpr std::size_t kFewestUnits = 8;  // to know what surprise is usual
constexpr double kSurprisePlain = 1.0;   // nats a letter above the usual: enough alone
constexpr double kSurpriseHint = 0.35;   // with another witness
constexpr double kDeviations = 5;
constexpr double kSureLanguage = 0.9;
constexpr double kForeignScriptShare = 0.25;  // of the clause
constexpr double kRareScriptShare = 0.005;    // of the rest of the document
constexpr double kSharedWords = 0.4;
constexpr std::size_t kMostForeignName = 30;  // letters of a name in its own script

// Letters of each script.
using ScriptCounts = std::map<int, std::size_t>;

ScriptCounts count_scripts(std::string_view text) {
  ScriptCounts counts;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (is_letter(c.value)) ++counts[script_of(c.value)];
  }
  return counts;
}

// What is usual in this document, over clauses long enough to tell.
struct Usual {
  double median = 0;
  double deviation = 0;
  bool known = false;
};

Usual usual_of(std::vector<double> values) {
  Usual usual;
  if (values.size() < kFewestUnits) return usual;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  usual.median = *middle;
  for (double& value : values) value = std::abs(value - usual.median);
  std::nth_element(values.begin(), middle, values.end());
  usual.deviation = *middle;
  usual.known = true;
  return usual;
}

class Detector {
 public:
  explicit Detector(const Document& document) : document_(document), model_(texts_of(document)) {
    scripts_ = count_scripts(document.text);
    for (const auto& [script, letters] : scripts_) all_letters_ += letters;
    std::vector<double> values;
    for (UnitId unit = 0; unit < document.units.size(); ++unit) {
      letters_.push_back(count_letters(document.text_of(unit)));
      surprise_.push_back(letters_.back() >= kLeastLetters ? model_.surprise_nats(unit) : 0);
      if (letters_.back() >= kLeastLetters) values.push_back(surprise_.back());
    }
    usual_ = usual_of(values);
  }

  // The language or script found, empty where the clause is in its place.
  bool is_foreign(UnitId unit, std::string& found) const {
    const std::string_view text = document_.text_of(unit);
    if (letters_[unit] < kLeastLettersOfScript) return false;
    if (has_foreign_script(text, letters_[unit])) {
      found = identify_language(text).tag;
      return true;
    }
    if (letters_[unit] < kLeastLetters) return false;
    const double excess = surprise_[unit] - usual_.median;
    if (!usual_.known || (letters_[unit] < kLeastLettersToGuess && excess < kSurprisePlain))
      return false;
    if (excess < std::max(kSurpriseHint, kDeviations * usual_.deviation)) return false;
    const LanguageGuess guess = identify_language(text);
    const bool other = !guess.tag.empty() && !same_language(guess.tag, document_.language);
    found = other ? guess.tag : "";
    return excess > kSurprisePlain || (other && guess.confidence >= kSureLanguage);
  }

 private:
  static std::vector<std::string_view> texts_of(const Document& document) {
    std::vector<std::string_view> texts;
    for (UnitId unit = 0; unit < document.units.size(); ++unit)
      texts.push_back(document.text_of(unit));
    return texts;
  }

  // A good part of the clause is in a script that the rest of the document does without: Latin in
  // Greek, but also kana in Chinese.
  bool has_foreign_script(std::string_view text, std::size_t letters) const {
    for (const auto& [script, count] : count_scripts(text)) {
      const auto here = static_cast<double>(count);
      if (script == 0 || here < kForeignScriptShare * static_cast<double>(letters)) continue;
      const auto rest = static_cast<double>(scripts_.at(script) - count);
      if (rest < kRareScriptShare * static_cast<double>(all_letters_ - letters)) return true;
      if (count * 2 > letters && rest * 10 < static_cast<double>(all_letters_ - letters) &&
          count > kMostForeignName) {
        return true;
      }
    }
    return false;
  }

  const Document& document_;
  CharacterModel model_;
  ScriptCounts scripts_;
  std::size_t all_letters_ = 0;
  std::vector<std::size_t> letters_;
  std::vector<double> surprise_;
  Usual usual_;
};

// A good part of the words is the original's.
bool shares_words(std::string_view original, std::string_view translation) {
  std::set<std::string> words;
  for_each_word(original, [&](Span span) { words.insert(fold_for_search(slice(original, span))); });
  std::size_t all = 0;
  std::size_t shared = 0;
  for_each_word(translation, [&](Span span) {
    ++all;
    shared += words.count(fold_for_search(slice(translation, span)));
  });
  return static_cast<double>(shared) >= kSharedWords * static_cast<double>(all);
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const Detector detector(input.translation);
  const std::vector<uint32_t> links = link_of_translation(input);
  for (UnitId unit = 0; unit < input.translation.units.size(); ++unit) {
    std::string found;
    if (is_flagged(findings, unit, {&kUntranslated}) || !detector.is_foreign(unit, found)) continue;
    const Link& link = input.alignment.links[links[unit]];
    // Names and formulas may stand alike in both.
    if (is_one_to_one(link) &&
        shares_words(input.original.text_of(link.original[0]), input.translation.text_of(unit))) {
      continue;
    }
    Finding& finding = findings.emplace_back();
    finding.check = kWrongLanguage.id;
    finding.severity = kWrongLanguage.severity;
    finding.original = link.original;
    finding.translation = {unit};
    finding.translation_spans = {whole(input.translation, unit)};
    finding.details = {{"path", input.translation.units[unit].path},
                       {"found", found.empty() ? "?" : found},
                       {"expected", input.translation.language}};
  }
}

}  // namespace

const Check kWrongLanguage = {
    "wrong-language",
    "Clause in another language",
    Severity::kError,
    Scope::kDocument,
    "{path} is not in the language of the translation ({expected}, here: {found})",
    run,
    {
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.",
         "bg",
         "1. Пристанищата държат архивите си отворени за всички.\n2. Die Flüsse werden in jedem "
         "Frühjahr ausgebaggert.",
         true, "2"},
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.",
         "bg",
         "1. Пристанищата държат архивите си отворени за всички.\n2. Реките се драгират всяка "
         "пролет.",
         false, ""},
    },
    "Looks for clauses in another language than the rest of the translation, by their script, "
    "by their letters, and by language identification."};

}  // namespace synoptic
