#include "formats/html_encoding.h"

#include "formats/decoded_file.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::size_t kHead = 4096;

// What a label means on the web, where it is more than its name says.
constexpr std::pair<std::string_view, std::string_view> kMeant[] = {
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"x-sjis", "Shift_JIS"},
    {"x-user-defined", "windows-1252"},
    {"utf-16", "UTF-8"}};

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return folded;
}

// The value behind `key` and an equals sign, quoted or not; empty where there is none.
std::string value_behind(std::string_view head, std::string_view key) {
  std::size_t at = head.find(key);
  if (at == std::string_view::npos) return {};
  at = head.find_first_not_of(" \t\r\n", at + key.size());
  if (at == std::string_view::npos || head[at] != '=') return {};
  at = head.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  return std::string(head.substr(at, head.find_first_of(" \t\r\n\"'>;/?", at) - at));
}

}  // namespace

std::string declared_html_encoding(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kHead));
  std::string label;
  for (std::size_t at = head.find("<meta"); at != std::string::npos && label.empty();
       at = head.find("<meta", at + 1)) {
    label = value_behind(std::string_view(head).substr(at, head.find('>', at) - at), "charset");
  }
  if (label.empty() && head.starts_with("<?xml")) {
    label = value_behind(std::string_view(head).substr(0, head.find("?>")), "encoding");
  }
  for (const auto& [said, meant] : kMeant) {
    if (label == said) return std::string(meant);
  }
  return label;
}

Decoded decode_html(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (!options.encoding.empty()) return decode_file(bytes, name, options);
  ReadOptions stated = options;
  stated.encoding = declared_html_encoding(bytes);
  try {
    return decode_file(bytes, name, stated);
  } catch (const Error&) {
    // A page may name an encoding that does not exist; its bytes are told as those of any text.
    if (stated.encoding.empty()) throw;
    return decode_file(bytes, name, options);
  }
}

}  // namespace synoptic
