#include "cli/changes_option.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace synoptic {

void add_changes_option(CLI::App& app, Changes& changes) {
  const std::map<std::string, Changes> words = {{"accept", Changes::kAccepted},
                                                {"reject", Changes::kRejected}};
  app.add_option("--changes", changes,
                 "Read tracked changes of DOCX and ODT as if accepted (so by default) or rejected")
      ->transform(CLI::CheckedTransformer(words))
      ->type_name("accept|reject")
      ->option_text("accept|reject");
}

}  // namespace synoptic
