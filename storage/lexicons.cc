#include "storage/lexicons.h"

#include <optional>
#include <unordered_set>

#include "storage/hash.h"

namespace synoptic {

namespace {

// True where the original's language is the lexicon's first.
bool in_order(const LanguagePair& languages) { return languages.original < languages.translation; }

std::optional<int64_t> find_lexicon(Connection& connection, const LanguagePair& languages) {
  const bool straight = in_order(languages);
  Statement find(connection, "SELECT id FROM lexicons WHERE first = ? AND second = ?");
  find.with(straight ? languages.original : languages.translation,
            straight ? languages.translation : languages.original);
  if (!find.step()) return std::nullopt;
  return find.integer(0);
}

int64_t make_lexicon(Connection& connection, const LanguagePair& languages) {
  const bool straight = in_order(languages);
  Statement(connection, "INSERT OR IGNORE INTO lexicons (first, second) VALUES (?, ?)")
      .with(straight ? languages.original : languages.translation,
            straight ? languages.translation : languages.original)
      .run();
  return find_lexicon(connection, languages).value();
}

// "SELECT WHAT", with original and translation in place of the columns they are.
std::string oriented(std::string sql, const LanguagePair& languages) {
  const auto put = [&](std::string_view name, std::string_view column) {
    for (std::size_t at = 0; (at = sql.find(name, at)) != std::string::npos;) {
      sql.replace(at, name.size(), column);
    }
  };
  put("{original}", in_order(languages) ? "first" : "second");
  put("{translation}", in_order(languages) ? "second" : "first");
  return sql;
}

int64_t lesson_hash(const Lesson& lesson, const LanguagePair& languages) {
  const bool straight = in_order(languages);
  const std::string text = (straight ? lesson.original : lesson.translation) + '\0' +
                           (straight ? lesson.translation : lesson.original);
  uint64_t hash = 0;
  for (const char byte : hash128(text).substr(0, sizeof hash)) {
    hash = hash << 8 | static_cast<unsigned char>(byte);
  }
  return static_cast<int64_t>(hash);
}

double sum_of(Connection& connection, const std::string& condition, int64_t lexicon,
              std::string_view word) {
  Statement sum(connection,
                "SELECT total(count) FROM lexicon_entries WHERE lexicon = ? AND " + condition);
  sum.with(lexicon, word).step();
  return sum.real(0);
}

}  // namespace

std::vector<LexiconSize> Lexicons::list() {
  Statement statement(
      connection_,
      "SELECT first, second, (SELECT count(*) FROM lexicon_entries WHERE lexicon = id),"
      " (SELECT count(*) FROM lexicon_lessons WHERE lexicon = id)"
      " FROM lexicons ORDER BY first, second");
  std::vector<LexiconSize> all;
  while (statement.step()) {
    all.push_back({statement.text(0), statement.text(1),
                   static_cast<uint64_t>(statement.integer(2)),
                   static_cast<uint64_t>(statement.integer(3))});
  }
  return all;
}

std::vector<LexiconEntry> Lexicons::entries(const LanguagePair& languages) {
  Transaction transaction(connection_, Access::kRead);
  std::vector<LexiconEntry> all;
  const std::optional<int64_t> lexicon = find_lexicon(connection_, languages);
  if (!lexicon) return all;
  Statement statement(connection_,
                      oriented("SELECT {original}, {translation}, count FROM lexicon_entries"
                               " WHERE lexicon = ? ORDER BY {original}, {translation}",
                               languages));
  statement.with(*lexicon);
  while (statement.step()) {
    all.push_back({statement.text(0), statement.text(1), static_cast<float>(statement.real(2))});
  }
  return all;
}

std::vector<LexiconEntry> Lexicons::entries(const LanguagePair& languages,
                                            const Vocabulary& original) {
  Transaction transaction(connection_, Access::kRead);
  std::vector<LexiconEntry> all;
  const std::optional<int64_t> lexicon = find_lexicon(connection_, languages);
  if (!lexicon) return all;
  Statement statement(connection_,
                      oriented("SELECT {translation}, count FROM lexicon_entries"
                               " WHERE lexicon = ? AND {original} = ? ORDER BY {translation}",
                               languages));
  for (uint32_t number = 0; number < original.size(); ++number) {
    statement.with(*lexicon, original.word(number));
    while (statement.step()) {
      all.push_back(
          {original.word(number), statement.text(0), static_cast<float>(statement.real(1))});
    }
  }
  return all;
}

std::vector<WordTranslation> Lexicons::translations(const LanguagePair& languages,
                                                    std::string_view word) {
  Transaction transaction(connection_, Access::kRead);
  std::vector<WordTranslation> all;
  const std::optional<int64_t> lexicon = find_lexicon(connection_, languages);
  if (!lexicon) return all;
  const double total = sum_of(connection_, oriented("{original} = ?", languages), *lexicon, word);
  Statement statement(connection_,
                      oriented("SELECT {translation}, count FROM lexicon_entries WHERE lexicon = ?"
                               " AND {original} = ? ORDER BY count DESC, {translation}",
                               languages));
  statement.with(*lexicon, word);
  while (statement.step()) {
    WordTranslation translation{statement.text(0), statement.real(1), 0, 0};
    translation.there = translation.count / total;
    translation.back =
        translation.count /
        sum_of(connection_, oriented("{translation} = ?", languages), *lexicon, translation.word);
    all.push_back(std::move(translation));
  }
  return all;
}

void Lexicons::add(const LanguagePair& languages, std::span<const LexiconEntry> entries) {
  Transaction transaction(connection_, Access::kWrite);
  insert(make_lexicon(connection_, languages), languages, entries);
  transaction.commit();
}

std::vector<Lesson> Lexicons::untaught(const LanguagePair& languages,
                                       std::span<const Lesson> lessons) {
  Transaction transaction(connection_, Access::kRead);
  const std::optional<int64_t> lexicon = find_lexicon(connection_, languages);
  Statement taught(connection_, "SELECT 1 FROM lexicon_lessons WHERE lexicon = ? AND hash = ?");
  std::vector<Lesson> fresh;
  std::unordered_set<int64_t> seen;
  for (const Lesson& lesson : lessons) {
    const int64_t hash = lesson_hash(lesson, languages);
    if (!seen.insert(hash).second) continue;
    if (lexicon && taught.with(*lexicon, hash).step()) continue;
    fresh.push_back(lesson);
  }
  return fresh;
}

bool Lexicons::add_taught(const LanguagePair& languages, std::span<const Lesson> lessons,
                          std::span<const LexiconEntry> entries) {
  Transaction transaction(connection_, Access::kWrite);
  if (untaught(languages, lessons).size() != lessons.size()) return false;
  const int64_t lexicon = make_lexicon(connection_, languages);
  Statement taught(connection_, "INSERT INTO lexicon_lessons VALUES (?, ?)");
  for (const Lesson& lesson : lessons) taught.with(lexicon, lesson_hash(lesson, languages)).run();
  insert(lexicon, languages, entries);
  transaction.commit();
  return true;
}

bool Lexicons::forget(const LanguagePair& languages) {
  Transaction transaction(connection_, Access::kWrite);
  const std::optional<int64_t> lexicon = find_lexicon(connection_, languages);
  if (lexicon) Statement(connection_, "DELETE FROM lexicons WHERE id = ?").with(*lexicon).run();
  transaction.commit();
  return lexicon.has_value();
}

void Lexicons::insert(int64_t lexicon, const LanguagePair& languages,
                      std::span<const LexiconEntry> entries) {
  Statement put(connection_,
                oriented("INSERT INTO lexicon_entries (lexicon, {original}, {translation}, count)"
                         " VALUES (?, ?, ?, ?)"
                         " ON CONFLICT DO UPDATE SET count = count + excluded.count",
                         languages));
  for (const LexiconEntry& entry : entries) {
    put.with(lexicon, entry.original, entry.translation, static_cast<double>(entry.count)).run();
  }
  drop_rare(lexicon);
}

void Lexicons::drop_rare(int64_t lexicon) {
  Statement count(connection_, "SELECT count(*) FROM lexicon_entries WHERE lexicon = ?");
  Statement drop(connection_, "DELETE FROM lexicon_entries WHERE lexicon = ? AND count < ?");
  for (double least = 1;; least *= 2) {
    count.with(lexicon).step();
    if (static_cast<uint64_t>(count.integer(0)) <= most_entries_) return;
    drop.with(lexicon, least).run();
  }
}

}  // namespace synoptic
