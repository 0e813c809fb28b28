#include "formats/decision_file.h"

#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::size_t kFields = 7;

std::string one_line(std::string_view text) {
  std::string all;
  for (const char c : text) all += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  return all;
}

DecisionLine decision_of(std::string_view line, uint32_t number, const std::string& name) {
  const std::vector<std::string_view> fields = split(line, '\t');
  const std::string place = "line " + std::to_string(number);
  if (fields.size() != kFields) {
    throw Error({name, place,
                 "it has " + std::to_string(fields.size()) + " fields, a decision has seven",
                 "write language, check, clause, key, date, author and reason with tabs between"});
  }
  DecisionLine decision;
  std::size_t field = 0;
  for (std::string* member : {&decision.language, &decision.check, &decision.clause, &decision.key,
                              &decision.date, &decision.author, &decision.reason}) {
    *member = fields[field++];
  }
  decision.line = number;
  if (decision.check.empty() || decision.key.empty() || decision.reason.empty()) {
    throw Error({name, place, "a decision without check, key or reason",
                 "write what is missing, or take the line out"});
  }
  return decision;
}

}  // namespace

std::vector<DecisionLine> parse_decisions(std::string_view text, const std::string& name) {
  std::vector<DecisionLine> decisions;
  uint32_t number = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    decisions.push_back(decision_of(line, number, name));
  }
  return decisions;
}

std::string decision_line(const DecisionLine& decision) {
  std::string all;
  for (const std::string* field : {&decision.language, &decision.check, &decision.clause,
                                   &decision.key, &decision.date, &decision.author}) {
    all += one_line(*field) + '\t';
  }
  return all + one_line(decision.reason) + '\n';
}

std::string_view decision_file_head() {
  return "# Findings that were looked at and may stand; a line holds until a text of its clause\n"
         "# changes.  language, check, clause, key, date, author, reason\n";
}

}  // namespace synoptic
