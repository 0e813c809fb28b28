// A date that the other side of its clause does not say.
//
// Dates agree when the parts that both have are equal: "October 2004" and "8 October" do; each with
// one of the other side, so that one that became a copy of another is seen.  A date
// that agrees with none is still said when its figures are on the other side (a month in a language
// whose names are not known, a date over two sentences).
#include <algorithm>
#include <optional>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/quantity_facts.h"

namespace synoptic {
namespace {

// A date that was changed has so many of its three parts in common with the one it was.
constexpr int kSharedByChanged = 2;

bool agree(const std::optional<int>& a, const std::optional<int>& b) {
  return !a || !b || *a == *b;
}

bool agree(const Date& a, const Date& b) {
  if (!agree(a.year, b.year)) return false;
  if (agree(a.month, b.month) && agree(a.day, b.day)) return true;
  const bool swappable = a.ambiguous || b.ambiguous;
  return swappable && agree(a.month, b.day) && agree(a.day, b.month);
}

// "after 31 March" is "from 1 April": the last day of a month and the first of the next.
bool is_eve(const Date& eve, const Date& first) {
  constexpr int kShortestMonth = 28;
  if (!eve.day || !first.day || !eve.month || !first.month) return false;
  if (*first.day != 1 || *eve.day < kShortestMonth || *first.month != *eve.month % 12 + 1) {
    return false;
  }
  return !eve.year || !first.year || *first.year == *eve.year + (*first.month == 1 ? 1 : 0);
}

// Names as much as `b` does, and the same.
bool same(const Date& a, const Date& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

// Parts that both have, and in which they are equal.
int shared_parts(const Date& a, const Date& b) {
  return (a.year && a.year == b.year) + (a.month && a.month == b.month) + (a.day && a.day == b.day);
}

// The dates of one side.
struct DateSide {
  const std::vector<DateClaim>& dates;
  std::vector<bool> used;
  explicit DateSide(const SideQuantities& side)
      : dates(side.dates()), used(side.dates().size(), false) {}
};

// Marks dates of both sides that agree by `suits`, each with one of the other.
template <typename Suits>
void match(DateSide& original, DateSide& translation, const Suits& suits) {
  for (std::size_t o = 0; o < original.dates.size(); ++o) {
    for (std::size_t t = 0; t < translation.dates.size() && !original.used[o]; ++t) {
      if (translation.used[t]) continue;
      if (!suits(original.dates[o].date, translation.dates[t].date)) continue;
      original.used[o] = translation.used[t] = true;
    }
  }
}

bool matches(const Date& a, const Date& b) { return agree(a, b) || is_eve(a, b) || is_eve(b, a); }

// Dates left over on one side: those that the other does not have, and those it has less often.
struct Open {
  std::vector<DateClaim> unsaid;
  std::vector<DateClaim> surplus;
};

Open open_dates(const DateSide& side, const DateSide& other) {
  Open open;
  for (std::size_t i = 0; i < side.dates.size(); ++i) {
    if (side.used[i]) continue;
    const DateClaim& claim = side.dates[i];
    const bool said = std::any_of(other.dates.begin(), other.dates.end(),
                                  [&](const DateClaim& d) { return matches(claim.date, d.date); });
    std::vector<DateClaim>& claims = said ? open.surplus : open.unsaid;
    const bool seen = std::any_of(claims.begin(), claims.end(), [&](const DateClaim& earlier) {
      return same(earlier.date, claim.date);
    });
    if (!seen) claims.push_back(claim);
  }
  return open;
}

// A date of `surplus` that `claim` may stand for: all but one part are the same.
const DateClaim* replaced_by(const DateClaim& claim, const std::vector<DateClaim>& surplus) {
  const auto found = std::find_if(surplus.begin(), surplus.end(), [&](const DateClaim& other) {
    return shared_parts(claim.date, other.date) >= kSharedByChanged;
  });
  return found == surplus.end() ? nullptr : &*found;
}

// Drops the dates of notes on amendments that nothing of the other side looks like: each language's
// edition has notes of its own.
void drop_notes(const Open& other, std::vector<DateClaim>& unsaid) {
  std::erase_if(unsaid, [&](const DateClaim& claim) {
    return claim.noted && !replaced_by(claim, other.unsaid) && !replaced_by(claim, other.surplus);
  });
}

// Whether the figures of the date are on the other side, apart from its month.
bool says_figures(const SideQuantities& side, const Date& date) {
  for (const std::optional<int>& part : {date.year, date.day}) {
    if (part && !side.says(std::to_string(*part))) return false;
  }
  return true;
}

Finding finding_of(const CheckInput& input, const Link& link, const DateClaim* missing,
                   const DateClaim* extra) {
  Finding finding;
  finding.check = kDate.id;
  finding.severity = missing && extra ? Severity::kError : kDate.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  const auto text = [](const DateClaim* claim) {
    return claim ? shown(claim->date) : std::string("–");
  };
  finding.details = {{"path", paths_of(input.original, link.original)},
                     {"expected", text(missing)},
                     {"found", text(extra)}};
  if (missing) finding.original_spans.push_back(missing->place);
  if (extra) finding.translation_spans.push_back(extra->place);
  return finding;
}

// Reports a date that only one side has, unless its figures are on the other.
void report_alone(const CheckInput& input, const Link& link, const LinkQuantities& facts,
                  const Open& missing, const Open& extra, std::size_t changed,
                  std::vector<Finding>& findings) {
  const bool single = link.original.size() == 1 && link.translation.size() == 1;
  const bool lost = lost_with_text(findings, link.translation.front());
  for (std::size_t i = changed; i < missing.unsaid.size(); ++i) {
    const DateClaim& claim = missing.unsaid[i];
    const DateClaim* replaced = replaced_by(claim, extra.surplus);
    // In a merge or a split a date alone says less than the cut does.
    if (!replaced && (!single || lost || says_figures(facts.translation, claim.date))) continue;
    findings.push_back(finding_of(input, link, &claim, replaced));
  }
  for (std::size_t i = changed; i < extra.unsaid.size(); ++i) {
    const DateClaim& claim = extra.unsaid[i];
    const DateClaim* replaced = replaced_by(claim, missing.surplus);
    if (!replaced && (!single || says_figures(facts.original, claim.date))) continue;
    findings.push_back(finding_of(input, link, replaced, &claim));
  }
}

void check_link(const CheckInput& input, const Link& link, const LinkQuantities& facts,
                std::vector<Finding>& findings) {
  DateSide original(facts.original);
  DateSide translation(facts.translation);
  match(original, translation, same);
  match(original, translation, [](const Date& a, const Date& b) { return agree(a, b); });
  match(original, translation, matches);
  Open missing = open_dates(original, translation);
  Open extra = open_dates(translation, original);
  drop_notes(extra, missing.unsaid);
  drop_notes(missing, extra.unsaid);
  const std::size_t changed = std::min(missing.unsaid.size(), extra.unsaid.size());
  for (std::size_t i = 0; i < changed; ++i) {
    findings.push_back(finding_of(input, link, &missing.unsaid[i], &extra.unsaid[i]));
  }
  report_alone(input, link, facts, missing, extra, changed, findings);
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < input.alignment.links.size(); ++i) {
    const Link& link = input.alignment.links[i];
    if (link.original.empty() || link.translation.empty()) continue;
    const LinkQuantities& facts = input.quantities->of(i);
    if (facts.original.dates().empty() && facts.translation.dates().empty()) continue;
    check_link(input, link, facts, findings);
  }
}

}  // namespace

const Check kDate = {
    "date",
    "Date that the other side does not say",
    Severity::kWarning,
    Scope::kLink,
    "{path}: date {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. Done on 8 October 2004.", "fr", "1. Fait le 9 octobre 2004.", true, "1"},
        {"en", "1. Done on 8 October 2004.", "de", "1. Geschehen am 8. November 2004.", true, "1"},
        {"en", "1. Done on 8 October 2004.", "zh", "一、2014年10月8日订立。", true, "1"},
        {"ru", "1. Совершено 8 октября 2004 года.", "ar", "١. حرر في ٨ تشرين الثاني/نوفمبر ٢٠٠٤",
         true, "1"},
        {"en", "1. Done on 8 October 2004 at the port.", "es", "1. Hecho en el puerto.", true, "1"},
        {"en", "1. From 8 October 2004 to 9 October 2004.", "it",
         "1. Dall'8 ottobre 2004 all'8 ottobre 2004.", true, "1"},
        {"en", "1. On 8 October 2004, in paragraph 9.", "fr",
         "1. Le 9 octobre 2004, au paragraphe 8.", true, "1"},
        {"en", "1. Acts of 2004 and of 8 October 2005.", "af",
         "1. Wette van 2004 en van 8 Oktober 2004.", true, "1"},
        {"en", "1. Void after 31 March 1997.", "fr", "1. Nul à partir du 1er avril 1997.", false,
         ""},
        {"en", "1. On 8 and 9 October 2004.", "fr", "1. Les 8 et 9 octobre 2004.", false, ""},
        {"en", "1. Done on 8 October 2004.", "ja", "一　平成16年10月8日作成。", false, ""},
        {"en", "1. Done on 8 October 2004.", "th", "1. ทำเมื่อวันที่ ๘ ตุลาคม พ.ศ. ๒๕๔๗", false, ""},
        {"en", "1. Done on 8 October 2004.", "vi", "1. Làm ngày 8 tháng 10 năm 2004.", false, ""},
        {"en", "1. Done on 03/04/2004.", "de", "1. Geschehen am 4. März 2004.", false, ""},
        {"en", "1. In October 2004 they met.", "pl", "1. Spotkali się w październiku 2004 r.",
         false, ""},
        {"en", "1. Done on 8 October 2004.", "ar", "١. حرر في ٨ تشرين الأول/أكتوبر ٢٠٠٤", false,
         ""},
    },
    "Compares the dates of a clause, in figures or in words and in any calendar notation that "
    "is known, with those of its counterpart. Dates agree when the parts that both have are "
    "equal; a date whose figures stand on the other side is taken as said."};

}  // namespace synoptic
