#include "formats/zip_folder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "formats/readers.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;
using samples::zip_of;

namespace {

std::vector<std::string> names_in(const std::string& zip) {
  std::vector<std::string> names;
  for (const ArchivedFile& file : files_in_zip(zip, "act.zip")) names.push_back(file.name);
  return names;
}

std::string error_of(const std::string& zip) {
  return samples::error_of([&] { files_in_zip(zip, "act.zip"); });
}

const std::string kHtml = "<html><p>The towns keep one watch over the river.</p></html>";

}  // namespace

TEST_CASE("a zip is read as a folder of files is") {
  using Names = std::vector<std::string>;
  struct Row {
    const char* what;
    std::vector<samples::SampleEntry> entries;
    Names names;
  };
  const Row rows[] = {
      {"files",
       {{"fr.txt", "Les villes"}, {"en.html", kHtml}},
       {"act.zip/en.html", "act.zip/fr.txt"}},
      {"one folder that holds all",
       {{"act/fr.txt", "Les villes"}, {"act/en.txt", "The towns"}, {"__MACOSX/act/._en.txt", "x"}},
       {"act.zip/act/en.txt", "act.zip/act/fr.txt"}},
      {"what is no text of the work",
       {{"en.txt", "The towns"},
        {"README.txt", "x"},
        {".x.txt", "x"},
        {"deep/de.txt", "x"},
        {"notes.md", "a line"},
        {"empty.txt", ""}},
       {"act.zip/en.txt"}},
      {"a document of a word processor",
       {{"en.docx", samples::docx_of({"<w:p><w:r><w:t>The towns</w:t></w:r></w:p>"})}},
       {"act.zip/en.docx"}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(names_in(zip_of(row.entries)) == row.names);
  }
}

TEST_CASE("a zip of files is told from documents that are zips") {
  CHECK(is_zip_folder(zip_of({{"en.txt", "The towns"}})));
  CHECK_FALSE(is_zip_folder(samples::docx_of({"<w:p/>"})));
  CHECK_FALSE(is_zip_folder(samples::odt_of({"<text:p/>"})));
  CHECK_FALSE(is_zip_folder(zip_of({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "x"}})));
  CHECK_FALSE(is_zip_folder("The towns"));
  CHECK_THROWS_WITH(read_text(zip_of({{"en.txt", "x"}}), "act.zip", {}),
                    Catch::Contains("it is an archive of files"));
}

TEST_CASE("hostile zips are refused") {
  struct Row {
    const char* what;
    std::string zip;
    const char* says;
  };
  std::vector<samples::SampleEntry> many;
  for (int i = 0; i < 20001; ++i) many.push_back({std::to_string(i) + ".txt", "", false});
  std::vector<samples::SampleEntry> large;
  for (int i = 0; i < 12; ++i) {
    large.push_back({std::to_string(i) + ".txt", std::string(7 << 20, ' ')});
  }
  std::string damaged = zip_of({{"en.txt", std::string(9000, 'x') + "The towns"}});
  damaged[45] = static_cast<char>(damaged[45] ^ 0x55);
  const Row rows[] = {
      {"a bomb", zip_of({{"en.txt", std::string(80 << 20, ' ')}}),
       "act.zip: en.txt: it would unpack to"},
      {"many bombs", zip_of(large), "act.zip: its files would unpack to more than 67108864 bytes"},
      {"an archive within", zip_of({{"more.zip", zip_of({{"en.txt", "The towns"}})}}),
       "act.zip: more.zip: it is an archive in an archive"},
      {"a way out", zip_of({{"../en.txt", "The towns"}}),
       "act.zip: ../en.txt: the name leads out of the archive"},
      {"a path from the root", zip_of({{"/en.txt", "The towns"}}),
       "act.zip: /en.txt: the name leads out of the archive"},
      {"too many entries", zip_of(many), "act.zip: its zip archive has 20001 entries"},
      {"a damaged stream", damaged, "act.zip: en.txt: it cannot be unpacked"},
      {"cut off", zip_of({{"en.txt", "The towns"}}).substr(0, 40),
       "act.zip: its zip archive is damaged"},
      {"no text", zip_of({{"photo.jpg", "\xFF\xD8\xFF"}}),
       "act.zip: the archive holds no file of a format that is read"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK_THAT(error_of(row.zip), Catch::StartsWith(row.says));
  }
}
