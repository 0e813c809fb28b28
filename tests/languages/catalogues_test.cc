// The catalogues of the program's words: nothing lacks, nothing is left over, and every named place
// of a sentence is in its translation.  What is wrong is said with what to do.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "tests/languages/source_messages.h"
#include "text/messages.h"

using namespace synoptic;

namespace {

namespace fs = std::filesystem;

const fs::path kTop = SYNOPTIC_SOURCE_DIR;
const fs::path kBuilt = fs::path(SYNOPTIC_BINARY_DIR) / "locale";

const SourceMessages& sources() {
  static const SourceMessages messages = messages_of_sources(kTop);
  return messages;
}

// The catalogues of the tree by language.
const std::map<std::string, Catalogue>& catalogues() {
  static const auto all = [] {
    std::map<std::string, Catalogue> read;
    for (const fs::directory_entry& folder : fs::directory_iterator(kTop / "languages")) {
      std::ifstream po(folder.path() / "messages.po", std::ios::binary);
      if (!po) continue;
      const std::string bytes{std::istreambuf_iterator<char>(po), {}};
      read.emplace(folder.path().filename().string(), read_catalogue(bytes));
    }
    return read;
  }();
  return all;
}

std::string file_of(const std::string& language) {
  return "languages/" + language + "/messages.po";
}

std::multiset<std::string> places_of(std::string_view text) {
  std::multiset<std::string> places;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    places.emplace(text.substr(open, close - open + 1));
  }
  return places;
}

std::string joined(const std::multiset<std::string>& places) {
  std::string all;
  for (const std::string& place : places) all += place + " ";
  return all.empty() ? "none " : all;
}

// Which numbers take each form of a plural, as the program itself finds them.
std::map<std::string, std::set<uint64_t>> numbers_of_forms(const MessageId& id,
                                                           const SourceMessage& message) {
  constexpr uint64_t kEnough = 210;
  std::map<std::string, std::set<uint64_t>> forms;
  for (uint64_t n = 0; n <= kEnough; ++n) {
    forms[translate(id.singular, message.plural, n)].insert(n);
  }
  return forms;
}

// A form that one number alone has may leave {count} out: "one clause".
void check_plural(const std::string& language, const MessageId& id, const SourceMessage& message) {
  const auto wanted = places_of(message.plural);
  for (const auto& [text, numbers] : numbers_of_forms(id, message)) {
    auto found = places_of(text);
    if (numbers.size() == 1 && wanted.contains("{count}") && !found.contains("{count}")) {
      found.insert("{count}");
    }
    if (found == wanted) continue;
    FAIL_CHECK(file_of(language) << ": " << in_quotes(text) << ", for " << *numbers.begin()
                                 << (numbers.size() > 1 ? " and other numbers" : "") << ", has "
                                 << joined(found) << "where " << in_quotes(message.plural)
                                 << " has " << joined(wanted));
  }
}

class Speaking {
 public:
  explicit Speaking(const std::string& language) {
    use_messages({language, kBuilt.string(), true});
  }
  ~Speaking() { use_messages({}); }
};

}  // namespace

TEST_CASE("translatable strings are found in sources") {
  SourceMessages found;
  add_messages_of(
      "say(\"a {b}\"\n  \" \\\"c\\\"\", {}); // say(\"not this\")\n"
      "say_count(\"one\", \"many\", n); translate(variable); display(\"no\"); say(x ? \"y\" : z);\n"
      "translate_in_context(\"verb\", \"view\"); translatable(\"row\"); translatable(\"c\", "
      "\"d\");",
      "sample.cc", found);
  std::set<std::string> said;
  for (const auto& [id, message] : found) {
    said.insert(id.context + "|" + id.singular + "|" + message.plural);
  }
  CHECK(said == std::set<std::string>{"|a {b} \"c\"|", "|one|many", "verb|view|", "|row|", "c|d|"});
}

TEST_CASE("catalogues are read") {
  const Catalogue read = read_catalogue(
      "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\n"
      "msgctxt \"c\"\nmsgid \"one\"\nmsgid_plural \"more\"\nmsgstr[0] \"un\"\nmsgstr[1] \"plu\"\n"
      "\"sieurs\"\n#~ msgid \"old\"\n#~ msgstr \"vieux\"\n");
  CHECK(read.obsolete);
  CHECK(read.entries.at({"", "a"}).fuzzy);
  CHECK(read.entries.at({"c", "one"}).texts == std::vector<std::string>{"un", "plusieurs"});
  CHECK(read.entries.at({"c", "one"}).plural == "more");
  CHECK(read.entries.size() == 3);
}

TEST_CASE("the template of the catalogues") {
  std::ofstream out(fs::path(SYNOPTIC_BINARY_DIR) / "messages.pot", std::ios::binary);
  out << "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
         "\"Content-Transfer-Encoding: 8bit\\n\"\n";
  for (const auto& [id, message] : sources()) out << '\n' << empty_entry(id, message);
  out.close();
  CHECK(out);
}

TEST_CASE("every string of the program is in every catalogue, and nothing else is") {
  CHECK(catalogues().size() >= 6);
  for (const auto& [language, catalogue] : catalogues()) {
    const std::string file = file_of(language);
    for (const auto& [id, message] : sources()) {
      const auto found = catalogue.entries.find(id);
      if (found == catalogue.entries.end() || found->second.plural != message.plural) {
        FAIL_CHECK(file << " lacks a string of " << message.file
                        << "; run ./dev messages and fill in:\n"
                        << empty_entry(id, message));
        continue;
      }
      for (const std::string& text : found->second.texts) {
        if (text.empty()) FAIL_CHECK(file << ": translate " << in_quotes(id.singular));
      }
      if (found->second.fuzzy) {
        FAIL_CHECK(file << ": look at " << in_quotes(id.singular) << " and take out its \"fuzzy\"");
      }
    }
    for (const auto& [id, entry] : catalogue.entries) {
      if (!id.singular.empty() && !sources().contains(id)) {
        FAIL_CHECK(
            file << " has " << in_quotes(id.singular)
                 << ", which the program does not say any more; ./dev messages takes it out");
      }
    }
    if (catalogue.obsolete) FAIL_CHECK(file << " has obsolete entries; take out the lines with #~");
  }
}

TEST_CASE("named places survive translation") {
  for (const auto& [language, catalogue] : catalogues()) {
    const Speaking speaking(language);
    for (const auto& [id, message] : sources()) {
      const auto found = catalogue.entries.find(id);
      if (found == catalogue.entries.end()) continue;  // said above
      if (!message.plural.empty()) {
        check_plural(language, id, message);
        continue;
      }
      const std::string& text = found->second.texts.front();
      if (places_of(text) == places_of(id.singular)) continue;
      FAIL_CHECK(file_of(language)
                 << ": " << in_quotes(text) << " has " << joined(places_of(text)) << "where "
                 << in_quotes(id.singular) << " has " << joined(places_of(id.singular)));
    }
  }
}

TEST_CASE("every catalogue is spoken from") {
  for (const auto& [language, catalogue] : catalogues()) {
    INFO(language);
    const Speaking speaking(language);
    CHECK(message_language() == language);
    CHECK(translate("no counterpart") ==
          catalogue.entries.at({"", "no counterpart"}).texts.front());
  }
  CHECK(message_language() == "en");
}
