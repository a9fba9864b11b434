# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One bundle with both programs, and the disk image.
set(civicq_icons ${CMAKE_CURRENT_SOURCE_DIR}/macos/civicq-admin.icns)
target_sources(civicq-admin PRIVATE ${civicq_icons})
set_source_files_properties(${civicq_icons} TARGET_DIRECTORY civicq-admin PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
set_target_properties(civicq-admin PROPERTIES
    MACOSX_BUNDLE_GUI_IDENTIFIER com.civicq.Admin
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in)

set(civicq_programs $<TARGET_BUNDLE_DIR_NAME:civicq-admin>/Contents/MacOS)
install(TARGETS civicq-admin BUNDLE DESTINATION .)
install(PROGRAMS $<TARGET_FILE:civicq-db> DESTINATION ${civicq_programs})
qt_generate_deploy_script(TARGET civicq-admin OUTPUT_SCRIPT civicq_deploy CONTENT "
    qt_deploy_runtime_dependencies(
        EXECUTABLE $<TARGET_BUNDLE_DIR_NAME:civicq-admin>
        ADDITIONAL_EXECUTABLES ${civicq_programs}/civicq-db
        GENERATE_QT_CONF)
    qt_deploy_translations(CATALOGS qtbase)")
install(SCRIPT ${civicq_deploy})

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME civicq-admin-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_DMG_VOLUME_NAME "CivicQ Admin")
set(CPACK_DMG_FORMAT UDZO)
