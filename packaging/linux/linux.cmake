# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Freedesktop's files, the manual pages, and the deb.
install(TARGETS civicq-admin civicq-db)
install(FILES linux/civicq-admin.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES linux/com.civicq.Admin.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
foreach(size 16 22 24 32 48 64 128 256 512)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/app/civicq-admin-${size}.png
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME civicq-admin.png)
endforeach()
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/app/civicq-admin.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

# Debian wants these compressed, the same bytes each time.
find_program(CIVICQ_GZIP gzip REQUIRED)
foreach(text civicq-admin.1 civicq-db.1 changelog)
    set(whole ${CMAKE_CURRENT_BINARY_DIR}/${text})
    configure_file(linux/${text}.in ${whole} @ONLY)
    add_custom_command(OUTPUT ${whole}.gz COMMAND ${CIVICQ_GZIP} -9nkf ${whole} DEPENDS ${whole} VERBATIM)
    list(APPEND civicq_texts ${whole}.gz)
endforeach()
add_custom_target(civicq_manual ALL DEPENDS ${civicq_texts})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/civicq-admin.1.gz ${CMAKE_CURRENT_BINARY_DIR}/civicq-db.1.gz
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES linux/copyright ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/civicq-admin)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR OFF)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# Plugins and programs that no library link speaks of: the store's SQLite driver, the icons' SVG, pg_dump and its kin.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-svg-plugins, postgresql-client")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "postgresql, postgresql-17-pgvector, qt6-translations-l10n, gnome-keyring | kwalletmanager | keepassxc")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"CivicQ is a platform for civic questions and answers on PostgreSQL. This
package has civicq-admin, a desktop program for the people who look after a
city's database, and civicq-db, the same abilities for terminals, schedulers
and scripts: sandbox, migrations, development data, live figures, backups and
restores that are proven.")
