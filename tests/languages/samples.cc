#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>

#include "checks/check.h"
#include "tests/languages/source_messages.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolders[] = {"text",    "align", "checks", "formats",
                                         "storage", "web",   "cli"};

std::string contents_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

char unescaped(char c) { return c == 'n' ? '\n' : c == 't' ? '\t' : c; }

// Reads the argument lists of calls.
class CallReader {
 public:
  CallReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // The literal that comes next, its parts joined; none for another argument.
  std::optional<std::string> literal() {
    std::optional<std::string> all;
    for (skip_spaces(); at_ < text_.size() && text_[at_] == '"'; skip_spaces()) {
      if (!all) all.emplace();
      for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\') {
          *all += unescaped(text_[++at_]);
        } else {
          *all += text_[at_];
        }
      }
      ++at_;
    }
    return all;
  }

  bool comma() {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != ',') return false;
    ++at_;
    return true;
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
  }

  std::string_view text_;
  std::size_t at_;
};

// As many spaces for comments: what they say is no code.
std::string without_comments(std::string_view text) {
  std::string code(text);
  bool quoted = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (quoted && code[i] == '\\') {
      ++i;
    } else if (code[i] == '"' && (i == 0 || code[i - 1] != '\'')) {
      quoted = !quoted;
    } else if (!quoted && code.compare(i, 2, "//") == 0) {
      while (i < code.size() && code[i] != '\n') code[i++] = ' ';
    }
    if (i < code.size() && code[i] == '\n') quoted = false;
  }
  return code;
}

void add(MessageId id, const std::string& plural, const std::string& file,
         SourceMessages& messages) {
  if (id.singular.empty()) return;
  const auto [place, is_new] = messages.try_emplace(std::move(id), SourceMessage{plural, file});
  if (!is_new && place->second.plural.empty()) place->second.plural = plural;
}

// A function whose literals are translatable: how many it takes, and whether the first is context.
struct Marker {
  std::string_view name;
  enum { kOne, kCounted, kContext, kEither } takes;
};

constexpr Marker kMarkers[] = {{"translate", Marker::kOne},
                               {"say", Marker::kOne},
                               {"say_count", Marker::kCounted},
                               {"translate_in_context", Marker::kContext},
                               {"translatable", Marker::kEither}};

void add_call(const Marker& marker, CallReader call, const std::string& file,
              SourceMessages& messages) {
  const std::optional<std::string> first = call.literal();
  if (!first) return;
  const std::optional<std::string> second = call.comma() ? call.literal() : std::nullopt;
  if (!second) {
    if (marker.takes != Marker::kContext) add({"", *first}, "", file, messages);
  } else if (marker.takes == Marker::kContext || marker.takes == Marker::kEither) {
    add({*first, *second}, "", file, messages);
  } else {
    add({"", *first}, *second, file, messages);
  }
}

// Fields of a line of a catalogue: a key, and the literal behind it.
struct Reading {
  MessageId id;
  CatalogueEntry entry;
  bool any = false;
};

void finish(Reading& reading, Catalogue& catalogue) {
  if (reading.any) catalogue.entries[reading.id] = std::move(reading.entry);
  reading = {};
}

std::string* field_of(Reading& reading, std::string_view key) {
  if (key == "msgctxt") return &reading.id.context;
  if (key == "msgid") return &reading.id.singular;
  if (key == "msgid_plural") return &reading.entry.plural;
  if (key.starts_with("msgstr")) return &reading.entry.texts.emplace_back();
  return nullptr;
}

}  // namespace

void add_messages_of(std::string_view contents, const std::string& file, SourceMessages& messages) {
  const std::string code = without_comments(contents);
  for (const Marker& marker : kMarkers) {
    const std::string opening = std::string(marker.name) + "(";
    for (std::size_t at = code.find(opening); at != code.npos; at = code.find(opening, at + 1)) {
      if (at > 0 && is_name(code[at - 1])) continue;
      add_call(marker, CallReader(code, at + opening.size()), file, messages);
    }
  }
}

SourceMessages messages_of_sources(const fs::path& top) {
  SourceMessages messages;
  std::vector<fs::path> files;
  for (const std::string_view folder : kFolders) {
    if (!fs::is_directory(top / folder)) continue;
    for (const fs::directory_entry& file : fs::recursive_directory_iterator(top / folder)) {
      const fs::path extension = file.path().extension();
      if (extension == ".cc" || extension == ".h") files.push_back(file.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    add_messages_of(contents_of(file), fs::relative(file, top).generic_string(), messages);
  }
  for (const Check* check : all_checks()) {
    for (const std::string_view text : {check->title, check->message, check->explanation}) {
      add({"", std::string(text)}, "", "checks/, " + std::string(check->id), messages);
    }
  }
  return messages;
}

Catalogue read_catalogue(std::string_view po) {
  Catalogue catalogue;
  Reading reading;
  bool fuzzy = false;
  std::string* field = nullptr;
  while (!po.empty()) {
    const std::size_t end = std::min(po.find('\n'), po.size());
    const std::string_view line = po.substr(0, end);
    po.remove_prefix(std::min(end + 1, po.size()));
    if (line.empty() || line.starts_with('#')) {
      finish(reading, catalogue);
      if (line.empty()) fuzzy = false;
      catalogue.obsolete |= line.starts_with("#~");
      fuzzy |= line.starts_with("#,") && line.find("fuzzy") != line.npos;
      continue;
    }
    const std::size_t open = line.find('"');
    const std::string_view key = line.substr(0, std::min(line.find(' '), open));
    if (!key.empty()) {
      if (key == "msgctxt" || (key == "msgid" && !reading.entry.texts.empty())) {
        finish(reading, catalogue);
      }
      field = field_of(reading, key);
      reading.any = true;
      reading.entry.fuzzy = fuzzy;
    }
    if (field && open != line.npos) *field += CallReader(line, open).literal().value_or("");
  }
  finish(reading, catalogue);
  return catalogue;
}

std::string in_quotes(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') all += '\\';
    if (c == '\n') {
      all += "\\n";
    } else {
      all += c;
    }
  }
  return all + "\"";
}

std::string empty_entry(const MessageId& id, const SourceMessage& message) {
  std::string entry = "#: " + message.file + "\n";
  if (!id.context.empty()) entry += "msgctxt " + in_quotes(id.context) + "\n";
  entry += "msgid " + in_quotes(id.singular) + "\n";
  if (message.plural.empty()) return entry + "msgstr \"\"\n";
  return entry + "msgid_plural " + in_quotes(message.plural) + "\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n";
}

}  // namespace synoptic
