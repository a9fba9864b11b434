// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder of SQL migrations, or an Alembic project, read whole: the history it holds and what is wrong with it.
// Any thread. Reading never writes. A folder that is not there is an Error; a file in it that cannot be read or
// understood is a Problem, and the others are read all the same. Files are taken in the order of their names.

#include "migrations/problem.h"
#include "migrations/revisiongraph.h"

#include "core/result.h"

#include <QtCore/QStringList>

#include <optional>

namespace civicq::migrations {

struct MigrationFolder
{
    enum class Kind { Sql, Alembic };

    QString path;
    Kind kind = Kind::Sql;
    RevisionGraph graph;
    QList<Problem> problems; // of files, then of the chain

    bool isSound() const { return !hasErrors(problems); }
};

// The CivicQ schema, which this library carries.
QString builtInFolder();

core::Result<MigrationFolder> readFolder(const QString &path);

// Every revision of it; none where it cannot be read.
std::optional<QStringList> builtInRevisions();

} // namespace civicq::migrations
