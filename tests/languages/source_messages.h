// The translatable strings of the sources, for the test of the catalogues.
//
// A string is translatable where it is given, as a literal, to translate(), say(), say_count(),
// translate_in_context() or translatable(); and those that the checks declare.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct MessageId {
  std::string context;  // may be empty
  std::string singular;
  auto operator<=>(const MessageId&) const = default;
};

struct SourceMessage {
  std::string plural;  // empty: no number
  std::string file;    // the first that has it
};

using SourceMessages = std::map<MessageId, SourceMessage>;

// Those of one file's contents.
void add_messages_of(std::string_view contents, const std::string& file, SourceMessages& messages);

// Those of all sources under `top` and of all checks.
SourceMessages messages_of_sources(const std::filesystem::path& top);

// An entry of a catalogue.
struct CatalogueEntry {
  std::string plural;
  std::vector<std::string> texts;  // one, or one a form
  bool fuzzy = false;
};

struct Catalogue {
  std::map<MessageId, CatalogueEntry> entries;
  bool obsolete = false;  // has entries that were put aside: "#~"
};

Catalogue read_catalogue(std::string_view po);

// "\"a \\\"word\\\"\"" of `a "word"`: as sources and catalogues write it.
std::string in_quotes(std::string_view text);

// An entry to be filled in: of a template, or to be put into a catalogue.
std::string empty_entry(const MessageId& id, const SourceMessage& message);

}  // namespace synoptic
