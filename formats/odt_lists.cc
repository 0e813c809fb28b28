#include "formats/odt_lists.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "formats/number_word.h"
#include "formats/symbol_fonts.h"
#include "text/number_formats.h"

namespace synoptic {

OdtLists::OdtLists(const OdtStyles& styles, std::string language)
    : styles_(styles), language_(std::move(language)) {}

void OdtLists::begin_list(const XmlTag& tag) {
  const bool continues = tag.local_attribute("continue-numbering") == "true";
  OpenList list;
  list.style = tag.local_attribute("style-name");
  if (!lists_.empty()) {
    list.counts = lists_.back().counts;
    if (list.style.empty()) list.style = lists_.back().style;
    // An item with nothing but a list in it shows no number: the list goes on with the last item's.
    const bool shown = items_.empty() || items_.back().labelled;
    if (!continues && shown) {
      Values& values = counts_[list.counts];
      for (std::size_t i = lists_.size(); i < kOdtLevels; ++i) values[i].reset();
    }
  } else {
    const std::string_view id = tag.local_attribute("continue-list");
    const auto named = by_id_.find(std::string(id));
    const auto last = by_style_.find(list.style);
    if (named != by_id_.end()) {
      list.counts = named->second;
    } else if ((continues || !id.empty()) && last != by_style_.end()) {
      list.counts = last->second;
    } else {
      list.counts = counts_.size();
      counts_.emplace_back();
    }
    by_style_[list.style] = list.counts;
  }
  if (const std::string_view id = tag.attribute("xml:id"); !id.empty()) {
    by_id_[std::string(id)] = list.counts;
  }
  lists_.push_back(std::move(list));
}

void OdtLists::end_list() {
  if (!lists_.empty()) lists_.pop_back();
}

void OdtLists::begin_item(const XmlTag& tag, Item kind) {
  items_.push_back({lists_.empty() ? 0 : lists_.size() - 1, kind == Item::kHeader, false,
                    whole_number(tag.local_attribute("start-value"))});
}

void OdtLists::end_item() {
  if (!items_.empty()) items_.pop_back();
}

void OdtLists::begin_story() {
  outside_.emplace_back(std::exchange(lists_, {}), std::exchange(items_, {}));
}

void OdtLists::end_story() {
  if (outside_.empty()) return;
  std::tie(lists_, items_) = std::move(outside_.back());
  outside_.pop_back();
}

std::string OdtLists::label(const std::optional<std::string>& list_style) {
  if (lists_.empty() || items_.empty() || list_style == std::string()) return {};
  OpenItem& item = items_.back();
  if (item.header || item.labelled || item.depth >= kOdtLevels) return {};
  const OpenList& list = lists_.back();
  const OdtListStyle* style =
      styles_.list_style(list.style.empty() ? list_style.value_or("") : list.style);
  item.labelled = true;
  if (style == nullptr) return {};
  return count(*style, item.depth, item.start, counts_[list.counts]);
}

std::string OdtLists::heading_label(const XmlTag& tag,
                                    const std::optional<std::string>& list_style) {
  if (list_style == std::string() || tag.local_attribute("is-list-header") == "true") return {};
  if (!lists_.empty()) {
    if (std::string found = label(list_style); !found.empty()) return found;
    if (styles_.list_style(lists_.back().style) != nullptr) return {};
  }
  const int level = whole_number(tag.local_attribute("outline-level")).value_or(1);
  if (level < 1 || level > static_cast<int>(kOdtLevels)) return {};
  std::optional<int> start;
  if (tag.local_attribute("restart-numbering") == "true") {
    start = whole_number(tag.local_attribute("start-value")).value_or(1);
  }
  return count(styles_.outline(), static_cast<std::size_t>(level - 1), start, outline_);
}

std::string OdtLists::count(const OdtListStyle& style, std::size_t level, std::optional<int> start,
                            Values& values) const {
  // A level that is passed over counts as used once.
  for (std::size_t above = 0; above < level; ++above) {
    if (!values[above]) values[above] = style[above].start;
  }
  std::optional<int>& value = values[level];
  value = start ? *start : value ? *value + 1 : style[level].start;
  std::fill(values.begin() + static_cast<std::ptrdiff_t>(level) + 1, values.end(), std::nullopt);
  return printed(style, level, values);
}

std::string OdtLists::printed(const OdtListStyle& style, std::size_t level,
                              const Values& values) const {
  const OdtLevel& shown = style[level];
  if (!shown.defined) return {};
  if (!shown.bullet.empty()) return bullet_of(shown.bullet, "");
  if (shown.format == "none") return shown.prefix + shown.suffix;
  const auto number = [&](std::size_t i) {
    const int value = values[i].value_or(0);
    return format_number(static_cast<uint32_t>(value), style[i].format, language_);
  };
  if (!shown.pattern.empty()) {
    std::string made;
    for (std::size_t at = 0; at < shown.pattern.size();) {
      const std::size_t end =
          shown.pattern[at] == '%' ? shown.pattern.find('%', at + 1) : std::string::npos;
      const auto named =
          end == std::string::npos
              ? std::nullopt
              : whole_number(std::string_view(shown.pattern).substr(at + 1, end - at - 1));
      if (named && *named >= 1 && static_cast<std::size_t>(*named) <= level + 1) {
        made += number(static_cast<std::size_t>(*named - 1));
        at = end + 1;
      } else {
        made += shown.pattern[at++];
      }
    }
    return made;
  }
  std::string numbers;
  const auto levels = static_cast<std::size_t>(std::max(shown.shown_levels, 1));
  for (std::size_t i = level + 1 - std::min(levels, level + 1); i <= level; ++i) {
    if (style[i].format == "none" || !style[i].bullet.empty()) continue;
    if (!numbers.empty()) numbers += '.';
    numbers += number(i);
  }
  return shown.prefix + numbers + shown.suffix;
}

}  // namespace synoptic
