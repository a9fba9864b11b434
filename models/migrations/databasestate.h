// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a database stands: the revisions in its version table (Alembic's `alembic_version`, found along the session's
// search path), and what the app's own history table recorded of each run. Reading needs no privilege beyond those a
// login has and takes no lock that anyone waits for; tables that are not there, or not to be read, read as empty.

#include "core/task.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace civicq::postgres {
class Connection;
}

namespace civicq::migrations {

struct AppliedRecord
{
    QDateTime at; // UTC
    QString by;   // the server's role
    double seconds = 0;
    QByteArray checksum; // of the file as it was then, SHA-256, hexadecimal; empty after a stamp
};

struct DatabaseState
{
    QString versionTable; // quoted and qualified; where it would be made if it is not there
    bool hasVersionTable = false;
    QStringList versions;                  // sorted
    QHash<QString, AppliedRecord> applied; // by revision: those that were upgraded here and not downgraded since

    [[nodiscard]] QHash<QString, QByteArray> checksums() const;
};

[[nodiscard]] core::Result<DatabaseState> readState(postgres::Connection &connection, core::TaskContext &context);

} // namespace civicq::migrations
