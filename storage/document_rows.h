// A document to rows of the store and back, exactly.
#pragma once

#include <string_view>

#include "align/document.h"
#include "storage/sqlite.h"
#include "storage/store.h"

namespace synoptic {

// Writes contents, units, segments, places and replacements of a version whose row stands already,
// and the terms of its segments into the search index.
void insert_document(Connection& connection, VersionId version, const Document& document,
                     std::string_view bytes);

// REQUIRES: the version is in the store.  Throws the Error of damage for rows that do not make a
// document: a hash that differs, an offset or a number out of range.
Document select_document(Connection& connection, VersionId version);

// Adds the terms of a version's segments to the search index; `content` is the document's text.
void index_segments(Connection& connection, VersionId version, std::string_view content);

// True where two readings of a file agree in all but the file's name.
bool reads_the_same(const Document& a, const Document& b);

inline int64_t row(VersionId version) { return static_cast<int64_t>(version); }

}  // namespace synoptic
