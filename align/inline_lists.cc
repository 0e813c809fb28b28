#include "align/inline_lists.h"

#include <algorithm>
#include <utility>

#include "align/label_parts.h"
#include "text/characters.h"
#include "text/joining.h"

namespace synoptic {

namespace {

constexpr std::size_t kLeastItem = 6;  // characters of text
constexpr std::size_t kMostConjunction = 5;

enum class Before : uint8_t { kNothing, kOpens, kParts };

Before sign_before(char32_t c) {
  switch (c) {
    case ':':
    case 0xFF1A:
    case 0x2014:
    case 0x2013:
      return Before::kOpens;
    case ';':
    case 0xFF1B:
    case 0x061B:
    case ',':
    case 0xFF0C:
    case 0x060C:
    case 0x3001:
      return Before::kParts;
    default:
      return Before::kNothing;
  }
}

std::size_t skip_spaces_back(std::string_view text, std::size_t at) {
  for (;;) {
    const CodePoint c = code_point_before(text, at);
    if (c.bytes == 0 || !(is_space(c.value) || is_ignorable(c.value))) return at;
    at -= c.bytes;
  }
}

// What stands before a label at `at`: a sign, or a sign and a short word ("; and").
Before before_label(std::string_view text, std::size_t at) {
  at = skip_spaces_back(text, at);
  const Before sign = sign_before(code_point_before(text, at).value);
  if (sign != Before::kNothing) return sign;
  std::size_t letters = 0;
  while (is_letter(code_point_before(text, at).value)) {
    if (++letters > kMostConjunction) return Before::kNothing;
    at -= code_point_before(text, at).bytes;
  }
  if (letters == 0) return Before::kNothing;
  const Before beyond = sign_before(code_point_before(text, skip_spaces_back(text, at)).value);
  return beyond == Before::kParts ? Before::kParts : Before::kNothing;
}

struct Head {
  std::size_t at = 0;
  Before before = Before::kNothing;
  std::vector<LabelReading> readings;
};

// A bracket, or a stop behind what directly follows a colon or semicolon: ":a. the ship".
bool is_inline_label(const LabelReading& reading, Before before) {
  if (reading.style.kind != LevelKind::kNumber || reading.label.levels.size() != 1) return false;
  switch (reading.style.closing) {
    case Closing::kBracket:
    case Closing::kBothBrackets:
      return true;
    case Closing::kStop:
      return before == Before::kOpens || reading.style.system == NumeralSystem::kLetterLower;
    default:
      return reading.style.system == NumeralSystem::kEnclosed;
  }
}

// Rules out words before they are read: a label is closed after a few characters.
bool may_be_label(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 5;
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0x80 || first == '(' || first == '[') return true;
  for (std::size_t k = at + 1; k < std::min(text.size(), at + 1 + kLongest); ++k) {
    const char c = text[k];
    if (c == ')' || c == ']' || c == '.' || static_cast<unsigned char>(c) >= 0x80) return true;
    if (c == ' ') return false;
  }
  return false;
}

std::vector<Head> heads_of(std::string_view text, const Convention& convention) {
  std::vector<Head> heads;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    // Labels follow a sign or blank; none stands in the middle of a word.
    if (!is_space(c.value) && sign_before(c.value) == Before::kNothing) continue;
    const CodePoint next = code_point_at(text, at);
    if (next.bytes == 0 || is_space(next.value) || !may_be_label(text, at)) continue;
    const Before before = before_label(text, at);
    if (before == Before::kNothing) continue;
    Head head{at, before, {}};
    read_bare_label({text.substr(at), convention, head.readings}, 0);
    std::erase_if(head.readings,
                  [&](const LabelReading& reading) { return !is_inline_label(reading, before); });
    if (!head.readings.empty()) heads.push_back(std::move(head));
  }
  return heads;
}

bool goes_on(const LabelReading& item, const LabelReading& next) {
  return next.style.system == item.style.system && next.style.mark == item.style.mark &&
         next.style.closing == item.style.closing &&
         next.label.levels[0].ordinal == item.label.levels[0].ordinal + 1 &&
         next.label.levels[0].suffix.empty();
}

std::vector<InlineItem> run_from(const std::vector<Head>& heads, std::size_t first,
                                 const LabelReading& reading) {
  std::vector<InlineItem> items;
  const auto add = [&](const Head& head, const LabelReading& label) {
    const auto at = static_cast<uint32_t>(head.at);
    items.push_back({label, {at + label.printed.begin, at + label.printed.end}, {}});
  };
  add(heads[first], reading);
  for (std::size_t h = first + 1; h < heads.size(); ++h) {
    for (const LabelReading& next : heads[h].readings) {
      if (!goes_on(items.back().reading, next)) continue;
      add(heads[h], next);
      break;
    }
  }
  return items;
}

// Sets the texts; an item of hardly any text makes it no list ("as in: (a), (b)").
bool set_texts(std::string_view paragraph, std::vector<InlineItem>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t end = i + 1 < items.size() ? items[i + 1].printed.begin : paragraph.size();
    const std::string_view text =
        trim(paragraph.substr(items[i].printed.end, end - items[i].printed.end));
    if (count_characters(text) < kLeastItem) return false;
    items[i].text.begin = static_cast<uint32_t>(text.data() - paragraph.data());
    items[i].text.end = items[i].text.begin + static_cast<uint32_t>(text.size());
  }
  return true;
}

}  // namespace

std::vector<InlineItem> find_inline_list(std::string_view paragraph, const Convention& convention) {
  const std::vector<Head> heads = heads_of(paragraph, convention);
  for (std::size_t h = 0; h + 1 < heads.size(); ++h) {
    if (heads[h].before != Before::kOpens) continue;
    for (const LabelReading& reading : heads[h].readings) {
      if (reading.label.levels[0].ordinal != 1 || !reading.label.levels[0].suffix.empty()) continue;
      std::vector<InlineItem> items = run_from(heads, h, reading);
      if (items.size() >= 2 && set_texts(paragraph, items)) return items;
    }
  }
  return {};
}

bool is_inside_paragraph(const Document& document, UnitId unit) {
  if (unit == 0 || document.units[unit].printed_label.empty()) return false;
  const uint32_t end = document.units[unit - 1].text.end;
  return document.text.find('\n', end) >= document.units[unit].printed_label.begin;
}

}  // namespace synoptic
