#include "formats/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "formats/decoded_file.h"
#include "formats/front_matter.h"
#include "formats/html.h"
#include "formats/list_labels.h"
#include "formats/paragraph_writer.h"
#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::size_t kLongestLabel = 7;  // bytes of "(xviii)"
// Blocks in blocks.  The parser looks through all that are open at every line.
constexpr std::size_t kMostNesting = 100;

struct Free {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

std::unique_ptr<cmark_node, Free> parse(std::string_view text) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  static_cast<void>(registered);
  const std::unique_ptr<cmark_parser, Free> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE));
  for (const char* name : {"table", "strikethrough"}) {
    if (auto* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return std::unique_ptr<cmark_node, Free>(cmark_parser_finish(parser.get()));
}

// "(a) fish": a line that begins an item of its own.
bool begins_item(std::string_view text) {
  if (!text.starts_with('(')) return false;
  const std::size_t end = text.find(')');
  return end != std::string_view::npos && end > 1 && end < kLongestLabel;
}

void refuse_deep_nesting(std::string_view text, const std::string& name) {
  std::size_t line = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view head = text.substr(0, std::min(end, text.find_first_not_of(" \t>-*+")));
    const auto signs = std::count_if(head.begin(), head.end(), [](char c) { return c == '>'; });
    if (static_cast<std::size_t>(signs) > kMostNesting) {
      throw Error({name, "line " + std::to_string(line),
                   "this Markdown is refused: its quotations nest deeper than " +
                       std::to_string(kMostNesting),
                   "mend the file"});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
  }
}

class Walk {
 public:
  Walk(std::string_view text, uint32_t lines_before) : lines_before_(lines_before) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines_.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void run(cmark_node* document) {
    const std::unique_ptr<cmark_iter, Free> iter(cmark_iter_new(document));
    while (true) {
      const cmark_event_type event = cmark_iter_next(iter.get());
      if (event == CMARK_EVENT_DONE) return;
      visit(cmark_iter_get_node(iter.get()), event == CMARK_EVENT_ENTER);
    }
  }

  ParagraphWriter writer;

 private:
  static std::string_view type_of(cmark_node* node) { return cmark_node_get_type_string(node); }
  static std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal ? std::string_view(literal) : std::string_view();
  }
  uint32_t line_of(cmark_node* node) const {
    return lines_before_ + static_cast<uint32_t>(std::max(cmark_node_get_start_line(node), 1));
  }

  void visit(cmark_node* node, bool enter) {
    const std::string_view type = type_of(node);
    if (type == "image") {
      left_out_ += enter ? 1 : -1;
    } else if (type == "list") {
      depth_ += enter ? 1 : -1;
      writer.end_paragraph();
    } else if (type == "item") {
      enter ? begin_item(node) : writer.end_paragraph();
    } else if (type == "heading" || type == "paragraph" || type == "table_cell") {
      writer.end_paragraph();
      if (enter) begin_paragraph(node, type);
    } else if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
      writer.end_paragraph();
      enter ? writer.begin_note() : writer.end_note();
    } else if (enter) {
      visit_leaf(node, type);
    }
  }

  void begin_paragraph(cmark_node* node, std::string_view type) {
    line_ = line_of(node);
    role_ = type == "heading"      ? Role::kHeading
            : type == "table_cell" ? Role::kCell
            : depth_ > 0           ? Role::kItem
                                   : Role::kBody;
    after_break_ = false;
  }

  void visit_leaf(cmark_node* node, std::string_view type) {
    if (left_out_ > 0) return;
    if (type == "text" || type == "code") {
      write(literal_of(node));
    } else if (type == "softbreak") {
      ++line_;
      after_break_ = true;
      writer.text("\n", line_);
    } else if (type == "linebreak") {
      ++line_;
      writer.break_line();
    } else if (type == "code_block") {
      code_block(node);
    } else if (type == "html_block") {
      html_block(node);
    } else if (type == "html_inline") {
      if (literal_of(node).starts_with("<br")) writer.break_line();
    } else if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE && writer.has_text()) {
      writer.text(raised(literal_of(node)), line_);
    }
  }

  void write(std::string_view text) {
    if (std::exchange(after_break_, false) && begins_item(text)) writer.end_paragraph();
    if (!writer.has_text() && !trim(text).empty()) writer.set_role(role_);
    writer.text(text, line_);
  }

  // What the source writes: "3." or "3)"; empty for a bullet.
  std::string_view marker_of(cmark_node* item) const {
    const auto row = static_cast<std::size_t>(cmark_node_get_start_line(item) - 1);
    const auto column = static_cast<std::size_t>(cmark_node_get_start_column(item) - 1);
    if (row >= lines_.size() || column >= lines_[row].size()) return {};
    const std::string_view rest = lines_[row].substr(column);
    const std::size_t digits = rest.find_first_not_of("0123456789");
    return digits == 0 || digits == std::string_view::npos ? std::string_view()
                                                           : rest.substr(0, digits + 1);
  }

  // A list of which all items have the number of the first is left to be counted.
  bool is_counted(cmark_node* list) const {
    cmark_node* first = cmark_node_first_child(list);
    cmark_node* second = cmark_node_next(first);
    return second == nullptr || marker_of(first) != marker_of(second);
  }

  void begin_item(cmark_node* item) {
    cmark_node* list = cmark_node_parent(item);
    const uint32_t line = line_of(item);
    writer.begin_item(static_cast<std::size_t>(depth_));
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) {
      constexpr std::string_view kBullets[] = {"•", "◦", "▪"};
      const int rank = std::clamp(depth_ - 1, 0, 2);
      return writer.label(std::string(kBullets[rank]), line);
    }
    if (list != list_) {
      list_ = list;
      counted_ = is_counted(list);
    }
    const std::string_view marker = marker_of(item);
    if (counted_ && !marker.empty()) return writer.label(std::string(marker), line);
    int rank = 0;
    for (cmark_node* before = cmark_node_previous(item); before != nullptr;
         before = cmark_node_previous(before)) {
      ++rank;
    }
    const bool bracket = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM;
    writer.label(std::to_string(cmark_node_get_list_start(list) + rank) + (bracket ? ")" : "."),
                 line);
  }

  void code_block(cmark_node* node) {
    const std::string_view code = literal_of(node);
    int length = 0;
    int offset = 0;
    char sign = 0;
    // The text of a fenced block begins on the line behind its fence.
    uint32_t line = line_of(node) + (cmark_node_get_fenced(node, &length, &offset, &sign) != 0);
    uint16_t blank = 1;
    for (std::size_t begin = 0; begin < code.size(); ++line) {
      const std::size_t end = std::min(code.find('\n', begin), code.size());
      const std::string_view text = code.substr(begin, end - begin);
      begin = end + 1;
      if (trim(text).empty()) {
        ++blank;
        continue;
      }
      writer.preformatted(text, line, std::exchange(blank, uint16_t{0}));
    }
  }

  void html_block(cmark_node* node) {
    writer.end_paragraph();
    try {
      const Text text = read_html(literal_of(node), "", {"und", "UTF-8"});
      for (const Line& line : text.lines) {
        writer.set_role(line.role);
        writer.text(slice(text.bytes, line.span), line_of(node) + line.number - 1);
        writer.end_paragraph();
      }
    } catch (const Error&) {
      // A comment, or tags around what is Markdown again: no text of its own.
    }
  }

  std::vector<std::string_view> lines_;
  uint32_t lines_before_;
  uint32_t line_ = 1;
  Role role_ = Role::kBody;
  cmark_node* list_ = nullptr;  // the ordered one whose items came last
  bool counted_ = false;        // by its source
  bool after_break_ = false;
  int depth_ = 0;  // of lists
  int left_out_ = 0;
};

}  // namespace

Text read_markdown(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  Decoded decoded = decode_file(bytes, name, options);
  const std::string_view whole = decoded.utf8;
  const FrontMatter head = front_matter(whole);
  const std::string_view text = whole.substr(head.bytes);
  refuse_deep_nesting(text, name);
  const auto lines_before = static_cast<uint32_t>(
      std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(head.bytes), '\n'));
  const auto document = parse(text);
  Walk walk(text, lines_before);
  walk.run(document.get());
  Text read = walk.writer.finish(name, options, head.language);
  read.encoding = decoded.encoding;
  read.replacements = replacements_of(decoded);
  return read;
}

}  // namespace synoptic
