// The real declaration, where it is at hand ($SYNOPTIC_CORPORA/seed).
#include <catch2/catch.hpp>
#include <cstdlib>

#include "align/outline.h"
#include "formats/plain_text.h"

namespace synoptic {

TEST_CASE("the ASEM declaration has its 39 units", "[declaration]") {
  const char* corpora = std::getenv("SYNOPTIC_CORPORA");
  if (corpora == nullptr) {
    WARN("skipped: SYNOPTIC_CORPORA is not set, the declaration is not part of this tree");
    return;
  }
  const std::string file = std::string(corpora) + "/seed/asem-declaration.en.txt";
  const Text text = read_plain_text(read_file(file, 1 << 20), file, {});
  const Document document = outline(text, load_convention(text.language));
  std::string paths;
  for (const Unit& unit : document.units) paths += unit.path + " ";
  CHECK(paths ==
        "title 1 2 3 4 5 6 7 7.1 7.1.•1 7.1.•2 7.1.•3 7.1.•4 "
        "7.2 7.2.•1 7.2.•2 7.2.•3 7.2.•4 7.2.•5 7.3 7.3.•1 7.3.•2 7.3.•3 7.3.•4 "
        "7.4 7.4.•1 7.4.•2 7.4.•3 7.5 7.5.•1 7.5.•2 7.5.•3 7.5.•4 7.6 7.6.•1 7.6.•2 8 9 10 ");
  CHECK(text.language == "en");
}

}  // namespace synoptic
