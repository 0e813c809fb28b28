// Small documents and alignments for the tests of the store, and a folder that goes when they end.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "storage/store.h"
#include "text/error.h"

namespace synoptic::samples {

// A folder of its own for one test.
class Folder {
 public:
  Folder();
  ~Folder();
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Clause {
  std::string path;
  std::vector<std::string> sentences;
};

// Clauses with their sentences; every clause but the title has a label of one level.
Document document(const std::string& language, const std::vector<Clause>& clauses);

// Clause n to clause n, sentence by sentence; the last one on its own on either side.
Alignment alignment(const Document& original, const Document& translation);

std::vector<Finding> findings();

// Imports at a fixed time.
Imported import(Store& store, const std::string& work, TextRole role, const std::string& bytes,
                const Document& document);

bool same(const Alignment& a, const Alignment& b);
bool same(const Finding& a, const Finding& b);

// What `action` throws, as the user reads it; empty where it does not throw.
template <typename Action>
std::string error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace synoptic::samples
