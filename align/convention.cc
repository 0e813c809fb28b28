#include "align/convention.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "text/characters.h"
#include "text/error.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::string_view kShared = "und";
constexpr std::string_view kPlaceholder = "{n}";
constexpr std::string_view kAlphabet = "alphabet";

struct KindName {
  LevelKind kind;
  std::string_view name;
};

constexpr std::array<KindName, 13> kKindNames = {{{LevelKind::kNumber, "number"},
                                                  {LevelKind::kBullet, "bullet"},
                                                  {LevelKind::kPart, "part"},
                                                  {LevelKind::kTitle, "title"},
                                                  {LevelKind::kChapter, "chapter"},
                                                  {LevelKind::kSection, "section"},
                                                  {LevelKind::kSubsection, "subsection"},
                                                  {LevelKind::kArticle, "article"},
                                                  {LevelKind::kParagraph, "paragraph"},
                                                  {LevelKind::kPoint, "point"},
                                                  {LevelKind::kAnnex, "annex"},
                                                  {LevelKind::kProtocol, "protocol"},
                                                  {LevelKind::kPreamble, "preamble"}}};

std::optional<LevelKind> kind_of(std::string_view name) {
  for (const KindName& entry : kKindNames) {
    if (entry.name == name && entry.kind != LevelKind::kNumber &&
        entry.kind != LevelKind::kBullet) {
      return entry.kind;
    }
  }
  return std::nullopt;
}

// A row of a table, and where it stands.
struct Row {
  const LanguageTable& table;
  std::size_t line;
  std::vector<std::string_view> fields;

  [[noreturn]] void fail(std::string cause) const {
    throw Error({.file = std::string(table.language) + "/" + std::string(table.name) + ".tsv",
                 .place = "line " + std::to_string(line),
                 .cause = std::move(cause),
                 .remedy = "write the row as docs/languages.md describes"});
  }
};

// The ordinal a reading ends in: 3 of "point 3"; 0 where there is none.
uint32_t ordinal_of(std::string_view reading) {
  uint32_t ordinal = 0;
  const std::size_t at = reading.find(' ');
  if (at == std::string_view::npos) return 0;
  for (const char c : reading.substr(at + 1)) {
    if (c < '0' || c > '9' || ordinal > 100'000) break;
    ordinal = ordinal * 10 + static_cast<uint32_t>(c - '0');
  }
  return ordinal;
}

void add_alphabet(const Row& row, Convention& convention) {
  std::vector<std::string> letters;
  for (const std::string_view letter : split(row.fields[1], ' ')) {
    if (letter.empty()) row.fail("two spaces between letters");
    letters.push_back(fold(letter));
    if (std::find(letters.begin(), letters.end() - 1, letters.back()) != letters.end() - 1) {
      row.fail("the letter " + letters.back() + " stands twice");
    }
  }
  if (letters.size() < 2) row.fail("an alphabet of fewer than two letters");
  convention.alphabets.push_back(std::move(letters));
  convention.alphabet_samples.push_back(std::string(row.fields[2]) + '\t' +
                                        std::string(row.fields[3]));
}

void add_pattern(const Row& row, Convention& convention) {
  const std::optional<LevelKind> kind = kind_of(row.fields[0]);
  if (!kind) row.fail("the kind " + std::string(row.fields[0]) + " is unknown");
  const std::string_view printed = row.fields[1];
  const std::string_view reading = row.fields[3];
  if (!reading.starts_with(row.fields[0])) row.fail("the reading is of another kind");
  LabelPattern pattern{.kind = *kind,
                       .before = {},
                       .after = {},
                       .sample = std::string(row.fields[2]),
                       .reading = std::string(reading)};
  const std::size_t at = printed.find(kPlaceholder);
  if (at == std::string_view::npos) {
    pattern.before = fold(printed);
    pattern.fixed = ordinal_of(reading);
  } else {
    pattern.before = fold(printed.substr(0, at));
    pattern.after = fold(printed.substr(at + kPlaceholder.size()));
  }
  if (pattern.before.empty() && pattern.after.empty()) row.fail("a pattern without a word");
  convention.patterns.push_back(std::move(pattern));
}

// The two sides of "premier=1".
std::pair<std::string_view, std::string_view> sides_of(const Row& row) {
  const std::size_t equals = row.fields[1].rfind('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == row.fields[1].size()) {
    row.fail("the value is not of the form left=right");
  }
  return {row.fields[1].substr(0, equals), row.fields[1].substr(equals + 1)};
}

// "." and "º" close the numbers of every language, and a lone letter is an insertion: "9a".
bool is_clear_mark(std::string_view mark) {
  const bool joined = mark.starts_with('-') || mark.starts_with(':');
  std::size_t letters = 0;
  for (std::size_t at = 0; at < mark.size(); at += code_point_at(mark, at).bytes) {
    letters += is_letter(code_point_at(mark, at).value);
  }
  return letters >= (joined ? 1 : 2);
}

// "premier=1" of an `ordinal` or `number` row, "-bini=2" for what a word may end with.
void add_number(const Row& row, Convention& convention) {
  auto [word, number] = sides_of(row);
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || value == 0) {
    row.fail("an ordinal or number stands for a whole number above 0");
  }
  if (row.fields[0] == "ordinal") convention.ordinals.add(word, value);
  if (word.starts_with('-')) {
    convention.numbers.endings.add(word.substr(1), value);
  } else {
    convention.numbers.numbers.add(word, value);
  }
}

// A name of a unit that ICU does not know: "日=day".
void add_unit(const Row& row, Convention& convention) {
  const auto [word, unit] = sides_of(row);
  convention.units.add(word, unit);
}

void add_word(const Row& row, Convention& convention) {
  convention.words[std::string(row.fields[0])].emplace_back(row.fields[1]);
  if (row.fields[0] == "ordinal" || row.fields[0] == "number") {
    add_number(row, convention);
  } else if (row.fields[0] == "unit") {
    add_unit(row, convention);
  } else if (row.fields[0] == "ordinal-mark" && is_clear_mark(row.fields[1])) {
    std::vector<std::string>& marks = convention.ordinal_marks;
    marks.push_back(fold(row.fields[1]));
    std::stable_sort(marks.begin(), marks.end(), [](const std::string& a, const std::string& b) {
      return a.size() > b.size();
    });
  }
}

void add_row(const Row& row, Convention& convention) {
  const bool numbering = row.table.name == "numbering";
  const std::size_t least = numbering ? 4 : 2;
  if (row.fields.size() < least || row.fields.size() > least + 1) {
    row.fail(std::to_string(row.fields.size()) + " fields instead of " + std::to_string(least) +
             " and a note");
  }
  for (std::size_t i = 0; i < least; ++i) {
    if (row.fields[i].empty()) row.fail("field " + std::to_string(i + 1) + " is empty");
  }
  if (!numbering) {
    add_word(row, convention);
  } else if (row.fields[0] == kAlphabet) {
    add_alphabet(row, convention);
  } else {
    add_pattern(row, convention);
  }
}

void add_table(const LanguageTable& table, Convention& convention) {
  if (table.name != "numbering" && table.name != "words") return;
  std::size_t number = 0;
  for (std::string_view line : split(table.contents, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    add_row({table, number, split(line, '\t')}, convention);
  }
}

bool same_tag(std::string_view a, std::string_view b) {
  const auto plain = [](char c) {
    if (c == '_') return '-';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return plain(x) == plain(y); });
}

// "nb-NO" for "no-NO" where the shared words say that nb serves no.
std::string served_by(std::string_view tag, const Convention& shared) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  const auto rows = shared.words.find("same-language");
  if (rows == shared.words.end()) return std::string(tag);
  for (const std::string_view row : rows->second) {
    const std::size_t equals = row.find('=');
    if (!same_tag(row.substr(0, equals), primary)) continue;
    return std::string(row.substr(equals + 1)).append(tag.substr(primary.size()));
  }
  return std::string(tag);
}

// Puts what all languages share behind the language's own: a label that the language has as another
// kind is that.  Ordinals are words, so none are shared.
void append(const Convention& shared, Convention& convention) {
  const auto add = [](const auto& from, auto& to) {
    to.insert(to.end(), from.begin(), from.end());
  };
  const std::size_t own = convention.patterns.size();
  for (const LabelPattern& pattern : shared.patterns) {
    const auto same = [&](const LabelPattern& other) {
      return other.before == pattern.before && other.after == pattern.after &&
             other.fixed == pattern.fixed;
    };
    if (std::none_of(convention.patterns.begin(),
                     convention.patterns.begin() + static_cast<std::ptrdiff_t>(own), same)) {
      convention.patterns.push_back(pattern);
    }
  }
  add(shared.alphabets, convention.alphabets);
  add(shared.alphabet_samples, convention.alphabet_samples);
  add(shared.ordinal_marks, convention.ordinal_marks);
  for (const auto& [key, values] : shared.words) add(values, convention.words[key]);
}

}  // namespace

std::string_view level_kind_name(LevelKind kind) {
  for (const KindName& entry : kKindNames) {
    if (entry.kind == kind) return entry.name;
  }
  return {};
}

Convention load_convention(std::string_view language, std::span<const LanguageTable> tables) {
  const auto add_language = [&](std::string_view tag, Convention& convention) {
    for (const LanguageTable& table : tables) {
      if (same_tag(table.language, tag)) add_table(table, convention);
    }
  };
  Convention shared;
  add_language(kShared, shared);
  Convention convention;
  convention.language = served_by(language, shared);
  for (std::string_view tag = convention.language; !tag.empty();) {
    if (!same_tag(tag, kShared)) add_language(tag, convention);
    const std::size_t cut = tag.find_last_of("-_");
    tag = tag.substr(0, cut == std::string_view::npos ? 0 : cut);
  }
  append(shared, convention);
  return convention;
}

std::vector<std::string> known_languages(std::span<const LanguageTable> tables) {
  std::set<std::string> tags;
  for (const LanguageTable& table : tables) {
    if (table.language != kShared) tags.emplace(table.language);
  }
  return {tags.begin(), tags.end()};
}

}  // namespace synoptic
