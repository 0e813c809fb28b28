// Puts the letters of Arabic ligatures in the order of the letters around them.
//
// Words come as they are seen, from left to right, but the letters of a ligature, which are one
// sign of the font, in the order in which they are read: "لا" (lam, alef) is then the same as the
// article "ال" seen from left to right.  What it was shows in the width of the word.
//
// Method: the widths of all shapes of letters are found by least squares over the widths of the
// words (Gauss), each word read as its widths say, in turns until no word changes; words that fit
// badly count less (Cauchy weights).  Documents whose ligatures stand in order, or that have none,
// show lam before alef as such and are left as they are.
// Errors: none.  Time: linear in the words, cubic in the shapes (some 150).  Threads: pure.
#pragma once

#include <vector>

#include "formats/pdf_page.h"

namespace synoptic {

void reorder_ligatures(std::vector<PdfPage>& pages);

}  // namespace synoptic
