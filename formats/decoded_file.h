// What all readers of text do first: bytes to UTF-8, and lines to name in messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "formats/plain_text.h"
#include "text/encoding.h"

namespace synoptic {

// As decode() (text/encoding.h); its Error names the file.  Refuses what is larger than 2 GiB.
Decoded decode_file(std::string_view bytes, const std::string& name, const ReadOptions& options);

// What was replaced, by the line on which it stands (1-based; lines end at \n, \r\n or \r).
std::vector<Replacement> replacements_of(const Decoded& decoded);

// The text in NFC; takes it out of `decoded`.
std::string text_of(Decoded& decoded, const std::string& name);

}  // namespace synoptic
