// Units to sentences, by ICU's rules for the language and the convention's abbreviations.
#pragma once

#include "align/convention.h"
#include "align/document.h"

namespace synoptic {

// Fills document.segments and document.first_segment.  A unit without text has no segment.
void segment(Document& document, const Convention& convention);

}  // namespace synoptic
