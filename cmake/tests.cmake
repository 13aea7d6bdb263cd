# claimbase_test(NAME LABEL unit|cli|slow SOURCES ... LIBRARIES ...): one GoogleTest program, one CTest test. Not a test a case: each
# process would read the whole vocabulary again, which the sanitizers make dear.
#
# GoogleTest and the standard headers are a third of what a test compiles: they are compiled once. Not under a compiler cache, which
# keeps no object that was made with them.
add_library(claimbase_test_headers OBJECT ${PROJECT_SOURCE_DIR}/cmake/test_headers.cpp)
target_link_libraries(claimbase_test_headers PRIVATE claimbase_options GTest::gmock)
# As the tests are, which are programs.
set_target_properties(claimbase_test_headers PROPERTIES POSITION_INDEPENDENT_CODE OFF)
target_compile_options(claimbase_test_headers PRIVATE -O0 -fPIE)
target_compile_definitions(claimbase_test_headers PRIVATE CLAIMBASE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  target_precompile_headers(claimbase_test_headers PRIVATE
    <gmock/gmock.h> <gtest/gtest.h> <algorithm> <filesystem> <fstream> <map> <optional> <set> <sstream> <string> <vector>)
endif()

function(claimbase_test NAME)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${NAME} ${arg_SOURCES})
  target_link_libraries(${NAME} PRIVATE claimbase_options ${arg_LIBRARIES} GTest::gmock GTest::gtest_main)
  # GoogleTest's macros are slow to optimise, and nothing is measured in a test.
  target_compile_options(${NAME} PRIVATE -O0)
  target_compile_definitions(${NAME} PRIVATE CLAIMBASE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    target_precompile_headers(${NAME} REUSE_FROM claimbase_test_headers)
  endif()
  add_test(NAME ${NAME} COMMAND ${NAME} --gtest_brief=1)
  set_tests_properties(${NAME} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 1200)
endfunction()
