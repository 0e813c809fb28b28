#include "formats/odt_tags.h"

#include <unordered_map>

namespace synoptic {

OdtTag odt_tag(std::string_view name) {
  using enum OdtTag;
  static const std::unordered_map<std::string_view, OdtTag> tags = {
      {"annotation", kUnread},
      {"binary-data", kUnread},
      {"caption", kShape},
      {"change", kChangePoint},
      {"change-end", kChangeEnd},
      {"change-info", kUnread},
      {"change-start", kChangeStart},
      {"changed-region", kChangedRegion},
      {"circle", kShape},
      {"covered-table-cell", kUnread},
      {"custom-shape", kShape},
      {"deletion", kDeletion},
      {"ellipse", kShape},
      {"event-listeners", kUnread},
      {"forms", kUnread},
      {"frame", kShape},
      {"h", kHeading},
      {"hidden-paragraph", kConditional},
      {"hidden-text", kConditional},
      {"illustration-index", kUnread},
      {"insertion", kInsertion},
      {"line-break", kLineBreak},
      {"list", kList},
      {"list-header", kListHeader},
      {"list-item", kItem},
      {"note", kNote},
      {"note-citation", kNoteCitation},
      {"number", kUnread},  // a list's number, for programs that don't compute it
      {"object-index", kUnread},
      {"p", kParagraph},
      {"polygon", kShape},
      {"rect", kShape},
      {"ruby-text", kUnread},
      {"s", kSpaces},
      {"script", kUnread},
      {"section", kConditional},
      {"span", kSpan},
      {"tab", kTab},
      {"table", kTable},
      {"table-cell", kCell},
      {"table-index", kUnread},
      {"table-of-content", kUnread},
      {"table-row", kTableRow},
      {"text-box", kShape},
      {"tracked-changes", kTrackedChanges},
      {"user-index", kUnread},
  };
  const auto found = tags.find(name);
  return found == tags.end() ? kOther : found->second;
}

}  // namespace synoptic
