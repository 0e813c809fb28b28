// Decisions of reviewers, and how they find their clauses again.
#include <map>

#include "storage/document_rows.h"
#include "storage/hash.h"
#include "storage/names.h"
#include "storage/store.h"

namespace synoptic {

namespace {

// In place of the path of a clause.
constexpr std::string_view kWholeText = "";

int64_t text_of(Connection& connection, VersionId version) {
  Statement find(connection, "SELECT text FROM versions WHERE id = ?");
  if (!find.with(row(version)).step()) connection.fail_corrupt("a version is lost");
  return find.integer(0);
}

// The clauses of one version by the hash of their texts.
class Clauses {
 public:
  explicit Clauses(const Document& document) : whole_(hash128(document.text)) {
    for (UnitId unit = 0; unit < document.units.size(); ++unit) {
      by_hash_[hash128(document.text_of(unit))].push_back({document.units[unit].path, unit});
    }
  }

  bool is_whole(const std::string& hash) const { return hash == whole_; }

  // The clause of that text: at the same path where several have it, else the only one.
  std::optional<UnitId> find(const std::string& hash, const std::string& path) const {
    const auto found = by_hash_.find(hash);
    if (found == by_hash_.end()) return std::nullopt;
    for (const auto& [its_path, unit] : found->second) {
      if (its_path == path) return unit;
    }
    if (found->second.size() > 1) return std::nullopt;
    return found->second.front().second;
  }

 private:
  std::string whole_;  // of the text as a whole
  std::map<std::string, std::vector<std::pair<std::string, UnitId>>> by_hash_;
};

struct Sides {
  int64_t original_text = 0;
  Clauses original;
  Clauses translation;
};

// False where a clause of the decision is gone or reads differently now.
bool select_clauses(Connection& connection, int64_t id, const Sides& sides, Decision& decision) {
  Statement statement(connection,
                      "SELECT text, clause_hash, path FROM decision_clauses WHERE decision = ?"
                      " ORDER BY number");
  statement.with(id);
  while (statement.step()) {
    const bool original = statement.integer(0) == sides.original_text;
    const Clauses& clauses = original ? sides.original : sides.translation;
    if (statement.text(2) == kWholeText) {
      if (!clauses.is_whole(statement.text(1))) return false;
      continue;
    }
    const std::optional<UnitId> unit = clauses.find(statement.text(1), statement.text(2));
    if (!unit) return false;
    (original ? decision.original : decision.translation).push_back(*unit);
  }
  return true;
}

void select_details(Connection& connection, int64_t id, Decision& decision) {
  Statement statement(connection,
                      "SELECT name, value FROM decision_details WHERE decision = ?"
                      " ORDER BY number");
  statement.with(id);
  while (statement.step()) decision.details.push_back({statement.text(0), statement.text(1)});
}

}  // namespace

void Store::put_decision(const VersionPair& pair, const Decision& decision) {
  Transaction transaction(connection_, Access::kWrite);
  const int64_t original_text = text_of(connection_, pair.original);
  const int64_t translation_text = text_of(connection_, pair.translation);
  Statement(connection_,
            "INSERT INTO decisions (original, translation, kind, check_id, decided_at, author,"
            " note) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .with(original_text, translation_text, name_of(kDecisionKinds, decision.kind), decision.check,
            decision.decided_at, decision.author, decision.note)
      .run();
  const int64_t id = connection_.last_row();
  uint32_t number = 0;
  Statement clause(connection_, "INSERT INTO decision_clauses VALUES (?, ?, ?, ?, ?)");
  const auto insert = [&](const Document& document, const std::vector<UnitId>& units,
                          int64_t text) {
    if (decision.original.empty() && decision.translation.empty()) {
      clause.with(id, number++, text, Blob{hash128(document.text)}, kWholeText).run();
    }
    for (const UnitId unit : units) {
      clause
          .with(id, number++, text, Blob{hash128(document.text_of(unit))},
                document.units[unit].path)
          .run();
    }
  };
  insert(load_document(pair.original), decision.original, original_text);
  insert(load_document(pair.translation), decision.translation, translation_text);
  number = 0;
  Statement detail_row(connection_, "INSERT INTO decision_details VALUES (?, ?, ?, ?)");
  for (const Detail& detail : decision.details) {
    detail_row.with(id, number++, detail.name, detail.value).run();
  }
  transaction.commit();
}

std::vector<Decision> Store::load_decisions(const VersionPair& pair) {
  Transaction transaction(connection_, Access::kRead);
  const int64_t original_text = text_of(connection_, pair.original);
  const int64_t translation_text = text_of(connection_, pair.translation);
  Statement statement(connection_,
                      "SELECT id, kind, check_id, decided_at, author, note FROM decisions"
                      " WHERE original = ? AND translation = ? ORDER BY id");
  statement.with(original_text, translation_text);
  std::vector<Decision> decisions;
  std::optional<Sides> sides;  // most pairs have no decision: their clauses need no hashes
  while (statement.step()) {
    if (!sides) {
      sides.emplace(Sides{original_text, Clauses(load_document(pair.original)),
                          Clauses(load_document(pair.translation))});
    }
    const int64_t id = statement.integer(0);
    Decision decision;
    decision.id = id;
    decision.kind = named(kDecisionKinds, statement.text(1), connection_);
    decision.check = statement.text(2);
    decision.decided_at = statement.text(3);
    decision.author = statement.text(4);
    decision.note = statement.text(5);
    if (!select_clauses(connection_, id, *sides, decision)) continue;
    select_details(connection_, id, decision);
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

void Store::forget_decision(int64_t id) {
  Transaction transaction(connection_, Access::kWrite);
  Statement(connection_, "DELETE FROM decisions WHERE id = ?").with(id).run();
  transaction.commit();
}

}  // namespace synoptic
