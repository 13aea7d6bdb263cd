# claimbase_test(NAME LABEL unit|cli|slow SOURCES ... LIBRARIES ...): one GoogleTest program, one CTest test. Not a test a case: each
# process would read the whole vocabulary again, which the sanitizers make dear.
function(claimbase_test NAME)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${NAME} ${arg_SOURCES})
  target_link_libraries(${NAME} PRIVATE claimbase_options ${arg_LIBRARIES} GTest::gmock GTest::gtest_main)
  # GoogleTest's macros are slow to optimise, and nothing is measured in a test.
  target_compile_options(${NAME} PRIVATE -O0)
  target_compile_definitions(${NAME} PRIVATE CLAIMBASE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${NAME} COMMAND ${NAME} --gtest_brief=1)
  set_tests_properties(${NAME} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 1200)
endfunction()
