// Documents that tests make themselves.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "align/document.h"
#include "text/error.h"

namespace synoptic::samples {

struct SampleEntry {
  std::string name;
  std::string bytes;
  bool packed = true;
};

std::string zip_of(const std::vector<SampleEntry>& entries);

// The parts of a Word document; what is empty has no part but the document.
struct Docx {
  std::string body;
  std::string numbering = {};
  std::string styles = {};
  std::string footnotes = {};
  std::string endnotes = {};
  std::string settings = {};
};

std::string docx_of(const Docx& docx);

struct Odt {
  std::string body;
  std::string automatic_styles = {};
  std::string styles = {};
};

std::string odt_of(const Odt& odt);

// Words on a page of A4, in Courier: a character is 0.6 of the size wide.
struct PdfPiece {
  double left = 0;  // points from the left
  double top = 0;   // and from the top, to the baseline
  double size = 0;
  std::string text;  // ASCII
};

// Pages in their order; `trailer` goes into the dictionary at the end.
std::string pdf_of(const std::vector<std::vector<PdfPiece>>& pages,
                   const std::string& trailer = {});
// The same of the contents of pages, and of `more` objects, numbered from 100.
std::string pdf_of_contents(const std::vector<std::string>& contents,
                            const std::vector<std::string>& more = {},
                            const std::string& trailer = {});

// What `action` throws, as the user reads it; "no error" where it does not throw.
template <typename Action>
std::string error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

// The lines of a text, and the same with number and role in front: "3 note: ¹ See there."
std::vector<std::string> lines_of(const Text& text);
std::vector<std::string> described_lines(const Text& text);

}  // namespace synoptic::samples
