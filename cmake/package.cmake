# cmake --install, and a .deb by `cpack -G DEB`.
foreach(program claimbase claimbase-index)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()
# The tokenizer and ranking function for sqlite3, Python and Datasette: "select load_extension('.../claimbase_fts')".
if(TARGET claimbase_fts)
  install(TARGETS claimbase_fts LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/claimbase)
endif()
# The programs have the vocabulary built in; the files are there to be read and extended.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/corpus/vocabulary DESTINATION ${CMAKE_INSTALL_DATADIR}/claimbase
        FILES_MATCHING PATTERN "*.rdf")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright OPTIONAL)

set(CLAIMBASE_PACKAGE_CONTACT "Claimbase maintainers <maintainers@claimbase.invalid>" CACHE STRING "who made the package")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME claimbase)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT ${CLAIMBASE_PACKAGE_CONTACT})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
  "Claimbase reads articles, finds the health claims in them and the references and studies named for each,
 and answers from one SQLite file what a claim rests on.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # the shared libraries, and their versions, as dpkg-shlibdeps finds them
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.40)") # newer than the symbols alone would ask: the store is tested with it
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils") # a program, not a library: PDFs are read through its pdftotext
include(CPack)
