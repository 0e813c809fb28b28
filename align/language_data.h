// The tables of languages/ as they were compiled in.
#pragma once

#include <string_view>
#include <vector>

namespace synoptic {

struct LanguageTable {
  std::string_view language;  // folder: "fr", "und"
  std::string_view name;      // file without extension: "numbering"
  std::string_view contents;
};

// All tables, sorted by language and name.  Lives as long as the program.
const std::vector<LanguageTable>& language_tables();

}  // namespace synoptic
