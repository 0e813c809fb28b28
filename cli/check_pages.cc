#include "cli/check_pages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/messages.h"
#include "text/width.h"

namespace synoptic {

namespace {

using nlohmann::json;

struct ScopeWords {
  std::string_view name;   // for programs
  std::string_view words;  // for people
};

ScopeWords words_of(Scope scope) {
  switch (scope) {
    case Scope::kDocument:
      return {"document", translatable("the text as a whole")};
    case Scope::kLink:
      return {"clause", translatable("a clause beside its counterpart")};
    case Scope::kBead:
      return {"sentence", translatable("a sentence beside its counterpart")};
    case Scope::kWork:
      return {"work", translatable("all languages of a work together")};
  }
  return {"document", translatable("the text as a whole")};
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t columns = display_width(text);
  return std::string(text) + std::string(width > columns ? width - columns : 0, ' ');
}

// Words of `text`, in the language `tag`, in lines of at most `width` columns.
std::string wrapped(std::string_view text, std::size_t width, std::string_view tag) {
  std::string all;
  for (const std::string& line : wrap(text, width, tag)) all += line + "\n";
  return all;
}

// "  en  1. The Council": the lines of one side, its language in front of the first.
std::string side_lines(std::string_view language, std::string_view text, std::size_t width) {
  std::string all = "  " + padded(language, width) + "  ";
  bool indented = true;
  for (const char c : text) {
    if (!indented && c != '\n') all += std::string(width + 4, ' ');
    all += c;
    indented = c != '\n';
  }
  return all + "\n";
}

std::string example_lines(const Check& check, bool fires) {
  std::string all;
  for (const Example& example : check.examples) {
    if (example.fires != fires) continue;
    const std::size_t width = std::max<std::size_t>(
        {2, example.original_language.size(), example.translation_language.size()});
    all += "\n" + side_lines(example.original_language, example.original, width);
    if (!example.earlier_original.empty()) {
      all += side_lines("", "before:", width) + side_lines("", example.earlier_original, width);
    }
    all += side_lines(example.translation_language, example.translation, width);
  }
  return all;
}

// Text that Markdown shows as it is, in one cell of a table.
std::string cell(std::string_view text) {
  std::string all;
  for (const char c : text) {
    if (c == '\n') {
      all += "<br>";
    } else if (c == '<') {
      all += "&lt;";
    } else if (c == '&') {
      all += "&amp;";
    } else {
      if (std::string_view("\\`*_|[]~").find(c) != std::string_view::npos) all += '\\';
      all += c;
    }
  }
  return all;
}

std::string example_rows(const Check& check, bool fires) {
  std::string all = "| original | translation |\n|---|---|\n";
  for (const Example& example : check.examples) {
    if (example.fires != fires) continue;
    std::string original = cell(example.original);
    if (!example.earlier_original.empty()) {
      original += "<br>before:<br>" + cell(example.earlier_original);
    }
    all += "| " + std::string(example.original_language) + ": " + original + " | " +
           std::string(example.translation_language) + ": " + cell(example.translation) + " |\n";
  }
  return all;
}

std::string section(const Check& check) {
  std::string all = "## `" + std::string(check.id) + "`\n\n";
  all += "**" + std::string(check.title) + "** (" + std::string(severity_name(check.severity)) +
         "). It looks at " + std::string(words_of(check.scope).words) + ".\n\n";
  if (!check.explanation.empty()) all += wrapped(check.explanation, 100, "en") + "\n";
  all += "It says: `" + std::string(check.message) + "`\n\n";
  all += "It fires on:\n\n" + example_rows(check, true);
  return all + "\nIt keeps silent on:\n\n" + example_rows(check, false);
}

}  // namespace

std::string checks_list(std::span<const Check* const> checks) {
  std::size_t ids = 0;
  std::size_t severities = 0;
  for (const Check* check : checks) {
    ids = std::max(ids, check->id.size());
    severities = std::max(severities, display_width(severity_word(check->severity)));
  }
  std::string all;
  for (const Check* check : checks) {
    all += padded(check->id, ids) + "  " + padded(severity_word(check->severity), severities) +
           "  " + translate(check->title) + "\n";
  }
  return all;
}

std::string check_page(const Check& check, std::size_t width) {
  std::string all = std::string(check.id) + ", " + severity_word(check.severity) + ": " +
                    translate(check.title) + "\n\n";
  if (!check.explanation.empty()) {
    all += wrapped(translate(check.explanation), width, message_language()) + "\n";
  }
  all += say("Looks at: {scope}", {{"scope", translate(words_of(check.scope).words)}}) + "\n";
  all += say("Says: {message}", {{"message", translate(check.message)}}) + "\n";
  all += "\n" + translate("Fires on:") + "\n" + example_lines(check, true);
  return all + "\n" + translate("Keeps silent on:") + "\n" + example_lines(check, false);
}

std::string checks_markdown(std::span<const Check* const> checks) {
  std::string all =
      "# Checks\n\n"
      "What each check looks at, and texts on which it fires and keeps silent; the tests run "
      "every\n"
      "one of them. `synoptic checks NAME` shows the same of one check. How findings are read,\n"
      "dismissed and configured: [findings.md](findings.md). This page is what\n"
      "`synoptic checks --format markdown` prints.\n\n"
      "| check | severity | finds |\n|---|---|---|\n";
  for (const Check* check : checks) {
    const std::string id(check->id);
    all += "| [`" + id + "`](#" + id + ") | " + std::string(severity_name(check->severity)) +
           " | " + std::string(check->title) + " |\n";
  }
  for (const Check* check : checks) all += "\n" + section(*check);
  return all;
}

json check_json(const Check& check) {
  json examples = json::array();
  for (const Example& example : check.examples) {
    examples.push_back(
        {{"fires", example.fires},
         {"path", example.path},
         {"earlier_original", example.earlier_original},
         {"original", {{"language", example.original_language}, {"text", example.original}}},
         {"translation",
          {{"language", example.translation_language}, {"text", example.translation}}}});
  }
  return {{"id", check.id},
          {"severity", severity_name(check.severity)},
          {"title", translate(check.title, Audience::kProgram)},
          {"explanation", translate(check.explanation, Audience::kProgram)},
          {"looks_at", words_of(check.scope).name},
          {"message", translate(check.message, Audience::kProgram)},
          {"examples", std::move(examples)}};
}

}  // namespace synoptic
