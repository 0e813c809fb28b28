// The direction of text, and the order in which a terminal gets its characters.
//
// Terminals differ.  VTE (GNOME, Xfce, Tilix; 0.58 or later), mintty, Konsole, Apple's Terminal and
// mlterm reorder right-to-left text themselves, the first two until told not to (ECMA-48 BDSM,
// CSI 8 l).  xterm, Windows Terminal, Alacritty, foot and the Linux console put every character to
// the right of the one before, unjoined.  kitty does so with words, and draws each word from right
// to left, joined.
// So there are three orders; which is right is asked of cli/terminal.h.
//
// Method: Unicode bidirectional algorithm (UAX #9) and Arabic shaping by presentation forms, both
// by ICU, a line at a time; the direction of the paragraph is the caller's. Errors: none.  Threads:
// pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

enum class TextOrder : uint8_t {
  kLogical,      // as it is read; for files, and for terminals that reorder
  kVisual,       // from left to right as it is seen, letters of Arabic joined
  kVisualWords,  // words as they are seen, the letters of each as they are read
};

// True where the first strong character is right to left.
bool is_right_to_left(std::string_view utf8);

// True where any character is of a right-to-left script.
bool has_right_to_left(std::string_view utf8);

// The direction of a clause in that language (BCP 47 tag, may be empty): a clause in Arabic that
// begins with a Latin acronym still runs from right to left, an untranslated one does not.
bool reads_right_to_left(std::string_view utf8, std::string_view language);

// A grapheme cluster as it is to be written.
struct VisualCluster {
  std::string text;     // may be shaped, and empty where it became part of a ligature
  uint32_t offset = 0;  // of its first byte in the line
};

// The clusters of a line from left to right.  REQUIRES: `order` is not kLogical.
// Example: "abc אבג" in a left-to-right paragraph: a b c space ג ב א.
std::vector<VisualCluster> visual_order(std::string_view line, bool right_to_left, TextOrder order);

}  // namespace synoptic
