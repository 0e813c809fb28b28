// A date that the other side of its clause does not say.
//
// Dates agree when the parts that both have are equal: "October 2004" and "8 October" do.  A date
// that agrees with none is still said when its figures are on the other side (a month in a language
// whose names are not known, a date over two sentences).
#include <algorithm>
#include <optional>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/quantity_facts.h"

namespace synoptic {
namespace {

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

bool agrees_with_any(const Date& date, const std::vector<DateClaim>& others) {
  return std::any_of(others.begin(), others.end(), [&](const DateClaim& other) {
    return agree(date, other.date) || is_eve(date, other.date) || is_eve(other.date, date);
  });
}

// Whether the figures of the date are on the other side, apart from its month.
bool says_figures(const SideQuantities& side, const Date& date) {
  for (const std::optional<int>& part : {date.year, date.day}) {
    if (part && !side.says(std::to_string(*part))) return false;
  }
  return true;
}

std::vector<DateClaim> unsaid(const SideQuantities& side, const SideQuantities& other) {
  std::vector<DateClaim> claims;
  for (const DateClaim& claim : side.dates()) {
    const bool seen = std::any_of(claims.begin(), claims.end(), [&](const DateClaim& earlier) {
      return agree(earlier.date, claim.date);
    });
    if (!seen && !agrees_with_any(claim.date, other.dates())) claims.push_back(claim);
  }
  return claims;
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

void check_link(const CheckInput& input, const Link& link, std::vector<Finding>& findings) {
  const SideQuantities original(input.original, input.original_convention, link.original);
  const SideQuantities translation(input.translation, input.translation_convention,
                                   link.translation);
  std::vector<DateClaim> missing = unsaid(original, translation);
  std::vector<DateClaim> extra = unsaid(translation, original);
  // A month that became another is a change even where all figures are there.
  const std::size_t changed = std::min(missing.size(), extra.size());
  for (std::size_t i = 0; i < changed; ++i) {
    const bool same_month = agree(missing[i].date.month, extra[i].date.month);
    if (same_month && says_figures(translation, missing[i].date)) continue;
    findings.push_back(finding_of(input, link, &missing[i], &extra[i]));
  }
  // In a merge or a split a date alone says less than the cut does.
  if (link.original.size() != 1 || link.translation.size() != 1) return;
  const bool lost = lost_with_text(findings, link.translation.front());
  for (std::size_t i = changed; i < missing.size() && !lost; ++i) {
    if (says_figures(translation, missing[i].date)) continue;
    findings.push_back(finding_of(input, link, &missing[i], nullptr));
  }
  for (std::size_t i = changed; i < extra.size(); ++i) {
    if (says_figures(original, extra[i].date)) continue;
    findings.push_back(finding_of(input, link, nullptr, &extra[i]));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (!has_figures(input.original, link.original) &&
        !has_figures(input.translation, link.translation)) {
      continue;
    }
    if (!link.original.empty() && !link.translation.empty()) check_link(input, link, findings);
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
