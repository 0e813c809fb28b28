// What stdout is, and how results are put there: width, colour, direction, pager.
//
// Widths are columns.  $COLUMNS comes first, then the terminal's own answer; what is not a terminal
// gets kFileWidth.  Colour only on a terminal, and not under NO_COLOR.  A pager only where both
// stdin and stdout are terminals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/table.h"
#include "text/bidi.h"

namespace CLI {
class App;
}

namespace synoptic {

inline constexpr std::size_t kFileWidth = 100;

struct DisplayOptions {
  std::size_t width = 0;        // 0: as wide as the terminal
  std::string colour = "auto";  // auto, always, never
  std::string bidi = "auto";    // auto, terminal, visual
  bool no_pager = false;
};

// Declares --width, --color, --bidi and --no-pager.
void add_display_options(CLI::App& app, DisplayOptions& options);

std::size_t display_columns(const DisplayOptions& options);
bool display_colour(const DisplayOptions& options);

// The order in which right-to-left text is written: logical for files and for terminals that
// reorder it themselves (text/bidi.h says which), visual for the others.
TextOrder display_order(const DisplayOptions& options);

// Lines in that order, for what is printed without a table.
std::string in_display_order(std::string_view lines, const DisplayOptions& options = {});

// Lays out `table` for the terminal and shows it.
void show(const Table& table, const DisplayOptions& options);

// Writes `text` to stdout, through $SYNOPTIC_PAGER, $PAGER or `less -RFX` on a terminal.  A reader
// that closes early is no error.
void show(std::string_view text, const DisplayOptions& options);

}  // namespace synoptic
