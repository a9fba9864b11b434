# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How every target of the project is made: one place for flags, precompiled headers and output folders.

option(CIVICQ_WERROR "Warnings are errors" ON)
# Several sources a compilation: most of the time one takes goes into Qt's and the standard library's headers. What stands
# in an unnamed namespace has a name of its own within its folder, therefore.
option(CIVICQ_UNITY "Compile several sources of a library at once" ON)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
endif()

find_program(CIVICQ_CCACHE ccache)
if(CIVICQ_CCACHE AND NOT CMAKE_CXX_COMPILER MATCHES "ccache")
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CIVICQ_CCACHE})
endif()

find_program(CIVICQ_MOLD mold)
if(CIVICQ_MOLD AND NOT APPLE AND NOT WIN32)
    add_link_options(-fuse-ld=mold)
endif()

add_library(civicq_flags INTERFACE)
target_compile_definitions(civicq_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    $<$<PLATFORM_ID:Windows>:UNICODE;_UNICODE;NOMINMAX;WIN32_LEAN_AND_MEAN>)
if(MSVC)
    target_compile_options(civicq_flags INTERFACE /W4 /utf-8 /permissive- /EHsc /Zc:__cplusplus
        $<$<BOOL:${CIVICQ_WERROR}>:/WX>)
else()
    target_compile_options(civicq_flags INTERFACE
        -fPIC -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
        # Among sources compiled at once, a local name may be that of a function in another one, and a type that a source
        # keeps to itself looks like a header's. The presets asan-ubsan, tsan and clazy compile each source alone.
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
        $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wno-subobject-linkage>
        # Qt 6.8's QTRY_ macros narrow their timeout in our code's name, so tests go without this one.
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CIVICQ_IS_TEST>>>:-Wconversion>
        $<$<BOOL:${CIVICQ_WERROR}>:-Werror>
        # ccache needs to see through the precompiled header
        $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

# civicq_library(NAME SOURCES file... LINK lib... [PCH_FROM target])
#
# A static library civicq_NAME whose headers are included as "NAME/header.h". Libraries of models/ and
# of widgets/ share one precompiled header each, owned by civicq_core and civicq_common.
function(civicq_library name)
    cmake_parse_arguments(ARG "" "PCH_FROM" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(civicq_${name} STATIC ${ARG_SOURCES})
    add_library(civicq::${name} ALIAS civicq_${name})
    target_include_directories(civicq_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/..)
    target_link_libraries(civicq_${name} PUBLIC ${ARG_LINK} PRIVATE civicq_flags ${ARG_PRIVATE_LINK})
    if(ARG_PCH_FROM)
        target_precompile_headers(civicq_${name} REUSE_FROM ${ARG_PCH_FROM})
    endif()
    set_property(GLOBAL APPEND PROPERTY CIVICQ_LIBRARIES civicq_${name})
    civicq_unity(civicq_${name})
endfunction()

# civicq_unity(TARGET): its sources are compiled by the handful, if that is wanted.
function(civicq_unity target)
    if(NOT CIVICQ_UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# civicq_precompile(TARGET HEADER...)
#
# The precompiled header a family of targets shares. With CCACHE_PCH_EXTSUM=true ccache knows it by the sum written here
# instead of by its bytes, which hold this folder's path: two checkouts then share what they have compiled. The headers
# are the compiler's and Qt's alone, so their versions say all there is to say.
function(civicq_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    string(SHA256 sum "${ARGN}|${CMAKE_CXX_COMPILER_ID}|${CMAKE_CXX_COMPILER_VERSION}|${Qt6_VERSION}|${CMAKE_BUILD_TYPE}|${CMAKE_CXX_FLAGS}")
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum ${sum})
endfunction()

# civicq_test(NAME SOURCES file... LINK lib...)
#
# One Qt Test program, run by ctest without a display. A test starts what it needs itself (a PostgreSQL
# server, a proxy) and may run beside every other one.
function(civicq_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
    add_executable(test_${name} ${ARG_SOURCES})
    set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests CIVICQ_IS_TEST ON)
    target_link_libraries(test_${name} PRIVATE civicq_flags Qt6::Test Qt6::Concurrent ${ARG_LINK})
    target_precompile_headers(test_${name} REUSE_FROM civicq_core)
    add_test(NAME ${name} COMMAND test_${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 180)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;CIVICQ_TEST_BIN=${CMAKE_BINARY_DIR}/bin")
endfunction()
