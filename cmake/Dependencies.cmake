# The libraries.  A missing one is named with the Debian or Ubuntu package that brings it.
function(need found what package)
  if(NOT ${found})
    message(FATAL_ERROR "${what} was not found. Install it with: sudo apt-get install ${package}\n"
      "or everything that is missing with: ./dev install-deps")
  endif()
endfunction()

find_package(Threads REQUIRED)
find_package(ICU 67 QUIET COMPONENTS uc i18n data)
need(ICU_FOUND "ICU 67 or later" libicu-dev)
find_package(Boost QUIET COMPONENTS locale)
need(Boost_FOUND "Boost.Locale" libboost-locale-dev)
find_package(SQLite3 QUIET)
need(SQLite3_FOUND "SQLite 3" libsqlite3-dev)
find_package(fmt QUIET)
need(fmt_FOUND "fmt" libfmt-dev)
find_package(nlohmann_json QUIET)
need(nlohmann_json_FOUND "JSON for Modern C++" nlohmann-json3-dev)
find_package(CLI11 QUIET)
need(CLI11_FOUND "CLI11" libcli11-dev)
find_package(PkgConfig QUIET)
need(PKG_CONFIG_FOUND "pkg-config" pkg-config)
pkg_check_modules(UCHARDET QUIET IMPORTED_TARGET uchardet)
need(UCHARDET_FOUND "uchardet" libuchardet-dev)
pkg_check_modules(EXPAT QUIET IMPORTED_TARGET expat)
need(EXPAT_FOUND "Expat (XML)" libexpat1-dev)
pkg_check_modules(XXHASH QUIET IMPORTED_TARGET libxxhash)
need(XXHASH_FOUND "xxHash" libxxhash-dev)
find_library(CLD2 cld2)
find_library(CLD2_FULL cld2_full)
need(CLD2 "CLD2 (language identification)" libcld2-dev)
need(CLD2_FULL "CLD2's full table" libcld2-dev)

# Both libraries define the same tables and the first one linked wins: the full one must stand in
# front, and must stay although nothing asks for it by name.
add_library(synoptic_cld2 INTERFACE)
target_link_libraries(synoptic_cld2 INTERFACE
  -Wl,--push-state,--no-as-needed ${CLD2_FULL} ${CLD2} -Wl,--pop-state)
