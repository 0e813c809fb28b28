#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace synoptic {

namespace {

constexpr std::size_t kLeastWidth = 20;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_terminal() { return isatty(STDOUT_FILENO) == 1; }

// Terminals that reorder right-to-left text themselves: VTE says its version, the others who they
// are.
bool terminal_reorders() {
  constexpr int kFirstVte = 5800;
  const std::string vte = environment("VTE_VERSION");
  if (!vte.empty()) return std::atoi(vte.c_str()) >= kFirstVte;
  const std::string program = environment("TERM_PROGRAM");
  return program == "Apple_Terminal" || program == "mintty" || program == "mlterm" ||
         !environment("KONSOLE_VERSION").empty() || !environment("MLTERM").empty();
}

std::string pager() {
  for (const char* name : {"SYNOPTIC_PAGER", "PAGER"}) {
    const std::string command = environment(name);
    if (!command.empty()) return command;
  }
  return "less -RFX";
}

}  // namespace

void add_display_options(CLI::App& app, DisplayOptions& options) {
  app.add_option("--width", options.width, "Columns to use, else those of the terminal")
      ->check(CLI::Range(kLeastWidth, std::size_t{10000}));
  app.add_option("--color", options.colour, "auto (on a terminal), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_option("--bidi", options.bidi,
                 "Who orders right-to-left text: terminal, visual (we do), or auto")
      ->check(CLI::IsMember({"auto", "terminal", "visual"}))
      ->capture_default_str();
  app.add_flag("--no-pager", options.no_pager, "Write straight to the terminal");
}

std::size_t display_columns(const DisplayOptions& options) {
  if (options.width > 0) return options.width;
  const int columns = std::atoi(environment("COLUMNS").c_str());
  if (columns >= static_cast<int>(kLeastWidth)) return static_cast<std::size_t>(columns);
  winsize size{};
  if (is_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::max<std::size_t>(size.ws_col, kLeastWidth);
  }
  return kFileWidth;
}

bool display_colour(const DisplayOptions& options) {
  if (options.colour != "auto") return options.colour == "always";
  return is_terminal() && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

TextOrder display_order(const DisplayOptions& options) {
  if (options.bidi == "terminal") return TextOrder::kLogical;
  if (options.bidi == "visual") return TextOrder::kVisual;
  if (!is_terminal() || terminal_reorders()) return TextOrder::kLogical;
  return environment("TERM") == "xterm-kitty" ? TextOrder::kVisualWords : TextOrder::kVisual;
}

std::string in_display_order(std::string_view lines, const DisplayOptions& options) {
  const TextOrder order = display_order(options);
  if (order == TextOrder::kLogical || !has_right_to_left(lines)) return std::string(lines);
  const std::size_t end = std::min(lines.find('\n'), lines.size());
  std::string all;
  for (const VisualCluster& cluster : visual_order(lines.substr(0, end), false, order)) {
    all += cluster.text;
  }
  if (end == lines.size()) return all;
  return all + '\n' + in_display_order(lines.substr(end + 1), options);
}

void show(const Table& table, const DisplayOptions& options) {
  show(render(table, {display_columns(options), display_colour(options), display_order(options)}),
       options);
}

void show(std::string_view text, const DisplayOptions& options) {
  if (!is_terminal() || isatty(STDIN_FILENO) != 1 || options.no_pager) {
    std::cout << text;
    return;
  }
  // A reader that quits the pager early must not end us by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  FILE* out = popen(pager().c_str(), "w");
  if (out == nullptr) {
    std::cout << text;
    return;
  }
  std::fwrite(text.data(), 1, text.size(), out);
  pclose(out);
}

}  // namespace synoptic
