// The kinds of values that attributes of XLIFF 2 take, by the words of the table of elements.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// `kind`: "nmtoken", "yesno", ..., or the values themselves: "source|target".
bool is_xliff_value(std::string_view value, std::string_view kind);

// For a rule: "yes or no", "one of source, target".
std::string xliff_value_kind(std::string_view kind);

}  // namespace synoptic
