// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far a revision without a transaction has come, kept in civicq_admin.migration_progress of the database itself until
// it is entered in the version table: so that a run that was killed goes on where it stopped, and neither repeats nor
// leaves out a statement. Private to models/migrations; worker thread. Where the role may not create the table, nothing is
// remembered and a run begins at the first statement.

#include "migrations/migrationplan.h"
#include "postgres/connection.h"

namespace civicq::migrations {

class PiecemealProgress
{
public:
    PiecemealProgress(postgres::Connection &connection, core::TaskContext &context, const Revision &revision,
                      Direction direction);

    // How many of the statements, from the first on, need not run again. What a kill left half done is cleared away:
    // an index that was left invalid is dropped.
    [[nodiscard]] core::Result<int> begin(const QList<Statement> &statements);
    // Runs `work` and remembers it: in one transaction where the statement can be in one.
    [[nodiscard]] core::Result<> carryOut(int number, const Statement &statement,
                                          const std::function<core::Result<>()> &limit,
                                          const std::function<core::Result<>()> &work);
    [[nodiscard]] core::Result<> forget();

private:
    [[nodiscard]] core::Result<> remember(int number, const Statement &statement, bool done);
    [[nodiscard]] core::Result<bool> isFinished(const Statement &statement);
    [[nodiscard]] core::Result<> execute(const QString &sql, const QVariantList &values = {});

    postgres::Connection &m_connection;
    core::TaskContext &m_context;
    const QString m_revision;
    const QString m_direction;
    bool m_remembers = false;
};

} // namespace civicq::migrations
