# What is installed, and the .deb.  The program holds its language data and names no path of the
# build, so that it works wherever it is moved.
if(NOT TARGET synoptic)
  return()
endif()
include(GNUInstallDirs)
install(TARGETS synoptic RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

find_program(GZIP gzip)
function(install_gzipped source name destination)
  set(packed ${CMAKE_BINARY_DIR}/installed/${name}.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS ${source}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/installed
    COMMAND ${GZIP} -9nc ${source} > ${packed}
    VERBATIM)
  add_custom_target(pack_${name} ALL DEPENDS ${packed})
  install(FILES ${packed} DESTINATION ${destination})
endfunction()
if(GZIP)
  install_gzipped(${CMAKE_SOURCE_DIR}/docs/synoptic.1 synoptic.1 ${CMAKE_INSTALL_MANDIR}/man1)
  install_gzipped(${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog ${CMAKE_INSTALL_DOCDIR})
endif()
file(GLOB pages CONFIGURE_DEPENDS docs/*.md)
install(FILES README.md ${pages} DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES docs/completion.bash RENAME synoptic
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/bash-completion/completions)
install(DIRECTORY translations/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples
  FILES_MATCHING PATTERN *.txt)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Synoptic")
set(CPACK_PACKAGE_CONTACT "Synoptic developers <developers@synoptic.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR}/package)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "less, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Synoptic pairs the clauses of a treaty, statute or resolution with those of
its translations, by their numbering and by their content, shows them side by
side in any number of languages, and lists what a reviser should look at:
clauses that are missing, added, moved, merged or split, and numbers and dates
that changed.")
include(CPack)
