// A clause that breaks off: far too short, and without the stop that its original has.
#include <algorithm>
#include <map>

#include "checks/clause_facts.h"
#include "checks/clause_lengths.h"
#include "checks/declarations.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Set by hand on injected defects of the UDHR and on clean texts.
constexpr double kUnfinishedLogRatio = -0.33;
constexpr double kUnfinishedSpreads = -1.5;
constexpr double kFinishedShare = 0.85;  // of this document's clauses end with a stop
constexpr double kFinishedKin = 0.5;     // of the clauses beside it
constexpr std::size_t kFewestClauses = 6;

struct Finished {
  std::size_t all = 0;
  std::size_t finished = 0;

  void add(bool is_finished) {
    ++all;
    finished += is_finished;
  }
  bool has_share(double share) const {
    return static_cast<double>(finished) >= share * static_cast<double>(all);
  }
};

class TruncatedClauses {
 public:
  explicit TruncatedClauses(const CheckInput& input) : input_(input), lengths_(input) {
    for (std::size_t l = 0; l < input.alignment.links.size(); ++l) {
      if (!should_stop(l)) continue;
      const Link& link = input.alignment.links[l];
      all_.add(finished(link));
      by_parent_[input.original.units[link.original.back()].parent].add(finished(link));
    }
  }

  void report(std::vector<Finding>& findings) const {
    if (!usually_finished()) return;
    for (std::size_t l = 0; l < input_.alignment.links.size(); ++l) {
      const Link& link = input_.alignment.links[l];
      if (!should_stop(l) || finished(link) || !kin_are_finished(link)) continue;
      const LengthDeviation& deviation = lengths_.of(l).deviation;
      if (deviation.log_ratio > kUnfinishedLogRatio || deviation.spreads > kUnfinishedSpreads) {
        continue;
      }
      Finding finding = finding_of(kTruncated, input_, link);
      const UnitId last = link.translation.back();
      const Span text = input_.translation.units[last].text;
      finding.translation_spans = {{last, {text.end, text.end}}};
      finding.details.push_back({"percent", percent_of_expected(deviation)});
      findings.push_back(std::move(finding));
    }
  }

 private:
  // A heading or the head of a list that ends with a colon may lose it; a full stop is not lost.
  bool should_stop(std::size_t l) const {
    return lengths_.comparable(l) &&
           ends_with_stop(input_.original.text_of(input_.alignment.links[l].original.back()));
  }

  bool finished(const Link& link) const {
    const std::string_view text = input_.translation.text_of(link.translation.back());
    return ends_finished(text) || ends_with_link_word(text);
  }

  bool usually_finished() const {
    return all_.all >= kFewestClauses ? all_.has_share(kFinishedShare)
                                      : all_.finished + 1 >= all_.all && all_.finished > 0;
  }

  // In a list, the stops may be left to its end.
  bool kin_are_finished(const Link& link) const {
    Finished kin = by_parent_.at(input_.original.units[link.original.back()].parent);
    --kin.all;
    return kin.has_share(kFinishedKin);
  }

  const CheckInput& input_;
  ClauseLengths lengths_;
  Finished all_;
  std::map<UnitId, Finished> by_parent_;  // of the originals
};

void run_truncated(const CheckInput& input, std::vector<Finding>& findings) {
  TruncatedClauses(input).report(findings);
}

}  // namespace

const Check kTruncated = {
    "truncated",
    "Clause cut short",
    Severity::kError,
    Scope::kLink,
    "{path} breaks off in the translation ({percent} % of the length to expect, no final stop)",
    run_truncated,
    {
        {"en",
         "1. The ports keep their archives open to all who ask, on every working day of the year, "
         "and answer every letter.\n"
         "2. The rivers are dredged each spring.\n"
         "3. Pilots are paid by the day.\n"
         "4. Lamps are lit at dusk and are put out at dawn.\n"
         "5. The keeper signs the log.\n"
         "6. The office answers within a month of the arrival of the letter.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes à tous\n"
         "2. Les rivières sont draguées chaque printemps.\n"
         "3. Les pilotes sont payés à la journée.\n"
         "4. Les feux sont allumés au crépuscule et éteints à l'aube.\n"
         "5. Le gardien signe le registre.\n"
         "6. La capitainerie répond dans le mois qui suit l'arrivée de la lettre.",
         true, "1"},
        {"en",
         "1. The ports keep their archives open to all.\n2. The rivers are dredged each spring.",
         "th", "1. ท่าเรือเปิดหอจดหมายเหตุของตนให้ทุกคน\n2. แม่น้ำถูกขุดลอกทุกฤดูใบไม้ผลิ", false, ""},
    },
    "Looks for clauses of the translation that are far too short for this pair of texts and "
    "stop without the full stop that their originals have."};

}  // namespace synoptic
