// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs statements of a dump in a session. The first that fails is the error (Sql with line and server's words;
// ExtensionMissing), but for what a dump of another server brings along and this one cannot have: that is left out and
// noted. A runner belongs to one worker thread; the notes are shared by all of a restore.

#include "backups/sqlreader.h"
#include "core/task.h"
#include "postgres/connection.h"

#include <QtCore/QStringList>

#include <mutex>

namespace civicq::backups {

// What was left out and why, a sentence each, once. Any thread.
class RestoreNotes
{
public:
    explicit RestoreNotes(core::TaskContext &context) : m_context(context) {}
    void add(const QString &sentence); // also a message of the task
    void leaveOut(const SqlStatement &statement);
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] QList<SqlStatement> leftOut() const;

private:
    core::TaskContext &m_context;
    mutable std::mutex m_mutex;
    QStringList m_sentences;
    QList<SqlStatement> m_leftOut;
};

class StatementRunner
{
public:
    // `someTables`: only some tables' rows are there, so that a foreign key may point at rows that are not.
    StatementRunner(core::TaskContext &context, postgres::Connection &connection, RestoreNotes &notes, bool someTables)
        : m_context(context), m_connection(connection), m_notes(notes), m_someTables(someTables)
    {}

    [[nodiscard]] core::Result<> run(const SqlStatement &statement);
    // With the statement and its line as what was being done.
    [[nodiscard]] static core::Error placed(core::Error error, const SqlStatement &statement);

private:
    // Leaves the statement out when that is the right thing; else its error, placed.
    [[nodiscard]] core::Result<> judge(const core::Error &error, const SqlStatement &statement);
    [[nodiscard]] bool isLeftOut(const core::Error &error, const SqlStatement &statement);

    core::TaskContext &m_context;
    postgres::Connection &m_connection;
    RestoreNotes &m_notes;
    bool m_someTables;
};

} // namespace civicq::backups
