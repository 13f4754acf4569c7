# dragoman_module(NAME SOURCES a.cc b.cc DEPENDS dragoman_base ... LIBRARIES ICU::uc ...): one static library for each folder of src.
# DEPENDS are modules above it in the list of STYLE (includes point one way only); LIBRARIES are third-party and stay private.
function(dragoman_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_library(dragoman_${name} STATIC ${ARG_SOURCES})
  target_include_directories(dragoman_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(dragoman_${name} PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_LIBRARIES} dragoman_warnings)
  set_target_properties(dragoman_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# What `tools/test` builds under the sanitizers.
add_custom_target(unit_tests)

# dragoman_test(NAME SOURCES ... DEPENDS ...): a GoogleTest program `test_NAME`; tests run from the project's folder.
function(dragoman_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${ARG_DEPENDS} GTest::gmock GTest::gtest_main dragoman_warnings)
  # g++ 12 sees uninitialized strings in the lists of values that tests write down, where there are none (GCC bug 105562).
  target_compile_options(test_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_dependencies(unit_tests test_${name})
  gtest_discover_tests(test_${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS unit)
endfunction()
