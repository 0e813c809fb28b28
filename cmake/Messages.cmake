# The words of the program: languages/TAG/messages.po becomes locale/TAG/LC_MESSAGES/synoptic.mo
# beside the program, and is installed where every program keeps its catalogues.
include(GNUInstallDirs)
find_program(MSGFMT msgfmt)
need(MSGFMT "msgfmt (message catalogues)" gettext)

file(GLOB catalogues CONFIGURE_DEPENDS languages/*/messages.po)
foreach(source ${catalogues})
  get_filename_component(language ${source} DIRECTORY)
  get_filename_component(language ${language} NAME)
  set(folder ${CMAKE_BINARY_DIR}/locale/${language}/LC_MESSAGES)
  add_custom_command(OUTPUT ${folder}/synoptic.mo DEPENDS ${source}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${MSGFMT} --check-format --check-domain --output-file=${folder}/synoptic.mo ${source}
    COMMENT "Compiling languages/${language}/messages.po"
    VERBATIM)
  list(APPEND compiled ${folder}/synoptic.mo)
endforeach()
add_custom_target(messages ALL DEPENDS ${compiled})
if(TARGET synoptic)
  add_dependencies(synoptic messages)
endif()
install(DIRECTORY ${CMAKE_BINARY_DIR}/locale/ DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/locale
  FILES_MATCHING PATTERN *.mo)
