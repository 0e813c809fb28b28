# Tests: one program of all tests/*/*_test.cc, and for ctest one test a source file.
#
# Asking the program for its cases at build time, and starting it once a case, would take longer than
# most cases do.  Catch tags each case with its file ("-#"), so that a file can be run by its name.
find_package(Catch2 QUIET)
need(Catch2_FOUND "Catch2" catch2)

add_library(catch_main STATIC tests/catch_main.cc)
if(Catch2_VERSION VERSION_GREATER_EQUAL 3)  # Ubuntu 24.04; our sources name the headers of 2
  target_include_directories(catch_main BEFORE PUBLIC ${CMAKE_SOURCE_DIR}/cmake/catch3)
  target_link_libraries(catch_main PUBLIC Catch2::Catch2WithMain)
  set(refuse_no_cases)  # as 3 does unasked
else()
  set(refuse_no_cases --warn NoTests)
  target_link_libraries(catch_main PUBLIC Catch2::Catch2)
endif()

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS tests/*_test.cc)
file(GLOB test_samples CONFIGURE_DEPENDS tests/*/samples.cc)  # what the tests of a folder share
add_executable(synoptic_tests ${test_sources} ${test_samples})
add_dependencies(synoptic_tests messages)
target_include_directories(synoptic_tests PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(synoptic_tests PRIVATE catch_main ${previous}
  ICU::i18n ICU::uc SQLite::SQLite3 PkgConfig::LIBZIP nlohmann_json::nlohmann_json)
target_compile_definitions(synoptic_tests PRIVATE
  SYNOPTIC_SOURCE_DIR="${CMAKE_SOURCE_DIR}" SYNOPTIC_BINARY_DIR="${CMAKE_BINARY_DIR}")
precompile(synoptic_tests <catch2/catch.hpp>)

# Sanitizers cost a factor of ten.
set(test_timeout 240)
if(SYNOPTIC_SANITIZE)
  set(test_timeout 1200)
endif()
# Tests expect English, wherever they are run.
set(test_environment LC_ALL=C.UTF-8 SYNOPTIC=${CMAKE_BINARY_DIR}/synoptic LSAN_OPTIONS=print_suppressions=0
  UBSAN_OPTIONS=print_stacktrace=1)
foreach(source ${test_sources})
  file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/tests ${source})
  string(REGEX REPLACE "_test\\.cc$" "" name ${name})
  get_filename_component(tag ${source} NAME_WE)
  # No case under that name is a failure: a file whose cases are all gone must not pass.
  add_test(NAME ${name} COMMAND synoptic_tests "-#" "[#${tag}]~[.]" ${refuse_no_cases})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${test_timeout}
    ENVIRONMENT "${test_environment}")
endforeach()

# Scripts: tests/<folder>/<name>_test.sh, exit status 0 passed, 77 skipped.
file(GLOB_RECURSE test_scripts CONFIGURE_DEPENDS tests/*_test.sh)
foreach(script ${test_scripts})
  file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/tests ${script})
  string(REGEX REPLACE "_test\\.sh$" "" name ${name})
  add_test(NAME ${name} COMMAND bash ${script})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${test_timeout} SKIP_RETURN_CODE 77
    ENVIRONMENT "${test_environment};SYNOPTIC_SANITIZE=${SYNOPTIC_SANITIZE}")
endforeach()
if(TEST cli/errors_long_line)
  set_tests_properties(cli/errors_long_line PROPERTIES COST 100)  # half a minute: starts first
endif()

# Measurements: tests/bench/<name>_bench.cc, a program each, built by `./dev bench` alone.
add_custom_target(benches)
file(GLOB bench_sources CONFIGURE_DEPENDS tests/bench/*_bench.cc)
foreach(source ${bench_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${source} tests/formats/samples.cc)
  target_link_libraries(${name} PRIVATE ${previous} PkgConfig::LIBZIP)
  target_compile_definitions(${name} PRIVATE SYNOPTIC_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_dependencies(benches ${name})
endforeach()
