# The fuzz targets: one program a reader, fuzz_NAME, of one source (tests/fuzz/reader_fuzz.cc).
# `./dev fuzz` builds and runs them.
foreach(reader text html markdown akoma-ntoso formex docx odt tmx xliff table xlsx glossary
        dictionary decisions outline pdf-layout zip)
  add_executable(fuzz_${reader} tests/fuzz/reader_fuzz.cc tests/fuzz/packed_parts.cc
    tests/formats/samples.cc)
  target_include_directories(fuzz_${reader} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(fuzz_${reader} PRIVATE SYNOPTIC_FUZZED="${reader}")
  target_link_libraries(fuzz_${reader} PRIVATE synoptic_formats synoptic_checks synoptic_align
    synoptic_text PkgConfig::LIBZIP -fsanitize=fuzzer)
  list(APPEND fuzz_targets fuzz_${reader})
endforeach()
add_custom_target(fuzz DEPENDS ${fuzz_targets})
