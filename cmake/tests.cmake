# claimbase_test(NAME LABEL unit|cli|slow SOURCES ... LIBRARIES ...): one GoogleTest program, each case a CTest case.
function(claimbase_test NAME)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${NAME} ${arg_SOURCES})
  target_link_libraries(${NAME} PRIVATE claimbase_options ${arg_LIBRARIES} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${NAME} PRIVATE CLAIMBASE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${NAME} DISCOVERY_TIMEOUT 120 PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 300)
endfunction()
