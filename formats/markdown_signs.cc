// What tells Markdown from other text (is_markdown()).
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "formats/front_matter.h"
#include "formats/markdown.h"
#include "text/characters.h"

namespace synoptic {

namespace {

constexpr std::size_t kHead = 1 << 18;  // bytes that are looked at
constexpr std::size_t kMostSignless = 3;

struct Signs {
  std::size_t lines = 0;  // that are not blank
  std::size_t headings = 0;
  std::size_t links = 0;
  std::size_t strong = 0;
  std::size_t fences = 0;
  bool table = false;
  bool titled = false;  // a heading of the first order, then a blank line, begin the text
};

std::string_view without_indent(std::string_view line) {
  const std::size_t at = line.find_first_not_of(' ');
  return at == std::string_view::npos || at > 3 ? std::string_view() : line.substr(at);
}

bool is_heading(std::string_view line) {
  line = without_indent(line);
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ' &&
         line[marks + 1] != ' ';
}

// "| --- | :---: |"
bool is_table_rule(std::string_view line) {
  line = without_indent(line);
  if (line.find_first_not_of("|-: \r") != std::string_view::npos) return false;
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos;
}

// "[text](address)" or "[text](#part)".
std::size_t count_links(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = line.find("]("); at != std::string_view::npos;
       at = line.find("](", at + 2)) {
    const std::size_t end = line.find(')', at);
    const std::string_view address =
        line.substr(at + 2, end == std::string_view::npos ? 0 : end - at - 2);
    const bool points = address.find_first_of("/.#:") != std::string_view::npos;
    count += points && address.find(' ') == std::string_view::npos &&
             line.substr(0, at).find('[') != std::string_view::npos;
  }
  return count;
}

// "**words**"; not "****" and not a mark behind a word, as of a note.
std::size_t count_strong(std::string_view line) {
  std::size_t count = 0;
  for (const std::string_view mark : {"**", "__"}) {
    std::size_t at = line.find(mark);
    while (at != std::string_view::npos) {
      const std::size_t end = line.find(mark, at + 2);
      if (end == std::string_view::npos) break;
      const std::string_view words = line.substr(at + 2, end - at - 2);
      const bool tight =
          !words.empty() && words.front() != ' ' && words.back() != ' ' && words.front() != mark[0];
      count += tight;
      at = line.find(mark, end + 2);
    }
  }
  return count;
}

Signs signs_of(std::string_view text) {
  Signs signs;
  std::string_view before;
  bool fenced = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    signs.titled |= signs.lines == 1 && is_heading(before) && without_indent(before)[1] == ' ' &&
                    trim(line).empty();
    signs.lines += line.find_first_not_of(" \t\r") != std::string_view::npos;
    if (without_indent(line).starts_with("```")) {
      fenced = !fenced;
      ++signs.fences;
    } else if (!fenced) {
      signs.headings += is_heading(line);
      signs.links += count_links(line);
      signs.strong += count_strong(line);
      signs.table |= is_table_rule(line) && before.find('|') != std::string_view::npos;
    }
    before = line;
  }
  return signs;
}

}  // namespace

bool is_markdown(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.substr(0, kHead).find('\0') != std::string_view::npos) return false;
  if (front_matter(bytes).bytes > 0) return true;
  const Signs signs = signs_of(bytes.substr(0, kHead));
  if (signs.table) return true;
  if (signs.titled && signs.headings == 1) return true;
  // Lines that all begin with # are comments.
  const std::size_t headings = 2 * signs.headings > signs.lines + 1 ? 0 : signs.headings;
  if (headings >= 2) return true;
  return headings + signs.links + signs.strong + signs.fences / 2 >= kMostSignless &&
         headings + signs.links > 0;
}

}  // namespace synoptic
