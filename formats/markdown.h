// Markdown: CommonMark with the tables, notes and strikes of GitHub, by cmark-gfm.
//
// Items keep the numbers that the source writes, where it does not leave them to be counted ("1."
// for each); bullets of any sign are one.  Front matter is left out but for its language.
// Any text is Markdown: only one with plain signs of it is taken for it, so that a text with
// numbered paragraphs stays what it is, line by line.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

// Front matter; a table; two headings with #; or fewer signs together: headings, links, words
// between ** or __.
bool is_markdown(std::string_view bytes);

// Throws Error: binary input, no text.
Text read_markdown(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
