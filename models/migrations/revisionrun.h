// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One revision after the other, each whole or not at all. Private to models/migrations: migrationrunner.h is the way in.
// Worker thread; everything it is given must outlive it.

#include "migrations/migrationrunner.h"
#include "postgres/connection.h"

namespace civicq::migrations {

class RevisionRun
{
public:
    RevisionRun(postgres::Connection &connection, core::TaskContext &context, const RevisionGraph &graph,
                const DatabaseState &state, const RunOptions &options, Direction direction, qsizetype statements);
    ~RevisionRun();
    RevisionRun(const RevisionRun &) = delete;
    RevisionRun &operator=(const RevisionRun &) = delete;

    [[nodiscard]] core::Result<> carryOut(const PlannedRevision &step);
    [[nodiscard]] core::Result<> stamp(const QStringList &before, const QStringList &after);
    // Enters into the app's own history what somebody else has run and entered into the version table.
    [[nodiscard]] core::Result<> record(const QList<RanRevision> &revisions);

private:
    using Work = std::function<core::Result<>()>;

    core::Result<> carryOutWhole(const PlannedRevision &step);
    core::Result<> carryOutPiecemeal(const PlannedRevision &step);
    core::Result<> withRetries(const QString &what, const Work &attempt);
    core::Result<> runStatement(const Revision &revision, const Statement &statement);
    core::Result<> execute(const QString &sql);
    core::Result<> expectVersions(const QStringList &versions);
    core::Result<> enter(const QStringList &before, const QStringList &after, const QString &direction,
                         const QList<RanRevision> &revisions);
    core::Result<> keepHistory(const QString &direction, const QList<RanRevision> &revisions);
    core::Result<> limitLockWait(bool forTransaction, bool limited);
    void report(const Revision &revision);

    postgres::Connection &m_connection;
    core::TaskContext &m_context;
    const RevisionGraph &m_graph;
    const RunOptions &m_options;
    const Direction m_direction;
    const QString m_versionTable;
    bool m_hasVersionTable;
    const qint64 m_total;
    qint64 m_done = 0;
};

} // namespace civicq::migrations
