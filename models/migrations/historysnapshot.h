// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A history and a database's place in it, read at one moment: what the Migrations page shows. Immutable, shared, any
// thread. The history is there even where the database could not be asked.

#include "migrations/databasestate.h"
#include "migrations/lanes.h"
#include "migrations/migrationfolder.h"

#include <memory>

namespace civicq::postgres {
class Connection;
}

namespace civicq::migrations {

enum class RevisionStatus {
    Pending,
    Applied,
    Current, // applied, and nothing above it is
    Unknown, // the version table has it and no file does
};

struct HistoryRow
{
    int index = RevisionGraph::none; // of the revision; none for an unknown one
    QString id;
    RevisionStatus status = RevisionStatus::Pending;
    bool changedAfterApplied = false;
};

struct HistorySnapshot
{
    MigrationFolder folder;
    DatabaseState state;
    QList<Problem> problems; // of the files, the chain and the database
    QList<HistoryRow> rows;  // newest first, unknown versions on top
    Lanes lanes;             // of the rows with an index, in their order
    int applied = 0;
    int pending = 0;

    [[nodiscard]] bool isRunnable() const { return !hasErrors(problems); }
};
using HistorySnapshotPtr = std::shared_ptr<const HistorySnapshot>;

[[nodiscard]] HistorySnapshotPtr makeSnapshot(MigrationFolder folder, DatabaseState state);
[[nodiscard]] core::Result<HistorySnapshotPtr> readSnapshot(postgres::Connection &connection,
                                                            core::TaskContext &context, const QString &folder);

} // namespace civicq::migrations
