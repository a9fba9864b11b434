// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One command of a project's own alembic, run to its end. Worker thread. Its lines go to the task's messages as they
// come; what went wrong is an Error in facts (alembicfailure.h). With a target, every session that the project opens goes
// to that database and proves it, whatever its configuration names; a session that cannot ends the run before anything
// was done. Cancelling ends the program; ending its sessions in the server is the caller's (applicationName).

#include "migrations/alembicproject.h"
#include "migrations/alembicpython.h"

#include "postgres/connectionparameters.h"

#include <chrono>
#include <functional>
#include <optional>

namespace civicq::postgres {
class Connection;
}

namespace civicq::migrations {

struct AlembicTarget
{
    postgres::ConnectionParameters parameters;
    QStringList identity;    // as the server tells it: database, its oid, when the server was started
    QString applicationName; // of the sessions that alembic opens
    std::chrono::milliseconds lockTimeout{0};
};

// The database that `connection` is connected to, by `parameters`.
[[nodiscard]] core::Result<AlembicTarget> alembicTarget(postgres::Connection &connection, core::TaskContext &context,
                                                        const postgres::ConnectionParameters &parameters);

struct AlembicCommand
{
    QStringList arguments; // "upgrade", "head"
    std::optional<AlembicTarget> target;
    std::function<void(const QString &revision)> stepDone = {}; // one revision and its entry in the version table
};

// Standard output. `folder` is an Alembic project that was read.
[[nodiscard]] core::Result<QByteArray> runAlembic(core::TaskContext &context, const AlembicTools &tools,
                                                  const MigrationFolder &folder, const AlembicCommand &command);

} // namespace civicq::migrations
