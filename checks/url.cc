// A web or e-mail address that the other side of its clause gives otherwise or not at all.
#include <algorithm>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/web_addresses.h"

namespace synoptic {
namespace {

struct AddressClaim {
  FindingSpan place;
  WebAddress address;
};

using Claims = std::vector<AddressClaim>;

Claims claims_of(const Document& document, const std::vector<UnitId>& units) {
  Claims claims;
  for (const UnitId unit : units) {
    const uint32_t begin = document.units[unit].text.begin;
    for (WebAddress& address : find_web_addresses(document.text_of(unit))) {
      const Span span = {begin + address.span.begin, begin + address.span.end};
      claims.push_back({{unit, span}, std::move(address)});
    }
  }
  return claims;
}

std::string listed(const Document& document, const Claims& claims) {
  std::string text;
  for (const AddressClaim& claim : claims) {
    text.append(text.empty() ? "" : ", ").append(slice(document.text, claim.place.span));
  }
  return claims.empty() ? "–" : text;
}

// Takes out of both what is on both sides.
void drop_equal(Claims& original, Claims& translation, const AddressLanguages& languages) {
  std::erase_if(original, [&](const AddressClaim& claim) {
    const auto same = std::find_if(translation.begin(), translation.end(), [&](const auto& other) {
      return same_address(claim.address, other.address, languages);
    });
    if (same == translation.end()) return false;
    translation.erase(same);
    return true;
  });
}

void check_link(const CheckInput& input, const Link& link, std::vector<Finding>& findings) {
  Claims missing = claims_of(input.original, link.original);
  if (missing.empty()) return;
  Claims extra = claims_of(input.translation, link.translation);
  drop_equal(missing, extra, {input.original.language, input.translation.language});
  if (missing.empty()) return;
  if (extra.empty() &&
      (!is_one_to_one(link) || lost_with_text(findings, link.translation.front()))) {
    return;
  }
  Finding finding;
  finding.check = kUrl.id;
  finding.severity = extra.empty() ? Severity::kWarning : kUrl.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.details = {{"path", paths_of(input.original, link.original)},
                     {"expected", listed(input.original, missing)},
                     {"found", listed(input.translation, extra)}};
  for (const AddressClaim& claim : missing) finding.original_spans.push_back(claim.place);
  for (const AddressClaim& claim : extra) finding.translation_spans.push_back(claim.place);
  findings.push_back(std::move(finding));
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  for (const Link& link : input.alignment.links) {
    if (!link.original.empty() && !link.translation.empty()) check_link(input, link, findings);
  }
}

}  // namespace

const Check kUrl = {
    "url",
    "Address that the other side does not give",
    Severity::kError,
    Scope::kLink,
    "{path}: address {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. See https://ports.example.org/charter.", "fr",
         "1. Voir https://ports.example.org/chartre.", true, "1"},
        {"en", "1. Write to office@ports.example.org in time.", "de",
         "1. Schreiben Sie rechtzeitig an office@port.example.org.", true, "1"},
        {"en", "1. The list is at www.example.org/list2.", "zh",
         "一、名单见www.example.org/list3。", true, "1"},
        {"en", "1. The list stands at www.example.org for all.", "ru",
         "1. Перечень размещён для всех.", true, "1"},
        {"es", "1. Véase http://example.org/a/7.", "ar", "١- انظر http://example.org/a/8.", true,
         "1"},
        {"en", "1. See http://example.org/x for it.", "ja", "一　http://example.org/yを参照。",
         true, "1"},
        {"en", "1. See www.example.org/a.", "th", "1. ดู www.example.org/b", true, "1"},
        {"en", "1. See www.example.org/a.", "el", "1. Βλ. www.example.com/a.", true, "1"},
        {"en", "1. See https://example.org/en/charter.", "fr",
         "1. Voir https://example.org/fr/charter.", false, ""},
        {"en", "1. See http://example.org/charter/, which holds.", "de",
         "1. Siehe https://example.org/charter; es gilt.", false, ""},
        {"en", "1. The list is at www.example.org/list.", "zh",
         "一、名单见www.example.org/list查询。", false, ""},
        {"en", "1. See http://example.org/x (annex).", "ja",
         "一　附属書（http://example.org/x）を参照。", false, ""},
        {"en", "1. Write to office@example.org.", "ko", "1. office@example.org으로 보낸다.", false,
         ""},
        {"en", "1. See example.org/a?lang=en and write.", "es", "1. Véase y escríbase.", false, ""},
        {"en", "1. See http://example.org/doc_en.pdf.", "pl",
         "1. Zob. http://example.org/doc_pl.pdf.", false, ""},
        {"en", "1. See www.example.org.", "he", "1. ראו www.example.org.", false, ""},
    },
    "Compares web and mail addresses. Addresses that differ by the language of the page, the "
    "scheme or a slash at the end are the same."};

}  // namespace synoptic
