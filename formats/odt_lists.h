// The numbers that an OpenDocument text computes for its lists and headings (ODF 1.3, part 3, 5.3
// and 19.880).
//
// A list begins anew unless it continues another: the one it names, or the last of its style.  The
// first paragraph of an item has the number, the others have none.  Headings outside lists count by
// the document's outline.  Threads: one object, one thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/odt_styles.h"
#include "formats/xml_reader.h"

namespace synoptic {

class OdtLists {
 public:
  // `styles` outlive it; `language` is that of spelled numbers.
  OdtLists(const OdtStyles& styles, std::string language);

  void begin_list(const XmlTag& tag);
  void end_list();
  enum class Item : uint8_t { kItem, kHeader };  // a header has no number
  void begin_item(const XmlTag& tag, Item kind);
  void end_item();

  // A note or text box is in none of the lists around it.
  void begin_story();
  void end_story();

  // How many items are open around a paragraph.
  std::size_t depth() const { return items_.size(); }

  // The label of a paragraph here, empty where it has none; counts it.  `list_style` is what the
  // paragraph's own style names.
  std::string label(const std::optional<std::string>& list_style);
  // That of a heading.
  std::string heading_label(const XmlTag& tag, const std::optional<std::string>& list_style);

 private:
  using Values = std::array<std::optional<int>, kOdtLevels>;
  struct OpenList {
    std::string style;
    std::size_t counts = 0;  // index into counts_
  };
  struct OpenItem {
    std::size_t depth = 0;  // of its list, from 0
    bool header = false;
    bool labelled = false;
    std::optional<int> start;
  };

  std::string count(const OdtListStyle& style, std::size_t level, std::optional<int> start,
                    Values& values) const;
  std::string printed(const OdtListStyle& style, std::size_t level, const Values& values) const;

  const OdtStyles& styles_;
  std::string language_;
  std::vector<OpenList> lists_;
  std::vector<OpenItem> items_;
  std::vector<std::pair<std::vector<OpenList>, std::vector<OpenItem>>> outside_;
  std::vector<Values> counts_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_style_;
  Values outline_{};
};

}  // namespace synoptic
