#include "text/sentences.h"

#include <catch2/catch.hpp>
#include <string>

namespace synoptic {

TEST_CASE("sentences end at the signs of their script") {
  struct Row {
    const char* why;
    std::string text;
    std::size_t sentences;
  };
  const Row rows[] = {
      {"full stops", "One bell rings. Two boats leave.", 2},
      {"an abbreviation", "See Art. 5 of the charter.", 1},
      {"Chinese, without spaces", "钟响了。船开了。", 2},
      {"Devanagari", "घंटी बजती है। नाव चलती है।", 2},
      {"Khmer", "កណ្ដឹងរោទ៍។ ទូកចេញដំណើរ។", 2},
      {"Burmese, the full stop", "ခေါင်းလောင်းမြည်သည်။ လှေထွက်သည်။", 2},
      {"Burmese, the comma", "ခေါင်းလောင်းမြည်၍၊ လှေထွက်သည်။", 1},
      {"Tibetan, a shad ends clauses too", "དྲིལ་བུ་བརྡུངས། གྲུ་གཟིངས་ཐོན།", 1},
      {"Tibetan, a double shad", "དྲིལ་བུ་བརྡུངས༎ གྲུ་གཟིངས་ཐོན༎", 2},
      {"Ethiopic", "ደወሉ ተደወለ። ጀልባው ሄደ።", 2},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(sentence_ends(row.text, "", {"art."}).size() == row.sentences);
  }
}

}  // namespace synoptic
