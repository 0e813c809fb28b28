// --glossary FILE: the user's terms, for the checks term and forbidden-term.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "align/document.h"
#include "align/glossary.h"
#include "formats/plain_text.h"

namespace CLI {
class App;
}

namespace synoptic {

void add_glossary_option(CLI::App& app, std::string& file);

// The terms of the file in the languages of the two documents; none where `file` is empty, or the
// documents are in one language.  Throws Error (formats/glossary_reader.h).
std::optional<Glossary> load_glossary(const std::string& file, const Document& original,
                                      const Document& translation, const ReadOptions& options);

}  // namespace synoptic
