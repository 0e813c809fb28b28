// How the styles of labels stand to each other: which go on with which, which hold which.
//
// Threads: pure.
#pragma once

#include "align/labels.h"

namespace synoptic {

// Containers from the outside in; what is no container of its own nests freely.
int rank_of(LevelKind kind);

// Labels that may go on with one another.
bool same_list(const LabelStyle& a, const LabelStyle& b);

// "(1)" may hang under "1.", and "1)" under either.
bool same_brackets(const LabelStyle& a, const LabelStyle& b);

// "Clause 1" may hang under "Article 11" though both are words for an article.
bool same_word(const LabelStyle& a, const LabelStyle& b);

bool is_worded(const LabelStyle& style);

// The same list beyond doubt: a label of it opens no list inside it.
bool surely_same(const LabelStyle& a, const LabelStyle& b);

}  // namespace synoptic
