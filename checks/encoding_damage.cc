// Characters that an encoding was taken for another's, or that were lost on the way.
//
// Four kinds: letters read in the wrong encoding (text/mojibake.h), the sign that stands for what
// could not be read, a question mark in the place of a letter ("d?claration"), and references to
// characters that HTML or XML left ("&amp;").
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/mojibake.h"

namespace synoptic {
namespace {

// What could not be read: U+FFFD, and two of them in UTF-8 that were read as GBK.
constexpr std::array<std::string_view, 2> kLostSigns = {"\uFFFD", "锟斤拷"};
constexpr std::size_t kLeastQuestionMarks = 3;  // a word of which no letter survived
constexpr std::size_t kMostSpans = 20;          // of one clause; the first tell enough
constexpr std::size_t kFewestUses = 3;          // of a letter that belongs to the language

struct Damage {
  Span span;             // of the document's text
  std::string intended;  // empty where it can't be told
  bool sure = true;      // false: only beside others that are sure
};

// ---- letters lost as "?" ------------------------------------------------------------------------

bool is_in_address(std::string_view text, std::size_t at) {
  const std::size_t begin = text.find_last_of(" \n", at) + 1;
  const std::string_view token = text.substr(begin, text.find_first_of(" \n", at) - begin);
  return token.find_first_of("/=@&") != std::string_view::npos;
}

std::vector<Span> find_lost_letters(std::string_view text) {
  std::vector<Span> places;
  for (std::size_t at = text.find('?'); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of('?', at), text.size());
    const char32_t before = code_point_before(text, at).value;
    const char32_t after = code_point_at(text, end).value;
    const bool inside = is_letter(before) && is_lower(after);
    if ((inside || end - at >= kLeastQuestionMarks) && !is_in_address(text, at)) {
      places.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    }
    at = text.find('?', end);
  }
  return places;
}

std::size_t count_questions(const Document& document, const std::vector<UnitId>& units) {
  std::size_t count = 0;
  for (const UnitId unit : units) {
    const std::string_view text = document.text_of(unit);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      at += c.bytes;
      count += c.value == '?' || c.value == 0x061F || c.value == 0xFF1F || c.value == 0x037E;
    }
  }
  return count;
}

// ---- the letters of a text ----------------------------------------------------------------------

using LetterUses = std::map<char32_t, std::size_t>;  // of folded letters beyond ASCII

void for_each_letter(std::string_view text, const auto& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (c.value >= 0x80 && is_letter(c.value)) visit(fold_character(c.value));
  }
}

LetterUses letter_uses(std::string_view text) {
  LetterUses uses;
  for_each_letter(text, [&](char32_t letter) { ++uses[letter]; });
  return uses;
}

// ---- a side of a pair ---------------------------------------------------------------------------

// What is damaged in the units of one document.
class Side {
 public:
  explicit Side(const Document& document)
      : document_(document), script_(main_script(document.text)), of_unit_(document.units.size()) {
    std::size_t sure = 0;
    std::size_t all = 0;
    for (UnitId unit = 0; unit < of_unit_.size(); ++unit) {
      sure += scan(unit);
      all += of_unit_[unit].size();
    }
    if (all > sure) sure += prove_by_letters();
    if (sure == 0) drop_unsure();
  }

  const std::vector<Damage>& of(UnitId unit) const { return of_unit_[unit]; }
  const Document& document() const { return document_; }

 private:
  std::size_t scan(UnitId unit) {
    const std::string_view text = document_.text_of(unit);
    const uint32_t base = document_.units[unit].text.begin;
    std::size_t sure = 0;
    const auto add = [&](Span span, std::string intended, bool is_sure) {
      of_unit_[unit].push_back(
          {{base + span.begin, base + span.end}, std::move(intended), is_sure});
    };
    for (Mojibake& place : find_mojibake(text, script_)) {
      sure += place.sure;
      add(place.span, std::move(place.intended), place.sure);
    }
    for (const Span span : find_character_references(text)) add(span, {}, true);
    for (const std::string_view sign : kLostSigns) {
      for (std::size_t at = text.find(sign); at != std::string_view::npos;) {
        add({static_cast<uint32_t>(at), static_cast<uint32_t>(at + sign.size())}, {}, true);
        at = text.find(sign, at + sign.size());
      }
    }
    return sure;
  }

  // "Ãœber" in a text that has many an "ü", and no "ã" or "œ" but in such places: no letter of what
  // is there is the language's own, and the one that was meant is.
  std::size_t prove_by_letters() {
    LetterUses uses = letter_uses(document_.text);
    const auto unsure = [&](const auto& visit) {
      for (std::vector<Damage>& damages : of_unit_) {
        for (Damage& damage : damages) {
          if (!damage.sure) visit(damage);
        }
      }
    };
    unsure([&](Damage& damage) {
      for_each_letter(slice(document_.text, damage.span), [&](char32_t letter) { --uses[letter]; });
    });
    std::size_t proved = 0;
    unsure([&](Damage& damage) {
      bool foreign = true;
      for_each_letter(slice(document_.text, damage.span),
                      [&](char32_t letter) { foreign = foreign && uses[letter] == 0; });
      std::size_t known = 0;
      for_each_letter(damage.intended, [&](char32_t letter) { known = uses[letter]; });
      damage.sure = foreign && known >= kFewestUses;
      proved += damage.sure;
    });
    return proved;
  }

  // Nothing in this text is surely damaged: what may be is as it should be.
  void drop_unsure() {
    for (std::vector<Damage>& damages : of_unit_) {
      std::erase_if(damages, [](const Damage& damage) { return !damage.sure; });
    }
  }

  const Document& document_;
  int script_;
  std::vector<std::vector<Damage>> of_unit_;
};

std::vector<FindingSpan> damaged_spans(const Side& side, const std::vector<UnitId>& units) {
  std::vector<FindingSpan> spans;
  for (const UnitId unit : units) {
    for (const Damage& damage : side.of(unit)) spans.push_back({unit, damage.span});
  }
  return spans;
}

// The word around a place, and the word as it was meant.
struct DamagedWord {
  std::string found;
  std::string intended;
};

DamagedWord word_around(const Side& side, const FindingSpan& place) {
  const std::string_view text = side.document().text;
  const Span unit = side.document().units[place.unit].text;
  const auto is_end = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  std::size_t begin = place.span.begin;
  std::size_t end = place.span.end;
  while (begin > unit.begin && !is_end(begin - 1)) --begin;
  while (end < unit.end && !is_end(end)) ++end;
  DamagedWord word{std::string(text.substr(begin, end - begin)), {}};
  std::size_t at = begin;
  for (const Damage& damage : side.of(place.unit)) {
    if (damage.span.begin < at || damage.span.end > end) continue;
    if (damage.intended.empty()) return {std::move(word.found), "–"};
    word.intended += text.substr(at, damage.span.begin - at);
    word.intended += damage.intended;
    at = damage.span.end;
  }
  word.intended += text.substr(at, end - at);
  return word;
}

void report(const CheckInput& input, const Link& link, const Side& original,
            const Side& translation, std::vector<Finding>& findings) {
  std::vector<FindingSpan> theirs = damaged_spans(original, link.original);
  std::vector<FindingSpan> ours = damaged_spans(translation, link.translation);
  if (theirs.empty() && ours.empty()) return;
  Finding& finding = findings.emplace_back();
  finding.check = kEncodingDamage.id;
  // What the original has already is not the translator's.
  const bool inherited = !theirs.empty();
  finding.severity = inherited ? Severity::kWarning : kEncodingDamage.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  DamagedWord word =
      inherited ? word_around(original, theirs.front()) : word_around(translation, ours.front());
  finding.details = {{"path", inherited ? paths_of(input.original, link.original)
                                        : paths_of(input.translation, link.translation)},
                     {"found", std::move(word.found)},
                     {"expected", std::move(word.intended)},
                     {"side", inherited ? "original" : "translation"},
                     {"count", std::to_string(std::max(theirs.size(), ours.size()))}};
  theirs.resize(std::min(theirs.size(), kMostSpans));
  ours.resize(std::min(ours.size(), kMostSpans));
  finding.original_spans = std::move(theirs);
  finding.translation_spans = std::move(ours);
}

// A question mark inside a word, where the original asks no question.
void report_lost_letters(const CheckInput& input, const Link& link,
                         std::vector<Finding>& findings) {
  std::vector<FindingSpan> spans;
  for (const UnitId unit : link.translation) {
    const uint32_t base = input.translation.units[unit].text.begin;
    for (const Span span : find_lost_letters(input.translation.text_of(unit))) {
      spans.push_back({unit, {base + span.begin, base + span.end}});
    }
  }
  if (spans.empty()) return;
  if (count_questions(input.original, link.original) >=
      count_questions(input.translation, link.translation)) {
    return;
  }
  Finding& finding = findings.emplace_back();
  finding.check = kEncodingDamage.id;
  finding.severity = kEncodingDamage.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  const std::string_view text = input.translation.text;
  const std::size_t begin = text.find_last_of(" \n", spans.front().span.begin) + 1;
  const std::size_t end = text.find_first_of(" \n", spans.front().span.end);
  finding.details = {{"path", paths_of(input.translation, link.translation)},
                     {"found", std::string(text.substr(begin, end - begin))},
                     {"expected", "–"},
                     {"side", "translation"},
                     {"count", std::to_string(spans.size())}};
  finding.translation_spans = std::move(spans);
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const Side original(input.original);
  const Side translation(input.translation);
  for (const Link& link : input.alignment.links) {
    report(input, link, original, translation, findings);
    report_lost_letters(input, link, findings);
  }
}

}  // namespace

const Check kEncodingDamage = {
    "encoding-damage",
    "Characters read in the wrong encoding or lost",
    Severity::kError,
    Scope::kLink,
    "{path}: damaged characters: {found} (should read: {expected})",
    run,
    {
        {"en", "1. Keep the lights.\n2. The declaration stands.", "fr",
         "1. Garder les feux.\n2. La dÃ©claration reste.", true, "2"},
        {"en", "1. Keep the lights.\n2. The harbour's archive.", "en",
         "1. Keep the lights.\n2. The harbourâ€™s archive.", true, "2"},
        {"en", "1. Keep the lights.\n2. The rights of the ports.", "ru",
         "1. Хранить огни.\n2. РџСЂР°РІР° портов открыты для всех.", true, "2"},
        {"en", "1. Keep the lights of all ports.\n2. The rights of the ports.", "ru",
         "1. Хранить огни всех портов.\n2. Ïðàâà портов открыты для всех.", true, "2"},
        {"en", "1. Keep the lights of all ports.\n2. The rights of the ports.", "ru",
         "1. Хранить огни всех портов.\n2. оПЮБЮЛ портов открыты для всех.", true, "2"},
        {"en", "1. The ports are open.", "el", "1. Τα Î»Î¹Î¼Î¬Î½Î¹Î± είναι ανοικτά.", true, "1"},
        {"en", "1. The ports are open.", "de", "1. Die HÃ¤fen sind geÃ¶ffnet.", true, "1"},
        {"en", "1. The ports are open.", "fr", "1. Les ports sont d?clar?s ouverts.", true, "1"},
        {"en", "1. The ports are open.", "cs", "1. PĹ™Ă­stavy jsou otevĹ™enĂ©.", true, "1"},
        {"en", "1. The ports are open.", "fr", "1. Les ports sont d\uFFFDclar\uFFFDs ouverts.",
         true, "1"},
        {"en", "1. The ports are open.", "zh", "1. 各港口锟斤拷开放。", true, "1"},
        {"en", "1. Lights and lamps.", "it", "1. Luci &amp; lampade.", true, "1"},
        {"en", "1. The ports are open.", "es", "1. Los puertos est&aacute;n abiertos.", true, "1"},
        {"en", "1. The ports are open.", "ja", "1. 港はæ¸¯開いている。", true, "1"},
        {"en", "1. The ports are open.\n2. For the transfer.", "de",
         "1. Für die Häfen, für die Flüsse.\n2. Für die Ãœbermittlung.", true, "2"},
        {"en", "1. The ports are open.", "pl", "1. Porty sƒÖ otwarte.", true, "1"},
        {"en", "1. The ports are open.", "zh", "1. 各港Âè£开放。", true, "1"},
        {"en", "1. The ports of Åland.\n2. They rise.", "fr",
         "1. Les ports d’«Å»: déjà, été.\n2. Ils s’élèvent.", false, ""},
        {"en", "1. The ports are open.", "pt", "1. OS PORTOS NÃO SÃO FECHADOS: IRMÔ.", false, ""},
        {"en", "1. The ports are open.", "vi", "1. Các cảng ĐÃ MỞ, và Ã là một chữ cái.", false,
         ""},
        {"en", "1. Freedom of ports.", "fr", "1. « LIBERTÉ» des ports, déjà… ouverts.", false, ""},
        {"en", "1. Its decision.", "uk", "1. Рішення ради, РІК і ТЕРИТОРІЇ; Річ і Січ.", false, ""},
        {"en", "1. By condition, the principle stands.", "ar", "1. بشرط، المبدأ، ثم الشرط؛ قائم.",
         false, ""},
        {"en", "1. The island's law.", "sv", "1. Lagen om ”Å”, och ”Ä”: ÅÄÖ.", false, ""},
        {"en", "1. By law of the assembly.", "el", "1. Με τον ΝΟΜΟ… της ΒΟΥΛΗΣ» ΞΌΝΟΣ.", false, ""},
        {"en", "1. Whose are the ports? All the people's.", "fr",
         "1. À qui sont les ports ?de tous.", false, ""},
        {"en", "1. R&D; see M&A;", "de", "1. R&D; siehe M&A;", false, ""},
        {"en", "1. See https://example.org/?a=1", "nl", "1. Zie https://example.org/x?a=1", false,
         ""},
        {"en", "1. Those.", "th", "1. เธอและเธอน่าจะเธก่อน", false, ""},
    },
    "Looks for characters that were read in the wrong encoding, entities left as they were "
    "written, and letters that became question marks or replacement characters. Where the "
    "original has the same, that is said."};

}  // namespace synoptic
