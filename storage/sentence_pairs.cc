// Sentences that stand in several works, and how each translates them.
#include "storage/document_rows.h"
#include "storage/hash.h"
#include "storage/store.h"

namespace synoptic {

namespace {

constexpr int64_t kMostRenderings = 4;  // of one sentence

constexpr char kFind[] =
    "SELECT works.name, units.path, substr(CAST(contents.content AS BLOB), segments.text_begin + 1,"
    " segments.text_end - segments.text_begin) FROM sentence_pairs"
    " JOIN alignments ON alignments.id = sentence_pairs.alignment"
    " JOIN versions ON versions.id = alignments.translation"
    " JOIN versions AS originals ON originals.id = alignments.original"
    " JOIN texts ON texts.id = versions.text JOIN works ON works.id = texts.work"
    " JOIN segments ON segments.version = versions.id AND segments.number = sentence_pairs.segment"
    " JOIN units ON units.version = versions.id AND units.number = segments.unit"
    " JOIN contents ON contents.version = versions.id"
    " WHERE hash = ?1 AND works.name <> ?2"
    " AND versions.number = (SELECT max(number) FROM versions AS v WHERE v.text = versions.text)"
    " AND originals.number = (SELECT max(number) FROM versions AS v WHERE v.text = originals.text)"
    " ORDER BY sentence_pairs.alignment, sentence_pairs.segment LIMIT ?3";

int64_t hash_of(std::string_view original, std::string_view translation, std::string_view key) {
  std::string bytes(original);
  bytes.append(1, '\0').append(translation).append(1, '\0').append(key);
  return hash64(bytes);
}

std::string language_of(Connection& connection, VersionId version) {
  Statement find(connection,
                 "SELECT language FROM versions JOIN texts ON texts.id = versions.text"
                 " WHERE versions.id = ?");
  if (!find.with(row(version)).step()) connection.fail_corrupt("a version belongs to no text");
  return find.text(0);
}

}  // namespace

void Store::put_sentences(const VersionPair& pair, const std::vector<KeptSentence>& sentences) {
  Transaction transaction(connection_, Access::kWrite);
  const std::string original = language_of(connection_, pair.original);
  const std::string translation = language_of(connection_, pair.translation);
  Statement insert(connection_,
                   "INSERT OR IGNORE INTO sentence_pairs SELECT ?, id, ? FROM alignments"
                   " WHERE original = ? AND translation = ?");
  for (const KeptSentence& sentence : sentences) {
    insert
        .with(hash_of(original, translation, sentence.key), sentence.segment, row(pair.original),
              row(pair.translation))
        .run();
  }
  transaction.commit();
}

std::vector<OtherRendering> Store::other_renderings(std::string_view work,
                                                    std::string_view original,
                                                    std::string_view translation,
                                                    const std::vector<KeptSentence>& sentences) {
  Transaction transaction(connection_, Access::kRead);
  Statement find(connection_, kFind);
  std::vector<OtherRendering> found;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    find.with(hash_of(original, translation, sentences[i].key), work, kMostRenderings);
    while (find.step()) {
      found.push_back({i, find.text(0), find.text(1), find.text(2)});
    }
  }
  return found;
}

}  // namespace synoptic
