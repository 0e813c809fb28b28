// The words that stand in the store for enumerators.  They are permanent: what is stored outlives
// the order in which the program lists its enumerators.
#pragma once

#include <optional>
#include <string_view>

#include "align/alignment.h"
#include "align/document.h"
#include "storage/store.h"

namespace synoptic {

template <typename Enumeration>
struct Named {
  Enumeration value;
  std::string_view name;
};

inline constexpr Named<UnitKind> kUnitKinds[] = {
    {UnitKind::kTitle, "title"},         {UnitKind::kHeading, "heading"},
    {UnitKind::kParagraph, "paragraph"}, {UnitKind::kItem, "item"},
    {UnitKind::kNote, "note"},           {UnitKind::kCell, "cell"}};

inline constexpr Named<LevelKind> kLevelKinds[] = {{LevelKind::kNumber, "number"},
                                                   {LevelKind::kBullet, "bullet"},
                                                   {LevelKind::kPart, "part"},
                                                   {LevelKind::kTitle, "title"},
                                                   {LevelKind::kChapter, "chapter"},
                                                   {LevelKind::kSection, "section"},
                                                   {LevelKind::kSubsection, "subsection"},
                                                   {LevelKind::kArticle, "article"},
                                                   {LevelKind::kParagraph, "paragraph"},
                                                   {LevelKind::kPoint, "point"},
                                                   {LevelKind::kAnnex, "annex"},
                                                   {LevelKind::kProtocol, "protocol"},
                                                   {LevelKind::kPreamble, "preamble"}};

inline constexpr Named<LinkSource> kLinkSources[] = {{LinkSource::kLabel, "label"},
                                                     {LinkSource::kContent, "content"},
                                                     {LinkSource::kReviewer, "reviewer"}};

inline constexpr Named<Severity> kSeverities[] = {
    {Severity::kInfo, "info"}, {Severity::kWarning, "warning"}, {Severity::kError, "error"}};

inline constexpr Named<TextRole> kTextRoles[] = {{TextRole::kOriginal, "original"},
                                                 {TextRole::kTranslation, "translation"}};

inline constexpr Named<DecisionKind> kDecisionKinds[] = {
    {DecisionKind::kConfirmedLink, "confirmed-link"},
    {DecisionKind::kCorrectedLink, "corrected-link"},
    {DecisionKind::kDismissedFinding, "dismissed-finding"}};

// REQUIRES: the table names every enumerator.
template <typename Enumeration, std::size_t Size>
std::string_view name_of(const Named<Enumeration> (&table)[Size], Enumeration value) {
  for (const auto& row : table) {
    if (row.value == value) return row.name;
  }
  return {};
}

// Throws the connection's Error of damage for a word that is in no table.
template <typename Enumeration, std::size_t Size>
Enumeration named(const Named<Enumeration> (&table)[Size], std::string_view name,
                  const Connection& connection) {
  for (const auto& row : table) {
    if (row.name == name) return row.value;
  }
  connection.fail_corrupt("it holds the unknown word \"" + std::string(name) + "\"");
}

}  // namespace synoptic
