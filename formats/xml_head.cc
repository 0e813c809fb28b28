#include "formats/xml_head.h"

namespace synoptic {

namespace {

constexpr std::size_t kHead = 64 << 10;

// The bytes as ASCII: of UTF-16 those that are not zero, without a byte-order mark.
std::string ascii_head(std::string_view bytes) {
  std::string head(bytes.substr(0, kHead));
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.erase(0, 2);
  std::erase(head, '\0');
  return head;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Where what begins at `at` ends, behind its mark; npos where it does not.
std::size_t behind(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t found = text.find(mark, at);
  return found == text.npos ? found : found + mark.size();
}

// Behind a document type, whose own declarations stand in brackets.
std::size_t behind_doctype(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("[>", at);
  if (end == text.npos || text[end] == '>') return end == text.npos ? end : end + 1;
  const std::size_t bracket = text.find(']', end);
  return bracket == text.npos ? bracket : behind(text, bracket, ">");
}

}  // namespace

std::string xml_root_name(std::string_view bytes) {
  const std::string head = ascii_head(bytes);
  const std::string_view text = head;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_blank(text[at])) {
      ++at;
    } else if (text.substr(at).starts_with("<?")) {
      at = behind(text, at, "?>");
    } else if (text.substr(at).starts_with("<!--")) {
      at = behind(text, at, "-->");
    } else if (text.substr(at).starts_with("<!DOCTYPE")) {
      at = behind_doctype(text, at);
    } else {
      break;
    }
  }
  if (at >= text.size() || text[at] != '<') return {};
  const std::string_view tag = text.substr(at + 1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  return std::string(name.substr(name.rfind(':') + 1));
}

}  // namespace synoptic
