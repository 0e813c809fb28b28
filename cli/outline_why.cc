#include "cli/outline_why.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "cli/cell_lines.h"

namespace synoptic {

namespace {

using nlohmann::json;

std::string_view system_name(NumeralSystem system) {
  switch (system) {
    case NumeralSystem::kDecimal:
      return "number";
    case NumeralSystem::kRomanUpper:
    case NumeralSystem::kRomanLower:
      return "Roman numeral";
    case NumeralSystem::kHan:
      return "Han numeral";
    case NumeralSystem::kEnclosed:
      return "enclosed number";
    case NumeralSystem::kEthiopic:
      return "Ethiopic numeral";
    case NumeralSystem::kHebrew:
      return "Hebrew numeral";
    case NumeralSystem::kLetterUpper:
    case NumeralSystem::kLetterLower:
    case NumeralSystem::kLetterOther:
      return "letter";
    case NumeralSystem::kSpelled:
      return "number word";
    case NumeralSystem::kBullet:
      return "bullet";
    case NumeralSystem::kImplicit:
      return "heading";
  }
  return "number";
}

std::string_view role_name(LineRole role) {
  switch (role) {
    case LineRole::kProceeds:
      return "goes-on";
    case LineRole::kUnlabelled:
      return "paragraph";
    case LineRole::kLabelled:
      return "label";
  }
  return "goes-on";
}

std::string_view place_name(ListPlace place) {
  switch (place) {
    case ListPlace::kNone:
      return "none";
    case ListPlace::kFirst:
      return "first";
    case ListPlace::kLate:
      return "late";
    case ListPlace::kCountsOn:
      return "counts-on";
    case ListPlace::kFollows:
      return "follows";
    case ListPlace::kInserted:
      return "inserted";
    case ListPlace::kRepeated:
      return "repeated";
    case ListPlace::kGap:
      return "gap";
    case ListPlace::kBackwards:
      return "backwards";
    case ListPlace::kAstray:
      return "astray";
  }
  return "none";
}

std::string ordinals_of(const LabelReading& reading) {
  std::string ordinals;
  for (const Level& level : reading.label.levels) {
    if (!ordinals.empty()) ordinals += '.';
    ordinals += std::to_string(level.ordinal) + level.suffix;
  }
  return ordinals;
}

// "article 5", "letter 9", "bullet".
std::string meaning_of(const LabelReading& reading) {
  const LevelKind kind = reading.style.kind;
  if (kind == LevelKind::kBullet) return "bullet";
  const std::string_view name =
      kind == LevelKind::kNumber ? system_name(reading.style.system) : level_kind_name(kind);
  if (reading.next_in_order) return std::string(name) + " counted by its place";
  return fmt::format("{} {}", name, ordinals_of(reading));
}

std::string place_in_words(const ChoiceReason& choice, const LabelReading& reading) {
  const bool bullet = reading.style.kind == LevelKind::kBullet;
  const uint32_t previous = choice.previous;
  switch (choice.place) {
    case ListPlace::kNone:
      return "";
    case ListPlace::kFirst:
      return fmt::format("opens a list on level {}", choice.depth + 1);
    case ListPlace::kLate:
      return fmt::format("opens a list on level {}, but not with 1", choice.depth + 1);
    case ListPlace::kCountsOn:
      return "counts on where an earlier list ended";
    case ListPlace::kFollows:
      return bullet ? "the next of its list" : fmt::format("follows {}", previous);
    case ListPlace::kInserted:
      return bullet ? "the next of its list" : fmt::format("inserted after {}", previous);
    case ListPlace::kRepeated:
      return fmt::format("{} once more", previous);
    case ListPlace::kGap: {
      const uint32_t ordinal = reading.label.levels.back().ordinal;
      return fmt::format("comes after {}, with {} left out", previous, ordinal - previous - 1);
    }
    case ListPlace::kBackwards:
      return fmt::format("comes after {}, which is more", previous);
    case ListPlace::kAstray:
      return "stands under another number than it says";
  }
  return "";
}

std::string nats(double cost) {
  if (!std::isfinite(cost)) return "impossible";
  return fmt::format("{:.1f}", std::abs(cost) < 0.05 ? 0.0 : cost);
}

std::string costs_of(const ChoiceReason& choice) {
  std::string costs = "layout " + nats(choice.layout_nats);
  const bool label = choice.role == LineRole::kLabelled;
  costs += (label ? ", label " : ", no label ") + nats(choice.reading_nats);
  if (label) costs += ", place " + nats(choice.place_nats);
  return "(" + costs + ")";
}

std::string_view printed(const Text& text, const LineReason& reason, const LabelReading& reading) {
  return slice(slice(text.bytes, reason.span), reading.printed);
}

// "label “7.1.”: number 7.1, opens a list (...)".
std::string in_words(const Text& text, const LineReason& reason, const ChoiceReason& choice) {
  switch (choice.role) {
    case LineRole::kProceeds:
      return "goes on with the paragraph " + costs_of(choice);
    case LineRole::kUnlabelled:
      return "a paragraph without label " + costs_of(choice);
    case LineRole::kLabelled:
      break;
  }
  const LabelReading& reading = reason.readings[choice.reading];
  return fmt::format("label “{}”: {}, {} {}", printed(text, reason, reading), meaning_of(reading),
                     place_in_words(choice, reading), costs_of(choice));
}

double margin(const ChoiceReason& chosen, const ChoiceReason& rival) {
  return rival.own_nats() + rival.ahead_nats - chosen.own_nats() - chosen.ahead_nats;
}

std::string against(double margin_nats) {
  if (!std::isfinite(margin_nats)) return "it can't be";
  return margin_nats < 0 ? "here cheaper by " + nats(-margin_nats)
                         : "dearer by " + nats(margin_nats);
}

json choice_json(const Text& text, const LineReason& reason, const ChoiceReason& choice) {
  json made = {{"role", role_name(choice.role)},
               {"layout", choice.layout_nats},
               {"reading", choice.reading_nats},
               {"ahead", choice.ahead_nats},
               {"margin", margin(reason.choices.front(), choice)}};
  if (choice.role != LineRole::kLabelled) return made;
  const LabelReading& reading = reason.readings[choice.reading];
  made["label"] = printed(text, reason, reading);
  made["meaning"] = meaning_of(reading);
  made["depth"] = choice.depth;
  made["place"] = place_name(choice.place);
  made["previous"] = choice.previous;
  made["list"] = choice.place_nats;
  return made;
}

}  // namespace

std::string why_heading() {
  return fmt::format(
      "Under a clause: how its lines were read, and what else they might have been.  Costs are in "
      "nats, the cheapest reading of the whole document wins.  The differences are local: lines "
      "before as they were read, and the next {} as they would best be.",
      kLinesAhead);
}

std::vector<std::string> why_remarks(const Text& text, const LineReason& reason) {
  std::vector<std::string> remarks;
  if (reason.choices.empty()) return remarks;
  const ChoiceReason& chosen = reason.choices.front();
  remarks.push_back(fmt::format("line {}: {}", reason.line, in_words(text, reason, chosen)));
  for (std::size_t i = 1; i < reason.choices.size(); ++i) {
    const ChoiceReason& rival = reason.choices[i];
    if (!std::isfinite(rival.own_nats())) continue;
    remarks.push_back(
        fmt::format("{}: {}", against(margin(chosen, rival)), in_words(text, reason, rival)));
  }
  for (std::string& remark : remarks) remark = harmless(std::move(remark));
  return remarks;
}

json why_json(const Text& text, const OutlineReasons& reasons) {
  json lines = json::array();
  for (const LineReason& reason : reasons.lines) {
    json choices = json::array();
    for (const ChoiceReason& choice : reason.choices) {
      choices.push_back(choice_json(text, reason, choice));
    }
    lines.push_back({{"line", reason.line}, {"choices", std::move(choices)}});
  }
  return lines;
}

}  // namespace synoptic
