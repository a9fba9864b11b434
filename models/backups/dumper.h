// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs pg_dump (and, for chosen tables, pg_restore as a sorter of its schema) and hands its SQL on. Worker threads; the
// whole is one snapshot. Errors: ToolMissing, ToolTooOld, ProcessFailed with pg_dump's words, ConnectionLost, Cancelled,
// and whatever `sink` returns.

#include "backups/databasefacts.h"
#include "backups/sqlsource.h"
#include "backups/tableboard.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QByteArrayView>

#include <functional>

namespace civicq::backups {

struct DumpRequest
{
    postgres::ConnectionParameters parameters;
    Part part = Part::Everything;
    QList<TableFacts> allTables;
    QList<TableFacts> chosen; // empty: everything
    std::shared_ptr<TableBoard> board = {};
};

class Dumper
{
public:
    using Sink = std::function<core::Result<>(QByteArrayView)>;

    // Finds the tools before anything is written.
    [[nodiscard]] static core::Result<Dumper> create(core::TaskContext &context, const Toolbox &toolbox,
                                                     int serverMajor, const DumpRequest &request);
    // `session` keeps the snapshot of chosen tables open; it is in a transaction meanwhile.
    [[nodiscard]] core::Result<> dump(core::TaskContext &context, postgres::Connection &session, const Sink &sink);

    [[nodiscard]] QString toolVersion() const;

private:
    Dumper(const Toolbox &toolbox, DumpRequest request) : m_toolbox(toolbox), m_request(std::move(request)) {}
    [[nodiscard]] core::Result<> dumpChosen(core::TaskContext &context, postgres::Connection &session,
                                            const Sink &sink);
    [[nodiscard]] core::Result<> sortedSchema(core::TaskContext &context, const QString &section, const QString &folder,
                                              const Sink &sink);
    [[nodiscard]] core::Result<> prepareSchema(core::TaskContext &context, const TableClosure &closure,
                                               const QString &snapshot, const QString &folder);
    [[nodiscard]] core::Result<> runDump(core::TaskContext &context, const QStringList &arguments, const Sink &sink);
    [[nodiscard]] core::Result<QByteArray> runTool(core::TaskContext &context, core::ProcessRequest request);

    Toolbox m_toolbox;
    DumpRequest m_request;
    postgres::ClientTool m_pgDump;
    postgres::ClientTool m_pgRestore;
};

} // namespace civicq::backups
