// A bracket that is opened and not closed, or closed and not opened.
//
// Brackets are paired within a clause, with the next one, with those under it and with its
// neighbours in a list: a list may stand in brackets.  A closing bracket behind a number or letter
// ("a)", "2)") may be a label of its own: it needs no partner where the text writes labels of that
// kind so, and pairs with what is open where nothing else does.  What the original leaves open in
// the same clause is only info.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/reference_words.h"
#include "text/brackets.h"
#include "text/characters.h"

namespace synoptic {
namespace {

constexpr uint32_t kReach = 20;          // clauses from an opening bracket to its closing one
constexpr double kHalfLabelShare = 0.2;  // of the labels of a kind without an opening bracket
constexpr std::size_t kFewestHalfLabels = 2;
constexpr std::size_t kLongestLinkWord = 6;  // letters of "or", "sowie"
constexpr std::size_t kMostOpen = 64;        // brackets looked back over; no text nests so deep

struct Place {
  UnitId unit = kNoUnit;
  Bracket bracket;  // span of the document's text
};

// ---- labels with half a bracket -----------------------------------------------------------------

struct LabelCounts {
  std::size_t whole = 0;
  std::size_t half = 0;
};

class LabelHabits {
 public:
  void add(const Bracket& bracket) {
    LabelCounts& counts = of(bracket.label);
    ++(bracket.whole_label ? counts.whole : counts.half);
  }
  bool writes_half(HalfLabel label) const {
    if (label == HalfLabel::kNone) return false;
    const LabelCounts& counts = counts_[static_cast<std::size_t>(label)];
    const auto all = static_cast<double>(counts.whole + counts.half);
    return counts.half >= kFewestHalfLabels &&
           static_cast<double>(counts.half) >= kHalfLabelShare * all;
  }

 private:
  LabelCounts& of(HalfLabel label) { return counts_[static_cast<std::size_t>(label)]; }
  std::array<LabelCounts, 3> counts_{};
};

std::vector<Place> brackets_of(const Document& document, LabelHabits& habits) {
  std::vector<Place> places;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    for (const Bracket& bracket : find_brackets(document.label_of(unit))) {
      if (bracket.label != HalfLabel::kNone) habits.add(bracket);
    }
    const uint32_t base = document.units[unit].text.begin;
    std::size_t open = 0;
    for (Bracket& bracket : find_brackets(document.text_of(unit))) {
      // The last of "(see 2)" is the bracket's own.
      const bool free = bracket.label != HalfLabel::kNone && (bracket.whole_label || open == 0);
      if (free) habits.add(bracket);
      if (bracket.opens) ++open;
      if (!bracket.opens && open > 0) --open;
      bracket.span = {base + bracket.span.begin, base + bracket.span.end};
      places.push_back({unit, bracket});
    }
  }
  return places;
}

bool ends_with_full_stop(std::string_view text) {
  return !text.empty() && ends_sentence(code_point_before(text, text.size()).value);
}

// ---- pairing ------------------------------------------------------------------------------------

// The sentence in which the bracket stands is finished, and `later` is a numbered clause of its
// own: no bracket that opens inside a sentence reaches so far.
bool is_past_sentence(const Document& document, const Place& opening, UnitId later) {
  const Span text = document.units[opening.unit].text;
  const auto before = slice(document.text, {text.begin, opening.bracket.span.begin});
  return is_numbered(document.units[later]) && document.units[later].parent != opening.unit &&
         ends_with_full_stop(slice(document.text, text)) && !bare_text(before).empty();
}

// `later` is `unit`, the next one, one under it, or beside it in a list.
bool are_near(const Document& document, const Place& opening, UnitId later) {
  const UnitId unit = opening.unit;
  if (later == unit) return true;
  if (is_past_sentence(document, opening, later)) return false;
  if (later - unit == 1) return true;
  const UnitId parent = document.units[unit].parent;
  for (UnitId above = later; above != kNoUnit; above = document.units[above].parent) {
    if (above == unit) return true;
    if (above == later && parent != kNoUnit && document.units[above].parent == parent &&
        document.units[unit].kind == UnitKind::kItem) {
      return true;
    }
  }
  return false;
}

// Pairs the brackets of a document in order and keeps those that are left.
class Pairing {
 public:
  Pairing(const Document& document, const LabelHabits& habits)
      : document_(document), habits_(habits) {}

  void add(const Place& place) {
    if (place.bracket.opens) {
      open_.push_back(place);
      return;
    }
    const bool optional = !place.bracket.whole_label && habits_.writes_half(place.bracket.label);
    const auto opening = last_open(place);
    if (opening == open_.rend()) {
      if (optional || take_from_label(place)) return;
      unpaired_.push_back(place);
      return;
    }
    if (optional) loans_.push_back({place, *opening});
    open_.erase(std::next(opening).base());
  }

  std::vector<Place> unpaired() {
    unpaired_.insert(unpaired_.end(), open_.begin(), open_.end());
    std::sort(unpaired_.begin(), unpaired_.end(), [](const Place& a, const Place& b) {
      return a.bracket.span.begin < b.bracket.span.begin;
    });
    return unpaired_;
  }

 private:
  // A label that took an opening bracket which another may need.
  struct Loan {
    Place label;
    Place opening;
  };

  std::vector<Place>::reverse_iterator last_open(const Place& closing) {
    std::size_t seen = 0;
    for (auto place = open_.rbegin(); place != open_.rend(); ++place) {
      if (closing.unit - place->unit > kReach || ++seen > kMostOpen) break;
      const bool near = are_near(document_, *place, closing.unit);
      if (near && place->bracket.kind == closing.bracket.kind) return place;
    }
    return open_.rend();
  }

  bool take_from_label(const Place& closing) {
    for (auto loan = loans_.rbegin(); loan != loans_.rend(); ++loan) {
      if (loan->opening.unit != closing.unit) return false;
      if (loan->opening.bracket.kind != closing.bracket.kind) continue;
      loans_.erase(std::next(loan).base());
      return true;
    }
    return false;
  }

  const Document& document_;
  const LabelHabits& habits_;
  std::vector<Place> open_;
  std::vector<Loan> loans_;
  std::vector<Place> unpaired_;
};

std::vector<Place> unpaired_brackets(const Document& document, LabelHabits& habits) {
  const std::vector<Place> places = brackets_of(document, habits);
  Pairing pairing(document, habits);
  for (const Place& place : places) pairing.add(place);
  return pairing.unpaired();
}

// ---- findings -----------------------------------------------------------------------------------

// Brackets of the units, which a reference without its first bracket has one less of.
std::size_t count_openings(const Document& document, const std::vector<UnitId>& units) {
  std::size_t count = 0;
  for (const UnitId unit : units) {
    for (const Bracket& bracket : find_brackets(document.text_of(unit))) count += bracket.opens;
  }
  return count;
}

// Nothing was lost: the original has no more brackets here than the translation.
bool keeps_brackets(const CheckInput& input, const Link& link) {
  return count_openings(input.original, link.original) <=
         count_openings(input.translation, link.translation);
}

// The number behind a word for clauses: "para. 2)".
bool is_reference(const Document& document, const ReferenceWords& words, const Place& place) {
  const uint32_t begin = document.units[place.unit].text.begin;
  const FoldedText text = folded_text_of(slice(document.text, {begin, place.bracket.span.begin}));
  std::size_t number = text.size();
  while (number > 0 && text[number - 1].kind == CharacterKind::kDigit) --number;
  return number < text.size() && words.before(text, number).has_value();
}

// A lone label in half brackets is a way to write, and "1)" may be the mark of a note; a reference
// that lost its bracket is neither.
bool may_be_label(const CheckInput& input, const LabelHabits& habits, const Place& place) {
  const HalfLabel label = place.bracket.label;
  if (label == HalfLabel::kNone || place.bracket.whole_label) return false;
  return habits.writes_half(label) || label == HalfLabel::kLetters ||
         !is_reference(input.translation, ReferenceWords(input.translation_convention), place);
}

// "or" and its label run together, "orb)", behind an item "a)".
bool may_be_glued_label(const Document& document, const Place& place) {
  if (place.bracket.opens || place.bracket.kind != '(') return false;
  const Span text = document.units[place.unit].text;
  const std::string_view before = slice(document.text, {text.begin, place.bracket.span.begin});
  const CodePoint label = code_point_before(before, before.size());
  if (before.empty() || !is_letter(label.value)) return false;
  std::size_t begin = before.size() - label.bytes;
  std::size_t letters = 0;
  while (begin > 0 && is_letter(code_point_before(before, begin).value)) {
    begin -= code_point_before(before, begin).bytes;
    ++letters;
  }
  if (letters == 0 || letters > kLongestLinkWord) return false;
  const std::string item = to_utf8(label.value - 1) + ")";
  const std::string_view own = document.label_of(place.unit);
  return own.find(item) != std::string_view::npos ||
         before.substr(0, begin).find(item) != std::string_view::npos;
}

// What the original leaves open, by unit and direction; one of each is enough.
using OpenPlaces = std::map<std::pair<UnitId, bool>, const Place*>;

OpenPlaces by_unit(const Document& document, const std::vector<Place>& places) {
  OpenPlaces found;
  for (const Place& place : places) {
    if (may_be_glued_label(document, place)) continue;
    found.emplace(std::pair{place.unit, place.bracket.opens}, &place);
  }
  return found;
}

const Place* same_in(const OpenPlaces& places, const std::vector<UnitId>& units,
                     const Bracket& bracket) {
  for (const UnitId unit : units) {
    const auto found = places.find({unit, bracket.opens});
    if (found != places.end()) return found->second;
  }
  return nullptr;
}

// Several equal ones in a clause are one finding.
void report(const CheckInput& input, const Link& link, const Place& place, const Place* inherited,
            Severity severity, std::vector<Finding>& findings) {
  std::string bracket(slice(input.translation.text, place.bracket.span));
  const FindingSpan span{place.unit, place.bracket.span};
  const bool again = !findings.empty() && findings.back().check == kBracket.id &&
                     findings.back().translation == link.translation &&
                     findings.back().severity == severity &&
                     findings.back().details.back().value == bracket;
  if (again) {
    findings.back().translation_spans.push_back(span);
    return;
  }
  Finding& finding = findings.emplace_back();
  finding.check = kBracket.id;
  finding.severity = severity;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.translation_spans = {span};
  if (inherited != nullptr) {
    finding.original_spans = {{inherited->unit, inherited->bracket.span}};
  }
  finding.details = {{"path", paths_of(input.translation, link.translation)},
                     {"found", std::move(bracket)}};
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  LabelHabits habits;
  const std::vector<Place> ours = unpaired_brackets(input.translation, habits);
  if (ours.empty()) return;
  LabelHabits original_habits;
  const std::vector<Place> unpaired = unpaired_brackets(input.original, original_habits);
  const OpenPlaces theirs = by_unit(input.original, unpaired);
  const std::vector<uint32_t> links = link_of_translation(input);
  const Link* last = nullptr;
  bool kept = false;
  for (const Place& place : ours) {
    const Link& link = input.alignment.links[links[place.unit]];
    if (&link != last) kept = keeps_brackets(input, link);
    last = &link;
    if (kept && may_be_label(input, habits, place)) continue;
    const Place* inherited = same_in(theirs, link.original, place.bracket);
    const bool doubtful = inherited != nullptr || may_be_glued_label(input.translation, place);
    report(input, link, place, inherited, doubtful ? Severity::kInfo : kBracket.severity, findings);
  }
}

}  // namespace

const Check kBracket = {
    "bracket",
    "Bracket without its partner",
    Severity::kWarning,
    Scope::kDocument,
    "{path}: bracket {found} without its partner",
    run,
    {
        {"en", "1. The ports (and the rivers) are open.", "fr",
         "1. Les ports (et les rivières sont ouverts.", true, "1"},
        {"en", "1. The ports (and the rivers) are open.", "de",
         "1. Die Häfen und die Flüsse) sind offen.", true, "1"},
        {"en", "1. The ports (and the rivers) are open.", "zh", "1. 各港口（及各河流开放。", true,
         "1"},
        {"en", "1. The ports [and the rivers] are open.", "ru", "1. Порты [и реки открыты.", true,
         "1"},
        {"en", "1. The ports (and the rivers) are open.", "ar", "1. الموانئ (والأنهار مفتوحة.",
         true, "1"},
        {"en", "1. The ports (and the rivers) are open.", "ja", "1. 港及び川）は開いている。", true,
         "1"},
        {"en", "1. The report “Ports” is open.", "ja", "1. 報告書「港は公開する。", true, "1"},
        {"en", "1. The ports (and the rivers) are open.", "th", "1. ท่าเรือ (และแม่น้ำ เปิดอยู่", true,
         "1"},
        {"en", "1. Under section (2) or (3) of this law.", "xh",
         "1. Phantsi kwecandelo (2) okanye 3) lalo mthetho.", true, "1"},
        {"en", "1. The ports (EU) are open.", "it", "1. I porti EU) sono aperti.", true, "1"},
        {"en", "1. The ports (see below) are open.\n2. Where: (a) one; or (b) two.", "fr",
         "1. Les ports (voir ci-après sont ouverts.\n2. Si: a) un; oub) deux; ouc) trois.", true,
         "1"},
        {"en", "1. The ports were open.\n2. Where: (a) one; (b) two.", "fr",
         "1. Les ports autour) étaient ouverts.\n2. Si: a) un; b) deux.", true, "1"},
        {"en", "1. The course (as in Article 2, paragraph 2) of the rivers.", "fr",
         "1. Le cours désigné à l’art. 2, al. 2) des rivières.", true, "1"},
        {"en", "1. The archives of the League are open.", "it",
         "1. Gli archivi della Società 1) sono aperti.", false, ""},
        {"en", "1. The ports (and the rivers) are open.", "fr",
         "1. Les ports (et les rivières) sont ouverts.", false, ""},
        {"en", "1. Points (a) and (b) of paragraph 2.", "fr",
         "1. Les alinéas a) et b) du paragraphe 2.", false, ""},
        {"en", "1. The ports (points (a) and (b)) are open.", "fr",
         "1. Les ports (alinéas a) et b) de la loi) sont ouverts, voir c) et d).", false, ""},
        {"en", "1. The ports (see 2) are open.", "es", "1. Los puertos (véase 2) están abiertos.",
         false, ""},
        {"en", "1. The ports （and rivers) are open.", "zh", "1. 各港口（及各河流)开放。", false,
         ""},
        {"en", "1. The report 『Ports』 is open.", "ja", "1. 報告書「『港』」は公開する（※）。",
         false, ""},
        {"en", "1. The ports (namely:\n(a) the old one;\n(b) the new one)\nare open.", "pt",
         "1. Os portos (a saber:\n(a) o velho;\n(b) o novo)\nestão abertos.", false, ""},
        {"en", "1. The ports (are open.\n2. The rivers are not.", "sv",
         "1. Hamnarna är öppna.\n2. Floderna är det inte.", false, ""},
        {"en", "1. The ports. 1) the old; 2) the new; 3) none.", "bg",
         "1. Пристанищата. 1) старото; 2) новото; 3) никое.", false, ""},
        {"en", "1. Points 1 and 2.", "he", "1. סעיפים א) וב) לחוק.", false, ""},
    },
    "Looks for a bracket that is opened and not closed, or the reverse, in a clause and its "
    "neighbours. Brackets of labels do not count."};

}  // namespace synoptic
