// Which encoding a page of HTML is in: what its head says, where nothing surer does.
#pragma once

#include <string>
#include <string_view>

#include "formats/plain_text.h"
#include "text/encoding.h"

namespace synoptic {

// The label in `<meta charset=...>`, in `<meta http-equiv=Content-Type ...>` or in an XML
// declaration, as browsers take it (WHATWG, Encoding: iso-8859-1 means windows-1252); empty where
// there is none in the first bytes.
std::string declared_html_encoding(std::string_view bytes);

// Byte-order mark, UTF-8, the user's word, the page's, the bytes.  Throws Error that names the
// file.
Decoded decode_html(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
