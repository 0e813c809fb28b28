// Full-text search of the store.
#include <map>

#include "storage/document_rows.h"
#include "storage/store.h"
#include "text/error.h"
#include "text/messages.h"
#include "text/words.h"

namespace synoptic {

namespace {

// A part of what the user typed: a word, or what stands between quotation marks.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  bool quoted = false;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back(std::move(part));
    part.clear();
  };
  for (const char c : text) {
    if (c == '"') {
      finish();
      quoted = !quoted;
    } else if (!quoted && (c == ' ' || c == '\t' || c == '\n')) {
      finish();
    } else {
      part += c;
    }
  }
  finish();
  return parts;
}

// FTS5's language: quoted phrases joined by AND, * for a prefix.  A part holds no quotation mark.
std::string match_expression(std::string_view text) {
  std::string expression;
  for (const std::string& part : parts_of(text)) {
    const std::vector<Term> terms = search_terms(part, TermUse::kQuery);
    if (terms.empty()) continue;
    if (!expression.empty()) expression += " AND ";
    expression += '"' + part + '"';
    if (terms.back().prefix || part.back() == '*') expression += " *";
  }
  return expression;
}

// The index keeps every version: only the latest is meant.
constexpr char kSearch[] =
    "SELECT works.name, language, segments.version, unit, segments.number, path,"
    " segments.text_begin, segments.text_end FROM segment_terms"
    " JOIN segments ON segments.id = segment_terms.rowid"
    " JOIN units ON units.version = segments.version AND units.number = segments.unit"
    " JOIN versions ON versions.id = segments.version"
    " JOIN texts ON texts.id = versions.text JOIN works ON works.id = texts.work"
    " WHERE segment_terms MATCH ?1"
    " AND versions.number = (SELECT max(number) FROM versions AS other WHERE other.text = texts.id)"
    " AND (?2 = '' OR works.name = ?2)"
    " AND (?3 = '' OR language = ?3 OR substr(language, 1, length(?3) + 1) = ?3 || '-')"
    " ORDER BY segment_terms.rank, segments.id LIMIT ?4";

}  // namespace

std::vector<Hit> Store::search(const SearchQuery& query) {
  const std::string expression = match_expression(query.text);
  if (expression.empty()) {
    throw Error({"", "",
                 say("\"{text}\" holds no word to search for", {{"text", std::string(query.text)}}),
                 translate("give at least one word or character")});
  }
  Transaction transaction(connection_, Access::kRead);
  Statement statement(connection_, kSearch);
  statement.with(expression, query.work, query.language, query.most);
  std::map<int64_t, std::string> contents;  // of the versions with hits
  std::vector<Hit> hits;
  while (statement.step()) {
    const int64_t version = statement.integer(2);
    auto content = contents.find(version);
    if (content == contents.end()) {
      Statement load(connection_, "SELECT content FROM contents WHERE version = ?");
      if (!load.with(version).step()) connection_.fail_corrupt("a version has no contents");
      content = contents.emplace(version, load.text(0)).first;
    }
    const Span span{statement.number(6), statement.number(7)};
    if (span.begin > span.end || span.end > content->second.size()) {
      connection_.fail_corrupt("a sentence lies outside its text");
    }
    hits.push_back({statement.text(0), statement.text(1), VersionId{version}, statement.number(3),
                    statement.number(4), statement.text(5),
                    std::string(slice(content->second, span))});
  }
  return hits;
}

}  // namespace synoptic
