// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run would do, worked out before anything is done: which revisions, in which order, their statements, and the
// version table after each. Plain values and pure functions, any thread. There is no plan over a broken chain, from
// a version that no file has, or over SQL that cannot be run: an Error says which, where, and the mend. The steps of an
// Alembic project have no statements: its revisions are Python.

#include "core/result.h"
#include "migrations/migrationfolder.h"
#include "migrations/sqlstatements.h"

namespace civicq::migrations {

enum class Direction { Up, Down };

struct PlannedRevision
{
    int index = RevisionGraph::none;
    QList<Statement> statements;
    QStringList versionsBefore;
    QStringList versionsAfter;
};

struct MigrationPlan
{
    Direction direction = Direction::Up;
    QStringList from; // versions, sorted
    QStringList to;
    QList<PlannedRevision> steps;

    [[nodiscard]] bool isEmpty() const { return steps.isEmpty(); }
    [[nodiscard]] qsizetype statementCount() const;
    [[nodiscard]] qsizetype destructiveCount() const;
};

[[nodiscard]] core::Result<MigrationPlan> planMigration(const MigrationFolder &folder, const QStringList &versions,
                                                        Direction direction, const QString &target);

// The version table as a stamp would leave it, sorted.
[[nodiscard]] core::Result<QStringList> planStamp(const MigrationFolder &folder, const QStringList &versions,
                                                  const QStringList &targets);

// The part of a revision that a run in this direction executes; the Error names the file and line of SQL that
// cannot be run.
[[nodiscard]] core::Result<QList<Statement>> statementsOf(const Revision &revision, Direction direction);

// Both parts of every revision, as far as the parser goes.
[[nodiscard]] QList<Problem> checkSql(const RevisionGraph &graph);

// "0003_cities.sql:12"
[[nodiscard]] QString placeOf(const Revision &revision, int line);

} // namespace civicq::migrations
