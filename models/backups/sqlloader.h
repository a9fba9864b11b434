// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a dump script in a database: statement by statement as SqlReader takes it apart and StatementRunner runs it, rows
// by COPY. No psql is asked, so no backslash command can run, and what was judged is what is run. Worker threads; one
// session. Errors as StatementRunner's, and forbidden() for what a dump may not hold.

#include "backups/contents.h"
#include "backups/statementrunner.h"
#include "backups/tableboard.h"

#include <functional>
#include <memory>

namespace civicq::backups {

struct LoadReport
{
    QHash<QString, qint64> rows; // per table ("schema.name") as the server counted them in
    QStringList notes;           // what was left out and why, a sentence each
    QList<SqlStatement> leftOut; // the statements themselves
};

class SqlLoader
{
public:
    // `tables` empty: rows of all; else only of these ("users", "public.users"), with everybody's definitions.
    SqlLoader(core::TaskContext &context, postgres::Connection &connection, SqlReader &reader, QStringList tables,
              Programs programs);

    // A statement that `keep` returns true for is not run: it is somebody else's to run, later.
    void setAside(std::function<bool(const SqlStatement &)> keep) { m_keep = std::move(keep); }
    // Told of each table whose rows are loaded.
    void setBoard(std::shared_ptr<TableBoard> board) { m_board = std::move(board); }
    [[nodiscard]] core::Result<LoadReport> load();

private:
    [[nodiscard]] core::Result<> runStatement();
    [[nodiscard]] core::Result<> runCopy();
    void report(const QString &object);

    core::TaskContext &m_context;
    postgres::Connection &m_connection;
    SqlReader &m_reader;
    QStringList m_tables;
    Programs m_programs;
    std::function<bool(const SqlStatement &)> m_keep;
    std::shared_ptr<TableBoard> m_board;
    RestoreNotes m_notes;
    StatementRunner m_runner;
    LoadReport m_report;
};

} // namespace civicq::backups
