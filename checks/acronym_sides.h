// All acronyms of a pair, by number and by link.  Threads: pure.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "checks/acronyms.h"
#include "checks/check.h"
#include "checks/counterparts.h"

namespace synoptic {

struct AcronymSide {
  std::vector<Acronym> acronyms;
  std::vector<uint32_t> keys;  // of each
  LinkKeys of_link;            // empty where the other side of the link is
};

struct Acronyms {
  std::unordered_map<std::string, uint32_t> ids;
  std::vector<std::string> keys;  // folded, by number
  AcronymSide original;
  AcronymSide translation;
};

Acronyms acronyms_of(const CheckInput& input);

// Another link than `at` has it on both sides.
bool is_kept_elsewhere(const Acronyms& all, std::size_t at, uint32_t key);

}  // namespace synoptic
