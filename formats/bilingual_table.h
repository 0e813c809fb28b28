// A document whose text is a table with a column a language.
//
// Laws are drafted and revised so, in two columns or more.  Taken as such is a text most of which
// stands in one table or several, whose columns are in different languages: by the names in its
// first row, else by what they hold.  A column of numbers in front belongs to all languages.
// Threads: pure.
#pragma once

#include <optional>

#include "align/document.h"
#include "formats/paired_text.h"

namespace synoptic {

// None where the text is anything else.  What stands outside of the tables is left out.
std::optional<PairedText> bilingual_table(const Text& text);

}  // namespace synoptic
