// Bytes of a named encoding to UTF-8, by ICU's converters.
#pragma once

#include <string>
#include <string_view>

#include "text/encoding.h"

namespace synoptic {

// The name by which ICU knows `name`, as IANA writes it; empty where it knows none.  Names whose
// superset is what files really hold give the superset, as browsers do: "gb2312" is GB18030,
// "euc-kr" is windows-949, "iso-8859-1" with bytes 0x80-0x9F in `bytes` is windows-1252.
std::string known_encoding(std::string_view name, std::string_view bytes);

// From `skip` on.  REQUIRES: a name that known_encoding() gave, or one that ICU has.
Decoded convert(std::string_view bytes, std::size_t skip, const std::string& name);

}  // namespace synoptic
