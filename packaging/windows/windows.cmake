# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Version, icon and manifest in both programs; the libraries they need beside them; the NSIS installer.
foreach(program civicq-admin civicq-db)
    set(CIVICQ_PROGRAM ${program})
    configure_file(windows/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc @ONLY)
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    if(MSVC)
        # The linker's own manifest would be a second one.
        target_link_options(${program} PRIVATE /MANIFEST:NO)
    endif()
endforeach()

set(civicq_folders ${CMAKE_PREFIX_PATH} ${PostgreSQL_ROOT})
list(TRANSFORM civicq_folders APPEND /bin)
install(TARGETS civicq-admin civicq-db RUNTIME_DEPENDENCY_SET civicq_libraries)
# Qt's own libraries and plugins are brought by its script; those of others (KDE's frameworks, libpq, the keychain) here.
install(RUNTIME_DEPENDENCY_SET civicq_libraries
    PRE_EXCLUDE_REGEXES "api-ms-.*" "ext-ms-.*" "hvsifiletrust\\.dll" "pdmutilities\\.dll"
    POST_EXCLUDE_REGEXES ".*[/\\]system32[/\\].*\\.dll"
    DIRECTORIES ${civicq_folders})
qt_generate_deploy_app_script(TARGET civicq-admin OUTPUT_SCRIPT civicq_deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${civicq_deploy})

set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_PACKAGE_NAME "CivicQ Admin")
set(CPACK_PACKAGE_FILE_NAME civicq-admin-${PROJECT_VERSION}-windows-x64)
set(CPACK_PACKAGE_INSTALL_DIRECTORY "CivicQ Admin")
set(CPACK_PACKAGE_EXECUTABLES civicq-admin "CivicQ Admin")
set(CPACK_NSIS_DISPLAY_NAME "CivicQ Admin")
set(CPACK_NSIS_PACKAGE_NAME "CivicQ Admin")
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_SOURCE_DIR}/windows/civicq-admin.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_SOURCE_DIR}/windows/civicq-admin.ico)
set(CPACK_NSIS_INSTALLED_ICON_NAME bin\\civicq-admin.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON) # offers to put civicq-db on PATH
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
