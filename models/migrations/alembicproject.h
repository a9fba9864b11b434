// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An Alembic project, found by its alembic.ini and read without Python: where its revision files are, and what they say.
// Any thread; reads files only. An Error where the file is not there or names no script_location; folders it names that
// are not there, and package locations (package:folder), are Problems.

#include "migrations/migrationfolder.h"

namespace civicq::migrations {

struct AlembicLocations
{
    QString configuration; // the path of alembic.ini
    QString scriptLocation;
    QStringList versions; // folders of revision files
    bool recursive = false;
};

// Whether `path` is an alembic.ini, or a folder with one.
[[nodiscard]] bool isAlembicProject(const QString &path);
[[nodiscard]] core::Result<AlembicLocations> alembicLocations(const QString &path);
[[nodiscard]] core::Result<MigrationFolder> readAlembicProject(const QString &path);

} // namespace civicq::migrations
