#include "formats/glossary_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "formats/sentence_lines.h"
#include "formats/xml_reader.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/folding.h"
#include "text/messages.h"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 3> kForbidding = {"forbidden", "deprecated", "superseded"};
constexpr std::array<std::string_view, 3> kNot = {"no", "false", "0"};
constexpr char kSeparators[] = {'\t', ';', ','};

bool forbids(std::string_view status) {
  const std::string folded = fold(status);
  return std::any_of(kForbidding.begin(), kForbidding.end(),
                     [&](std::string_view word) { return folded.starts_with(word); });
}

// Collects entries; each original once, in the order of the file.
class Entries {
 public:
  void add(std::string_view original, std::string_view translation, bool forbidden) {
    original = trim(original);
    translation = trim(translation);
    if (translation.empty() || (original.empty() && !forbidden)) return;
    const auto [place, added] = places_.try_emplace(std::string(original), glossary.entries.size());
    if (added) glossary.entries.push_back({std::string(original), {}, {}});
    GlossaryEntry& entry = glossary.entries[place->second];
    (forbidden ? entry.forbidden : entry.translations).emplace_back(translation);
  }

  Glossary glossary;

 private:
  std::map<std::string, std::size_t> places_;
};

// ---- columns ------------------------------------------------------------------------------------

using Row = std::vector<std::string>;

Row read_row(std::string_view line, char separator) {
  Row row(1);
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"' && (quoted || row.back().empty())) {
      const bool doubled = quoted && at + 1 < line.size() && line[at + 1] == '"';
      if (doubled) row.back() += line[++at];
      if (!doubled) quoted = !quoted;
    } else if (c == separator && !quoted) {
      row.emplace_back();
    } else {
      row.back() += c;
    }
  }
  return row;
}

// The separator that parts most lines.
char separator_of(const std::vector<std::string_view>& lines) {
  for (const char separator : kSeparators) {
    const auto with = std::count_if(lines.begin(), lines.end(), [&](std::string_view line) {
      return line.find(separator) != std::string_view::npos;
    });
    if (2 * static_cast<std::size_t>(with) >= lines.size()) return separator;
  }
  return ',';
}

struct Columns {
  std::size_t original = 0;
  std::size_t translation = 1;
  std::size_t forbidden = SIZE_MAX;
  std::size_t status = 2;
};

// The columns that a line of names gives; none where it is an entry.
std::optional<Columns> read_names(const Row& row, const LanguagePair& languages) {
  Columns columns{SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string name = fold(row[i]);
    const std::string language = base_language(name);
    if (name == "original" || name == "source" || language == languages.original) {
      columns.original = i;
    } else if (name == "translation" || name == "target" || language == languages.translation) {
      columns.translation = i;
    } else if (name == "forbidden") {
      columns.forbidden = i;
    } else if (name == "status") {
      columns.status = i;
    }
  }
  if (columns.original == SIZE_MAX || columns.translation == SIZE_MAX) return std::nullopt;
  return columns;
}

std::string_view field(const Row& row, std::size_t column) {
  return column < row.size() ? trim(row[column]) : std::string_view();
}

bool is_forbidden(const Row& row, const Columns& columns) {
  const std::string_view mark = field(row, columns.forbidden);
  const bool marked =
      !mark.empty() && std::find(kNot.begin(), kNot.end(), fold(mark)) == kNot.end();
  return marked || forbids(field(row, columns.status));
}

void read_columns(std::string_view bytes, const std::string& name, const LanguagePair& languages,
                  const ReadOptions& options, Entries& entries) {
  const SentenceText text = read_sentence_lines(bytes, name, options);
  std::vector<std::string_view> lines = text.sentences();
  std::erase_if(lines, [](std::string_view line) { return trim(line).empty(); });
  const char separator = separator_of(lines);
  Columns columns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Row row = read_row(lines[i], separator);
    if (i == 0) {
      if (const auto names = read_names(row, languages)) {
        columns = *names;
        continue;
      }
    }
    entries.add(field(row, columns.original), field(row, columns.translation),
                is_forbidden(row, columns));
  }
}

// ---- TBX ----------------------------------------------------------------------------------------

class TbxReader {
 public:
  TbxReader(const LanguagePair& languages, Entries& entries)
      : languages_(languages), entries_(entries) {}

  void begin(const XmlTag& tag) {
    if (is_concept(tag.name)) terms_.clear();
    if (tag.name == "langSec" || tag.name == "langSet") {
      language_ = base_language(tag.attribute("xml:lang"));
    }
    if (tag.name == "term") terms_.push_back({language_, "", false});
    in_term_ = tag.name == "term";
    const std::string_view type = tag.name == "termNote" ? tag.attribute("type") : tag.name;
    in_status_ = type == "administrativeStatus" || type == "normativeAuthorization";
    if (in_status_) status_.clear();
  }

  void end(std::string_view name) {
    if (in_status_ && !terms_.empty()) terms_.back().forbidden |= forbids(trim(status_));
    in_term_ = in_status_ = false;
    if (!is_concept(name)) return;
    for (const Term& original : terms_) {
      if (original.language != languages_.original || original.forbidden) continue;
      for (const Term& term : terms_) {
        if (term.language == languages_.translation) {
          entries_.add(original.text, term.text, term.forbidden);
        }
      }
    }
  }

  void text(std::string_view piece) {
    if (in_term_) terms_.back().text += piece;
    if (in_status_) status_ += piece;
  }

 private:
  struct Term {
    std::string language;
    std::string text;
    bool forbidden = false;
  };

  static bool is_concept(std::string_view name) {
    return name == "conceptEntry" || name == "termEntry";
  }

  const LanguagePair& languages_;
  Entries& entries_;
  std::vector<Term> terms_;
  std::string language_;
  std::string status_;
  bool in_term_ = false;
  bool in_status_ = false;
};

bool is_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return trim(bytes).starts_with('<');
}

}  // namespace

Glossary read_glossary(std::string_view bytes, const std::string& name,
                       const LanguagePair& languages, const ReadOptions& options) {
  Entries entries;
  if (is_xml(bytes)) {
    TbxReader reader(languages, entries);
    read_xml_with(bytes, {name}, reader);
  } else {
    read_columns(bytes, name, languages, options, entries);
  }
  if (entries.glossary.entries.empty()) {
    throw Error({name, "",
                 say("it has no term in {original} and {translation}",
                     {{"original", languages.original}, {"translation", languages.translation}}),
                 translate("write two columns with a tab or comma between, or TBX with these "
                           "languages")});
  }
  return std::move(entries.glossary);
}

}  // namespace synoptic
