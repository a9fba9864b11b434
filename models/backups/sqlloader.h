// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a dump script in a database: statement by statement as SqlReader takes it apart, rows by COPY. No psql is asked,
// so no backslash command can run, and what was judged is what is run. Worker threads; one session. The first statement
// that fails ends it (Error Sql with line and server's words; ExtensionMissing), but for what a dump of another server
// brings along and this one cannot have: those are left out and noted.

#include "backups/contents.h"
#include "postgres/connection.h"

#include <set>

namespace civicq::backups {

struct LoadReport
{
    QHash<QString, qint64> rows; // per table ("schema.name") as the server counted them in
    QStringList notes;           // what was left out and why, a sentence each
};

class SqlLoader
{
public:
    // `tables` empty: rows of all; else only of these ("users", "public.users"), with everybody's definitions.
    SqlLoader(core::TaskContext &context, postgres::Connection &connection, SqlReader &reader, QStringList tables);

    [[nodiscard]] core::Result<LoadReport> load();

private:
    [[nodiscard]] core::Result<> runStatement();
    [[nodiscard]] core::Result<> runCopy();
    // Leaves the statement out when that is the right thing; else its error, placed.
    [[nodiscard]] core::Result<> judge(const core::Error &error);
    [[nodiscard]] bool isLeftOut(const core::Error &error);
    [[nodiscard]] core::Error placed(core::Error error) const;
    void note(const QString &sentence);
    void report(const QString &object);

    core::TaskContext &m_context;
    postgres::Connection &m_connection;
    SqlReader &m_reader;
    QStringList m_tables;
    LoadReport m_report;
    std::set<QString> m_noted;
};

} // namespace civicq::backups
