#include "formats/table_text.h"

#include <algorithm>
#include <optional>

#include "formats/decoded_file.h"
#include "text/error.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
constexpr std::size_t kMostHeader = 4096;  // bytes of a first line that names columns
constexpr std::string_view kDelimiters = "\t,;";

class RowReader {
 public:
  RowReader(std::string_view text, char delimiter, const std::string& file)
      : text_(text), delimiter_(delimiter), file_(file) {}

  std::vector<TextTableRow> run() {
    while (at_ < text_.size()) {
      TextTableRow row;
      row.line = line_;
      do {
        row.fields.push_back(field());
      } while (take(delimiter_));
      end_line();
      const bool blank = row.fields.size() == 1 && row.fields[0].empty();
      if (!blank) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void end_line() {
    if (take('\r')) {
      take('\n');
    } else {
      take('\n');
    }
    ++line_;
  }

  bool at_end_of_field() const {
    return at_ >= text_.size() || text_[at_] == delimiter_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  std::string field() {
    std::string value;
    if (take('"')) value = quoted();
    // What follows a closing quotation mark is kept: nothing is lost.
    while (!at_end_of_field()) value += text_[at_++];
    return value;
  }

  std::string quoted() {
    const uint32_t begun = line_;
    std::string value;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"' && !take('"')) return value;
      if (c == '\n') ++line_;
      if (c != '\r') value += c;
    }
    throw Error({file_, "line " + std::to_string(begun),
                 "a field begins with a quotation mark that is never closed",
                 "close or double it"});
  }

  std::string_view text_;
  char delimiter_;
  const std::string& file_;
  std::size_t at_ = 0;
  uint32_t line_ = 1;
  std::vector<TextTableRow> rows_;
};

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
}

// What the columns of a table hold.
struct Header {
  std::vector<std::string> languages;
  std::vector<std::size_t> columns;  // of the languages
  std::size_t path = kNoColumn;
};

std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return folded;
}

Header header_of(const std::vector<std::string>& fields) {
  Header header;
  for (std::size_t column = 0; column < fields.size(); ++column) {
    const std::string name = squeezed(fields[column]);
    if (const std::string word = lower(name); word == "path" || word == "clause") {
      if (header.path == kNoColumn) header.path = column;
      continue;
    }
    const std::string language = language_named(name);
    const auto& known = header.languages;
    if (language.empty() || std::find(known.begin(), known.end(), language) != known.end()) {
      continue;
    }
    header.languages.push_back(language);
    header.columns.push_back(column);
  }
  return header;
}

// The delimiter that makes the most languages of a first line; none with two of them.
std::optional<char> delimiter_of(std::string_view line) {
  std::optional<char> best;
  std::size_t most = 1;
  if (line.size() > kMostHeader || std::count(line.begin(), line.end(), '"') % 2 != 0) return best;
  for (const char delimiter : kDelimiters) {
    const std::vector<TextTableRow> rows = read_rows(line, delimiter, "");
    if (rows.empty()) continue;
    const std::size_t languages = header_of(rows[0].fields).languages.size();
    if (languages > most) {
      most = languages;
      best = delimiter;
    }
  }
  return best;
}

}  // namespace

std::vector<TextTableRow> read_rows(std::string_view text, char delimiter,
                                    const std::string& file) {
  return RowReader(text, delimiter, file).run();
}

bool looks_like_table(std::string_view bytes) {
  std::string head(bytes.substr(0, kMostHeader));
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    head.erase(0, 2);
    std::erase(head, '\0');
  }
  const std::string_view line = first_line(head);
  const std::size_t next = head.find_first_not_of("\r\n", line.size());
  if (next == head.npos) return false;
  const auto delimiter = delimiter_of(line);
  if (!delimiter) return false;
  // A sentence that begins with two words like tags ("No, so ...") goes on in no columns.
  const std::string_view second = first_line(std::string_view(head).substr(next));
  return second.find(*delimiter) != second.npos || second.starts_with('"');
}

PairedText read_table_pairs(std::string_view bytes, const std::string& file,
                            const ReadOptions& options) {
  const Decoded decoded = decode_file(bytes, file, options);
  std::string_view text = decoded.utf8;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto delimiter = delimiter_of(first_line(text));
  PairedText paired = paired_table(read_rows(text, delimiter.value_or(','), file), file);
  paired.encoding = decoded.encoding;
  return paired;
}

bool names_languages(const std::vector<std::string>& fields) {
  return header_of(fields).languages.size() >= 2;
}

PairedText paired_table(const std::vector<TextTableRow>& rows, const std::string& file) {
  const Header header = rows.empty() ? Header() : header_of(rows[0].fields);
  if (header.languages.size() < 2) {
    throw Error({file, rows.empty() ? "" : "line " + std::to_string(rows[0].line),
                 "the first row names fewer than two languages",
                 "name the columns by language tags, as in en, fr"});
  }
  PairedText paired;
  paired.file = file;
  paired.encoding = "UTF-8";
  paired.languages = header.languages;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const TextTableRow& row = rows[r];
    PairedRow made;
    made.line = row.line;
    const auto field = [&](std::size_t column) {
      return column < row.fields.size() ? row.fields[column] : std::string();
    };
    if (header.path != kNoColumn) made.path = squeezed(field(header.path));
    for (const std::size_t column : header.columns) {
      made.cells.push_back(made.path.empty() ? squeezed(field(column)) : field(column));
    }
    if (row.fields.size() > rows[0].fields.size()) {
      paired.warnings.push_back({row.line, 0, "a row has no more fields than the first"});
    }
    paired.rows.push_back(std::move(made));
  }
  tidy(paired);
  return paired;
}

}  // namespace synoptic
