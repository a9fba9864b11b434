# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# librnp as the target Librnp::Librnp. Its own package file asks for the development files of everything it is made of.
find_path(Librnp_INCLUDE_DIR rnp/rnp.h)
find_library(Librnp_LIBRARY NAMES rnp librnp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Librnp REQUIRED_VARS Librnp_LIBRARY Librnp_INCLUDE_DIR)
if(Librnp_FOUND AND NOT TARGET Librnp::Librnp)
    add_library(Librnp::Librnp UNKNOWN IMPORTED)
    set_target_properties(Librnp::Librnp PROPERTIES
        IMPORTED_LOCATION ${Librnp_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${Librnp_INCLUDE_DIR})
endif()
mark_as_advanced(Librnp_INCLUDE_DIR Librnp_LIBRARY)
