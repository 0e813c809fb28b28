// Web and e-mail addresses in running text.
//
// An address ends before white space, brackets and quotation marks, before the punctuation of its
// sentence, and where writing without spaces goes on behind ASCII. Full-width forms are read as
// their ASCII ones; host names of other scripts (IDN) are letters as any.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

struct WebAddress {
  Span span;                       // bytes of the text given
  std::vector<std::string> parts;  // folded, cut at signs; without scheme, "www" and empty ones
  bool mail = false;
};

// In order of the text.
// Example: "see https://www.example.org/a/, now" has one with the parts example, org, a.
std::vector<WebAddress> find_web_addresses(std::string_view text);

// Equal up to the names of the languages in them: "example.org/en/a" and "example.org/fr/a".
// The languages are BCP 47 tags of the texts.
struct AddressLanguages {
  std::string_view original;
  std::string_view translation;
};
bool same_address(const WebAddress& original, const WebAddress& translation,
                  const AddressLanguages& languages);

}  // namespace synoptic
