// A reference to a clause that the work does not have: "Article 57 of this Convention" in one of
// thirty articles.
//
// Looked up in the outline of its own side.  Most numbers that an outline lacks are clauses of
// other works, so only those are told that surely are its own: behind the reference stand the words
// for "of this" (`own-work` of the language data) on one side at least, and both sides name the
// same number: where they differ, that is the fault (checks/reference.cc).
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/reference_sides.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::size_t kFewestClauses = 5;  // that an outline must have to be trusted
constexpr double kLeastDense = 0.9;        // of the numbers up to its last that it must have

// The numbers of the clauses of a document, as paths have them.
class Outline {
 public:
  explicit Outline(const Document& document) {
    for (const Unit& unit : document.units) add(unit.path);
  }

  bool is_trusted() const {
    return clauses_.size() >= kFewestClauses &&
           static_cast<double>(clauses_.size()) >= kLeastDense * *clauses_.rbegin();
  }
  // Beyond the last of its clauses.
  bool lacks(uint32_t clause) const { return clause > *clauses_.rbegin(); }

 private:
  // "7.1", "5bis" and "10-11" give their numbers; a container's name ("annex2.1") none.
  void add(const std::string& path) {
    const std::size_t end = std::min(path.find_first_of(".#"), path.size());
    for (std::size_t at = 0; at < end;) {
      if (path[at] < '0' || path[at] > '9') {
        if (at == 0) return;
        ++at;
        continue;
      }
      uint32_t number = 0;
      while (at < end && path[at] >= '0' && path[at] <= '9') {
        number = number * 10 + static_cast<uint32_t>(path[at++] - '0');
      }
      clauses_.insert(number);
    }
  }

  std::set<uint32_t> clauses_;
};

bool names_clause(const ReferenceMark& mark) {
  return (mark.kind == LevelKind::kArticle || mark.kind == LevelKind::kSection) && mark.certain &&
         mark.letters.empty() && ordinal_of(mark) > 0;
}

// Words of the language that say "of this" stand around the place.
bool is_own(const Document& document, const Convention& convention, const FindingSpan& place) {
  const auto rows = convention.words.find("own-work");
  if (rows == convention.words.end()) return false;
  const Span unit = document.units[place.unit].text;
  const std::string before = fold(slice(document.text, {unit.begin, place.span.begin}));
  std::string_view rest = slice(document.text, {place.span.end, unit.end});
  while (!rest.empty() &&
         std::string_view("0123456789(). ").find(rest.front()) != std::string_view::npos) {
    rest.remove_prefix(1);
  }
  const std::string behind = fold(rest);
  return std::any_of(rows->second.begin(), rows->second.end(), [&](const std::string& row) {
    const std::string words = fold(row);
    return behind.starts_with(words) || before.ends_with(words);
  });
}

class DanglingCheck {
 public:
  explicit DanglingCheck(const CheckInput& input)
      : input_(input),
        originals_(input.original),
        translations_(input.translation),
        original_(input.original, input.original_convention),
        translation_(input.translation, input.translation_convention) {}

  bool can_tell() const { return originals_.is_trusted() && translations_.is_trusted(); }

  void check(const Link& link, std::vector<Finding>& findings) const {
    const SideReferences theirs = original_.read(link.original);
    for (const ReferenceClaim& claim : translation_.read(link.translation).claims) {
      if (!names_clause(claim.mark) || !translations_.lacks(ordinal_of(claim.mark))) continue;
      const ReferenceClaim* same = same_in(theirs, claim.mark);
      if (same == nullptr || !originals_.lacks(ordinal_of(same->mark))) continue;
      if (is_own(input_.translation, input_.translation_convention, claim.place) &&
          is_own(input_.original, input_.original_convention, same->place)) {
        report(link, *same, claim, findings);
      }
    }
  }

 private:
  static const ReferenceClaim* same_in(const SideReferences& side, const ReferenceMark& mark) {
    const auto found = std::find_if(side.claims.begin(), side.claims.end(), [&](const auto& claim) {
      return names_clause(claim.mark) && same_mark(claim.mark, mark);
    });
    return found == side.claims.end() ? nullptr : &*found;
  }

  void report(const Link& link, const ReferenceClaim& original, const ReferenceClaim& translation,
              std::vector<Finding>& findings) const {
    Finding& finding = findings.emplace_back();
    finding.check = kDanglingReference.id;
    finding.severity = kDanglingReference.severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.original_spans = {original.place};
    finding.translation_spans = {translation.place};
    finding.details = {
        {"path", paths_of(input_.translation, link.translation)},
        {"found", std::string(slice(input_.translation.text, translation.place.span))}};
  }

  const CheckInput& input_;
  const Outline originals_;
  const Outline translations_;
  const ReferenceReader original_;
  const ReferenceReader translation_;
};

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const DanglingCheck check(input);
  if (!check.can_tell()) return;
  for (const Link& link : input.alignment.links) {
    if (!link.original.empty() && !link.translation.empty()) check.check(link, findings);
  }
}

}  // namespace

const Check kDanglingReference = {
    "dangling-reference",
    "Reference to a clause that the work does not have",
    Severity::kWarning,
    Scope::kLink,
    "{path}: refers to {found}, which this work does not have",
    run,
    {
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         "fr",
         "Article 1 Les ports sont ouverts.\n\nArticle 2 Les ports sont ouverts.\n\nArticle 3 Les "
         "ports sont ouverts.\n\nArticle 4 Les ports sont ouverts.\n\nArticle 5 Selon l’article 57 "
         "du présent traité.",
         true, "5"},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         "de",
         "Artikel 1 Die Häfen sind offen.\n\nArtikel 2 Die Häfen sind offen.\n\nArtikel 3 Die "
         "Häfen sind offen.\n\nArtikel 4 Die Häfen sind offen.\n\nArtikel 5 Gemäß Artikel 57 "
         "dieses Vertrags.",
         true, "5"},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         "es",
         "Artículo 1 Los puertos están abiertos.\n\nArtículo 2 Los puertos están "
         "abiertos.\n\nArtículo 3 Los puertos están abiertos.\n\nArtículo 4 Los puertos están "
         "abiertos.\n\nArtículo 5 Según el artículo 57 del presente Tratado.",
         true, "5"},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         "it",
         "Articolo 1 I porti sono aperti.\n\nArticolo 2 I porti sono aperti.\n\nArticolo 3 I porti "
         "sono aperti.\n\nArticolo 4 I porti sono aperti.\n\nArticolo 5 Secondo l’articolo 57 del "
         "presente trattato.",
         true, "5"},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         "nl",
         "Artikel 1 De havens zijn open.\n\nArtikel 2 De havens zijn open.\n\nArtikel 3 De havens "
         "zijn open.\n\nArtikel 4 De havens zijn open.\n\nArtikel 5 Volgens artikel 57 van dit "
         "verdrag.",
         true, "5"},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         "pt",
         "Artigo 1 Os portos estão abertos.\n\nArtigo 2 Os portos estão abertos.\n\nArtigo 3 Os "
         "portos estão abertos.\n\nArtigo 4 Os portos estão abertos.\n\nArtigo 5 Nos termos do "
         "artigo 57 do presente tratado.",
         true, "5"},
        {"zh",
         "第1条 各港口开放。\n\n第2条 各港口开放。\n\n第3条 各港口开放。\n\n第4条 "
         "各港口开放。\n\n第5条 依本条约第57条办理。",
         "en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of this Treaty has "
         "it.",
         true, "5"},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of that Charter "
         "has it.",
         "fr",
         "Article 1 Les ports sont ouverts.\n\nArticle 2 Les ports sont ouverts.\n\nArticle 3 Les "
         "ports sont ouverts.\n\nArticle 4 Les ports sont ouverts.\n\nArticle 5 Selon l’article 57 "
         "de la Charte.",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of that Charter "
         "has it.",
         "de",
         "Artikel 1 Die Häfen sind offen.\n\nArtikel 2 Die Häfen sind offen.\n\nArtikel 3 Die "
         "Häfen sind offen.\n\nArtikel 4 Die Häfen sind offen.\n\nArtikel 5 Gemäß Artikel 57 der "
         "Charta.",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of that Charter "
         "has it.",
         "es",
         "Artículo 1 Los puertos están abiertos.\n\nArtículo 2 Los puertos están "
         "abiertos.\n\nArtículo 3 Los puertos están abiertos.\n\nArtículo 4 Los puertos están "
         "abiertos.\n\nArtículo 5 Según el artículo 57 de la Carta.",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of that Charter "
         "has it.",
         "it",
         "Articolo 1 I porti sono aperti.\n\nArticolo 2 I porti sono aperti.\n\nArticolo 3 I porti "
         "sono aperti.\n\nArticolo 4 I porti sono aperti.\n\nArticolo 5 Secondo l’articolo 57 "
         "della Carta.",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 57 of that Charter "
         "has it.",
         "zh",
         "第1条 各港口开放。\n\n第2条 各港口开放。\n\n第3条 各港口开放。\n\n第4条 "
         "各港口开放。\n\n第5条 依宪章第57条办理。",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 3 of this Treaty has "
         "it.",
         "fr",
         "Article 1 Les ports sont ouverts.\n\nArticle 2 Les ports sont ouverts.\n\nArticle 3 Les "
         "ports sont ouverts.\n\nArticle 4 Les ports sont ouverts.\n\nArticle 5 Selon l’article 3 "
         "du présent traité.",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 3 of this Treaty has "
         "it.",
         "nl",
         "Artikel 1 De havens zijn open.\n\nArtikel 2 De havens zijn open.\n\nArtikel 3 De havens "
         "zijn open.\n\nArtikel 4 De havens zijn open.\n\nArtikel 5 Volgens artikel 3 van dit "
         "verdrag.",
         false, ""},
        {"en",
         "Article 1 The ports are open.\n\nArticle 2 The ports are open.\n\nArticle 3 The ports "
         "are open.\n\nArticle 4 The ports are open.\n\nArticle 5 As Article 3 of this Treaty has "
         "it.",
         "pt",
         "Artigo 1 Os portos estão abertos.\n\nArtigo 2 Os portos estão abertos.\n\nArtigo 3 Os "
         "portos estão abertos.\n\nArtigo 4 Os portos estão abertos.\n\nArtigo 5 Nos termos do "
         "artigo 3 do presente tratado.",
         false, ""},
    },
    "Looks up what a clause says of clauses of its own work (“Article 57 of this Convention”) in "
    "the outline. Where it may speak of another work it is left alone."};

}  // namespace synoptic
