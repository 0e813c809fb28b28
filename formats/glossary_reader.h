// Glossaries as people keep them: CSV, columns with tabs, TBX.
//
//   columns  the original, the translation and, if there is a third, a word that forbids it
//            ("forbidden", "deprecated").  A first line of names says where each stands:
//            "original" or "source", "translation" or "target", or the tags of the two languages;
//            "forbidden" (any value but empty, "no", "false", "0") or "status".
//   TBX      the terms of a concept in the two languages; one whose administrativeStatus or
//            normativeAuthorization is deprecated or superseded is forbidden.
// A line without an original forbids its translation everywhere.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "align/glossary.h"
#include "align/lessons.h"
#include "formats/plain_text.h"

namespace synoptic {

// `name` is for messages.  Throws Error where the bytes are no text, malformed XML, or hold no
// entry for the two languages.
Glossary read_glossary(std::string_view bytes, const std::string& name,
                       const LanguagePair& languages, const ReadOptions& options);

}  // namespace synoptic
