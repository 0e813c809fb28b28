// Catch2 3 under the header name of Catch2 2, for systems that have only the newer one.
#pragma once

#include <catch2/catch_all.hpp>

using Catch::Approx;
using namespace Catch::Matchers;  // NOLINT: as the header of 2 does for its matchers' users
