// Why a line was read as it was, in words.
//
//     line 44: label “7.1.”: number 7.1, opens a list on level 2 (layout 0.0, label 0.0, place 0.8)
//       dearer by 7.7: a paragraph without label (layout 0.0, no label 8.5)
//       dearer by 8.3: goes on with the paragraph (layout 6.0, no label 3.2)
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "align/outline_reasons.h"

namespace synoptic {

// What the numbers mean; for the head of a list of reasons.
std::string why_heading();

// The choice, then each rival, a remark each.
std::vector<std::string> why_remarks(const Text& text, const LineReason& reason);

// The same as data, one object a line.
nlohmann::json why_json(const Text& text, const OutlineReasons& reasons);

}  // namespace synoptic
