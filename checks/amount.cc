// The same number with another unit or currency: "30 days" became "30 months".
//
// Only numbers that agree are looked at, and only where both sides name a unit beside them: a unit
// that is not known says nothing.  A word that several currencies share agrees with each of them.
#include <algorithm>
#include <optional>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/quantity_facts.h"
#include "text/units.h"

namespace synoptic {
namespace {

using Meanings = std::vector<std::string>;

bool share(const Meanings& a, const Meanings& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& meaning) {
    return std::find(b.begin(), b.end(), meaning) != b.end();
  });
}

// One side of an agreement of numbers.
struct Amount {
  const NumberClaim* number = nullptr;
  std::optional<NamedUnit> unit;
};

struct AmountPair {
  Amount original;
  Amount translation;
  bool agrees() const { return share(original.unit->meanings, translation.unit->meanings); }
};

// Where "30 days" and "30 months" are in one clause, in either order, both amounts are said.
bool said_elsewhere(const AmountPair& pair, const std::vector<AmountPair>& pairs) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const AmountPair& other) {
    return other.original.number->values.front() == pair.original.number->values.front() &&
           share(pair.original.unit->meanings, other.translation.unit->meanings) &&
           share(pair.translation.unit->meanings, other.original.unit->meanings);
  });
}

std::string shown(const std::string_view text, const Amount& amount) {
  return amount.number->values.front() + " " + std::string(slice(text, amount.unit->span));
}

Finding finding_of(const CheckInput& input, const Link& link, const AmountPair& pair) {
  Finding finding;
  finding.check = kAmount.id;
  finding.severity = kAmount.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.details = {{"path", paths_of(input.original, link.original)},
                     {"expected", shown(input.original.text, pair.original)},
                     {"found", shown(input.translation.text, pair.translation)}};
  const auto spans = [](const Amount& amount) {
    const UnitId unit = amount.number->place.unit;
    return std::vector<FindingSpan>{amount.number->place, {unit, amount.unit->span}};
  };
  finding.original_spans = spans(pair.original);
  finding.translation_spans = spans(pair.translation);
  return finding;
}

void check_link(const CheckInput& input, const Link& link, const LinkQuantities& facts,
                std::vector<Finding>& findings) {
  std::vector<AmountPair> pairs;
  for (const LinkQuantities::Agreement& agreed : facts.agreed) {
    const NumberClaim& original = facts.original.numbers()[agreed.original];
    const NumberClaim& translation = facts.translation.numbers()[agreed.translation];
    if (original.reference || translation.reference) continue;
    AmountPair pair;
    pair.original = {&original, facts.original.unit_of(original)};
    if (!pair.original.unit) continue;
    pair.translation = {&translation, facts.translation.unit_of(translation)};
    if (pair.translation.unit) pairs.push_back(std::move(pair));
  }
  for (const AmountPair& pair : pairs) {
    if (pair.agrees() || said_elsewhere(pair, pairs)) continue;
    findings.push_back(finding_of(input, link, pair));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < input.alignment.links.size(); ++i) {
    const LinkQuantities& facts = input.quantities->of(i);
    if (!facts.agreed.empty()) check_link(input, input.alignment.links[i], facts, findings);
  }
}

}  // namespace

const Check kAmount = {
    "amount",
    "Number with another unit or currency",
    Severity::kError,
    Scope::kLink,
    "{path}: {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. Within 30 days of receipt.", "fr", "1. Dans les 30 mois de la réception.", true,
         "1"},
        {"en", "1. Within thirty (30) days of receipt.", "de",
         "1. Innerhalb von dreißig (30) Monaten nach Erhalt.", true, "1"},
        {"fr", "1. Un fonds de 1 000 euros.", "en", "1. A fund of USD 1,000.", true, "1"},
        {"en", "1. A rate of 5% applies.", "de", "1. Es gilt ein Satz von 5 ‰.", true, "1"},
        {"ru", "1. В течение 30 дней.", "es", "1. En un plazo de 30 años.", true, "1"},
        {"en", "1. Within two years.", "af", "1. Binne twee maande.", true, "1"},
        {"en", "1. Within 30 days.", "ja", "一　30か月以内に行う。", true, "1"},
        {"en", "1. A zone of 12 kilometres.", "it", "1. Una zona di 12 metri.", true, "1"},
        {"en", "1. Within 30 working days.", "fr", "1. Dans les 30 jours ouvrables.", false, ""},
        {"en", "1. A fine of 500 dollars.", "fr", "1. Une amende de 500 dollars canadiens.", false,
         ""},
        {"en", "1. A fund of EUR 1,000.", "de", "1. Ein Fonds von 1.000 €.", false, ""},
        {"en", "1. A rate of 5 per cent applies.", "fr", "1. Un taux de 5 % s'applique.", false,
         ""},
        {"de", "1. Innerhalb von 30 Tagen.", "ru", "1. В течение 30 дней.", false, ""},
        {"en", "1. Within 30 days.", "th", "1. ภายใน 30 วัน", false, ""},
        {"en", "1. Within 3 months.", "ar", "١- في غضون 3 أشهر.", false, ""},
        {"en", "1. Within 30 days.", "pl", "1. W terminie 30 dni.", false, ""},
    },
    "Compares the units and currencies that stand beside equal numbers: days that became months, "
    "euros that became dollars. The names come from ICU and from the language data."};

}  // namespace synoptic
