// How much a decoded text looks like one that people wrote, to choose between encodings.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/encoding.h"

namespace synoptic {

// 0 for a clean text and less for each thing that a right reading has not, on average over the
// characters beyond ASCII: what could not be mapped, controls, symbols and foreign letters inside
// words, capitals after small letters.  About -1 is dubious, -4 is noise.
double plausibility(const Decoded& decoded, std::size_t source_bytes);

// Above 0 for a text in UTF-16 or UTF-32 read the right way round.
double wide_plausibility(const Decoded& decoded);

}  // namespace synoptic
