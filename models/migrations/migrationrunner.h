// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries migrations out. Synchronous, on a worker thread, over a connection the caller owns and nobody else uses
// meanwhile; where the database is protected, one that was unlocked for this. Each revision runs in one transaction
// together with its change of the version table, so after any failure, cancel or crash the two agree. A revision with
// `transactional: no` runs statement by statement and is entered last; a run after a kill goes on where that one stopped. An Error of a statement carries the server's
// words, its place in the file in `doing`, and the whole statement in `detail`. The revisions of an Alembic project are
// run by its own alembic, in this database and no other.

#include "migrations/alembicpython.h"
#include "migrations/databasestate.h"
#include "migrations/migrationplan.h"
#include "postgres/connectionparameters.h"

#include <chrono>
#include <functional>
#include <optional>

namespace civicq::migrations {

// Makes a backup of the database and returns where it is.
using SafetyBackup = std::function<core::Result<QString>(core::TaskContext &)>;

struct RunOptions
{
    bool production = false;
    SafetyBackup safetyBackup; // before a downgrade, and on production before an upgrade; none: no backup
    // What the person was shown. Where the database has moved since, nothing is done.
    std::optional<QStringList> expectedVersions;

    // How long one statement waits for a lock, with everybody who comes after it waiting behind; then the revision is
    // rolled back and tried again after a pause that leaves the others room.
    std::chrono::milliseconds lockTimeout{1'000};
    int lockAttempts = 10;
    std::chrono::milliseconds lockPause{2'000};
    std::chrono::milliseconds runnerPatience{5'000}; // for another runner to finish

    // For an Alembic project, whose revisions its own alembic runs: how it is run, and how the database is reached.
    AlembicTools alembic;
    postgres::ConnectionParameters alembicParameters;
};

struct RanRevision
{
    QString revision;
    QString message;
    double seconds = 0;
};

struct RunReport
{
    QStringList from;
    QStringList to;
    QList<RanRevision> applied; // in the order they ran
    QString backup;             // where the safety backup is, if one was made
};

[[nodiscard]] core::Result<RunReport> migrate(postgres::Connection &connection, core::TaskContext &context,
                                              const MigrationFolder &folder, Direction direction, const QString &target,
                                              const RunOptions &options);

// Writes the version table without running anything. `purge` forgets first what is there, also versions that no file has.
[[nodiscard]] core::Result<RunReport> stamp(postgres::Connection &connection, core::TaskContext &context,
                                            const MigrationFolder &folder, const QStringList &targets, bool purge,
                                            const RunOptions &options);

} // namespace civicq::migrations
