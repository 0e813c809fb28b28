// synoptic status [WORK]: what the store holds.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"
#include "storage/store.h"
#include "text/error.h"
#include "text/messages.h"
#include "text/width.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
};

// One line of the table; numbers are right-aligned, the rest left.
std::string table_line(const std::vector<std::string>& cells,
                       const std::vector<std::size_t>& widths) {
  std::string line = " ";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool last = i + 1 == cells.size();
    const bool number =
        !cells[i].empty() && cells[i].find_first_not_of("0123456789/-") == std::string::npos;
    line += ' ';
    const std::string blanks(widths[i] - display_width(cells[i]), ' ');
    line += last ? cells[i] : number ? blanks + cells[i] : cells[i] + blanks;
    if (!last) line += ' ';
  }
  return line + "\n";
}

std::vector<std::string> cells_of(Store& store, const Version& version,
                                  const std::optional<Version>& original) {
  std::vector<std::string> cells = {version.language, std::to_string(version.number),
                                    std::to_string(version.units)};
  const bool translation = original && original->id != version.id;
  const auto counts =
      translation ? count_open(store, {original->id, version.id}) : std::optional<PairCounts>();
  if (counts) {
    cells.push_back(fmt::format("{}/{}", counts->original_paired, counts->original_units));
    cells.push_back(std::to_string(counts->errors));
    cells.push_back(std::to_string(counts->warnings));
  } else {
    cells.insert(cells.end(), {translation ? translate("none") : "", "", ""});
  }
  cells.push_back(format_time(version.imported_at));
  cells.push_back(version.file);
  return cells;
}

void print_work(Store& store, const std::string& work) {
  const std::vector<Version> texts = store.texts(work);
  const std::optional<Version> original = store.original(work);
  const std::string head = original ? say("original {language}", {{"language", original->language}})
                                    : translate("no original yet");
  std::cout << in_display_order(work + ": " + in_own_direction(head)) << '\n';
  std::vector<std::vector<std::string>> table = {
      {translate("language"), translate("version"), translate("clauses"), translate("paired"),
       translate("errors"), translate("warnings"), translate("imported"), translate("file")}};
  for (const Version& version : texts) table.push_back(cells_of(store, version, original));
  std::vector<std::size_t> widths(table.front().size(), 0);
  for (const auto& cells : table) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(cells[i]));
    }
  }
  for (const auto& cells : table) std::cout << in_display_order(table_line(cells, widths));
}

int run_status(const Options& options) {
  Store store(options.store, Access::kRead);
  std::vector<std::string> works = store.works();
  if (!options.work.empty()) {
    if (std::find(works.begin(), works.end(), options.work) == works.end()) {
      throw Error({options.store, "", say("there is no work \"{work}\"", {{"work", options.work}}),
                   say("`{command}` lists what there is", {{"command", "synoptic status"}})});
    }
    works = {options.work};
  }
  if (works.empty()) std::cout << translate("The store holds no work.") << '\n';
  for (const std::string& work : works) print_work(store, work);
  return kExitClean;
}

}  // namespace

std::function<int()> configure_status(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "A work of the store, else all");
  add_store_option(app, options->store);
  return [options] { return run_status(*options); };
}

}  // namespace synoptic
