# How everything is compiled: language level, warnings, sanitizers, ccache, precompiled headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, Debug, RelWithDebInfo" FORCE)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 12
   OR CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  message(FATAL_ERROR "${CMAKE_CXX_COMPILER} is version ${CMAKE_CXX_COMPILER_VERSION}; synoptic "
    "needs g++ 12 or clang 14. Install g++-12 and configure anew with CXX=g++-12 "
    "(./dev does both).")
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # It sees overlaps and overruns in "a" + std::string: GCC bugs 105651 and 105329.
  add_compile_options(-Wno-restrict -Wno-stringop-overflow)
endif()
option(SYNOPTIC_WERROR "Warnings are errors" OFF)
if(SYNOPTIC_WERROR)
  add_compile_options(-Werror)
endif()

option(SYNOPTIC_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(SYNOPTIC_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer -g1)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized)  # says so of instrumented standard headers
  endif()
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=address,undefined)
endif()

option(SYNOPTIC_FUZZ "The fuzz targets of tests/fuzz, by clang's libFuzzer" OFF)
if(SYNOPTIC_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# The sloppiness is what ccache asks for before it takes precompiled headers.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE})
endif()

# precompile(TARGET HEADER...): parses heavy headers once for all files of a target.  A source file
# still includes what it uses; the sanitizer build has this off and so proves it.
option(SYNOPTIC_PRECOMPILE "Precompiled headers" ON)
function(precompile target)
  if(SYNOPTIC_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
