#include "cli/progress.h"

#include <catch2/catch.hpp>

namespace synoptic {

TEST_CASE("How far a run is, in a line", "[cli][progress]") {
  CHECK(progress_line(0, 8, 0, "files", 80) == "[                    ] 0/8 files");
  CHECK(progress_line(2, 8, 1, "files", 80) == "[#####               ] 2/8 files, 2.0/s, 3 s left");
  CHECK(progress_line(8, 8, 2, "files", 80) == "[####################] 8/8 files, 4.0/s, 0 s left");
  CHECK(progress_line(2, 8, 1, "files", 30) == "[#####               ] 2/8 fil");
}

}  // namespace synoptic
