#include "text/logical_order.h"

#include <catch2/catch.hpp>

#include "text/letter_shapes.h"

using namespace synoptic;

TEST_CASE("what is seen from left to right is put into the order in which it is read") {
  struct Row {
    const char* what;
    const char* seen;
    bool right_to_left;
    const char* read;
  };
  const Row rows[] = {
      {"Latin", "The towns", false, "The towns"},
      {"Hebrew", "םלוע םולש", true, "שלום עולם"},
      {"a number", "12 םולש", true, "שלום 12"},
      {"a number of Arabic", "٢٥و", true, "و٢٥"},
      {"a label", "םולש -١", true, "١- שלום"},
      {"Latin words and their number", ".(FPRC 3) םולש", true, "שלום (FPRC 3)."},
      {"brackets as they look", "(א) ב", true, "ב (א)"},
      {"brackets as they are read", ")א( ב", true, "ב (א)"},
      {"quotation marks", "«בא»", true, "«אב»"},
      {"marks behind their letters", "دعبيُ", true, "يُبعد"},
      {"a Hebrew word in English", "the word םולש here", false, "the word שלום here"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(logical_order(row.seen, row.right_to_left) == row.read);
  }
}

TEST_CASE("presentation forms become letters, nothing else does") {
  struct Row {
    const char* shown;
    const char* plain;
  };
  const Row rows[] = {{"oﬃce", "office"},   {"ﬁrst", "first"}, {"ﻻ", "لا"}, {"ﻣﻦ", "من"},
                      {"m² ½ Ⅳ", "m² ½ Ⅳ"}, {"ＡＢ", "ＡＢ"},  {"שׁ", "שׁ"},  {"①", "①"}};
  for (const Row& row : rows) CHECK(without_presentation_forms(row.shown) == row.plain);
}

TEST_CASE("letters of Arabic have the shapes that their neighbours give them") {
  const auto shapes = [](std::u32string_view letters) { return letter_shapes(letters); };
  CHECK(shapes(U"من")[0] == shapes(U"مع")[0]);
  CHECK(shapes(U"من")[0] != shapes(U"نم")[1]);
  CHECK(shapes(U"لا").size() == 1);  // a ligature
  CHECK(shapes(U"ال").size() == 2);
  CHECK(shapes(U"مُن").size() == 2);  // marks have no shape
  CHECK(shapes(U"بلا")[1] != shapes(U"لا")[0]);
}
